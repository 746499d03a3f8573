//! Which schools make a coefficient large.

use super::{BalanceLook, LOW};
use crate::app::view::Tone;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::subject::Subject;
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::wording::{self, percent};
use crate::balance::{StageBalance, Unit};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;

/// How many schools are listed for a coefficient.
pub(super) const LISTED: usize = 5;

/// All coefficients of a stage with their largest contributors, and their mean.
pub(super) fn section(data: &Dataset, within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Section {
    let each = within.variations.iter().filter_map(|variation| driver(data, within, variation, look, lang));
    let rows = each.chain(composite(within, look, lang)).collect();
    let mut heads = vec![(lang.balance_indicator().to_owned(), true), (lang.balance_variation().to_owned(), false)];
    heads.extend((1..=LISTED).map(|place| (lang.balance_driver_place(place), true)));
    Section::of(lang.balance_drivers(), vec![lang.balance_drivers_note().to_owned()]).with_grid(heads, rows, None)
}

/// The units with the largest parts of a coefficient, as many as have any.
pub(super) fn largest<'a>(
    within: &'a StageBalance,
    variation: &ItemVariation,
    count: usize,
) -> impl Iterator<Item = (&'a Unit, f64)> {
    let largest = variation.figures.as_ref().map(|figures| figures.largest(count));
    let parts = largest.into_iter().flatten().filter(|part| part.share > 0.0);
    parts.filter_map(|part| Some((within.units.get(part.unit)?, part.share)))
}

/// A part of a coefficient: whose, how large, and on which side of the mean.
fn part(look: &BalanceLook<'_>, name: &str, share: f64, (above, side): (bool, &str), subject: Subject) -> Figure {
    let arrow = if above { "▲" } else { "▼" };
    let figure = look.figure(format!("{name} {arrow}"), subject);
    Figure { spoken: side.to_owned(), ..figure }.noted(percent(share))
}

/// A row, filled up to the width of the table.
fn row(item: String, coefficient: Figure, beyond: bool, parts: impl Iterator<Item = Figure>, lang: Lang) -> Row {
    let coefficient =
        if beyond { coefficient.toned(Tone::Bad).marked(LOW, lang.balance_beyond_limit()) } else { coefficient };
    let parts = parts.chain(std::iter::repeat_with(Figure::default)).take(LISTED);
    [Figure::plain(item), coefficient].into_iter().chain(parts).collect::<Vec<_>>().into()
}

fn driver(
    data: &Dataset,
    within: &StageBalance,
    variation: &ItemVariation,
    look: &BalanceLook<'_>,
    lang: Lang,
) -> Option<Row> {
    let (stage, item) = (within.stage, variation.item);
    let mean = variation.figures.as_ref()?.mean;
    let schools = largest(within, variation, LISTED).map(|(unit, share)| {
        let above = unit.cell(item).and_then(|cell| cell.value).is_some_and(|value| value > mean);
        let side = if above { lang.balance_above() } else { lang.balance_below() };
        let name = wording::unit_name(data, unit, stage, lang);
        part(look, &name, share, (above, side), Subject::Cell { stage, school: unit.school, item })
    });
    let text = wording::coefficient(variation, &within.rule, lang);
    let coefficient = look.figure(text, Subject::Variation { stage, item });
    let beyond = variation.outcome == Outcome::Beyond;
    Some(row(within.rule.standard.named(item, lang), coefficient, beyond, schools, lang))
}

/// The mean of the coefficients with the indicators that make it large.
fn composite(within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Option<Row> {
    let (stage, mean) = (within.stage, within.composite.value?);
    let count = within.variations.len() as f64;
    let mut parts: Vec<(&ItemVariation, f64)> =
        within.variations.iter().filter_map(|variation| Some((variation, variation.coefficient()?))).collect();
    order::sort_by(&mut parts, |a, b| b.1.total_cmp(&a.1));
    let parts = parts.into_iter().take(LISTED).map(|(variation, value)| {
        let (above, share) = (value > mean, if mean > 0.0 { value / mean / count } else { 0.0 });
        let side = if above { lang.balance_above_composite() } else { lang.balance_below_composite() };
        let subject = Subject::Variation { stage, item: variation.item };
        part(look, variation.item.short_name(lang), share, (above, side), subject)
    });
    let coefficient = look.figure(wording::composite(within, lang), Subject::Composite(stage));
    let beyond = within.composite.outcome == Outcome::Beyond;
    Some(row(wording::composite_name(within.rule.standard, lang).to_owned(), coefficient, beyond, parts, lang))
}
