//! A heading that stands once more below the first: the same one is passed
//! over; under one that names its columns otherwise nothing may be read.

use super::clean::is_plain_number;
use super::column::{Match, meaning, read};
use super::plain::bare;
use crate::word::field::Field;
use crate::word::reading::Column;
use crate::word::table::{Cell, Table, Texts};

/// The signs that headers of names have; half a million rows have none of them.
const NAMING: &[char] = &['名', '称', '稱', '姓', '位', '校'];

/// Finds headings below a table's first.
pub(super) struct Headings<'a> {
    table: &'a Table,
    columns: &'a [Column],
    /// The rows of the first heading.
    height: u32,
    /// The texts that may head a column of names.
    naming: Texts,
}

impl<'a> Headings<'a> {
    /// For a table with these columns, whose heading has so many rows.
    pub fn new(table: &'a Table, columns: &'a [Column], height: u32) -> Self {
        Self { table, columns, height, naming: table.cells.texts_with(NAMING) }
    }

    /// The first row from `from` to `end` that heads the columns anew, and
    /// otherwise than the first heading does.
    pub fn other(&self, from: u32, end: u32) -> Option<u32> {
        (from..end).find(|row| self.heads(*row) && self.differs(*row))
    }

    /// Whether a row names columns: words only, one of which heads names.
    fn heads(&self, row: u32) -> bool {
        if !self.table.row(row).has(&self.naming) || !self.is_words(row) {
            return false;
        }
        let names = |text: &str| {
            text.contains(|sign| NAMING.contains(&sign))
                && matches!(meaning(text), Some(Field::SchoolName | Field::PersonName))
        };
        let known = |(_, text): &(u32, String)| self.is_known(text);
        self.texts(row).any(|(_, text)| names(&text)) && self.texts(row).filter(known).nth(1).is_some()
    }

    /// Whether a heading, as high as the first, has a column that is another one
    /// there.
    fn differs(&self, row: u32) -> bool {
        let rows = (row..row.saturating_add(self.height)).take_while(|row| self.is_words(*row));
        rows.flat_map(|row| self.texts(row)).any(|(index, text)| {
            match self.columns.iter().find(|column| column.index == index) {
                Some(column) if is_part(column, &text) || says_the_same(column, &text) => false,
                Some(column) => column.field.is_some() || self.is_known(&text),
                None => meaning(&text).is_some(),
            }
        })
    }

    /// Whether a text heads a column, in the dictionary or here.
    fn is_known(&self, text: &str) -> bool {
        meaning(text).is_some() || self.columns.iter().any(|column| is_part(column, text))
    }

    fn is_words(&self, row: u32) -> bool {
        let mut cells = self.table.row(row).iter().filter(|cell| !cell.is_blank());
        cells.all(|cell| matches!(cell, Cell::Text(_)) && !is_plain_number(cell))
    }

    fn texts(&self, row: u32) -> impl Iterator<Item = (u32, String)> {
        let cells = (0..).zip(self.table.row(row).iter()).filter(|(_, cell)| !cell.is_blank());
        cells.map(|(index, cell)| (index, cell.text().into_owned()))
    }
}

/// Whether a text is another word for what a column is, in the same unit.
fn says_the_same(column: &Column, text: &str) -> bool {
    let (first, again) = (read(&column.header), read(text));
    let Some(field) = &column.field else { return false };
    let unit = |found: &Match| found.unit(field.quantity());
    again.field.as_ref() == Some(field) && unit(&first) == unit(&again)
}

/// Whether a text is one of the rows of a column's header.
fn is_part(column: &Column, text: &str) -> bool {
    let text = bare(text);
    column.header.split(" › ").any(|part| bare(part) == text)
}
