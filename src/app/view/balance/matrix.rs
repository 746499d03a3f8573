//! Schools × indicators as a picture that fits a screen and fills a sheet of A3.

use std::rc::Rc;

use super::{BalanceLook, table};
use crate::app::sight::Fold;
use crate::app::view::chart::ChartView;
use crate::app::view::pager::List;
use crate::app::view::section::Section;
use crate::balance::cell::{self, State};
use crate::balance::rule::Rule;
use crate::balance::standard::{Coefficients, Item};
use crate::balance::variation::ItemVariation;
use crate::balance::verdict::Verdict;
use crate::balance::{StageBalance, Unit, wording};
use crate::basis::text::Lang;
use crate::chart::{Cell, Column, Extent, Matrix, MatrixLine, State as Mark};
use crate::word::dataset::Dataset;

/// The picture of the schools that the table shows, in its order; drawn once it is
/// unfolded. `None` where nothing is demanded of schools.
pub(super) fn section(data: &Dataset, within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Option<Section> {
    if within.rule.judged() == 0 {
        return None;
    }
    let section = Section::unfolding(lang.chart_matrix(), Fold::Matrix, look.matrix);
    if !look.matrix {
        return Some(section);
    }
    let stage = within.stage.label(lang);
    let shown = on_sheet(within, look);
    let drawn = matrix(data, within, &shown, lang);
    let title = [look.county, within.rule.standard.name(lang), &*drawn.title];
    let title: Vec<&str> = title.into_iter().filter(|words| !words.is_empty()).collect();
    let matrix = Matrix { title: title.join(" · "), ..drawn };
    let file = lang.chart_matrix_file(stage);
    let chart = ChartView::sized(&|width| matrix.scene(Extent::Screen(width)), &matrix.scene(Extent::A3), file);
    let mut notes = vec![lang.chart_matrix_note().to_owned()];
    if shown.len() < within.units.len() {
        notes.push(lang.chart_matrix_rest(shown.len(), within.units.len()));
    }
    Some(Section { notes, ..section }.drawn(Some(Rc::new(chart))))
}

/// So many schools can be read on one sheet.
const SHEET: usize = 200;

/// The schools in the table's order, or as many as a sheet holds from those on that
/// the table shows.
fn on_sheet<'a>(within: &'a StageBalance, look: &BalanceLook<'_>) -> Vec<&'a Unit> {
    let units = table::sorted(within, look);
    let first = look.windows.of(List::Balance, units.len()).first();
    let first = first.min(units.len().saturating_sub(SHEET));
    units.into_iter().skip(first).take(SHEET).collect()
}

fn matrix(data: &Dataset, within: &StageBalance, shown: &[&Unit], lang: Lang) -> Matrix {
    let (rule, stage) = (&within.rule, within.stage);
    let column = |item: Item| Column {
        code: rule.standard.code(item),
        name: item.short_name(lang).to_owned(),
        least: wording::demanded(item, rule, lang),
    };
    let count = |wanted: fn(&State) -> bool| {
        shown.iter().flat_map(|unit| &unit.cells).filter(|cell| wanted(&cell.state)).count()
    };
    let verdict = Column { code: lang.balance_verdict().to_owned(), name: String::new(), least: String::new() };
    let missing = count(State::is_missing);
    let short = count(|state| matches!(state, State::Within | State::Below));
    Matrix {
        title: lang.chart_matrix_title(stage.label(lang)),
        description: lang.chart_matrix_said(shown.len(), short, missing),
        columns: rule.demands.iter().map(|demand| column(demand.item)).chain([verdict]).collect(),
        rows: shown.iter().map(|unit| line(data, unit, rule, lang)).chain([coefficients(within, lang)]).collect(),
        key: [
            lang.balance_key_met().to_owned(),
            wording::state(&State::Within, rule, lang),
            wording::state(&State::Below, rule, lang),
            lang.balance_key_missing().to_owned(),
        ],
    }
}

fn line(data: &Dataset, unit: &Unit, rule: &Rule, lang: Lang) -> MatrixLine {
    let name = wording::unit_name(data, unit, rule.stage, lang);
    let cell = |cell: &cell::Cell| {
        let text = wording::value(cell, rule, lang);
        let hint = [&*name, &*rule.standard.named(cell.item, lang), &*text].join(" ");
        Cell { state: mark(&cell.state), text, hint }
    };
    let verdict = judged(unit.verdict, unit.verdict.label(lang), &name);
    MatrixLine { cells: unit.cells.iter().map(cell).chain([verdict]).collect(), name }
}

/// The coefficients of variation at the foot, against their limit.
fn coefficients(within: &StageBalance, lang: Lang) -> MatrixLine {
    let name = match within.rule.coefficients() {
        Coefficients::Each => format!("{} ≤ {}", lang.balance_variation(), wording::limit(&within.rule)),
        Coefficients::Mean => lang.balance_variation().to_owned(),
    };
    let cell = |variation: &ItemVariation| {
        judged(variation.verdict(), &wording::coefficient(variation, &within.rule, lang), &name)
    };
    let verdict = within.coefficients();
    let last = judged(verdict, verdict.label(lang), &name);
    MatrixLine { cells: within.variations.iter().map(cell).chain([last]).collect(), name }
}

/// A verdict as a cell, with what it is about.
fn judged(verdict: Verdict, text: &str, about: &str) -> Cell {
    let state = match verdict {
        Verdict::Met => Mark::Met,
        Verdict::NotMet => Mark::Below,
        Verdict::Pending => Mark::Missing,
        Verdict::NotApplicable => Mark::Open,
    };
    Cell { state, text: text.to_owned(), hint: format!("{about} {text}") }
}

const fn mark(state: &State) -> Mark {
    match state {
        State::Met => Mark::Met,
        State::Open => Mark::Open,
        State::Within => Mark::Within,
        State::Below => Mark::Below,
        State::Missing(_) => Mark::Missing,
    }
}
