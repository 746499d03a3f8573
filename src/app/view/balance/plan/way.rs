//! The ways to the limits, each to be tried out.

use super::{Act, Listing, ListingRow, listing};
use crate::app::event::Event;
use crate::app::view::Tone;
use crate::balance::StageBalance;
use crate::balance::edit::PlanEdit;
use crate::balance::variation::Outcome;
use crate::balance::way::{self, Moves, Raising, Way};
use crate::balance::wording::{self, trimmed};
use crate::basis::format::{fixed, grouped};
use crate::basis::text::Lang;
use crate::measure::transfer::Move;
use crate::word::dataset::Dataset;
use crate::word::scheme::balance::BalanceScheme;
use crate::word::scheme::plan::Step;

/// How many schools or moves are named.
const NAMED: usize = 8;

/// Two ways a coefficient: who can be moved, and what can be added.
pub(super) fn ways(data: &Dataset, scheme: &BalanceScheme, within: Option<&StageBalance>, lang: Lang) -> Listing {
    let found = within.map(way::ways).unwrap_or_default();
    let rows = within.into_iter().flat_map(|within| {
        found.iter().flat_map(|way| [moved(data, within, way, lang), lifted(data, scheme, within, way, lang)])
    });
    let mean = within.is_some_and(|within| within.composite.outcome == Outcome::Beyond);
    let note = match found.is_empty() {
        true if mean => lang.plan_ways_mean(),
        true => lang.plan_ways_none(),
        false => lang.plan_ways_note(),
    };
    let heads = [lang.balance_indicator(), lang.plan_way(), lang.plan_what(), lang.plan_result()];
    listing(lang.plan_ways(), note, &heads, rows.flatten().collect())
}

fn name(data: &Dataset, within: &StageBalance, way: &Way, at: usize, lang: Lang) -> String {
    let unit = way.units.get(at).and_then(|unit| within.units.get(*unit));
    unit.map_or_else(String::new, |unit| wording::unit_name(data, unit, within.stage, lang))
}

fn school<'a>(data: &'a Dataset, within: &StageBalance, way: &Way, at: usize) -> &'a str {
    let unit = way.units.get(at).and_then(|unit| within.units.get(*unit));
    unit.map_or("", |unit| data.name(unit.school))
}

/// The moves that bring a coefficient down.
fn moved(data: &Dataset, within: &StageBalance, way: &Way, lang: Lang) -> Option<ListingRow> {
    let Moves { transfer, keeps_thresholds } = way.transfer.as_ref()?;
    let all: u32 = transfer.moves.iter().map(|step| step.count).sum();
    let words = transfer.moves.iter().take(NAMED).map(|step| {
        let (from, to) = (name(data, within, way, step.from, lang), name(data, within, way, step.to, lang));
        lang.plan_move_words(&from, &to, step.count)
    });
    let mut text = lang.plan_moves(&grouped(&all.to_string()), &joined(words.collect(), transfer.moves.len(), lang));
    if !keeps_thresholds {
        text.push_str(lang.plan_below_threshold());
    }
    let field = way.item.terms(within.stage, true).into_iter().next()?.field;
    let step = |step: &Move| Step::Move {
        from: school(data, within, way, step.from).into(),
        to: school(data, within, way, step.to).into(),
        field: field.clone(),
        amount: f64::from(step.count),
    };
    let steps = transfer.moves.iter().map(step).collect();
    let after = (transfer.before, transfer.after, transfer.reached);
    Some(row(way, lang.plan_way_move(), text, after, steps, lang))
}

/// What is to be added where there is least.
fn lifted(data: &Dataset, scheme: &BalanceScheme, within: &StageBalance, way: &Way, lang: Lang) -> Option<ListingRow> {
    let lift = &way.lift;
    let chosen: Vec<(usize, f64)> = lift.added.iter().copied().enumerate().filter(|(_, added)| *added > 0.0).collect();
    let unit = way.item.unit(lang);
    let amount = |added: f64| lang.balance_amount(&grouped(&trimmed(added, 0)), unit);
    let words = chosen
        .iter()
        .take(NAMED)
        .map(|(at, added)| format!("{} +{}", name(data, within, way, *at, lang), amount(*added)));
    let all: f64 = lift.added.iter().sum();
    let count = grouped(&chosen.len().to_string());
    let text = lang.plan_lifts(&count, &amount(all), &joined(words.collect(), chosen.len(), lang));
    let raising = Raising::of(data, scheme);
    let step = |(at, added): &(usize, f64)| {
        let unit = within.units.get(*way.units.get(*at)?)?;
        raising.part(unit.school, within.stage, way.item, *added)
    };
    let steps = chosen.iter().filter_map(step).collect();
    Some(row(way, lang.plan_way_lift(), text, (lift.before, lift.after, lift.reached), steps, lang))
}

/// The first of several, and that there are more.
fn joined(words: Vec<String>, all: usize, lang: Lang) -> String {
    let more = if all > words.len() { lang.plan_and_more(all - words.len()) } else { String::new() };
    words.join(lang.list_comma()) + &more
}

fn row(
    way: &Way,
    name: &str,
    text: String,
    (before, after, reached): (f64, f64, bool),
    steps: Vec<Step>,
    lang: Lang,
) -> ListingRow {
    let item = way.item.short_name(lang).to_owned();
    let result = format!("{} → {}", fixed(before, 3), fixed(after, 3));
    let result = if reached { (result, Tone::Good) } else { (result + lang.plan_not_reached(), Tone::Bad) };
    let label = lang.plan_try().to_owned();
    let spoken = format!("{label}: {item}, {name}");
    let act = Act { label, spoken, deed: Event::Plan(PlanEdit::Add(steps)).into() };
    ListingRow {
        cells: vec![(item, Tone::Plain), (name.to_owned(), Tone::Plain), (text, Tone::Plain), result],
        act: Some(act),
    }
}
