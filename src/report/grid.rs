//! A report's sheets as plain values: cells with typed contents, before any
//! file format.

use serde::{Deserialize, Serialize};

use crate::basis::money::Fen;
use crate::basis::place::column_letters;

/// A sheet of the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name, at most 31 characters.
    pub name: String,
    /// Rows from the top; each holds its cells from column A on.
    pub rows: Vec<Vec<Cell>>,
    /// Header rows, first and last, from 0: printed on every page. What stands
    /// above and they themselves stay in sight when scrolling.
    pub header: Option<(u32, u32)>,
    /// So many columns stay in sight when scrolling sideways.
    pub frozen_columns: u16,
    /// Notes at its cells.
    pub notes: Vec<Note>,
    /// What its columns take.
    pub checks: Vec<Check>,
    /// Cells that lead to others.
    pub links: Vec<Link>,
    /// Columns of codes, from 0: what is typed there stays a text, so that
    /// leading zeros are kept.
    pub codes: Vec<usize>,
}

/// A note at a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What it says.
    pub text: String,
}

/// What the cells of a column take, from a row on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The first row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What they take.
    pub takes: Takes,
    /// What is said when something else is typed.
    pub message: String,
}

/// What a cell takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Takes {
    /// One of these texts.
    OneOf(Vec<String>),
    /// A whole number of at least 0.
    Whole,
    /// A number of at least 0, and at most this.
    Number(Option<u32>),
    /// A number of at least 0, or a text.
    NumberOrText,
}

/// A cell that leads to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// The other cell: `'办学条件'!B3`.
    pub to: String,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// How it looks.
    pub style: Style,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Nothing.
    #[default]
    Blank,
    /// A text; never a formula, whatever it begins with.
    Text(String),
    /// A finite number, shown as it is.
    Plain(f64),
    /// A date or time, as the spreadsheet's serial day number; finite.
    Date(f64),
    /// A finite number, shown with so many decimals.
    Number {
        /// The unrounded number.
        value: f64,
        /// The decimals shown.
        decimals: u8,
    },
    /// A ratio, shown in percent: 0.4 is 40%.
    Percent {
        /// The unrounded ratio.
        value: f64,
        /// The decimals shown.
        decimals: u8,
    },
    /// An amount, held in 元.
    Fen(Fen),
    /// A live formula.
    Formula {
        /// In A1 notation, without the equals sign.
        text: String,
        /// Its result as the program computed it, which viewers that do not
        /// calculate show. No formula itself.
        result: Box<Content>,
    },
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Style {
    /// A cell of a table.
    #[default]
    Body,
    /// A sheet's title.
    Title,
    /// A sentence outside of tables.
    Line,
    /// A section's heading.
    Heading,
    /// A column's header.
    Header,
    /// A total, a limit: set off from the rows around it.
    Total,
    /// A state's mark, centred, coloured by what it says.
    Mark,
    /// A longer text in a table, wrapped.
    Prose,
    /// A cell of somebody else's table.
    Bare,
    /// The same, with a fault.
    Fault,
    /// The same, with something to look at.
    Doubt,
    /// A cell typed anew.
    Edited,
    /// A code: shown as it was typed.
    Code,
    /// A link to another cell.
    Link,
}

impl Cell {
    /// A text in a table; an empty one leaves the cell blank.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let content = if text.is_empty() { Content::Blank } else { Content::Text(text) };
        Self { content, style: Style::Body }
    }

    /// A number in a table.
    pub fn number(value: f64, decimals: u8) -> Self {
        Self { content: Content::Number { value, decimals }, style: Style::Body }
    }

    /// A number where there is one, a dash where not.
    pub fn optional(value: Option<f64>, decimals: u8) -> Self {
        value.map_or_else(|| Self::text("—"), |value| Self::number(value, decimals))
    }

    /// A ratio in percent.
    pub fn percent(value: f64, decimals: u8) -> Self {
        Self { content: Content::Percent { value, decimals }, style: Style::Body }
    }

    /// An amount.
    pub fn fen(amount: Fen) -> Self {
        Self { content: Content::Fen(amount), style: Style::Body }
    }

    /// The number of the cell as a ratio in percent.
    pub fn percented(self, decimals: u8) -> Self {
        match self.content {
            Content::Number { value, .. } => Self { content: Content::Percent { value, decimals }, style: self.style },
            _ => self,
        }
    }

    /// The same cell as the result of a formula. A dash stays a dash.
    pub fn by(self, formula: impl Into<String>) -> Self {
        let content = Content::Formula { text: formula.into(), result: Box::new(self.content) };
        Self { content, style: self.style }
    }

    /// The same cell in another style.
    pub fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }
}

impl Sheet {
    /// An empty sheet with a title.
    pub fn new(name: &str, title: impl Into<String>) -> Self {
        let mut sheet = Self { name: name.to_owned(), ..Self::default() };
        sheet.push(vec![Cell::text(title).styled(Style::Title)]);
        sheet
    }

    /// The number of the next row, from 0.
    pub fn next(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    /// Adds a row with one sentence.
    pub fn line(&mut self, text: impl Into<String>) {
        self.push(vec![Cell::text(text).styled(Style::Line)]);
    }

    /// Adds a section's heading after an empty row.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.push(Vec::new());
        self.push(vec![Cell::text(text).styled(Style::Heading)]);
    }

    /// Adds a header row; the first one of a sheet is the one that is frozen
    /// and printed on every page.
    pub fn headers<T: Into<String>>(&mut self, texts: impl IntoIterator<Item = T>) {
        let row = self.next();
        self.header.get_or_insert((row, row));
        self.push(texts.into_iter().map(|text| Cell::text(text).styled(Style::Header)).collect());
    }
}

/// Puts a cell into its column of a row; beyond the row it is dropped.
pub(super) fn put(row: &mut [Cell], column: usize, cell: Cell) {
    if let Some(place) = row.get_mut(column) {
        *place = cell;
    }
}

/// A cell's address, row and column from 0: `B3`.
pub fn at(row: u32, column: usize) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

/// A column's cells from one row to another, which stay when the formula is
/// copied to another row: `B$3:B$9`.
pub fn down(column: usize, first: u32, last: u32) -> String {
    let letters = letters(column);
    format!("{letters}${}:{letters}${}", u64::from(first) + 1, u64::from(last) + 1)
}

/// A cell whose row stays when the formula is copied to another row: `B$3`.
pub fn fixed_row(row: u32, column: usize) -> String {
    format!("{}${}", letters(column), u64::from(row) + 1)
}

/// A cell of another sheet, row and column from 0: `'办学条件'!B3`.
pub fn there(sheet: &str, row: u32, column: u32) -> String {
    format!("'{}'!{}{}", sheet.replace('\'', "''"), column_letters(column), u64::from(row) + 1)
}

fn letters(column: usize) -> String {
    column_letters(u32::try_from(column).unwrap_or(u32::MAX))
}
