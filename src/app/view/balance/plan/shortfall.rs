//! What schools lack, in natural units.

use super::{Listing, ListingRow, listing, trying};
use crate::app::view::Tone;
use crate::app::view::pager::{List, Windows};
use crate::balance::cell::{Cell, State};
use crate::balance::way::Raising;
use crate::balance::wording;
use crate::balance::{StageBalance, Unit};
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::scheme::balance::BalanceScheme;
use crate::word::scheme::plan::Step;

/// A row a school that lacks something, and one of all together.
pub(super) fn shortfalls(
    data: &Dataset,
    scheme: &BalanceScheme,
    within: Option<&StageBalance>,
    windows: &Windows,
    lang: Lang,
) -> Listing {
    let short = |unit: &&Unit| unit.cells.iter().any(|cell| cell.gap.is_some());
    let units: Vec<&Unit> = within.into_iter().flat_map(|within| &within.units).filter(short).collect();
    let window = windows.of(List::Shortfalls, units.len());
    let raising = Raising::of(data, scheme);
    let row = |unit: &Unit| {
        let stage = within?.stage;
        let name = wording::unit_name(data, unit, stage, lang);
        let mut cells =
            vec![(name.clone(), Tone::Plain), (unit.verdict.label(lang).to_owned(), super::tone(unit.verdict))];
        cells.extend(unit.cells.iter().map(|cell| (wording::gap(cell, lang).unwrap_or_default(), of(cell))));
        let steps: Vec<Step> =
            unit.cells.iter().filter_map(|cell| raising.whole(unit.school, stage, cell.item, cell.gap?)).collect();
        let press = Some(trying(lang.plan_fill(), &name, steps));
        Some(ListingRow { cells, press })
    };
    let mut rows: Vec<ListingRow> = window.cut(units.iter().copied()).filter_map(row).collect();
    if let Some(within) = within.filter(|_| !rows.is_empty()) {
        rows.push(sum(within, &units, lang));
    }
    let mut heads = vec![lang.plan_school_head(), lang.balance_verdict()];
    let names = within
        .into_iter()
        .flat_map(|within| within.variations.iter().map(|entry| within.rule.standard.named(entry.item, lang)));
    let names: Vec<String> = names.collect();
    heads.extend(names.iter().map(String::as_str));
    let note = if units.is_empty() { lang.plan_short_none() } else { lang.plan_short_note() };
    let mut listing = listing(lang.plan_short(), note, &heads, rows);
    listing.pager = window.pager(None, lang);
    listing
}

const fn of(cell: &Cell) -> Tone {
    match cell.state {
        State::Met => Tone::Plain,
        State::Within => Tone::Near,
        State::Below => Tone::Bad,
        State::Open | State::Missing(_) => Tone::Quiet,
    }
}

/// All that is lacking, indicator by indicator.
fn sum(within: &StageBalance, units: &[&Unit], lang: Lang) -> ListingRow {
    let whole = |unit: &&Unit| unit.cells.iter().all(|cell| cell.state.is_met());
    let met = within.units.iter().filter(whole).count();
    let mut cells = vec![(lang.plan_short_all(units.len()), Tone::Strong), (lang.plan_short_met(met), Tone::Quiet)];
    for variation in &within.variations {
        let short = units.iter().filter_map(|unit| unit.cell(variation.item));
        let all: f64 = short.clone().filter_map(|cell| cell.gap).sum();
        let text = short.clone().find(|cell| cell.gap.is_some()).map(|cell| Cell { gap: Some(all), ..cell.clone() });
        cells.push((text.and_then(|cell| wording::gap(&cell, lang)).unwrap_or_default(), Tone::Strong));
    }
    ListingRow { cells, press: None }
}
