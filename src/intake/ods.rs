//! ods and fods, the spreadsheets of OpenDocument 1.3, as LibreOffice and WPS
//! save them.

mod cell;
mod content;
mod sheet;

use std::sync::Arc;

use self::content::Content;
use super::open::Opened;
use super::watch::Watch;
use super::workbook::package::Package;
use super::workbook::xml::{self, Halt, Tag, Visitor};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};

/// Reads every sheet of a package; damage keeps what stood before. `false`:
/// cancelled.
pub(super) fn read(file: &Arc<str>, bytes: &[u8], watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let mut content = Content::new(file, watch, opened);
    let read = Package::open(bytes).and_then(|mut package| {
        let mut manifest = Manifest { encrypted: false };
        package.walk("META-INF/manifest.xml", &mut manifest)?;
        if !manifest.encrypted && !package.walk("content.xml", &mut content)? {
            return Err(Halt::damaged(&"content.xml"));
        }
        Ok(manifest.encrypted)
    });
    let spreadsheet = content.finish();
    match read {
        Ok(true) => {
            opened.problems.push(Problem::new(ProblemKind::PasswordProtected, Place::file(file), "ods", ""));
            true
        }
        read => finished(read.map(|_| ()), spreadsheet, file, opened),
    }
}

/// Reads a document that is one file of XML (fods). `false`: cancelled.
pub(super) fn read_flat(file: &Arc<str>, text: &str, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let mut content = Content::new(file, watch, opened);
    let read = xml::walk(&mut text.as_bytes(), &mut content);
    let spreadsheet = content.finish();
    finished(read, spreadsheet, file, opened)
}

/// Notes how the reading ended; `spreadsheet` says whether there was one.
fn finished(read: Result<(), Halt>, spreadsheet: bool, file: &Arc<str>, opened: &mut Opened) -> bool {
    let (kind, found) = match read {
        Err(Halt::Cancelled) => return false,
        Err(Halt::Damaged(met)) => (ProblemKind::DamagedFile, met),
        Ok(()) if !spreadsheet => (ProblemKind::UnknownFormat, "OpenDocument".to_owned()),
        Ok(()) if opened.tables.is_empty() => (ProblemKind::EmptyFile, String::new()),
        Ok(()) => return true,
    };
    opened.problems.push(Problem::new(kind, Place::file(file), found, ""));
    true
}

/// The list of a package's parts, which says whether they are encrypted.
struct Manifest {
    encrypted: bool,
}

impl Visitor for Manifest {
    fn open(&mut self, name: &str, _: &Tag<'_>) -> Result<(), Halt> {
        self.encrypted |= name == "encryption-data";
        Ok(())
    }
}
