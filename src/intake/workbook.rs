//! xlsx, xlsm and xlsb, read as streams of cells. Our own reader: the general one
//! brings tables of all encodings in the world, a quarter of the worker's
//! download, and asks for memory that damaged files claim. That one remains
//! the oracle in the tests.

mod binary;
mod book;
pub(super) mod package;
mod parts;
mod reference;
mod rows;
mod sheet;
mod string;
mod style;
mod window;
pub(super) mod xml;

use std::sync::Arc;

pub use self::parts::{Parts, SheetPart};
pub use self::reference::cell;

use self::book::Listed;
use self::package::Package;
use self::sheet::SheetReader;
use self::string::Strings;
use self::style::Dates;
use self::xml::Halt;
use super::grid::Grid;
use super::open::Opened;
use super::watch::Watch;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::Table;

/// Reads every worksheet. A damaged sheet keeps what stood before the damage.
/// `false`: cancelled.
pub(super) fn read(file: &Arc<str>, bytes: &[u8], watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let (mut workbook, sheets) = match Workbook::open(bytes) {
        Ok(workbook) => workbook,
        Err(halt) => return noted(halt, Place::file(file), opened),
    };
    let (mut cells, mut rows) = (0, 0);
    for sheet in sheets {
        let name: Arc<str> = sheet.name.as_str().into();
        let place = Place::sheet(file, &name);
        let mut grid = Grid::after(cells);
        let (shape, end) = workbook.fill(&sheet, &mut grid, rows, watch);
        if let Err(halt) = end
            && !noted(halt, place.clone(), opened)
        {
            return false;
        }
        cells = grid.cells();
        let table = Table { file: file.clone(), sheet: name, hidden: sheet.hidden, ..shape };
        rows += opened.keep(table, grid);
    }
    if opened.tables.is_empty() && opened.problems.is_empty() {
        opened.problems.push(Problem::new(ProblemKind::EmptyFile, Place::file(file), "", ""));
    }
    true
}

/// Notes damage. `false`: the reading was cancelled.
fn noted(halt: Halt, place: Place, opened: &mut Opened) -> bool {
    match halt {
        Halt::Cancelled => false,
        Halt::Damaged(met) => {
            opened.problems.push(Problem::new(ProblemKind::DamagedFile, place, met, ""));
            true
        }
    }
}

/// What all worksheets draw on.
struct Workbook<'a> {
    package: Package<'a>,
    strings: Strings,
    dates: Dates,
    /// The parts are records instead of XML.
    binary: bool,
}

impl<'a> Workbook<'a> {
    fn open(bytes: &'a [u8]) -> Result<(Self, Vec<Listed>), Halt> {
        let mut package = Package::open(bytes)?;
        let book = book::read(&mut package)?;
        let binary = book.binary;
        let (strings, formats) = if binary {
            (binary::strings(&mut package, &book.strings)?, binary::dates(&mut package, &book.styles)?)
        } else {
            (string::read(&mut package, &book.strings)?, style::read(&mut package, &book.styles)?)
        };
        let dates = Dates { formats, from_1904: book.from_1904 };
        Ok((Self { package, strings, dates, binary }, book.sheets))
    }

    /// Streams one sheet's cells into the grid; gives a table without them, its
    /// merged ranges and what is hidden, and how it ended.
    fn fill(
        &mut self,
        sheet: &Listed,
        grid: &mut Grid,
        before: u64,
        watch: &mut dyn Watch,
    ) -> (Table, Result<(), Halt>) {
        let Some(part) = &sheet.part else { return (Table::default(), Err(Halt::Damaged(sheet.name.clone()))) };
        let whole = |whole: bool| if whole { Ok(()) } else { Err(Halt::Damaged(part.clone())) };
        let book = (&self.strings, &self.dates);
        if self.binary {
            let mut reader = binary::SheetReader::new(book, grid, before, watch);
            let walked = binary::walk(&mut self.package, part, &mut |kind, body| reader.take(kind, body));
            return (reader.shape(), walked.and_then(|_| whole(reader.is_whole())));
        }
        let mut reader = SheetReader::new(book, grid, before, watch);
        let walked = self.package.walk(part, &mut reader);
        (reader.shape(), walked.and_then(|_| whole(reader.is_worksheet())))
    }
}
