//! Windows on long lists: a page that draws thousands of rows stalls. The lists of
//! most counties are shown whole.

use serde::{Deserialize, Serialize};

use crate::app::act::Deed;
use crate::app::sight::Sight;
use crate::basis::format;
use crate::basis::problem::ProblemKind;
use crate::basis::text::Lang;

/// The most rows of a list that is shown whole.
pub const WHOLE: usize = 120;

/// How many rows of a longer list are drawn at once: so few that a change of theirs
/// shows within a picture.
pub const ROWS: usize = 50;

/// The lists that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum List {
    /// The schools of the evaluation.
    Evaluation,
    /// The schools of the balance.
    Balance,
    /// The schools that lack something.
    Shortfalls,
    /// Those that the balance leaves out.
    Excluded,
    /// The groups of an index of inequality.
    IndexGroups,
    /// The schools in the order of a Lorenz curve.
    IndexSchools,
    /// The schools of a compliance target, by its first line.
    Target(usize),
    /// The schools of the bonus.
    Bonus,
    /// Those that take no part in it.
    Unpaid,
    /// The problems of a kind.
    Problems(ProblemKind),
}

/// The row, from 0, with which each list begins on the screen; those without
/// one begin with their first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Windows(Vec<(List, usize)>);

impl Windows {
    /// Shows a list from a row on.
    pub fn turn(&mut self, list: List, from: usize) {
        self.0.retain(|(known, _)| *known != list);
        self.0.push((list, from));
    }

    /// Shows lists from their first rows on.
    pub fn rewind(&mut self, lists: &[List]) {
        self.0.retain(|(known, _)| !lists.contains(known));
    }

    /// What is shown of a list of so many rows: from the row that was asked for,
    /// or the last rows when the list has become shorter.
    pub fn of(&self, list: List, length: usize) -> Window {
        let asked = self.0.iter().find(|(known, _)| *known == list).map_or(0, |(_, from)| *from);
        let from = if length > WHOLE { start(asked.min(length - 1)) } else { 0 };
        Window { list, from, length }
    }
}

/// The part of a list that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    list: List,
    from: usize,
    length: usize,
}

impl Window {
    /// The first of its rows, from 0.
    pub const fn first(self) -> usize {
        self.from
    }

    /// Its rows of all.
    pub fn cut<T>(self, rows: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        let rows_shown = if self.length > WHOLE { ROWS } else { WHOLE };
        rows.into_iter().skip(self.from).take(rows_shown)
    }

    /// What leads to the others; `None` when all is shown. `asked` is the row
    /// that is being explained.
    pub fn pager(self, asked: Option<usize>, lang: Lang) -> Option<Pager> {
        let Self { list, from, length } = self;
        let turn = |from: usize| Deed::from(Sight::Rows { list, from });
        let end = from.saturating_add(ROWS).min(length);
        let grouped = |count: usize| format::grouped(&count.to_string());
        (length > WHOLE).then(|| Pager {
            summary: lang.rows_shown(&grouped(from + 1), &grouped(end), &grouped(length)),
            before: (from > 0).then(|| turn(from.saturating_sub(ROWS))),
            after: (end < length).then(|| turn(end)),
            asked: asked.map(start).filter(|other| *other != from).map(turn),
            printed: lang.rows_printed().to_owned(),
        })
    }
}

/// Where the window with a row begins.
const fn start(row: usize) -> usize {
    row / ROWS * ROWS
}

/// What leads to the other rows of something that is shown in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pager {
    /// Which rows of how many.
    pub summary: String,
    /// Shows the rows before.
    pub before: Option<Deed>,
    /// Shows the rows after.
    pub after: Option<Deed>,
    /// Shows the row that is being explained, when it is another's.
    pub asked: Option<Deed>,
    /// Said on paper only: where all rows are; empty where no more need be said.
    pub printed: String,
}
