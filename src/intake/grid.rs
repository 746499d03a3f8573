//! Collects cells, within the limits.

use std::borrow::Cow;

use suanpan_scan::delimited::Scanner;
use suanpan_scan::sheet;

use super::limit;
use crate::basis::format;
use crate::basis::place::{Place, column_letters};
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::{Book, Builder, Cell, Cells, Packed, Room};

/// The cells of one table while it is read.
#[derive(Default)]
pub(super) struct Grid {
    cells: Builder,
    /// Cells of the file's earlier tables.
    before: usize,
    stray: Option<(u32, u32)>,
    strays: usize,
    beyond: Option<Beyond>,
    full: Option<(u32, u32)>,
    /// Cells whose texts were cut.
    cut: Vec<(u32, u32)>,
    /// A text had bytes without a meaning, which are not in its cell.
    mended: bool,
}

/// Cells of columns beyond the limit.
struct Beyond {
    /// The first one.
    first: (u32, u32),
    /// The last of their columns.
    last: u32,
    count: usize,
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
        self.takes(row, column).unwrap_or_else(|| {
            self.cells.put(row, column, cell);
            true
        })
    }

    /// Places a text that is UTF-8, or in an encoding that is undone by `decode`
    /// (`foreign`), where characters beyond ASCII are pairs of bytes.
    pub fn put_bytes(&mut self, row: u32, column: u32, text: &[u8], foreign: bool) -> bool {
        if text.is_empty() {
            return true;
        }
        let mut text = text;
        if text.len() > limit::TEXT {
            if !foreign {
                let whole = String::from_utf8_lossy(text);
                self.mended |= matches!(whole, Cow::Owned(_));
                return self.put(row, column, Cell::Text(&whole));
            }
            let end = end_of_pairs(text);
            if end < text.len() {
                self.cut.push((row, column));
                text = text.get(..end).unwrap_or_default();
            }
        }
        self.takes(row, column).unwrap_or_else(|| {
            self.cells.put_bytes(row, column, text);
            true
        })
    }

    /// Whether the bytes of a text are UTF-8, when its cells were put as such.
    /// Between these are signs of ASCII only, so that they prove it if they are all.
    pub fn proves(&mut self, bytes: &[u8]) -> bool {
        let all = self.full.or(self.stray).is_none() && self.beyond.is_none() && self.cut.is_empty() && !self.mended;
        self.cells.prove() && (all || std::str::from_utf8(bytes).is_ok())
    }

    /// Takes the texts out of their encoding, all at once.
    pub fn decode(&mut self, decode: &mut dyn FnMut(&[u8]) -> String) {
        self.cells.decode(decode);
    }

    /// A text that was not placed before, in the form in which it can be placed
    /// again and again. `None`: it is empty or too long, and is to be put.
    pub fn pack(&mut self, text: &str) -> Option<Packed> {
        let plain = !text.is_empty() && text.len() <= limit::TEXT;
        plain.then(|| self.cells.pack_new(text))?
    }

    /// Takes the cells of a scanned row as [`Builder::take`] does, with these
    /// shared strings and formats of dates; none, where there may be no room
    /// for all.
    pub fn take(
        &mut self,
        here: &mut (u32, u32),
        cells: &[sheet::Cell],
        bytes: &[u8],
        shared: &[Option<Packed>],
        dates: &[bool],
    ) -> usize {
        let height = self.cells.height();
        let room = self.full.is_none()
            && here.0 < limit::ROWS.min(height.saturating_add(limit::GAP))
            && self.cells() + limit::COLUMNS as usize <= limit::CELLS;
        let book = Book { shared, dates, longest: limit::TEXT, columns: limit::COLUMNS };
        if room { self.cells.take(here, cells, bytes, &book) } else { 0 }
    }

    /// Takes in the plain records of a delimited text, as
    /// [`Builder::take_records`] does, up to a row.
    pub fn take_records(&mut self, scanner: &mut Scanner, bytes: &[u8], row: u32, end: u32) -> u32 {
        let room = Room {
            rows: if self.full.is_none() { end.min(limit::ROWS) } else { 0 },
            gap: limit::GAP,
            columns: limit::COLUMNS,
            cells: limit::CELLS.saturating_sub(self.before),
            longest: limit::TEXT,
        };
        self.cells.take_records(scanner, bytes, row, room)
    }

    /// Makes room for the rest when so many of all bytes have been read.
    pub fn await_rest(&mut self, read: usize, all: usize) {
        if read > 0 {
            let most = limit::CELLS.saturating_sub(self.cells());
            self.cells.await_rest(read as f64 / all as f64, most);
        }
    }

    /// Places what is packed, as `put` does.
    pub fn place(&mut self, row: u32, column: u32, packed: Packed) -> bool {
        self.takes(row, column).unwrap_or_else(|| {
            self.cells.place(row, column, packed);
            true
        })
    }

    /// `None`: there is room for a cell. Else it is left out, and this says
    /// whether others may be taken.
    fn takes(&mut self, row: u32, column: u32) -> Option<bool> {
        if self.full.is_some() {
            return Some(false);
        }
        if row >= self.cells.height().saturating_add(limit::GAP) {
            self.strays += 1;
            self.stray.get_or_insert((row, column));
            return Some(true);
        }
        if column >= limit::COLUMNS {
            let beyond = self.beyond.get_or_insert(Beyond { first: (row, column), last: column, count: 0 });
            (beyond.last, beyond.count) = (beyond.last.max(column), beyond.count + 1);
            return Some(true);
        }
        if row >= limit::ROWS || self.cells() >= limit::CELLS {
            self.full = Some((row, column));
            return Some(false);
        }
        None
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
        if let Some(Beyond { first: (row, column), last, count }) = self.beyond {
            let columns = format!("{}–{} ({count})", column_letters(limit::COLUMNS), column_letters(last));
            let limit = format::grouped(&limit::COLUMNS.to_string());
            problems.push(Problem::new(ProblemKind::TooManyColumns, sheet.at(row, column), columns, limit));
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

/// The byte after the most characters that a text may have.
fn end_of_pairs(text: &[u8]) -> usize {
    let mut end = 0;
    for _ in 0..limit::TEXT {
        match text.get(end) {
            Some(byte) => end += 1 + usize::from(*byte >= 0x80),
            None => return text.len(),
        }
    }
    end.min(text.len())
}
