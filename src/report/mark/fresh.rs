//! Tables written anew, where the file itself cannot be written into.

use super::super::Report;
use super::super::grid::{Cell, Content, Note, Sheet, Style, put};
use super::{Findings, Ground, list, marks, unlike};
use crate::basis::place::stem;
use crate::basis::problem::Problem;
use crate::word::table::{self, Table};

/// More cells than this are not copied: they would not fit into a browser's
/// memory several times over.
const MOST: u64 = 1_000_000;

/// A workbook with a file's tables as they are now, faults, doubts and cells
/// typed anew coloured and noted, and the list of all findings; made at a time (ISO 8601).
pub fn fresh(name: &str, tables: &[&Table], findings: &Findings, now: &str) -> Report {
    let cells: u64 = tables.iter().flat_map(|table| table.rows()).map(|row| row.len() as u64).sum();
    let copied = if cells > MOST { &[][..] } else { tables };
    let mut sheets: Vec<Sheet> = Vec::new();
    for table in copied {
        let name = free_name(&sheets, if table.sheet.is_empty() { stem(name) } else { &table.sheet });
        sheets.push(sheet(table, name, findings));
    }
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let named = |problem: &Problem| {
        let at = copied.iter().position(|table| *table.sheet == *problem.place.sheet)?;
        names.get(at).cloned()
    };
    let mut list = list::sheet(findings, &free_name(&sheets, findings.lang.mark_list()), &named);
    if cells > MOST {
        list.line(findings.lang.mark_too_large());
    }
    sheets.push(list);
    Report { title: name.to_owned(), program: findings.program.clone(), created: now.to_owned(), sheets }
}

fn sheet(table: &Table, name: String, findings: &Findings) -> Sheet {
    let rows = table.rows().map(|row| row.iter().map(cell).collect()).collect();
    let mut sheet = Sheet { name, rows, ..Sheet::default() };
    for mark in marks(findings, &table.sheet) {
        let (row, column) = (mark.row as usize, mark.column as usize);
        if sheet.rows.len() <= row {
            sheet.rows.resize(row.saturating_add(1).min(sheet.rows.len().saturating_add(1)), Vec::new());
        }
        let Some(cells) = sheet.rows.get_mut(row) else { continue };
        if cells.len() <= column {
            cells.resize(column.saturating_add(1), Cell { style: Style::Bare, ..Cell::default() });
        }
        let content = cells.get_mut(column).map(|cell| std::mem::take(&mut cell.content)).unwrap_or_default();
        let style = match mark.ground {
            Ground::Fault => Style::Fault,
            Ground::Doubt => Style::Doubt,
            Ground::Edit => Style::Edited,
        };
        put(cells, column, Cell { content, style });
        sheet.notes.push(Note { row: mark.row, column: mark.column, text: mark.text });
    }
    sheet
}

/// A cell as it was read.
fn cell(cell: table::Cell<'_>) -> Cell {
    let content = match cell {
        table::Cell::Empty | table::Cell::Uncomputed => Content::Blank,
        table::Cell::Number(number) => Content::Plain(number),
        table::Cell::Date(day) => Content::Date(day),
        other => Content::Text(other.text().into_owned()),
    };
    Cell { content, style: Style::Bare }
}

/// A name that a sheet can have and none of these has.
fn free_name(sheets: &[Sheet], wish: &str) -> String {
    let plain: String =
        wish.chars().filter(|sign| !matches!(sign, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'')).collect();
    // Room for a number is left of 31 units.
    let mut units = 0;
    let fits = |sign: &char| {
        units += sign.len_utf16();
        units <= 28
    };
    let plain: String = plain.chars().take_while(fits).collect();
    let plain = if plain.trim().is_empty() { "1".to_owned() } else { plain };
    let taken: Vec<&str> = sheets.iter().map(|sheet| &*sheet.name).collect();
    unlike(&taken, &plain)
}
