//! Looks at a zip container before it is trusted: its parts, and that nothing
//! in it unpacks beyond the limits, whatever its headers claim.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::limit;

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
    Damaged(String),
    /// A part or the whole would unpack to more than so many bytes.
    TooLarge(u64),
}

/// Surveys a container. The parts of an xlsx workbook are not unpacked: its
/// reader takes no more of a part than its size says.
pub(super) fn survey(bytes: &[u8]) -> Result<Content, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut content = Content::Other;
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_lowercase().replace('\\', "/");
        content = match name.as_str() {
            "xl/workbook.bin" => Content::Xlsb,
            "content.xml" | "encrypted-package" if content == Content::Other => Content::Ods,
            "xl/workbook.xml" => Content::Xlsx,
            _ => content,
        };
        total = added(total, part.size())?;
    }
    if content != Content::Xlsx {
        total = 0;
        for index in 0..archive.len() {
            total = added(total, unpacked(&mut archive.by_index(index).map_err(damaged)?)?)?;
        }
    }
    Ok(content)
}

fn damaged(error: zip::result::ZipError) -> Refusal {
    Refusal::Damaged(error.to_string())
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
fn unpacked<R: Read + std::io::Seek>(part: &mut zip::read::ZipFile<'_, R>) -> Result<u64, Refusal> {
    let (claimed, most) = (part.size(), part.compressed_size().saturating_mul(limit::DEFLATE_RATIO));
    if most <= limit::PART_BYTES {
        return Ok(claimed);
    }
    let mut part = part.take(limit::PART_BYTES.saturating_add(1));
    std::io::copy(&mut part, &mut std::io::sink()).map_err(|error| Refusal::Damaged(error.to_string()))
}
