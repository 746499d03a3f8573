//! Collects cells into rows, within the limits.

use super::limit;
use crate::basis::format;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::Cell;

/// The rows of one table while it is read.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
    cells: usize,
    stray: Option<(u32, u32)>,
    strays: usize,
    full: Option<(u32, u32)>,
    /// Cells whose texts were cut.
    cut: Vec<(u32, u32)>,
}

impl Grid {
    /// An empty grid that may take what a file's earlier tables left over.
    pub fn after(cells: usize) -> Self {
        Self { cells, ..Self::default() }
    }

    /// Places a cell; blank ones take no room. `false` when the table is full.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell) -> bool {
        if matches!(cell, Cell::Empty) {
            return true;
        }
        let cell = self.bounded(row, column, cell);
        if self.full.is_some() {
            return false;
        }
        let (Ok(at), Ok(across), Ok(met)) =
            (usize::try_from(row), usize::try_from(column), u32::try_from(self.rows.len()))
        else {
            return true;
        };
        if column >= limit::COLUMNS || row >= met.saturating_add(limit::GAP) {
            self.strays += 1;
            self.stray.get_or_insert((row, column));
            return true;
        }
        if row >= limit::ROWS || self.cells >= limit::CELLS {
            self.full = Some((row, column));
            return false;
        }
        if at >= self.rows.len() {
            self.rows.resize_with(at + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(at) {
            if across >= cells.len() {
                self.cells += across + 1 - cells.len();
                cells.resize(across + 1, Cell::Empty);
            }
            if let Some(slot) = cells.get_mut(across) {
                *slot = cell;
            }
        }
        true
    }

    /// The cell, its text no longer than a spreadsheet's can be.
    fn bounded(&mut self, row: u32, column: u32, cell: Cell) -> Cell {
        let Cell::Text(text) = &cell else { return cell };
        // Bytes bound characters, so that short texts are not counted.
        if text.len() <= limit::TEXT {
            return cell;
        }
        let Some((end, _)) = text.char_indices().nth(limit::TEXT) else { return cell };
        self.cut.push((row, column));
        Cell::Text(text.get(..end).unwrap_or_default().into())
    }

    /// Cells taken so far, earlier tables included.
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// Whether anything was placed.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, and what was left out of them.
    pub fn finish(self, sheet: &Place) -> (Vec<Vec<Cell>>, Vec<Problem>) {
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
        (self.rows, problems)
    }
}
