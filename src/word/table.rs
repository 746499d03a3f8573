//! A sheet as it was in the file: cells with their positions, nothing
//! interpreted.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::basis::place::Place;

/// One sheet, or one CSV file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet's name; empty for CSV.
    pub sheet: Arc<str>,
    /// Rows from the top; a row holds its cells from column A on and may be
    /// shorter than the sheet is wide. Empty rows are empty.
    pub rows: Vec<Vec<Cell>>,
    /// Merged ranges.
    pub merges: Vec<Merge>,
    /// The sheet is hidden in its workbook.
    pub hidden: bool,
}

/// A cell's content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, untrimmed.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A date, as the spreadsheet's serial day number.
    Date(f64),
    /// An error such as `#DIV/0!`.
    Error(Arc<str>),
    /// A formula without a stored result.
    Uncomputed,
}

/// A merged range, bounds included, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Table {
    /// The cell at a row and column from 0; `Empty` beyond the table.
    pub fn cell(&self, row: u32, column: u32) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        let row = usize::try_from(row).ok().and_then(|row| self.rows.get(row));
        row.zip(usize::try_from(column).ok()).and_then(|(row, column)| row.get(column)).unwrap_or(EMPTY)
    }

    /// The whole sheet as a place; add a cell with [`Place::at`].
    pub fn place(&self) -> Place {
        Place::sheet(&self.file, &self.sheet)
    }
}

impl Cell {
    /// Nothing, or a text of white space only.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The content as a person would read it in the sheet.
    pub fn text(&self) -> String {
        match self {
            Self::Empty | Self::Uncomputed => String::new(),
            Self::Text(text) | Self::Error(text) => text.to_string(),
            Self::Number(number) | Self::Date(number) => number.to_string(),
            Self::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}
