//! Records of a delimited text, as bytes: in UTF-8, GB18030 and Big5 no byte
//! of a longer character is a separator, a quote or a line break.

use std::ops::Range;

use crate::pool::{of_bytes, short};

/// Where a field's text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    range: Range<usize>,
    /// It is not in the bytes as it is: its quotes had to be taken out.
    mended: bool,
}

/// One record, used again for the next one.
#[derive(Debug, Default)]
pub struct Record {
    fields: Vec<Field>,
    mended: Vec<u8>,
    /// Where it starts.
    pub start: usize,
    /// Line feeds before it that are in no cell.
    pub lines: u64,
}

impl Record {
    /// Its fields' texts, in the bytes that it was scanned from.
    pub fn texts<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        self.fields.iter().map(move |field| {
            let from = if field.mended { &self.mended } else { bytes };
            from.get(field.range.clone()).unwrap_or_default()
        })
    }
}

/// A field without a quote in it.
pub(crate) struct PlainField {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last one.
    pub end: usize,
    /// Its bytes as [`short`] has them.
    pub short: u64,
    /// Nothing follows it in its record.
    pub last: bool,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A record.
    Record,
    /// A quote at this byte opens a field and is not closed where it should
    /// be. The record that it stands in starts where [`Scanner::at`] says;
    /// nothing of it has been read.
    Stray(usize),
    /// There is no more.
    End,
}

/// Goes over the records of a text.
#[derive(Debug)]
pub struct Scanner {
    delimiter: u8,
    /// Characters beyond ASCII are pairs of bytes, not UTF-8.
    pairs: bool,
    /// The most characters of a quoted field.
    longest: usize,
    /// The byte that is looked at next.
    pub at: usize,
    /// Line feeds before it that are in no cell.
    lines: u64,
    /// Where quotes mean something again.
    bare: usize,
}

impl Scanner {
    /// At the first byte.
    pub fn new(delimiter: u8, pairs: bool, longest: usize) -> Self {
        Self { delimiter, pairs, longest, at: 0, lines: 0, bare: 0 }
    }

    /// Reads up to a byte, at the end of a line, as if quotes meant nothing.
    pub fn ignore_quotes(&mut self, end: usize) {
        self.bare = end;
    }

    /// Whether quotes mean something in the record that was read last.
    pub fn quoting(&self, record: &Record) -> bool {
        record.start >= self.bare
    }

    /// The next record. Blank lines are passed over.
    // Not within its caller, which is compiled for size.
    #[inline(never)]
    pub fn next(&mut self, bytes: &[u8], record: &mut Record) -> Step {
        record.fields.clear();
        record.mended.clear();
        self.pass_blank_lines(bytes);
        if self.at >= bytes.len() {
            return Step::End;
        }
        (record.start, record.lines) = (self.at, self.lines);
        let quoting = self.at >= self.bare;
        let mut at = self.at;
        loop {
            if quoting && bytes.get(at) == Some(&b'"') {
                let Some(end) = self.closed(bytes, at) else { return Step::Stray(at) };
                at = self.quoted(bytes, at + 1..end, record);
            } else {
                let rest = bytes.get(at..).unwrap_or_default();
                let length = rest.iter().position(|byte| self.ends(*byte)).unwrap_or(rest.len());
                record.fields.push(Field { range: at..at + length, mended: false });
                at += length;
            }
            match bytes.get(at) {
                Some(byte) if *byte == self.delimiter => at += 1,
                Some(b'\n') => {
                    self.lines += 1;
                    at += 1;
                    break;
                }
                // A line feed after it belongs to it and is counted as a blank
                // line's is.
                Some(_) => {
                    at += 1;
                    break;
                }
                None => break,
            }
        }
        self.at = at;
        Step::Record
    }

    /// Goes to the next record; gives the number of its line, from 0, less the
    /// line breaks in cells before it.
    #[inline]
    pub(crate) fn pass_blank_lines(&mut self, bytes: &[u8]) -> u64 {
        while let Some(byte @ (b'\n' | b'\r')) = bytes.get(self.at) {
            self.lines += u64::from(*byte == b'\n');
            self.at += 1;
        }
        self.lines
    }

    /// The next field of a record, if no quote is in it: then quotes mean the
    /// same whether they mean anything or not.
    #[inline]
    pub(crate) fn plain_field(&mut self, bytes: &[u8]) -> Option<PlainField> {
        let start = self.at;
        let rest = bytes.get(start..)?;
        let (length, short) = self.short_field(rest).unwrap_or_else(|| {
            let length = self.length(rest);
            (length, short(rest.get(..length).unwrap_or_default()))
        });
        let end = start + length;
        let sign = rest.get(length);
        self.lines += u64::from(sign == Some(&b'\n'));
        self.at = end + usize::from(sign.is_some());
        (sign != Some(&b'"')).then_some(PlainField { start, end, short, last: sign != Some(&self.delimiter) })
    }

