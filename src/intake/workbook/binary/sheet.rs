//! A worksheet's records, read cell by cell.

use std::mem;

use super::record::{rich, taken, wide};
use crate::intake::biff::{error_name, f64_at, packed};
use crate::intake::grid::Grid;
use crate::intake::hidden::Marks;
use crate::intake::limit;
use crate::intake::ole::u32_at;
use crate::intake::watch::{Progress, Stage, Watch};
use crate::intake::workbook::string::Strings;
use crate::intake::workbook::style::Dates;
use crate::intake::workbook::xml::Halt;
use crate::word::table::{Cell, Merge, Table};

/// Record kinds (MS-XLSB 2.3.2).
mod kind {
    pub const ROW: u16 = 0;
    /// The first and the last kind of a cell that names its column.
    pub const CELL: u16 = 1;
    pub const LAST_CELL: u16 = 11;
    /// The first and the last kind of a cell that stands beside the one before,
    /// in the same order.
    pub const NEXT_CELL: u16 = 12;
    pub const LAST_NEXT_CELL: u16 = 18;
    pub const COLUMNS: u16 = 60;
    pub const RICH_CELL: u16 = 62;
    pub const END_SHEET: u16 = 130;
    pub const BEGIN_CELLS: u16 = 145;
    pub const DIMENSION: u16 = 148;
    pub const MERGE: u16 = 176;
}

/// Reads a worksheet into a grid.
pub(in crate::intake::workbook) struct SheetReader<'a> {
    strings: &'a Strings,
    dates: &'a Dates,
    grid: &'a mut Grid,
    watch: &'a mut dyn Watch,
    /// Rows of the file's earlier sheets.
    before: u64,
    /// The last row, as the sheet claims.
    last: u32,
    /// The row at which progress is reported next.
    next: u32,
    /// Where the next cell stands if it does not say its column.
    here: (u32, u32),
    /// Cells may come: only a worksheet has any.
    started: bool,
    ended: bool,
    /// The text of the present cell.
    text: String,
    merges: Vec<Merge>,
    hidden_rows: Marks,
    hidden_columns: Marks,
}

impl<'a> SheetReader<'a> {
    /// A reader for one worksheet; `before` counts the rows of earlier ones.
    pub fn new(
        (strings, dates): (&'a Strings, &'a Dates),
        grid: &'a mut Grid,
        before: u64,
        watch: &'a mut dyn Watch,
    ) -> Self {
        let (last, next, here, started, ended, text) = (0, 0, (0, 0), false, false, String::new());
        let (merges, hidden_rows, hidden_columns) = Default::default();
        Self {
            strings,
            dates,
            grid,
            watch,
            before,
            last,
            next,
            here,
            started,
            ended,
            text,
            merges,
            hidden_rows,
            hidden_columns,
        }
    }

    /// A table without cells: merged ranges, and what is hidden of it.
    pub fn shape(&mut self) -> Table {
        let merges = mem::take(&mut self.merges);
        let (hidden_rows, hidden_columns) = (self.hidden_rows.list(), self.hidden_columns.list());
        Table { merges, hidden_rows, hidden_columns, ..Table::default() }
    }

    /// Whether a worksheet was met, to its end.
    pub fn is_whole(&self) -> bool {
        self.started && self.ended
    }

    /// Takes a record in.
    pub fn take(&mut self, kind: u16, body: &[u8]) -> Result<(), Halt> {
        taken(kind, self.record(kind, body))?;
        if kind == kind::ROW && self.here.0 >= self.next {
            self.next = self.here.0.saturating_add(limit::ROWS_PER_REPORT);
            // No more than a hint, as in xlsx.
            let fraction = (self.last > 0).then(|| (f64::from(self.here.0) / f64::from(self.last)).min(1.0));
            let rows = self.before.saturating_add(u64::from(self.here.0));
            if !self.watch.go_on(Progress { stage: Stage::Read, rows, fraction }) {
                return Err(Halt::Cancelled);
            }
        }
        Ok(())
    }

    /// `None` when the record is too short.
    fn record(&mut self, kind: u16, body: &[u8]) -> Option<()> {
        match kind {
            kind::ROW => {
                let row = u32_at(body, 0)?;
                self.here = (row, 0);
                if body.get(11)? & 0x10 != 0 {
                    self.hidden_rows.add(row, row, limit::ROWS);
                }
            }
            kind::CELL..=kind::LAST_CELL => {
                self.cell(kind, u32_at(body, 0)?, u32_at(body, 4)?, body.get(8..)?)?;
            }
            kind::NEXT_CELL..=kind::LAST_NEXT_CELL => {
                self.cell(kind - (kind::NEXT_CELL - kind::CELL), self.here.1, u32_at(body, 0)?, body.get(4..)?)?;
            }
            kind::RICH_CELL => {
                self.text.clear();
                rich(body, 8, &mut self.text)?;
                self.here.1 = u32_at(body, 0)?;
                self.put_text();
            }
            kind::COLUMNS => {
                let (first, last) = (u32_at(body, 0)?, u32_at(body, 4)?);
                if body.get(16)? & 1 != 0 {
                    self.hidden_columns.add(first, last, limit::COLUMNS);
                }
            }
            kind::DIMENSION => self.last = u32_at(body, 4)?,
            kind::MERGE => {
                let at = |at| u32_at(body, at);
                self.merges.push(Merge { top: at(0)?, bottom: at(4)?, left: at(8)?, right: at(12)? });
            }
            kind::BEGIN_CELLS => self.started = true,
            kind::END_SHEET => self.ended = true,
            _ => {}
        }
        Some(())
    }

    /// Takes in a cell of a kind at a column, with its format and its value.
    fn cell(&mut self, kind: u16, column: u32, format: u32, value: &[u8]) -> Option<()> {
        self.here.1 = column;
        // 1 blank; numbers, errors, truth values and texts by themselves, a
        // shared text, and four kinds of formulas with their results.
        let cell = match kind {
            2 => self.number(format, packed(value, 0)?),
            5 | 9 => self.number(format, f64_at(value, 0)?),
            3 | 11 => Cell::Error(error_name(*value.first()?)),
            4 | 10 => Cell::Bool(*value.first()? != 0),
            6 | 8 => {
                self.text.clear();
                wide(value, 0, &mut self.text)?;
                self.put_text();
                return Some(());
            }
            7 => {
                let index = u32_at(value, 0)?;
                match self.strings.get(usize::try_from(index).ok()?) {
                    Some("") => Cell::Empty,
                    Some(text) => Cell::Text(text),
                    None => {
                        self.put(Cell::Error(&index.to_string()));
                        return Some(());
                    }
                }
            }
            _ => Cell::Empty,
        };
        self.put(cell);
        Some(())
    }

    fn number(&self, format: u32, number: f64) -> Cell<'a> {
        // The upper byte holds flags.
        self.dates.cell(format & 0x00FF_FFFF, number)
    }

    fn put_text(&mut self) {
        let text = mem::take(&mut self.text);
        self.put(if text.is_empty() { Cell::Empty } else { Cell::Text(&text) });
        self.text = text;
    }

    /// A full grid says so itself; merged ranges are still to come.
    fn put(&mut self, cell: Cell<'_>) {
        self.grid.put(self.here.0, self.here.1, cell);
        self.here.1 = self.here.1.saturating_add(1);
    }
}
