//! xlsb: the same parts as in xlsx, as records instead of XML (MS-XLSB).

mod record;
mod sheet;

pub(super) use self::record::walk;
use self::record::{rich, wide};
pub(super) use self::sheet::SheetReader;
use super::book::{Listed, listed};
use super::package::{Package, Relation};
use super::string::Strings;
use super::xml::Halt;
use crate::intake::date;
use crate::intake::ole::{u16_at, u32_at};

/// Record kinds (MS-XLSB 2.3.2).
mod kind {
    pub const SST_ITEM: u16 = 19;
    pub const FORMAT: u16 = 44;
    pub const XF: u16 = 47;
    pub const WORKBOOK: u16 = 153;
    pub const SHEET: u16 = 156;
    pub const BEGIN_CELL_XFS: u16 = 617;
    pub const END_CELL_XFS: u16 = 618;
}

/// The worksheets that the workbook part lists, and whether days count from
/// 1904-01-01; `None` without the part.
pub(super) fn book(
    package: &mut Package<'_>,
    part: &str,
    relations: &[Relation],
) -> Result<Option<(Vec<Listed>, bool)>, Halt> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut take = |kind, body: &[u8]| {
        match kind {
            kind::WORKBOOK => from_1904 = *body.first()? & 1 != 0,
            kind::SHEET => {
                let (mut id, mut name) = (String::new(), String::new());
                let end = wide(body, 8, &mut id)?;
                wide(body, end, &mut name)?;
                sheets.extend(listed(name, u32_at(body, 0)? != 0, &id, relations));
            }
            _ => {}
        }
        Some(())
    };
    let found = walk(package, part, &mut |kind, body| record::taken(kind, take(kind, body)))?;
    Ok(found.then_some((sheets, from_1904)))
}

/// The strings that cells share. Without the part there are none.
pub(super) fn strings(package: &mut Package<'_>, part: &str) -> Result<Strings, Halt> {
    let (mut strings, mut text) = (Strings::default(), String::new());
    walk(package, part, &mut |kind, body| {
        if kind == kind::SST_ITEM {
            text.clear();
            record::taken(kind, rich(body, 0, &mut text))?;
            strings.push(&text);
        }
        Ok(())
    })?;
    Ok(strings)
}

/// For every cell format, whether it shows dates or times.
pub(super) fn dates(package: &mut Package<'_>, part: &str) -> Result<Vec<bool>, Halt> {
    let (mut defined, mut inside, mut dates) = (Vec::new(), false, Vec::new());
    let mut take = |kind, body: &[u8]| {
        match kind {
            kind::FORMAT => {
                let mut code = String::new();
                wide(body, 2, &mut code)?;
                defined.push((u16_at(body, 0)?, date::is_shown_by(&code)));
            }
            kind::BEGIN_CELL_XFS => inside = true,
            kind::END_CELL_XFS => inside = false,
            kind::XF if inside => {
                let format = u16_at(body, 2)?;
                let known = defined.iter().find(|(defined, _)| *defined == format);
                dates.push(known.map_or_else(|| date::is_builtin(u32::from(format)), |(_, date)| *date));
            }
            _ => {}
        }
        Some(())
    };
    walk(package, part, &mut |kind, body| record::taken(kind, take(kind, body)))?;
    Ok(dates)
}
