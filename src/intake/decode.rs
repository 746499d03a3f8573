//! Bytes to text.

use std::borrow::Cow;

use suanpan_scan::words::has_zero;

use super::detect::unmarked;
use super::encoding::Encoding;
use super::watch::Watch;

/// The encoding that a byte order mark tells, and the mark's length.
pub(super) fn marked(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::Utf8, 3)),
        [0xFF, 0xFE, ..] => Some((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    }
}

/// Whether the beginning of a text is UTF-8, as far as it is looked at.
pub(super) fn begins_as_utf8(bytes: &[u8]) -> bool {
    let head = bytes.get(..64 * 1024).unwrap_or(bytes);
    match std::str::from_utf8(head) {
        Ok(_) => true,
        // The last character may be cut.
        Err(error) => error.error_len().is_none() && head.len() < bytes.len(),
    }
}

/// Decodes a text, without the mark of its encoding. What has no meaning
/// becomes U+FFFD.
pub(super) fn decode<'a>(bytes: &'a [u8], encoding: Encoding, watch: &dyn Watch) -> Cow<'a, str> {
    let mark = marked(bytes).filter(|(told, _)| *told == encoding).map_or(0, |(_, mark)| mark);
    let bytes = bytes.get(mark..).unwrap_or_default();
    match encoding {
        // Proving a text right is faster than looking for what is wrong in it.
        Encoding::Utf8 => std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::from),
        Encoding::Utf16Le => pairs(bytes, u16::from_le_bytes).into(),
        Encoding::Utf16Be => pairs(bytes, u16::from_be_bytes).into(),
        _ => watch.decode(encoding, bytes).into(),
    }
}

/// Decodes UTF-16, which its mark tells; `None` without one.
pub(super) fn utf16(bytes: &[u8]) -> Option<String> {
    match marked(bytes)? {
        (Encoding::Utf16Le, mark) => Some(pairs(bytes.get(mark..)?, u16::from_le_bytes)),
        (Encoding::Utf16Be, mark) => Some(pairs(bytes.get(mark..)?, u16::from_be_bytes)),
        _ => None,
    }
}

fn pairs(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (units, rest) = bytes.as_chunks::<2>();
    let signs = char::decode_utf16(units.iter().map(|bytes| unit(*bytes)));
    let signs = signs.map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER));
    // A byte too many is half a sign.
    signs.chain(rest.iter().map(|_| char::REPLACEMENT_CHARACTER)).collect()
}

/// Whether bytes begin with a mark of UTF-16.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(marked(bytes), Some((Encoding::Utf16Le | Encoding::Utf16Be, _)))
}

/// A text without the zero bytes that stand in it: one here and there, or a
/// tail of them, as an interrupted saving leaves it. `None`: there are none, they
/// are signs of UTF-16, or it is no text.
pub(super) fn without_zeros(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    if !has_zero(bytes) || marked(bytes).is_some_and(|(encoding, _)| encoding != Encoding::Utf8) {
        return None;
    }
    let end = bytes.iter().rposition(|byte| *byte != 0)?;
    let body = bytes.get(..=end)?;
    let text: Vec<u8> = body.iter().copied().filter(|byte| *byte != 0).collect();
    let few = (body.len() - text.len()) * ZEROS <= body.len();
    let dropped = bytes.len() - text.len();
    (few && unmarked(body).is_none() && !is_binary(&text)).then_some((text, dropped))
}

/// At most one byte of so many of a text may be zero, its tail aside.
const ZEROS: usize = 20;

/// Whether bytes are no text: zeros that are not UTF-16's, or more than a few
/// control characters.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    if marked(bytes).is_some() {
        return false;
    }
    let head = bytes.get(..8192).unwrap_or(bytes);
    if head.contains(&0) {
        return unmarked(bytes).is_none();
    }
    let odd = head.iter().filter(|&&byte| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 12 | 26)).count();
    odd * 50 > head.len()
}
