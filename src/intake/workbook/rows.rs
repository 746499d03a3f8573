//! Rows in the form in which spreadsheet programs write them, read without
//! the general parser: it takes most of the time of a large sheet. A row with
//! anything else in it is left to that parser, which gives the same cells.

use std::io::BufRead;
use std::mem;

use suanpan_scan::Stop;
use suanpan_scan::sheet::{self, Cell as Found, Row, Value};

use super::sheet::SheetReader;
use super::window::Window;
use super::xml::Halt;
use crate::word::table::{Cell, Packed};

/// What is kept between rows.
#[derive(Default)]
pub(super) struct Plain {
    row: Row,
    /// Shared strings as this sheet's cells, once they were met.
    met: Vec<Option<Packed>>,
}

impl SheetReader<'_> {
    /// Reads the rows ahead as far as they are plain.
    pub(super) fn plain_rows(&mut self, window: &mut Window<'_>) -> Result<(), Halt> {
        let mut plain = mem::take(&mut self.plain);
        let read = self.rows(&mut plain, window);
        self.plain = plain;
        read
    }

    fn rows(&mut self, plain: &mut Plain, window: &mut Window<'_>) -> Result<(), Halt> {
        loop {
            match sheet::row(window.ahead(), &mut plain.row) {
                Ok(length) => {
                    if plain.row.strings as usize > self.strings.len() {
                        return Ok(());
                    }
                    self.take(plain, window.ahead())?;
                    window.consume(length);
                }
                Err(Stop::Unknown) => return Ok(()),
                Err(Stop::Short) => {
                    if !window.more() {
                        return Ok(());
                    }
                }
            }
        }
    }

    /// Takes a row's cells in.
    fn take(&mut self, plain: &mut Plain, bytes: &[u8]) -> Result<(), Halt> {
        self.here.0 = plain.row.number.unwrap_or(self.here.0);
        let Plain { row, met } = plain;
        let mut cells = row.cells.as_slice();
        loop {
            let taken = self.grid.take(&mut self.here, cells, bytes, met, &self.dates.formats);
            let Some((cell, rest)) = cells.get(taken..).and_then(<[Found]>::split_first) else { break };
            let (row, column) = cell.place.unwrap_or(self.here);
            self.here.1 = column.saturating_add(1);
            self.put((row, column), cell, met, bytes);
            cells = rest;
        }
        self.report(self.here.0)?;
        self.here = (self.here.0.saturating_add(1), 0);
        Ok(())
    }

    /// Takes a cell in that the grid does not take as it is.
    fn put(&mut self, (row, column): (u32, u32), cell: &Found, met: &mut Vec<Option<Packed>>, bytes: &[u8]) {
        let content = match cell.value {
            Value::Empty => return,
            Value::Uncomputed => Cell::Uncomputed,
            Value::Number(number) => self.dates.cell(cell.style, number),
            Value::Bool(value) => Cell::Bool(value),
            Value::Text(start, end) => {
                self.grid.put_bytes(row, column, bytes.get(start..end).unwrap_or_default(), false);
                return;
            }
            Value::Shared(index) => {
                let index = index as usize;
                let text = self.strings.get(index).unwrap_or_default();
                if met.is_empty() {
                    met.resize(self.strings.len(), None);
                }
                // One that has to be cut is noted wherever it stands.
                if let Some(slot) = met.get_mut(index)
                    && let Some(packed) = slot.or_else(|| self.grid.pack(text))
                {
                    *slot = Some(packed);
                    self.grid.place(row, column, packed);
                    return;
                }
                if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
            }
        };
        self.grid.put(row, column, content);
    }
}
