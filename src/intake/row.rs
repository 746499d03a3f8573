//! Which rows below the header are data.

use super::dictionary::DICTIONARY;
use super::naming::names_school;
use super::plain::{bare, folded, half_width};
use crate::word::field::Field;
use crate::word::reading::{Column, column_of};
use crate::word::table::{Cell, Row, Table, Texts};

/// What a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A row of values.
    Data,
    /// Nothing in it, or the example of a blank template.
    Blank,
    /// 合计, 平均 and their like.
    Total,
    /// A note, a row of full marks or units, or the header once more.
    Note,
}

/// Says what rows are, given where names stand and how the header reads there.
pub(super) struct Sorter<'a> {
    table: &'a Table,
    name: Option<u32>,
    header: String,
    /// Rows without a year are of no use.
    dated: bool,
    /// The texts that may be of a row of full marks.
    full_marks: Texts,
}

impl<'a> Sorter<'a> {
    /// For a table with these columns, of which one holds the names of schools
    /// or persons.
    pub fn new(table: &'a Table, columns: &[Column]) -> Self {
        let name = column_of(columns, &Field::SchoolName).or_else(|| column_of(columns, &Field::PersonName));
        let header = name.map(|column| bare(column.header.rsplit(" › ").next().unwrap_or(&column.header)));
        let full_marks = table.cells.texts_with(&DICTIONARY.full_mark_starts);
        let dated = column_of(columns, &Field::SchoolName).is_some() && column_of(columns, &Field::Year).is_some();
        Self { dated, table, name: name.map(|column| column.index), header: header.unwrap_or_default(), full_marks }
    }

    /// What a row is.
    pub fn kind(&self, row: u32) -> RowKind {
        let cells = self.table.row(row);
        let mut filled = cells.iter().filter(|cell| !cell.is_blank());
        let Some(first) = filled.next() else { return RowKind::Blank };
        let rest = filled.take(MANY).count();
        let name = self.name.map_or(Cell::Empty, |column| self.table.cell(row, column));
        if is_example(first) || is_example(name) {
            return RowKind::Blank;
        }
        if is_total(first) || is_total(name) {
            return RowKind::Total;
        }
        let again = text(name).is_some_and(|text| begins(text, &self.header) && bare(text) == self.header);
        let sparse = rest < MANY && is_note(first) && (rest == 0 || name.is_blank() || is_note(name));
        let words = name.is_blank() && cells.iter().all(|cell| cell.is_blank() || text(cell).is_some_and(is_words));
        // 初中部分 above the rows of a part.
        let part = self.dated && text(name).is_some_and(|name| !names_school(name));
        let lonely = rest == 0 && (name.is_blank() || part);
        // Half a million rows have none of the texts.
        let full_marks = cells.has(&self.full_marks) && is_full_marks(cells);
        if again || sparse || words || lonely || full_marks { RowKind::Note } else { RowKind::Data }
    }
}

/// Whether a row gives the full marks: 满分120 满分160 …
pub(super) fn is_full_marks(cells: Row<'_>) -> bool {
    let says = |cell: Cell<'_>| {
        text(cell).is_some_and(|text| {
            let text = folded(text);
            text.chars().count() <= 12 && DICTIONARY.full_marks.iter().any(|word| text.contains(word.as_str()))
        })
    };
    // One such cell in a row of headers is a column of its own.
    let mut saying = cells.iter().filter(|cell| !cell.is_blank()).enumerate().filter(|(_, cell)| says(*cell));
    saying.next().is_some_and(|(at, _)| at == 0) || saying.next().is_some()
}

fn is_example(cell: Cell<'_>) -> bool {
    text(cell).is_some_and(|text| DICTIONARY.examples.iter().any(|start| text.starts_with(start.as_str())))
}

/// A row with so many more cells than the first is no note.
const MANY: usize = 5;

fn is_total(cell: Cell<'_>) -> bool {
    let short = |text: &&str| text.len() <= LABEL && ends(text, &DICTIONARY.total_ends);
    let Some(text) = text(cell).filter(short).map(bare) else { return false };
    let short = text.chars().count() <= 8;
    DICTIONARY.totals.contains(&text) || short && TOTALS.iter().any(|end| text.ends_with(end))
}

// Most cells of half a million rows are told by one sign, before anything is
// brought to one form.

/// Whether a text begins like another, which is in one form and not empty.
fn begins(text: &str, form: &str) -> bool {
    first(text.chars()).is_some_and(|sign| form.starts_with(sign))
}

/// Whether a text ends with one of the signs.
fn ends(text: &str, signs: &str) -> bool {
    first(text.chars().rev()).is_some_and(|sign| signs.contains(sign))
}

/// The first letter or digit, in plain form.
fn first(mut signs: impl Iterator<Item = char>) -> Option<char> {
    signs.find(|sign| sign.is_alphanumeric()).map(plain)
}

fn plain(sign: char) -> char {
    half_width(sign).to_ascii_lowercase()
}

/// No label of a total is longer, in bytes, spaces included.
const LABEL: usize = 60;

/// What labels of totals end with; each is in the dictionary too.
const TOTALS: &[&str] = &["合计", "总计", "小计", "平均", "平均分", "平均值"];

fn is_note(cell: Cell<'_>) -> bool {
    text(cell).is_some_and(|text| {
        let text = folded(text);
        DICTIONARY.notes.iter().any(|start| text.starts_with(start.as_str()))
    })
}

fn is_words(text: &str) -> bool {
    !text.chars().any(char::is_numeric)
}

fn text(cell: Cell<'_>) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}
