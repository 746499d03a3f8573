//! xlsx and xlsm, by calamine's streaming reader: a dense range would ask for
//! tens of gigabytes when one stray cell stands in XFD1048576.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Dimensions, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};

use super::grid::Grid;
use super::limit;
use super::open::Opened;
use super::watch::{Progress, Stage, Watch};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::{Cell, Merge, Table};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads every worksheet. A damaged sheet keeps what stood before the damage.
/// `false`: cancelled.
pub(super) fn read(file: &Arc<str>, bytes: &[u8], watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let mut book = match Book::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => {
            opened.problems.push(fault(Place::file(file), &error));
            return true;
        }
    };
    let sheets: Vec<Sheet> = book.sheets_metadata().to_vec();
    let (mut cells, mut rows) = (0, 0);
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let name: Arc<str> = sheet.name.as_str().into();
        let place = Place::sheet(file, &name);
        let mut grid = Grid::after(cells);
        match fill(&mut book, &sheet.name, &mut grid, rows, watch) {
            Ok(true) => {}
            Ok(false) => return false,
            Err(error) => opened.problems.push(fault(place.clone(), &error)),
        }
        cells = grid.cells();
        if grid.is_empty() {
            continue;
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        if hidden {
            opened.problems.push(Problem::new(ProblemKind::HiddenRead, place.clone(), "", ""));
        }
        let (found, problems) = grid.finish(&place);
        opened.problems.extend(problems);
        rows += found.len() as u64;
        let merges = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let merges = merges.iter().map(merge).collect();
        opened.tables.push(Table { file: file.clone(), sheet: name, rows: found, merges, hidden });
    }
    if opened.tables.is_empty() && opened.problems.is_empty() {
        opened.problems.push(Problem::new(ProblemKind::EmptyFile, Place::file(file), "", ""));
    }
    true
}

/// Streams one sheet's cells into the grid. `Ok(false)`: cancelled.
fn fill(
    book: &mut Book<'_>,
    sheet: &str,
    grid: &mut Grid,
    before: u64,
    watch: &mut dyn Watch,
) -> Result<bool, XlsxError> {
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let last = reader.dimensions().end.0;
    let mut next = 0;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        let cell = as_cell(&record.value, record.formula.is_some());
        if !grid.put(row, column, cell) {
            break;
        }
        if row >= next {
            next = row.saturating_add(limit::ROWS_PER_REPORT);
            // Some programs write a wrong dimension: no more than a hint.
            let fraction = (last > 0).then(|| (f64::from(row) / f64::from(last)).min(1.0));
            let rows = before.saturating_add(u64::from(row));
            if !watch.go_on(Progress { stage: Stage::Read, rows, fraction }) {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn as_cell(value: &DataRef<'_>, formula: bool) -> Cell {
    match value {
        DataRef::Empty if formula => Cell::Uncomputed,
        DataRef::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "cells hold binary numbers anyway")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => as_text(text),
        DataRef::SharedString(text) => as_text(text),
        DataRef::Bool(value) => Cell::Bool(*value),
        DataRef::DateTime(date) => Cell::Date(date.as_f64()),
        DataRef::Error(error) => Cell::Error(error.to_string().into()),
    }
}

fn as_text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}

fn merge(range: &Dimensions) -> Merge {
    Merge { top: range.start.0, left: range.start.1, bottom: range.end.0, right: range.end.1 }
}

fn fault(place: Place, error: &XlsxError) -> Problem {
    let kind = match error {
        XlsxError::Password => ProblemKind::PasswordProtected,
        _ => ProblemKind::DamagedFile,
    };
    Problem::new(kind, place, error.to_string(), "")
}
