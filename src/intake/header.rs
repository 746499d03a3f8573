//! Where a table's header stands. Every block of up to four rows near the top
//! is read as a header; the one whose columns the dictionary knows best wins.

use std::collections::{HashMap, HashSet};

use super::clean::is_plain_number;
use super::column::{Match, look_up};
use super::row::is_full_marks;
use crate::word::field::Field;
use crate::word::reading::Certainty;
use crate::word::table::{Cell, Merge, Table};

/// Header blocks start within this many rows.
const DEPTH: u32 = 40;
/// The most rows of a header.
const ROWS: u32 = 4;

/// A header block.
pub(super) struct Header {
    /// First row and one past the last.
    pub rows: (u32, u32),
    /// Column, joined text and meaning of every column that has a header.
    pub columns: Vec<(u32, String, Match)>,
    /// Enough of it is known for a header.
    known: bool,
    /// What it explains, less its height: the higher, the surer.
    pub score: i64,
}

impl Header {
    /// Whether a column claims a field.
    pub fn has(&self, field: &Field) -> bool {
        self.columns.iter().any(|(_, _, found)| found.field.as_ref() == Some(field))
    }
}

/// The best header block, if any looks like one.
pub(super) fn find(table: &Table) -> Option<Header> {
    let mut search = Search { table, known: HashMap::new() };
    let mut best: Option<Header> = None;
    for top in 0..table.height().min(DEPTH) {
        for end in (top + 1)..=(top + ROWS).min(table.height()) {
            if !search.wordy(end - 1) {
                break;
            }
            let header = search.block(top, end);
            if header.known && best.as_ref().is_none_or(|best| header.score > best.score) {
                best = Some(header);
            }
        }
    }
    best
}

/// These rows as a header block, as the person says.
pub(super) fn at(table: &Table, (top, end): (u32, u32)) -> Header {
    Search { table, known: HashMap::new() }.block(top, end.min(table.height()).min(top.saturating_add(ROWS)))
}

/// The rows of the header that a table is found to have by itself, first and
/// one past the last.
pub fn header_rows(table: &Table) -> Option<(u32, u32)> {
    find(table).map(|header| header.rows)
}

/// The headers of the columns that rows are the header of.
pub fn headers_at(table: &Table, rows: (u32, u32)) -> Vec<String> {
    at(table, rows).columns.into_iter().map(|(_, header, _)| header).collect()
}

struct Search<'a> {
    table: &'a Table,
    known: HashMap<Vec<String>, Match>,
}

impl Search<'_> {
    /// Whether a row can be part of a header: texts only, and no full marks.
    fn wordy(&self, row: u32) -> bool {
        let cells = self.table.row(row);
        let texts = cells.iter().filter(|cell| !cell.is_blank());
        texts.clone().next().is_some()
            && texts.clone().all(|cell| matches!(cell, Cell::Text(_)) && !is_plain_number(cell))
            && !is_full_marks(cells)
    }

    /// Rows as a header block.
    fn block(&mut self, top: u32, end: u32) -> Header {
        let columns: Vec<_> = compose(self.table, top, end)
            .into_iter()
            .map(|(column, parts)| (column, parts.join(" › "), self.meaning(parts)))
            .collect();
        let mut met = HashSet::new();
        let mut score = 0_i64;
        for (_, _, found) in &columns {
            let Some(field) = &found.field else { continue };
            if met.insert(field.clone()) {
                score += if found.certainty == Certainty::Sure { 8 } else { 4 };
            }
            score += i64::from(found.unit_row);
        }
        let named = met.contains(&Field::SchoolName) && columns.len() >= 2;
        let known = met.len() >= 2 || named;
        Header { rows: (top, end), columns, known, score: score - i64::from(end.saturating_sub(top)) }
    }

    fn meaning(&mut self, parts: Vec<String>) -> Match {
        self.known.entry(parts).or_insert_with_key(|parts| look_up(parts)).clone()
    }
}

/// The texts of each column over the rows of a block, from the top; repeated
/// ones once. Merged cells speak for all cells that they cover.
fn compose(table: &Table, top: u32, end: u32) -> Vec<(u32, Vec<String>)> {
    let width = (top..end).map(|row| table.row(row).len()).max().unwrap_or(0);
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); width];
    for row in top..end {
        let texts = filled(table, row, width, end);
        for (column, text) in columns.iter_mut().zip(texts) {
            if !text.is_empty() && column.last() != Some(&text) {
                column.push(text);
            }
        }
    }
    (0..).zip(columns).filter(|(_, parts)| !parts.is_empty()).collect()
}

/// A header row's texts. In an upper row, a blank cell belongs to the group on
/// its left when both have something below, down to `end`: so merged headers that
/// lost their merges (CSV) are understood.
fn filled(table: &Table, row: u32, width: usize, end: u32) -> Vec<String> {
    let at = |row: u32, column: u32| shown(table.cell(row, column));
    let mut texts: Vec<String> = (0..).take(width).map(|column| at(row, column)).collect();
    let merged = merges_in(table, row);
    for merge in &merged {
        let text = table.cell(merge.top, merge.left);
        for column in merge.left..=merge.right.min(u32::try_from(width).unwrap_or(u32::MAX)) {
            if let Some(slot) = usize::try_from(column).ok().and_then(|column| texts.get_mut(column)) {
                *slot = shown(text);
            }
        }
    }
    if row + 1 < end && merged.is_empty() {
        let mut group = String::new();
        for (column, text) in (0..).zip(&mut texts) {
            let below = (row + 1..end).any(|row| !at(row, column).is_empty());
            if text.is_empty() && below {
                text.clone_from(&group);
            } else {
                group = if below { text.clone() } else { String::new() };
            }
        }
    }
    texts
}

fn merges_in(table: &Table, row: u32) -> Vec<Merge> {
    let covers = |merge: &&Merge| (merge.top..=merge.bottom).contains(&row);
    table.merges.iter().filter(covers).copied().collect()
}

/// A header cell's text on one line.
fn shown(cell: Cell<'_>) -> String {
    cell.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
