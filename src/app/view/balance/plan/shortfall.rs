//! What schools lack, in natural units.

use super::trying;
use crate::app::view::Tone;
use crate::app::view::balance::tone;
use crate::app::view::figure::Figure;
use crate::app::view::pager::{List, Windows};
use crate::app::view::section::{Row, Section};
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
) -> Section {
    let short = |unit: &&Unit| unit.cells.iter().any(|cell| cell.gap.is_some() || cell.state.is_missing());
    let units: Vec<&Unit> = within.into_iter().flat_map(|within| &within.units).filter(short).collect();
    let window = windows.of(List::Shortfalls, units.len());
    let raising = Raising::of(data, scheme);
    let row = |unit: &Unit| {
        let stage = within?.stage;
        let name = wording::unit_name(data, unit, stage, lang);
        let verdict = Figure::plain(unit.verdict.label(lang)).toned(tone(unit.verdict));
        let mut cells = vec![Figure::plain(&*name), verdict];
        let gap = |cell: &Cell| {
            let text = if cell.state.is_missing() { Some(lang.missing().to_owned()) } else { wording::gap(cell, lang) };
            Figure::plain(text.unwrap_or_default()).toned(of(cell))
        };
        cells.extend(unit.cells.iter().map(gap));
        let steps: Vec<Step> =
            unit.cells.iter().filter_map(|cell| raising.whole(unit.school, stage, cell.item, cell.gap?)).collect();
        let press = (!steps.is_empty()).then(|| trying(lang.plan_fill(), &name, steps));
        Some(Row { cells, press })
    };
    let mut rows: Vec<Row> = window.cut(units.iter().copied()).filter_map(row).collect();
    if let Some(within) = within.filter(|_| !rows.is_empty()) {
        rows.push(sum(within, &units, lang));
    }
    let mut heads = vec![(lang.plan_school_head().to_owned(), true), (lang.balance_verdict().to_owned(), true)];
    let items = within.into_iter().flat_map(|within| within.variations.iter().map(move |entry| (within, entry.item)));
    heads.extend(items.map(|(within, item)| (within.rule.standard.named(item, lang), false)));
    let judged = within.is_some_and(|within| within.rule.judged() > 0);
    let note = match units.is_empty() {
        true if !judged => lang.plan_short_unset(),
        true => lang.plan_short_none(),
        false => lang.plan_short_note(),
    };
    Section::of(lang.plan_short(), vec![note.to_owned()]).with_grid(heads, rows, window.pager(None, lang))
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
fn sum(within: &StageBalance, units: &[&Unit], lang: Lang) -> Row {
    let whole = |unit: &&Unit| unit.cells.iter().all(|cell| cell.state.is_met() || cell.state == State::Open);
    let met = within.units.iter().filter(whole).count();
    let mut cells = vec![
        Figure::plain(lang.plan_short_all(units.len())).toned(Tone::Strong),
        Figure::plain(lang.plan_short_met(met)).toned(Tone::Quiet),
    ];
    for variation in &within.variations {
        let short = units.iter().filter_map(|unit| unit.cell(variation.item));
        let all: f64 = short.clone().filter_map(|cell| cell.gap).sum();
        let text = short.clone().find(|cell| cell.gap.is_some()).map(|cell| Cell { gap: Some(all), ..cell.clone() });
        let text = text.and_then(|cell| wording::gap(&cell, lang)).unwrap_or_default();
        cells.push(Figure::plain(text).toned(Tone::Strong));
    }
    cells.into()
}
