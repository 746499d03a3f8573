//! The styles part: which cell formats show a number as a date or a time.

use super::super::date;
use super::package::Package;
use super::xml::{Halt, Tag, Visitor};
use crate::word::table::Cell;

/// Which numbers are dates.
pub(super) struct Dates {
    /// For every cell format, whether it shows dates or times.
    pub formats: Vec<bool>,
    /// Days count from 1904-01-01.
    pub from_1904: bool,
}

impl Dates {
    /// A number in a cell format.
    pub fn cell(&self, format: u32, number: f64) -> Cell<'static> {
        match self.formats.get(format as usize) {
            Some(true) if self.from_1904 => Cell::Date(number + date::TO_1904),
            Some(true) => Cell::Date(number),
            _ => Cell::Number(number),
        }
    }
}

/// For every cell format, whether it shows dates or times. Without the part,
/// none does.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<bool>, Halt> {
    let mut styles = Styles::default();
    package.walk(part, &mut styles)?;
    Ok(styles.dates)
}

#[derive(Default)]
struct Styles {
    /// Number formats that the file defines, by their ids.
    defined: Vec<(String, bool)>,
    /// Inside the list of cell formats.
    inside: bool,
    dates: Vec<bool>,
}

impl Visitor for Styles {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        match name {
            "numFmt" => {
                if let (Some(id), Some(code)) = (tag.get("numFmtId")?, tag.get("formatCode")?) {
                    self.defined.push((id.into_owned(), date::is_shown_by(&code)));
                }
            }
            "cellXfs" => self.inside = true,
            "xf" if self.inside => {
                let id = tag.get("numFmtId")?.unwrap_or_default();
                let defined = self.defined.iter().find(|(defined, _)| *defined == id);
                self.dates.push(defined.map_or_else(|| id.parse().is_ok_and(date::is_builtin), |(_, date)| *date));
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Halt> {
        self.inside &= name != "cellXfs";
        Ok(())
    }
}
