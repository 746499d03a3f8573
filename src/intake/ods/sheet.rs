//! A sheet while it is read: rows and cells stand one after the other, and each
//! may stand for many alike. A million blank ones at the end are usual.

use super::cell::Raw;
use crate::intake::grid::Grid;
use crate::intake::hidden::Marks;
use crate::intake::limit;
use crate::intake::open::Opened;
use crate::intake::workbook::xml::{Halt, Tag};
use crate::word::table::{Cell, Merge, Table};

/// A sheet while it is read.
#[derive(Default)]
pub(super) struct Sheet {
    table: Table,
    grid: Grid,
    hidden_rows: Marks,
    hidden_columns: Marks,
    /// How many columns were spoken of.
    columns: u32,
    /// The present row, and for how many it stands.
    row: u32,
    times: u32,
    /// The present cell's column, and for how many it stands.
    column: u32,
    across: u32,
    /// The cells of a row that stands for several, with their columns.
    held: Vec<(u32, u32, Raw)>,
}

/// How often an element is repeated, 1 without the attribute, or how far it
/// reaches.
fn count(tag: &Tag<'_>, name: &str) -> Result<u32, Halt> {
    Ok(tag.get(name)?.and_then(|count| count.trim().parse().ok()).unwrap_or(1).max(1))
}

fn is_hidden(tag: &Tag<'_>) -> Result<bool, Halt> {
    Ok(tag.get("visibility")?.is_some_and(|visibility| visibility != "visible"))
}

impl Sheet {
    /// An empty sheet, after so many cells of earlier ones.
    pub fn new(table: Table, cells: usize) -> Self {
        Self { table, grid: Grid::after(cells), ..Self::default() }
    }

    /// Columns, which are spoken of before the rows.
    pub fn columns(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        let end = self.columns.saturating_add(count(tag, "number-columns-repeated")?);
        if is_hidden(tag)? {
            self.hidden_columns.add(self.columns, end - 1, limit::COLUMNS);
        }
        self.columns = end;
        Ok(())
    }

    /// A row begins.
    pub fn open_row(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        (self.times, self.column) = (count(tag, "number-rows-repeated")?, 0);
        if is_hidden(tag)? {
            self.hidden_rows.add(self.row, self.row.saturating_add(self.times - 1), limit::ROWS);
        }
        Ok(())
    }

    /// A cell begins.
    pub fn open_cell(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        self.across = count(tag, "number-columns-repeated")?;
        let (down, right) = (count(tag, "number-rows-spanned")?, count(tag, "number-columns-spanned")?);
        if down > 1 || right > 1 {
            let (top, left) = (self.row, self.column);
            let (bottom, right) = (top.saturating_add(down - 1), left.saturating_add(right - 1));
            self.table.merges.push(Merge { top, left, bottom, right });
        }
        Ok(())
    }

    /// A cell ends.
    pub fn close_cell(&mut self, cell: Raw) {
        let column = self.column;
        self.column = column.saturating_add(self.across);
        if self.times == 1 {
            self.put(self.row, column, self.across, cell.content());
        } else if cell.content() != Cell::Empty && column <= limit::COLUMNS {
            self.held.push((column, self.across, cell));
        }
    }

    /// Places a cell that stands for several; `false` when the grid is full.
    fn put(&mut self, row: u32, column: u32, across: u32, cell: Cell<'_>) -> bool {
        // One that is too far right says so for all of them.
        let end = column.saturating_add(across).min(limit::COLUMNS.max(column).saturating_add(1));
        cell == Cell::Empty || (column..end).all(|column| self.grid.put(row, column, cell))
    }

    /// A row ends.
    pub fn close_row(&mut self) {
        let end = self.row.saturating_add(self.times);
        let held = std::mem::take(&mut self.held);
        if !held.is_empty() {
            for row in self.row..end {
                let taken = held.iter().all(|(column, across, cell)| self.put(row, *column, *across, cell.content()));
                // Rows that are left out are not left out one by one.
                if !taken || self.grid.height() <= row {
                    break;
                }
            }
        }
        self.row = end;
    }

    /// Rows so far, blank ones at the end left out.
    pub fn height(&self) -> u32 {
        self.grid.height()
    }

    /// The sheet as a table; gives the cells and the rows that it took.
    pub fn finish(mut self, opened: &mut Opened) -> (usize, u64) {
        self.table.hidden_rows = self.hidden_rows.list();
        self.table.hidden_columns = self.hidden_columns.list();
        (self.grid.cells(), opened.keep(self.table, self.grid))
    }
}
