//! Looks at a zip container before it is trusted: its parts, and that nothing
//! in it unpacks beyond the limits, whatever its headers claim.

use std::io::{self, Read};

use super::limit;
use crate::basis::zip::{self, Fault, Member};

/// What a zip container holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// An xlsx or xlsm workbook.
    Xlsx,
    /// A binary workbook.
    Xlsb,
    /// An OpenDocument spreadsheet.
    Ods,
    /// No workbook.
    Other,
}

/// Why a container is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Its directory or a part cannot be read.
    Damaged,
    /// A part or the whole would unpack to more than so many bytes.
    TooLarge(u64),
}

/// Surveys a container. The parts of an xlsx workbook are not unpacked: its
/// reader takes no more of a part than its size says.
pub(super) fn survey(bytes: &[u8]) -> Result<Content, Refusal> {
    let members = zip::members(bytes).map_err(damaged)?;
    let mut content = Content::Other;
    let mut total = 0_u64;
    for member in &members {
        member.content().map_err(damaged)?;
        content = match member.path().to_lowercase().replace('\\', "/").as_str() {
            "xl/workbook.bin" => Content::Xlsb,
            "content.xml" | "encrypted-package" if content == Content::Other => Content::Ods,
            "xl/workbook.xml" => Content::Xlsx,
            _ => content,
        };
        total = added(total, member.size)?;
    }
    if content != Content::Xlsx {
        total = 0;
        for member in &members {
            total = added(total, unpacked(member)?)?;
        }
    }
    Ok(content)
}

fn damaged(_: Fault) -> Refusal {
    Refusal::Damaged
}

/// The size of the parts so far with another's.
fn added(total: u64, size: u64) -> Result<u64, Refusal> {
    let total = total.saturating_add(size);
    if size > limit::PART_BYTES {
        Err(Refusal::TooLarge(limit::PART_BYTES))
    } else if total > limit::UNPACKED_BYTES {
        Err(Refusal::TooLarge(limit::UNPACKED_BYTES))
    } else {
        Ok(total)
    }
}

/// The unpacked size of a part: as claimed where it could not matter, else
/// counted by unpacking.
fn unpacked(member: &Member<'_>) -> Result<u64, Refusal> {
    if member.packed.saturating_mul(limit::DEFLATE_RATIO) <= limit::PART_BYTES {
        return Ok(member.size);
    }
    let part = member.open().map_err(damaged)?;
    let mut part = part.take(limit::PART_BYTES.saturating_add(1));
    io::copy(&mut part, &mut io::sink()).map_err(|_| Refusal::Damaged)
}