    /// How long a field of up to seven bytes is, and it as [`short`] has it, from
    /// eight bytes at once; `None`: it is to be looked at more closely.
    #[inline]
    fn short_field(&self, rest: &[u8]) -> Option<(usize, u64)> {
        let word = u64::from_le_bytes(*rest.first_chunk()?);
        let length = (low(word).trailing_zeros() / 8) as usize;
        if length == 8 || self.delimiter > LAST || !self.ends((word >> (8 * length)) as u8) {
            return None;
        }
        Some((length, of_bytes(word & ((1 << (8 * length)) - 1), length)))
    }

    /// How many bytes of a field come before a separator, a line's end or a quote.
    #[inline]
    fn length(&self, rest: &[u8]) -> usize {
        let stops = |byte: u8| self.ends(byte) || byte == b'"';
        let mut length = 0;
        if self.delimiter <= LAST {
            for word in rest.as_chunks().0 {
                let word = u64::from_le_bytes(*word);
                let mut low = low(word);
                while low != 0 {
                    let at = low.trailing_zeros() / 8;
                    if stops((word >> (8 * at)) as u8) {
                        return length + at as usize;
                    }
                    low &= low - 1;
                }
                length += 8;
            }
        }
        let rest = rest.get(length..).unwrap_or_default();
        length + rest.iter().position(|byte| stops(*byte)).unwrap_or(rest.len())
    }

    /// Where it stands.
    pub(crate) fn mark(&self) -> (usize, u64) {
        (self.at, self.lines)
    }

    /// Goes back to where it stood.
    pub(crate) fn turn_back(&mut self, (at, lines): (usize, u64)) {
        (self.at, self.lines) = (at, lines);
    }

    #[inline]
    fn ends(&self, byte: u8) -> bool {
        byte == self.delimiter || byte == b'\n' || byte == b'\r'
    }

    /// Takes a quoted field in, from after its opening quote to its closing
    /// one, and whatever follows that one; says where it ends.
    fn quoted(&self, bytes: &[u8], inside: Range<usize>, record: &mut Record) -> usize {
        let rest = bytes.get(inside.end + 1..).unwrap_or_default();
        let after = rest.iter().position(|byte| self.ends(*byte)).unwrap_or(rest.len());
        let end = inside.end + 1 + after;
        let text = bytes.get(inside.clone()).unwrap_or_default();
        if after == 0 && !text.contains(&b'"') {
            record.fields.push(Field { range: inside, mended: false });
            return end;
        }
        let start = record.mended.len();
        let mut quotes = 0_usize;
        // Of two quotes in a row one stays.
        record.mended.extend(text.iter().filter(|byte| {
            quotes = if **byte == b'"' { quotes + 1 } else { 0 };
            quotes.is_multiple_of(2)
        }));
        record.mended.extend(rest.iter().take(after));
        record.fields.push(Field { range: start..record.mended.len(), mended: true });
        end
    }

    /// The quote that closes the one at a byte; `None` if that one is stray: it
    /// is still open at the end or after the most characters that a field can
    /// have, or its field has line breaks and goes on after the closing quote.
    fn closed(&self, bytes: &[u8], open: usize) -> Option<usize> {
        let (mut at, mut broken, mut characters) = (open + 1, false, 0_usize);
        loop {
            match (bytes.get(at)?, bytes.get(at + 1)) {
                (b'"', Some(b'"')) => at += 1,
                (b'"', next) => return (!broken || next.is_none_or(|next| self.ends(*next))).then_some(at),
                (b'\r' | b'\n', _) => broken = true,
                _ => {}
            }
            let byte = bytes.get(at)?;
            if self.pairs {
                characters += 1;
                at += usize::from(*byte >= 0x80 && bytes.get(at + 1).is_some_and(|next| *next >= b'0'));
            } else {
                // Bytes that go on a character are none of their own.
                characters += usize::from(byte & 0xC0 != 0x80);
            }
            at += 1;
            if characters > self.longest {
                return None;
            }
        }
    }
}

/// The last of the bytes that [`low`] looks for, which a tab, a line's end and a
/// quote are among.
const LAST: u8 = b',';

/// The uppermost bit of each byte of a word that is [`LAST`] or less; above the
/// first of them, of others too.
#[inline]
fn low(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    word.wrapping_sub(ONES * (LAST as u64 + 1)) & !word & (ONES << 7)
}

/// The byte after the end of the line that a byte is in.
pub fn line_end(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let end = from + rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).map_or(rest.len(), |at| at + 1);
    let pair = bytes.get(end.saturating_sub(1)..=end) == Some(b"\r\n");
    end + usize::from(pair)
}
