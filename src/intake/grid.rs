//! Collects cells, within the limits.

use super::limit;
use crate::basis::format;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::{Builder, Cell, Cells};

/// The cells of one table while it is read.
#[derive(Default)]
pub(super) struct Grid {
    cells: Builder,
    /// Cells of the file's earlier tables.
    before: usize,
    stray: Option<(u32, u32)>,
    strays: usize,
    full: Option<(u32, u32)>,
    /// Cells whose texts were cut.
    cut: Vec<(u32, u32)>,
}

impl Grid {
    /// An empty grid that may take what a file's earlier tables left over.
    pub fn after(cells: usize) -> Self {
        Self { before: cells, ..Self::default() }
    }

    /// Places a cell; blank ones take no room. `false` when the table is full.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell<'_>) -> bool {
        if matches!(cell, Cell::Empty) {
            return true;
        }
        let cell = self.bounded(row, column, cell);
        if self.full.is_some() {
            return false;
        }
        if column >= limit::COLUMNS || row >= self.cells.height().saturating_add(limit::GAP) {
            self.strays += 1;
            self.stray.get_or_insert((row, column));
            return true;
        }
        if row >= limit::ROWS || self.cells() >= limit::CELLS {
            self.full = Some((row, column));
            return false;
        }
        self.cells.put(row, column, cell);
        true
    }

    /// The cell, its text no longer than a spreadsheet's can be.
    fn bounded<'a>(&mut self, row: u32, column: u32, cell: Cell<'a>) -> Cell<'a> {
        let Cell::Text(text) = cell else { return cell };
        // Bytes bound characters, so that short texts are not counted.
        if text.len() <= limit::TEXT {
            return cell;
        }
        let Some((end, _)) = text.char_indices().nth(limit::TEXT) else { return cell };
        self.cut.push((row, column));
        Cell::Text(text.get(..end).unwrap_or_default())
    }

    /// Cells taken so far, earlier tables included.
    pub fn cells(&self) -> usize {
        self.before + self.cells.len()
    }

    /// Rows down to the last one with content.
    pub fn height(&self) -> u32 {
        self.cells.height()
    }

    /// Whether anything was placed.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The cells, and what was left out of them.
    pub fn finish(self, sheet: &Place) -> (Cells, Vec<Problem>) {
        let mut problems = Vec::new();
        if let Some((row, column)) = self.stray {
            let place = sheet.at(row, column);
            problems.push(Problem::new(ProblemKind::StrayCell, place, self.strays.to_string(), ""));
        }
        if let Some((row, column)) = self.full {
            let (kind, limit) = if row >= limit::ROWS {
                (ProblemKind::TooManyRows, limit::ROWS.to_string())
            } else {
                (ProblemKind::TooManyCells, limit::CELLS.to_string())
            };
            problems.push(Problem::new(kind, sheet.at(row, column), "", format::grouped(&limit)));
        }
        let cut = self.cut.iter().map(|&(row, column)| {
            Problem::new(ProblemKind::CellTooLong, sheet.at(row, column), "", format::grouped(&limit::TEXT.to_string()))
        });
        problems.extend(cut);
        (self.cells.finish(), problems)
    }
}
