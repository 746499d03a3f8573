//! xls, the workbooks of Excel 5 to 2003 (MS-XLS) and of WPS (.et), read as
//! streams of records.

mod book;
mod record;
mod sheet;
mod text;

use std::sync::Arc;

use self::book::{Book, Refusal};
pub(super) use self::record::packed;
use self::sheet::{End, SheetReader};
pub(super) use self::sheet::{error_name, f64_at};
use super::grid::Grid;
use super::open::Opened;
use super::watch::Watch;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};

/// Whether bytes begin as records do: with the beginning of a part.
pub(super) fn is_stream(bytes: &[u8]) -> bool {
    matches!(bytes, [9, 8, 8 | 16, 0, ..] | [9, 0 | 2 | 4, 4 | 6, 0, ..])
}

/// Whether bytes begin as the globals of a workbook.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    matches!(bytes, [9, 8, 8 | 16, 0, 0, 5 | 6, 5, 0, ..])
}

/// Reads every worksheet of a stream; unless it is `whole`, something behind it
/// is known to be lost. A damaged sheet keeps what stood before the damage.
/// `false`: cancelled.
pub(super) fn read(file: &Arc<str>, stream: &[u8], whole: bool, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let note = |opened: &mut Opened, kind, place, found: &str| {
        opened.problems.push(Problem::new(kind, place, found, ""));
    };
    let (book, complete) = match Book::read(stream, watch) {
        Ok(read) => read,
        Err(refusal) => {
            let (kind, found) = match refusal {
                Refusal::Encrypted => (ProblemKind::PasswordProtected, "xls"),
                Refusal::Old => (ProblemKind::UnknownFormat, "Excel 2–4"),
                Refusal::Foreign => (ProblemKind::DamagedFile, "BOF"),
            };
            note(opened, kind, Place::file(file), found);
            return true;
        }
    };
    let mut damaged = false;
    // Sheets do not overlap: together they are no longer than the stream.
    let mut left = stream.len();
    let (mut cells, mut rows) = (0, 0);
    for sheet in &book.sheets {
        let mut grid = Grid::after(cells);
        let mut reader = SheetReader::new(&book, &mut grid, rows, watch);
        let (end, read) = reader.read(stream, sheet.start);
        let mut table = reader.shape();
        (table.file, table.sheet, table.hidden) = (file.clone(), sheet.name.as_str().into(), sheet.hidden);
        match end {
            End::Cancelled => return false,
            End::Damaged => {
                note(opened, ProblemKind::DamagedFile, table.place(), "EOF");
                damaged = true;
            }
            End::Whole => {}
        }
        cells = grid.cells();
        rows += opened.keep(table, grid);
        match left.checked_sub(read) {
            Some(rest) => left = rest,
            None => break,
        }
    }
    // A damaged sheet says more than a damaged file.
    if !(whole && complete || damaged) {
        note(opened, ProblemKind::DamagedFile, Place::file(file), "EOF");
    }
    if opened.tables.is_empty() && opened.problems.is_empty() {
        note(opened, ProblemKind::EmptyFile, Place::file(file), "");
    }
    true
}
