//! xls, the workbooks of Excel 5 to 2003 (MS-XLS) and of WPS (.et), read as
//! streams of records.

mod book;
mod record;
mod sheet;
mod text;

use std::sync::Arc;

use self::book::{Book, Refusal};
use self::sheet::{End, SheetReader};
use super::grid::Grid;
use super::open::Opened;
use super::watch::Watch;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::Table;

/// Whether bytes begin as the records of a workbook or of a sheet.
pub(super) fn is_stream(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x08, 8 | 16, 0, ..] | [0x09, 0 | 2 | 4, 4 | 6, 0, ..])
}

/// Reads every worksheet of a stream; `damaged`: more of it is lost than can
/// be seen in it. A damaged sheet keeps what stood before the damage. `false`:
/// cancelled.
pub(super) fn read(
    file: &Arc<str>,
    stream: &[u8],
    damaged: bool,
    watch: &mut dyn Watch,
    opened: &mut Opened,
) -> bool {
    let mut note = |opened: &mut Opened, kind, place, found: &str| {
        opened.problems.push(Problem::new(kind, place, found, ""));
    };
    let (book, whole) = match Book::read(stream, watch) {
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
    if damaged || !whole {
        note(opened, ProblemKind::DamagedFile, Place::file(file), "EOF");
    }
    // Sheets do not overlap: together they are no longer than the stream.
    let mut left = stream.len();
    let (mut cells, mut rows) = (0, 0);
    for sheet in &book.sheets {
        let name: Arc<str> = sheet.name.as_str().into();
        let place = Place::sheet(file, &name);
        let mut grid = Grid::after(cells);
        let mut reader = SheetReader::new(&book, &mut grid, rows, watch);
        let (end, behind) = reader.read(stream, sheet.start);
        match end {
            End::Cancelled => return false,
            End::Damaged => note(opened, ProblemKind::DamagedFile, place.clone(), "EOF"),
            End::Whole => {}
        }
    }
    true
}
