//! How results are looked at otherwise: nothing of it changes the document.

use serde::{Deserialize, Serialize};

use super::model::{Look, Shown};
use super::view::balance::{BalanceSort, Part};
use super::view::bonus::BonusSort;
use super::view::evaluation::EvaluationSort;
use super::view::pager::List;
use super::why::Subject;
use crate::balance::indices;
use crate::basis::problem::ProblemKind;
use crate::word::field::Stage;

/// Another look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Sight {
    /// An explanation; `None`: none.
    Why(Option<Subject>),
    /// Another part of the balance page.
    Part(Part),
    /// Another resource, or the same otherwise.
    Indices(indices::Choice),
    /// Another stage.
    Stage(Stage),
    /// One group of schools; `None`: all.
    Group(Option<String>),
    /// The evaluation's table in an order.
    Evaluation(EvaluationSort),
    /// The balance's table in an order; `None`: that of the data.
    Balance(Option<BalanceSort>),
    /// The bonus table in an order.
    Bonus(BonusSort),
    /// Other rows of a long list.
    Rows {
        /// The list.
        list: List,
        /// The first row to show, from 0.
        from: usize,
    },
    /// A part of a sheet.
    Sheet(Shown),
    /// A part unfolded, or folded again.
    Fold(Fold),
}

/// A part of a page that can be unfolded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fold {
    /// The columns of a sheet, by its index.
    Columns(usize),
    /// The problems of a kind.
    Problems(ProblemKind),
    /// Other ways to compute coefficients.
    Checks,
    /// Schools × indicators as a picture.
    Matrix,
    /// How the county stood in every year.
    History,
    /// Differences of marks among schools.
    Achievement,
    /// A compliance target, by its id.
    Target(String),
}

impl Look {
    /// Looks otherwise. Lists whose rows become others begin with their first.
    pub(super) fn see(&mut self, sight: Sight) {
        match sight {
            Sight::Why(subject) => self.explained = subject,
            Sight::Part(part) => {
                self.balance_part = part;
                self.explained = None;
            }
            Sight::Indices(choice) => {
                self.indices = choice;
                self.explained = None;
                self.windows.rewind(&[List::IndexGroups, List::IndexSchools]);
            }
            Sight::Stage(stage) => {
                self.stage = stage;
                self.explained = None;
                let lists = [List::Balance, List::Excluded, List::Shortfalls, List::IndexGroups, List::IndexSchools];
                self.windows.rewind(&lists);
            }
            Sight::Group(group) => {
                self.group = group;
                self.windows.rewind(&[List::Evaluation]);
            }
            Sight::Evaluation(sort) => {
                self.evaluation_sort = sort;
                self.windows.rewind(&[List::Evaluation]);
            }
            Sight::Balance(sort) => {
                self.balance_sort = sort;
                self.windows.rewind(&[List::Balance]);
            }
            Sight::Bonus(sort) => {
                self.bonus_sort = sort;
                self.windows.rewind(&[List::Bonus]);
            }
            Sight::Rows { list, from } => self.windows.turn(list, from),
            Sight::Sheet(shown) => {
                self.unfolded.insert(Fold::Columns(shown.sheet));
                let jumps = self.shown.jumps + u32::from(shown.cell.is_some());
                self.shown = Shown { jumps, ..shown };
            }
            Sight::Fold(fold) => {
                if !self.unfolded.remove(&fold) {
                    self.unfolded.insert(fold);
                }
            }
        }
    }
}
