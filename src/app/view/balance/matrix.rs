//! Schools × indicators as a picture that fits a screen and fills a sheet of A3.

use std::rc::Rc;

use super::{BalanceLook, table};
use crate::app::sight::Fold;
use crate::app::view::chart::ChartView;
use crate::app::view::section::Section;
use crate::balance::cell::{self, State};
use crate::balance::rule::Rule;
use crate::balance::standard::Item;
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
    let shown = table::shown(within, look);
    let drawn = matrix(data, within, &shown, lang);
    let title = [look.county, &*drawn.title].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
    let matrix = Matrix { title: title.join(" · "), ..drawn };
    let file = lang.chart_matrix_file(stage);
    let chart = ChartView::sized(&|width| matrix.scene(Extent::Screen(width)), &matrix.scene(Extent::A3), file);
    let mut notes = vec![lang.chart_matrix_note().to_owned()];
    if shown.len() < within.units.len() {
        notes.push(lang.chart_matrix_rest(shown.len(), within.units.len()));
    }
    Some(Section { notes, ..section }.drawn(Some(Rc::new(chart))))
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
    let missing = count(State::is_missing);
    let short = count(|state| matches!(state, State::Within | State::Below));
    Matrix {
        title: lang.chart_matrix_title(stage.label(lang)),
        description: lang.chart_matrix_said(shown.len(), short, missing),
        columns: rule.demands.iter().map(|demand| column(demand.item)).collect(),
        rows: shown.iter().map(|unit| line(data, unit, rule, lang)).collect(),
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
    MatrixLine { cells: unit.cells.iter().map(cell).collect(), name }
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
