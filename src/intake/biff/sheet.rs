//! A worksheet's records, read cell by cell.

use super::super::date::TO_1904;
use super::super::grid::Grid;
use super::super::hidden::Marks;
use super::super::limit;
use super::super::ole::{u16_at, u32_at};
use super::super::watch::{Progress, Stage, Watch};
use super::book::Book;
use super::record::{BOF, Content, EOF, Record, Records, cell, packed};
use crate::word::table::{Cell, Merge, Table};

/// How the reading of a sheet ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// All of it is read.
    Whole,
    /// What stands before the damage is read.
    Damaged,
    /// Nobody wants the rest.
    Cancelled,
}

/// Reads a worksheet into a grid.
pub(super) struct SheetReader<'a> {
    book: &'a Book,
    grid: &'a mut Grid,
    watch: &'a mut dyn Watch,
    /// Rows of the file's earlier sheets.
    before: u64,
    length: usize,
    /// The row at which progress is reported next.
    next: u32,
    /// A formula whose text follows.
    waiting: Option<(u32, u32)>,
    /// The text of the present cell.
    text: String,
    merges: Vec<Merge>,
    hidden_rows: Marks,
    hidden_columns: Marks,
}

/// Record kinds (MS-XLS 2.3.2).
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const COL_INFO: u16 = 0x007D;
    pub const MUL_RK: u16 = 0x00BD;
    pub const RICH_STRING: u16 = 0x00D6;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const LABEL_SST: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const ARRAY: u16 = 0x0221;
    pub const TABLE: u16 = 0x0236;
    pub const RK: u16 = 0x027E;
    pub const SHARED_FORMULA: u16 = 0x04BC;
}

impl<'a> SheetReader<'a> {
    /// A reader for one worksheet; `before` counts the rows of earlier ones.
    pub fn new(book: &'a Book, grid: &'a mut Grid, before: u64, watch: &'a mut dyn Watch) -> Self {
        let (merges, hidden_rows, hidden_columns) = Default::default();
        let (length, next, waiting, text) = (0, 0, None, String::new());
        Self { book, grid, watch, before, length, next, waiting, text, merges, hidden_rows, hidden_columns }
    }

    /// Reads the sheet that begins at a byte of the stream; gives how it ended
    /// and how many bytes it takes.
    pub fn read(&mut self, stream: &'a [u8], start: usize) -> (End, usize) {
        self.length = stream.len();
        let mut records = Records::from(stream, start);
        let end = self.walk(&mut records);
        (end, records.at.saturating_sub(start))
    }

    /// A table without cells: merged ranges, and what is hidden of it.
    pub fn shape(self) -> Table {
        let (hidden_rows, hidden_columns) = (self.hidden_rows.list(), self.hidden_columns.list());
        Table { merges: self.merges, hidden_rows, hidden_columns, ..Table::default() }
    }

    fn walk(&mut self, records: &mut Records<'a>) -> End {
        if records.next().is_none_or(|record| record.kind != BOF) {
            return End::Damaged;
        }
        // Charts stand within a sheet as a sheet does within the workbook.
        let mut charts = 0_usize;
        while let Some(record) = records.next() {
            if !matches!(record.kind, kind::STRING | kind::ARRAY | kind::TABLE | kind::SHARED_FORMULA) {
                self.uncomputed();
            }
            match record.kind {
                BOF => charts = charts.saturating_add(1),
                EOF if charts == 0 => return End::Whole,
                EOF => charts -= 1,
                _ if charts > 0 => {}
                _ => match self.take(record, records) {
                    Some(row) if row >= self.next && !self.report(row, records.at) => return End::Cancelled,
                    Some(_) => {}
                    None => return End::Damaged,
                },
            }
        }
        self.uncomputed();
        End::Damaged
    }

    /// A formula whose text did not follow has no result.
    fn uncomputed(&mut self) {
        if let Some((row, column)) = self.waiting.take() {
            self.grid.put(row, column, Cell::Uncomputed);
        }
    }

