//! Which rows below the header are data.

use super::dictionary::DICTIONARY;
use super::plain::{bare, folded};
use crate::word::table::{Cell, Row, Table};

/// What a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A row of values.
    Data,
    /// Nothing in it.
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
}

impl<'a> Sorter<'a> {
    /// For a table whose names (of schools or persons) stand in a column with
    /// this header.
    pub fn new(table: &'a Table, name: Option<(u32, &str)>) -> Self {
        let header = name.map(|(_, header)| bare(header.rsplit(" › ").next().unwrap_or(header))).unwrap_or_default();
        Self { table, name: name.map(|(column, _)| column), header }
    }

    /// What a row is.
    pub fn kind(&self, row: u32) -> RowKind {
        let cells = self.table.row(row);
        let mut filled = cells.iter().filter(|cell| !cell.is_blank());
        let Some(first) = filled.next() else { return RowKind::Blank };
        let rest = filled.count();
        let name = self.name.map_or(Cell::Empty, |column| self.table.cell(row, column));
        if is_total(first) || is_total(name) {
            return RowKind::Total;
        }
        let again = !self.header.is_empty() && text(name).is_some_and(|text| bare(text) == self.header);
        let sparse = rest < 5 && is_note(first) && (rest == 0 || name.is_blank() || is_note(name));
        let words = name.is_blank() && cells.iter().all(|cell| cell.is_blank() || text(cell).is_some_and(is_words));
        let lonely = rest == 0 && name.is_blank();
        if again || sparse || words || lonely || is_full_marks(cells) { RowKind::Note } else { RowKind::Data }
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
    let filled = cells.iter().filter(|cell| !cell.is_blank());
    // One such cell in a row of headers is a column of its own.
    let count = cells.iter().filter(|cell| says(*cell)).count();
    count >= 2 || filled.take(1).any(says)
}

fn is_total(cell: Cell<'_>) -> bool {
    let Some(text) = text(cell).filter(|text| text.len() <= LABEL).map(bare) else { return false };
    let short = text.chars().count() <= 8;
    DICTIONARY.totals.contains(&text)
        || short && ["合计", "总计", "小计", "平均", "平均分", "平均值"].iter().any(|end| text.ends_with(end))
}

/// No label of a total is longer, in bytes, spaces included.
const LABEL: usize = 60;

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
