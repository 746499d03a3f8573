//! Why: the origin of every figure of the assessment, down to the cells of
//! the files.

mod achievement;
mod cell;
mod indices;
mod variation;
mod verdict;

pub use achievement::achievement;
pub use indices::indices;

use super::Balance;
use super::condition::Conditions;
use super::standard::Standard;
use super::subject::Subject;
use super::wording;
use crate::basis::text::Lang;
use crate::basis::why::{CellNote, Why};
use crate::word::dataset::Dataset;
use crate::word::field::Field;

/// Explains a figure of the assessment that was made of the data; `None` when
/// it holds no such figure.
pub fn explain(data: &Dataset, balance: &Balance, subject: &Subject, lang: Lang) -> Option<Why> {
    let origin = Origin { conditions: Conditions::of(data, &balance.scheme), balance, lang };
    match *subject {
        Subject::Cell { stage, school, item } => origin.cell(stage, school, item),
        Subject::Variation { stage, item } => origin.variation(stage, item),
        Subject::Composite(stage) => origin.composite(stage),
        Subject::School { stage, school } => origin.school(stage, school),
        Subject::Stage(stage) => origin.stage(stage),
        Subject::County => Some(origin.county()),
    }
}

/// What an explanation is drawn from.
struct Origin<'a> {
    conditions: Conditions<'a>,
    balance: &'a Balance,
    lang: Lang,
}

impl Origin<'_> {
    /// What every explanation ends with: departures, if any, and the source.
    fn basis(&self) -> impl Iterator<Item = String> {
        let source = self.balance.scheme.standard.source(self.lang).to_owned();
        wording::departures(self.balance, self.lang).into_iter().chain([source])
    }

    /// The standard.
    fn standard(&self) -> Standard {
        self.balance.scheme.standard
    }

    /// The cells that a school's value of a field was read from.
    fn sources(&self, school: usize, field: &Field) -> Vec<CellNote> {
        self.conditions.value(school, field).map(|value| value.cells().to_vec()).unwrap_or_default()
    }
}
