//! A sheet as it was in the file: cells with their positions, nothing
//! interpreted.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
pub use suanpan_scan::cell::Cell;
pub use suanpan_scan::cells::{Book, Builder, Cells, Packed, Room, Row, Texts};

use crate::basis::place::Place;

mod parts;

/// One sheet, or one CSV file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet's name; empty for CSV.
    pub sheet: Arc<str>,
    /// Its cells.
    #[serde(with = "parts")]
    pub cells: Cells,
    /// Merged ranges.
    pub merges: Vec<Merge>,
    /// The sheet is hidden in its workbook.
    pub hidden: bool,
    /// Rows that are hidden, from 0, rising.
    pub hidden_rows: Vec<u32>,
    /// Columns that are hidden, from 0, rising.
    pub hidden_columns: Vec<u32>,
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
    /// How many rows it has, down to the last one with content.
    pub fn height(&self) -> u32 {
        self.cells.height()
    }

    /// A row from 0; without cells beyond the table.
    pub fn row(&self, row: u32) -> Row<'_> {
        self.cells.row(row)
    }

    /// All rows from the top.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.height()).map(|row| self.row(row))
    }

    /// The cell at a row and column from 0; `Empty` beyond the table.
    pub fn cell(&self, row: u32, column: u32) -> Cell<'_> {
        self.row(row).get(column)
    }

    /// The same with rows as columns, of the first `limit` of both.
    pub fn turned(&self, limit: u32) -> Self {
        let width = self.rows().map(|row| row.len()).max().unwrap_or(0);
        let mut builder = Builder::default();
        for column in 0..u32::try_from(width).unwrap_or(limit).min(limit) {
            for row in 0..self.height().min(limit) {
                builder.put(column, row, self.cell(row, column));
            }
        }
        let turn = |merge: &Merge| Merge { top: merge.left, left: merge.top, bottom: merge.right, right: merge.bottom };
        let (file, sheet, merges) = (self.file.clone(), self.sheet.clone(), self.merges.iter().map(turn).collect());
        Self { file, sheet, cells: builder.finish(), merges, ..Self::default() }
    }

    /// Whether a place is this sheet or in it.
    pub fn holds(&self, place: &Place) -> bool {
        self.file == place.file && self.sheet == place.sheet
    }

    /// The whole sheet as a place; add a cell with [`Place::at`].
    pub fn place(&self) -> Place {
        Place::sheet(&self.file, &self.sheet)
    }
}
