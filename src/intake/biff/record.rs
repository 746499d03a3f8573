//! The records of a stream: a kind, a length, a content (MS-XLS 2.1.4). What is
//! too long for one record goes on in others.

use super::super::ole::{u16_at, u32_at};

/// Begins a part of the stream: the workbook's globals, a sheet, a chart.
pub(super) const BOF: u16 = 0x0809;
/// Ends such a part.
pub(super) const EOF: u16 = 0x000A;
/// Goes on with the content of the record before.
const CONTINUE: u16 = 0x003C;

/// One record.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// Its kind.
    pub kind: u16,
    /// Its content.
    pub body: &'a [u8],
}

/// The records of a stream from a byte on, up to its end or a record that is
/// cut.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    /// The byte at which the next record begins.
    pub at: usize,
}

impl<'a> Records<'a> {
    /// Records from a byte on.
    pub fn from(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The next record's kind and content, if it is whole.
    fn peek(&self) -> Option<Record<'a>> {
        let rest = self.stream.get(self.at..)?;
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        Some(Record { kind, body: rest.get(4..)?.get(..length)? })
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let record = self.peek()?;
        self.at = self.at.saturating_add(4).saturating_add(record.body.len());
        Some(record)
    }
}

/// A record's content with that of the records that continue it.
pub(super) struct Content<'a, 'r> {
    /// What is left of the present record.
    rest: &'a [u8],
    records: &'r mut Records<'a>,
}

impl<'a, 'r> Content<'a, 'r> {
    /// The content of a record, which stands before these.
    pub fn of(body: &'a [u8], records: &'r mut Records<'a>) -> Self {
        Self { rest: body, records }
    }

    /// Goes to the next record when the present one is used up; `None` when
    /// none continues it.
    fn refill(&mut self) -> Option<bool> {
        let used_up = self.rest.is_empty();
        while self.rest.is_empty() {
            self.rest = self.records.peek().filter(|record| record.kind == CONTINUE)?.body;
            self.records.next();
        }
        Some(used_up)
    }

    /// So many bytes at most, as far as the present record has them, and one
    /// at least; `None` at the end.
    fn some(&mut self, most: usize) -> Option<&'a [u8]> {
        self.refill()?;
        let (some, rest) = self.rest.split_at_checked(most).unwrap_or((self.rest, &[]));
        self.rest = rest;
        Some(some)
    }

    /// A byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.some(1)?.first().copied()
    }

    /// A number of 16 bits.
    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// A number of 32 bits.
    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    /// Passes over bytes.
    pub fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            count -= self.some(count)?.len();
        }
        Some(())
    }

    /// So many bytes of the present record.
    pub fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(bytes)
    }

    /// Appends a Unicode string: a count in one byte or, when `long`, in two; a
    /// byte of flags, the characters, and how they are formatted and
    /// pronounced, which is passed over (MS-XLS 2.5.293). Where a record ends
    /// within the characters, the next one begins with new flags.
    pub fn unicode(&mut self, long: bool, text: &mut String) -> Option<()> {
        let mut count = if long { self.u16()?.into() } else { usize::from(self.byte()?) };
        // Some writers leave out the flags of an empty string.
        let Some(mut flags) = self.byte() else { return (count == 0).then_some(()) };
        let runs = if flags & 8 != 0 { self.u16()? } else { 0 };
        let phonetic = if flags & 4 != 0 { self.u32()? } else { 0 };
        let mut units: Vec<u16> = Vec::new();
        while count > 0 {
            if self.refill()? {
                flags = self.byte()?;
            }
            let wide = flags & 1 != 0;
            let some = self.some(if wide { count.saturating_mul(2) } else { count })?;
            if wide {
                units.extend(some.as_chunks().0.iter().map(|unit| u16::from_le_bytes(*unit)));
                count -= some.len().div_ceil(2);
            } else {
                units.extend(some.iter().map(|byte| u16::from(*byte)));
                count -= some.len();
            }
        }
        text.extend(char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)));
        self.skip(usize::from(runs).saturating_mul(4))?;
        self.skip(usize::try_from(phonetic).ok()?)
    }
}

/// The three numbers that a cell's record begins with: row, column, format.
pub(super) fn cell(body: &[u8]) -> Option<(u32, u32, u16)> {
    Some((u16_at(body, 0)?.into(), u16_at(body, 2)?.into(), u16_at(body, 4)?))
}

/// A number packed into 32 bits: the upper bits of a floating-point number or
/// a whole number, perhaps in hundredths (MS-XLS 2.5.217).
pub(in crate::intake) fn packed(body: &[u8], at: usize) -> Option<f64> {
    let packed = u32_at(body, at)?;
    let number = if packed & 2 != 0 {
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    Some(if packed & 1 != 0 { number / 100.0 } else { number })
}

#[cfg(test)]
mod tests {
    use super::{CONTINUE, Content, Records};

    fn record(kind: u16, body: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &u16::try_from(body.len()).unwrap().to_le_bytes(), body].concat()
    }

    #[test]
    fn a_string_may_go_on_in_the_next_record_at_any_place() {
        let units: Vec<u16> = "校a\u{20BB7}".encode_utf16().collect();
        // Flags: wide, with two runs and three bytes of pronunciation.
        let head = [4, 0, 0b1101, 2, 0, 3, 0, 0, 0];
        let wide: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let tail = [0xEE; 11];
        let after = [2, 0, 0, b'o', b'k'];
        let whole = [&head[..], &wide, &tail, &after].concat();
        for cut in 1..whole.len() {
            let within = cut.checked_sub(head.len()).filter(|at| *at < wide.len());
            if within.is_some_and(|at| at % 2 != 0) {
                continue;
            }
            let in_after = cut + 2 >= whole.len();
            let flags: &[u8] = if within.is_some() {
                &[1]
            } else if in_after {
                &[0]
            } else {
                &[]
            };
            let more = [flags, &whole[cut..]].concat();
            let stream = [record(0xFC, &whole[..cut]), record(CONTINUE, &[]), record(CONTINUE, &more)].concat();
            let mut records = Records::from(&stream, 0);
            let body = records.next().unwrap().body;
            let mut content = Content::of(body, &mut records);
            let (mut one, mut two) = (String::new(), String::new());
            content.unicode(true, &mut one).unwrap();
            content.unicode(true, &mut two).unwrap();
            assert_eq!((&*one, &*two), ("校a\u{20BB7}", "ok"), "{cut}");
            assert_eq!(content.byte(), None);
        }
    }
}