    /// `false`: cancelled.
    fn report(&mut self, row: u32, at: usize) -> bool {
        self.next = row.saturating_add(limit::ROWS_PER_REPORT);
        let [at, length] = [at, self.length].map(|bytes| f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)));
        let (rows, fraction) = (self.before.saturating_add(u64::from(row)), Some((at / length.max(1.0)).min(1.0)));
        self.watch.go_on(Progress { stage: Stage::Read, rows, fraction })
    }

    /// Takes a record in and gives its row, 0 if it has none; `None` when it is
    /// not as it should be.
    fn take(&mut self, record: Record<'a>, records: &mut Records<'a>) -> Option<u32> {
        let body = record.body;
        match record.kind {
            kind::ROW | kind::COL_INFO | kind::MERGE_CELLS => {
                // What is no cell costs none, whatever it says.
                self.shaped(record).unwrap_or_default();
            }
            kind::STRING => {
                if let Some((row, column)) = self.waiting.take() {
                    return self.label(row, column, Content::of(body, records));
                }
            }
            kind::LABEL | kind::RICH_STRING => {
                let (row, column, _) = cell(body)?;
                return self.label(row, column, Content::of(body.get(6..)?, records));
            }
            kind::MUL_RK => {
                let (row, first) = (u16_at(body, 0)?.into(), u32::from(u16_at(body, 2)?));
                for (numbers, column) in body.get(4..)?.as_chunks::<6>().0.iter().zip(first..) {
                    self.number(row, column, u16_at(numbers, 0)?, packed(numbers, 2)?);
                }
                return Some(row);
            }
            kind::FORMULA | kind::LABEL_SST | kind::NUMBER | kind::BOOL_ERR | kind::RK => {
                return self.value(record.kind, body);
            }
            _ => {}
        }
        Some(0)
    }

    /// Takes in a record that says what is hidden or merged.
    fn shaped(&mut self, Record { kind, body }: Record<'_>) -> Option<()> {
        let at = |at| u16_at(body, at);
        match kind {
            kind::ROW => {
                let row = u32::from(at(0)?);
                if body.get(12)? & 0x20 != 0 {
                    self.hidden_rows.add(row, row, limit::ROWS);
                }
            }
            kind::COL_INFO => {
                if at(8)? & 1 != 0 {
                    self.hidden_columns.add(u32::from(at(0)?), u32::from(at(2)?), limit::COLUMNS);
                }
            }
            _ => {
                let (ranges, _) = body.get(2..)?.as_chunks::<8>();
                let range = |range: &[u8; 8]| {
                    let at = |at| u16_at(range, at).map(u32::from);
                    Some(Merge { top: at(0)?, bottom: at(2)?, left: at(4)?, right: at(6)? })
                };
                self.merges.extend(ranges.iter().take(at(0)?.into()).filter_map(range));
            }
        }
        Some(())
    }

    /// Takes in a record with one cell that has a format and a value.
    fn value(&mut self, kind: u16, body: &[u8]) -> Option<u32> {
        let (row, column, format) = cell(body)?;
        match kind {
            kind::NUMBER => self.number(row, column, format, f64_at(body, 6)?),
            kind::RK => self.number(row, column, format, packed(body, 6)?),
            kind::BOOL_ERR => self.logical(row, column, *body.get(6)?, *body.get(7)? != 0),
            kind::LABEL_SST => {
                let index = u32_at(body, 6)?;
                match self.book.strings.get(index) {
                    Some("") => {}
                    Some(text) => drop(self.grid.put(row, column, Cell::Text(text))),
                    None => drop(self.grid.put(row, column, Cell::Error(&index.to_string()))),
                }
            }
            // A formula's result: a number, or in what would be no number its kind.
            _ => match (u16_at(body, 12)?, body.get(6)?) {
                (0xFFFF, 0) => self.waiting = Some((row, column)),
                (0xFFFF, 1) => self.logical(row, column, *body.get(8)?, false),
                (0xFFFF, 2) => self.logical(row, column, *body.get(8)?, true),
                // An empty text.
                (0xFFFF, _) => {}
                _ => self.number(row, column, format, f64_at(body, 6)?),
            },
        }
        Some(row)
    }

    // What cells are put into says itself when it is full.

    fn number(&mut self, row: u32, column: u32, format: u16, number: f64) {
        let days = if self.book.from_1904 { TO_1904 } else { 0.0 };
        let cell = if self.book.is_date(format) { Cell::Date(number + days) } else { Cell::Number(number) };
        self.grid.put(row, column, cell);
    }

    fn logical(&mut self, row: u32, column: u32, value: u8, error: bool) {
        self.grid.put(row, column, if error { Cell::Error(error_name(value)) } else { Cell::Bool(value != 0) });
    }

    fn label(&mut self, row: u32, column: u32, mut content: Content<'_, '_>) -> Option<u32> {
        self.text.clear();
        self.book.script.read(&mut content, true, self.watch, &mut self.text)?;
        self.grid.put(row, column, if self.text.is_empty() { Cell::Empty } else { Cell::Text(&self.text) });
        Some(row)
    }
}

/// A floating-point number at a byte.
pub(in crate::intake) fn f64_at(body: &[u8], at: usize) -> Option<f64> {
    body.get(at..)?.first_chunk().map(|number| f64::from_le_bytes(*number))
}

/// The names of errors (MS-XLS 2.5.10).
pub(in crate::intake) fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    }
}
