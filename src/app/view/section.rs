//! Pieces of a page that are alike on all of them: a title, sentences, a picture,
//! a table.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::chart::ChartView;
use super::figure::Figure;
use super::pager::Pager;
use super::{Press, Tone};
use crate::app::act::Deed;
use crate::app::sealed::Sealed;
use crate::app::sight::{Fold, Sight};
use crate::app::typed::Entry;

/// A piece of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// Folds or unfolds it, and whether it is unfolded; `None`: it always is.
    pub fold: Option<(Deed, bool)>,
    /// What is to be known, a sentence each.
    pub notes: Vec<String>,
    /// Its picture.
    pub chart: Option<Rc<ChartView>>,
    /// Its table; `None` where there is nothing to show.
    pub grid: Option<Grid>,
    /// What can be done with it as a whole.
    pub press: Option<Press>,
}

/// A table whose figures can be asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The heads, and whether words stand below them rather than numbers.
    pub heads: Vec<(String, bool)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What leads to other rows.
    pub pager: Option<Pager>,
    /// It is folded below its picture, which says the same.
    pub folded: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its cells; the first is its head.
    pub cells: Vec<Figure>,
    /// What can be done with it.
    pub press: Option<Press>,
}

impl From<Vec<Figure>> for Row {
    fn from(cells: Vec<Figure>) -> Self {
        Self { cells, press: None }
    }
}

impl Section {
    /// A title over sentences, with nothing to show.
    pub fn of(title: impl Into<String>, notes: Vec<String>) -> Self {
        Self { title: title.into(), notes, ..Self::default() }
    }

    /// A title that is unfolded on demand, with nothing to show yet.
    pub fn unfolding(title: impl Into<String>, fold: Fold, unfolded: bool) -> Self {
        Self { title: title.into(), fold: Some((Sight::Fold(fold).into(), unfolded)), ..Self::default() }
    }

    /// The same with a table; none without rows.
    pub fn with<const N: usize>(self, heads: [(&str, bool); N], rows: Vec<Row>) -> Self {
        self.with_grid(heads.map(|(head, words)| (head.to_owned(), words)).to_vec(), rows, None)
    }

    /// The same with a table of which a part is shown; none without rows.
    pub fn with_grid(self, heads: Vec<(String, bool)>, rows: Vec<Row>, pager: Option<Pager>) -> Self {
        let grid = (!rows.is_empty()).then_some(Grid { heads, rows, pager, folded: false });
        Self { grid, ..self }
    }

    /// The same with a picture.
    pub fn drawn(self, chart: Option<Rc<ChartView>>) -> Self {
        Self { chart, ..self }
    }

    /// The same with its table folded below its picture.
    pub fn folded(mut self) -> Self {
        if let Some(grid) = self.grid.as_mut().filter(|_| self.chart.is_some()) {
            grid.folded = true;
        }
        self
    }
}

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Select {
    /// What.
    pub label: String,
    /// The options with what choosing them does.
    pub options: Vec<(String, Deed)>,
    /// Which is chosen.
    pub chosen: usize,
    /// Groups of options with their first ones: each ends where the next begins,
    /// options before the first stand outside.
    pub groups: Vec<(String, usize)>,
    /// The options stand in a row of buttons; they are a list to unfold
    /// otherwise.
    pub row: bool,
}

impl Select {
    /// Options of which one holds, the first if none does.
    pub fn of<T: PartialEq, D: Into<Deed>>(
        label: &str,
        options: impl IntoIterator<Item = (T, String)>,
        chosen: &T,
        choose: impl Fn(T) -> D,
    ) -> Self {
        let mut select = Self { label: label.to_owned(), ..Self::default() };
        for (value, name) in options {
            if value == *chosen {
                select.chosen = select.options.len();
            }
            select.options.push((name, choose(value).into()));
        }
        select
    }

    /// The same with its options in a row of buttons.
    pub fn in_row(self) -> Self {
        Self { row: true, ..self }
    }
}

/// A text to type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The field.
    pub entry: Sealed<Entry>,
    /// What it is.
    pub label: String,
    /// What stands in it; empty for what is not given.
    pub value: String,
    /// What stands in the empty field.
    pub hint: String,
    /// What to say about a text that cannot be read; may be empty.
    pub invalid: String,
    /// More than a number may be typed: words, 312/330, 15±2.
    pub wide: bool,
    /// [`Tone::Near`]: it stands otherwise than in the standard.
    pub tone: Tone,
}

impl Field {
    /// A number with its label and text.
    pub fn number(entry: Entry, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            entry: entry.into(),
            label: label.into(),
            value: value.into(),
            hint: String::new(),
            invalid: String::new(),
            wide: false,
            tone: Tone::Plain,
        }
    }
}

/// Something to switch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toggle {
    /// What it decides.
    pub label: String,
    /// What has to be known about it; may be empty.
    pub remark: String,
    /// It is on.
    pub on: bool,
    /// [`Tone::Near`]: it stands otherwise than in the standard.
    pub tone: Tone,
    /// Switches it.
    pub press: Deed,
}
