//! Whole rows taken in as they were scanned, as far as they are plain.

use super::{Builder, EMPTY, FALSE, Packed, TRUE, UNCOMPUTED};
use crate::delimited::{PlainField, Scanner};
use crate::sheet::{self, Value};

/// What scanned cells refer to.
pub struct Book<'a> {
    /// The shared strings that are packed already, by their indices.
    pub shared: &'a [Option<Packed>],
    /// For every cell format, whether its numbers are dates.
    pub dates: &'a [bool],
    /// The most bytes of a text.
    pub longest: usize,
    /// The most columns.
    pub columns: u32,
}

/// How much more is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The row that is not taken in any more.
    pub rows: u32,
    /// The most empty rows below the last one with content.
    pub gap: u32,
    /// The most columns.
    pub columns: u32,
    /// The most cells.
    pub cells: usize,
    /// The most bytes of a text.
    pub longest: usize,
}

impl Builder {
    /// Places the cells of a scanned row, as far as they are plain, and says how
    /// many it took. `here` is where a cell stands that does not say it, and
    /// afterwards where the next one would. Not plain are dates, strings that
    /// are not packed yet, long texts, and cells beyond the columns or of
    /// another row; `bytes` is what the row was scanned from.
    // Not within its caller, which is compiled for size.
    #[inline(never)]
    pub fn take(&mut self, here: &mut (u32, u32), cells: &[sheet::Cell], bytes: &[u8], book: &Book<'_>) -> usize {
        for (taken, cell) in cells.iter().enumerate() {
            let (row, column) = cell.place.unwrap_or(*here);
            if row != here.0 || column >= book.columns {
                return taken;
            }
            match cell.value {
                Value::Empty => {}
                Value::Number(_) if book.dates.get(cell.style as usize) == Some(&true) => return taken,
                Value::Number(number) => self.place(row, column, Packed(number.to_bits())),
                Value::Shared(index) => match book.shared.get(index as usize) {
                    Some(Some(packed)) => self.place(row, column, *packed),
                    _ => return taken,
                },
                Value::Text(start, end) if end - start <= book.longest => {
                    self.put_bytes(row, column, bytes.get(start..end).unwrap_or_default());
                }
                Value::Text(..) => return taken,
                Value::Bool(value) => self.place(row, column, Packed(if value { TRUE } else { FALSE })),
                Value::Uncomputed => self.place(row, column, Packed(UNCOMPUTED)),
            }
            here.1 = column + 1;
        }
        cells.len()
    }

    /// Takes in the records of a delimited text, as far as they are plain, from
    /// where the scanner stands; gives the row after the last one, when `row` is
    /// the first that is free. A record's row is the line that it starts on. Not
    /// plain are records with a quote and those that there is no room for.
    // Not within its caller, which is compiled for size.
    #[inline(never)]
    pub fn take_records(&mut self, scanner: &mut Scanner, bytes: &[u8], row: u32, room: Room) -> u32 {
        let mut next = row;
        loop {
            let row = u32::try_from(scanner.pass_blank_lines(bytes)).unwrap_or(u32::MAX).max(next);
            let fits = row < room.rows.min(self.height().saturating_add(room.gap));
            let full = self.len() + room.columns as usize > room.cells;
            if !fits || full || scanner.at >= bytes.len() || !self.take_record(scanner, bytes, row, room) {
                return next;
            }
            next = row + 1;
        }
    }

    /// Takes in the record that the scanner stands at; `false`: it is not plain,
    /// and the scanner still stands there.
    #[inline]
    fn take_record(&mut self, scanner: &mut Scanner, bytes: &[u8], row: u32, room: Room) -> bool {
        let (before, mark) = (self.cells.packed.len(), scanner.mark());
        for column in 0..room.columns {
            let Some(PlainField { start, end, short, last }) = scanner.plain_field(bytes) else { break };
            let packed = if start == end {
                EMPTY
            } else if end - start > room.longest {
                break;
            } else {
                let Some(packed) = self.pack_bytes(column, short, bytes.get(start..).unwrap_or_default(), end - start)
                else {
                    break;
                };
                packed
            };
            self.cells.packed.push(packed);
            if last {
                self.begin_row(row, before);
                return true;
            }
        }
        self.cells.packed.truncate(before);
        scanner.turn_back(mark);
        false
    }

    /// Makes the cells from a place in `packed` on a row, below all others. Blank
    /// ones at its end take no room.
    #[inline]
    fn begin_row(&mut self, row: u32, start: usize) {
        while self.cells.packed.len() > start && self.cells.packed.last() == Some(&EMPTY) {
            self.cells.packed.pop();
        }
        if self.cells.packed.len() > start {
            self.end_rows(row.saturating_sub(self.cells.height()), start);
        }
    }
}
