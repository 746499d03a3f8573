//! Quotes that open a cell and are not closed where they should be. Such a
//! quote would make one cell of all that follows.

use std::ops::Range;

use crate::intake::limit;

/// A run of whole lines, to be read with or without quoting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether quotes hold cells together.
    pub quoting: bool,
    /// Where a quote opens that is not closed, if that is why it is read so.
    pub open: Option<usize>,
}

/// So many lines are mended one by one; what follows the last is read without
/// quoting.
const MENDED: usize = 100;

/// Divides a text so that a stray quote costs no more than its own line.
pub(super) fn parts(text: &str, delimiter: u8) -> Vec<Part> {
    let (mut parts, mut start) = (Vec::new(), 0);
    while let Some((record, quote)) = stray(text.as_bytes(), start, delimiter) {
        let last = parts.len() >= 2 * MENDED;
        let end = if last { text.len() } else { line_end(text.as_bytes(), quote) };
        // A quote may stand below the first line of a record whose other cells
        // have line breaks; then the whole record is read without quoting.
        parts.push(Part { range: start..record, quoting: true, open: None });
        parts.push(Part { range: record..end, quoting: false, open: Some(quote) });
        start = end;
    }
    parts.push(Part { range: start..text.len(), quoting: true, open: None });
    parts.retain(|part| !part.range.is_empty());
    parts
}

/// The first stray quote from a byte on where a record starts: the start of
/// its record, and its own place. A quote is stray if it is still open at the
/// end or after the most characters that a cell can have, or if its cell has
/// line breaks and goes on after the closing quote.
fn stray(text: &[u8], start: usize, delimiter: u8) -> Option<(usize, usize)> {
    let (mut record, mut at, mut fresh) = (start, start, true);
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' if fresh => match closed(text, at, delimiter) {
                Some(end) => (at, fresh) = (end, false),
                None => return Some((record, at)),
            },
            b'\n' | b'\r' => (at, record, fresh) = (at + 1, at + 1, true),
            _ => (at, fresh) = (at + 1, *byte == delimiter),
        }
    }
    None
}

/// The byte after the quote that closes the one at a byte; `None` if it is
/// stray.
fn closed(text: &[u8], open: usize, delimiter: u8) -> Option<usize> {
    let (mut at, mut broken, mut characters) = (open + 1, false, 0_usize);
    loop {
        match (text.get(at)?, text.get(at + 1)) {
            (b'"', Some(b'"')) => at += 1,
            (b'"', next) => {
                let ends = next.is_none_or(|next| matches!(next, b'\r' | b'\n') || *next == delimiter);
                return (ends || !broken).then_some(at + 1);
            }
            (b'\r' | b'\n', _) => broken = true,
            _ => {}
        }
        // Bytes that go on a character of UTF-8 are no character of their own.
        characters += usize::from(text.get(at)? & 0xC0 != 0x80);
        at += 1;
        if characters > limit::CHARACTERS {
            return None;
        }
    }
}

/// The byte after the end of the line that a byte is in.
fn line_end(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut end = from + rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).map_or(rest.len(), |at| at + 1);
    if end > 0 && text.get(end - 1) == Some(&b'\r') && text.get(end) == Some(&b'\n') {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unquoted(text: &str) -> Vec<&str> {
        let parts = parts(text, b',');
        assert_eq!(parts.iter().map(|part| &text[part.range.clone()]).collect::<String>(), text);
        parts.iter().filter(|part| !part.quoting).map(|part| &text[part.range.clone()]).collect()
    }

    #[test]
    fn only_the_lines_of_stray_quotes_are_read_without_quoting() {
        assert_eq!(unquoted("a,\"b\nc\",d\n\"e\"\"f\",g\"h\n\"i\"j,k\n"), [""; 0]);
        assert_eq!(unquoted("a,b\r\nc,\"d\r\ne,f\r\n"), ["c,\"d\r\n"]);
        assert_eq!(unquoted("\"a,1\nb,2\n\"c,3\nd,4\n"), ["\"a,1\n", "\"c,3\n"]);
        assert_eq!(unquoted("a,\"b"), ["a,\"b"]);
        let long = format!("\"a\n{}\",b\nc\n", "长,".repeat(20_000));
        assert_eq!(unquoted(&long)[0], "\"a\n");
        assert_eq!(unquoted(&"\"a\nb\"c\n".repeat(200)).len(), 101);
    }
}
