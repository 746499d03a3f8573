//! The records of a part: a kind, a length, a content (MS-XLSB 2.1.4).

use std::io::{self, BufReader, ErrorKind, Read};

use super::super::package::Package;
use super::super::xml::Halt;
use crate::intake::ole::u32_at;

/// Bytes unpacked at a time.
const CHUNK: usize = 64 * 1024;

/// The longest content that is looked at, in bytes; the longest text of a cell
/// takes a fraction of it. A length that a file claims asks for no more memory.
const LONGEST: usize = 1 << 20;

/// Sees a record's kind and content.
pub(in crate::intake::workbook) type Visit<'a> = dyn FnMut(u16, &[u8]) -> Result<(), Halt> + 'a;

/// Shows a part's records in their order; of content that is longer than any
/// that matters, only the beginning. `false` when there is no such part.
pub(in crate::intake::workbook) fn walk(
    package: &mut Package<'_>,
    part: &str,
    visit: &mut Visit<'_>,
) -> Result<bool, Halt> {
    package.read(part, &mut |part| {
        let (mut part, mut body) = (BufReader::with_capacity(CHUNK, part), Vec::new());
        while let Some(kind) = next(&mut part, &mut body)? {
            visit(kind, &body)?;
        }
        Ok(())
    })
}

/// What was made of a record; one that is too short is damage.
pub(super) fn taken(kind: u16, taken: Option<()>) -> Result<(), Halt> {
    taken.ok_or_else(|| Halt::damaged(&kind))
}

/// The kind of the next record, its content in `body`; `None` at the end.
fn next(part: &mut dyn Read, body: &mut Vec<u8>) -> Result<Option<u16>, Halt> {
    let mut low = [0];
    if part.read(&mut low).map_err(|error| damaged(&error))? == 0 {
        return Ok(None);
    }
    let [low] = low;
    let high = if low & 0x80 == 0 { 0 } else { byte(part)? };
    let kind = u16::from(low & 0x7F) | u16::from(high & 0x7F) << 7;
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let byte = byte(part)?;
        length |= usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    body.resize(length.min(LONGEST), 0);
    part.read_exact(body).map_err(|error| damaged(&error))?;
    let rest = (length - body.len()) as u64;
    let passed = io::copy(&mut part.take(rest), &mut io::sink()).map_err(|error| damaged(&error))?;
    if passed < rest { Err(damaged(&ErrorKind::UnexpectedEof.into())) } else { Ok(Some(kind)) }
}

fn byte(part: &mut dyn Read) -> Result<u8, Halt> {
    let mut byte = [0];
    part.read_exact(&mut byte).map_err(|error| damaged(&error))?;
    let [byte] = byte;
    Ok(byte)
}

fn damaged(error: &io::Error) -> Halt {
    if error.kind() == ErrorKind::UnexpectedEof { Halt::damaged(&"EOF") } else { Halt::damaged(&"") }
}

/// Appends a text that begins at a byte: a count and so many units of UTF-16
/// (MS-XLSB 2.5.169); gives the byte after it. One that is absent is empty.
pub(super) fn wide(body: &[u8], at: usize, text: &mut String) -> Option<usize> {
    let (count, start) = (u32_at(body, at)?, at.checked_add(4)?);
    if count == u32::MAX {
        return Some(start);
    }
    let end = start.checked_add(usize::try_from(count).ok()?.checked_mul(2)?)?;
    let units = body.get(start..end)?.as_chunks().0.iter().map(|unit| u16::from_le_bytes(*unit));
    text.extend(char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)));
    Some(end)
}

/// Appends a text with formatting, which stands behind it, as its pronunciation
/// does (MS-XLSB 2.5.122).
pub(super) fn rich(body: &[u8], at: usize, text: &mut String) -> Option<()> {
    wide(body, at.checked_add(1)?, text).map(|_| ())
}
