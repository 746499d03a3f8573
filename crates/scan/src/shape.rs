//! Opening tags of cells that say what the row above says, but for the row's
//! number, as spreadsheet programs write them: compared eight bytes at a time.

/// A few bytes, as words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes<const WORDS: usize> {
    words: [u64; WORDS],
    /// Which bits of the words count.
    masks: [u64; WORDS],
    length: usize,
}

impl<const WORDS: usize> Bytes<WORDS> {
    /// `None`: they do not fit.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let mut found = Self { words: [0; WORDS], masks: [0; WORDS], length: bytes.len() };
        for (at, byte) in bytes.iter().enumerate() {
            let shift = at % 8 * 8;
            *found.words.get_mut(at / 8)? |= u64::from(*byte) << shift;
            *found.masks.get_mut(at / 8)? |= 0xFF << shift;
        }
        Some(found)
    }

    /// What follows them in bytes that begin with them and do not end soon after.
    #[inline(always)]
    pub fn pass<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let found: &[[u8; 8]; WORDS] = bytes.as_chunks().0.first_chunk()?;
        let own = self.words.iter().zip(&self.masks);
        let differ = found
            .iter()
            .zip(own)
            .fold(0, |differ, (found, (word, mask))| differ | (u64::from_le_bytes(*found) ^ word) & mask);
        if differ == 0 { bytes.get(self.length..) } else { None }
    }
}

/// What stands before and behind the row's number in a cell's opening tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    before: Bytes<1>,
    behind: Bytes<3>,
}

impl Shape {
    /// That of a tag, when the row has this number. `None`: it has another one, or
    /// is longer than usual.
    pub fn of(tag: &[u8], number: &[u8]) -> Option<Self> {
        let letters = tag.iter().position(u8::is_ascii_digit)?;
        let (before, rest) = tag.split_at_checked(letters)?;
        Some(Self { before: Bytes::of(before)?, behind: Bytes::of(rest.strip_prefix(number)?)? })
    }

    /// What follows the tag in bytes that begin with one of this shape.
    #[inline(always)]
    pub fn pass<'a>(&self, number: &Bytes<1>, bytes: &'a [u8]) -> Option<&'a [u8]> {
        self.behind.pass(number.pass(self.before.pass(bytes)?)?)
    }
}

/// The number in plain digits, perhaps with a point, that bytes begin with, up to
/// a tag: its digits, how many of them are decimals, and the bytes from the tag on.
/// `None`: it takes more than seven bytes, or the bytes end soon after.
#[inline(always)]
pub(crate) fn decimal(bytes: &[u8]) -> Option<(u64, u32, &[u8])> {
    let word = u64::from_le_bytes(*bytes.first_chunk()?);
    // Looked for by itself: the next cell does not wait for this one's number.
    let tag = word ^ (ONES * u64::from(b'<'));
    let end = (tag.wrapping_sub(ONES) & !tag & (ONES << 7)).trailing_zeros() & !7;
    let rest = bytes.get((end / 8) as usize..).filter(|_| end < 64)?;
    let values = word ^ (ONES * u64::from(b'0'));
    let whole = digits(values);
    // What stands behind a point is moved over it; without a branch, as half of
    // all marks have one.
    let point = u32::from((values >> (whole & 63)) as u8 == b'.' ^ b'0') * 8;
    let before = !(u64::MAX << (whole & 63));
    let joined = (values & before) | ((values >> point) & !before);
    let all = digits(joined);
    let plain = whole > 0 && all + point == end && all + 8 > whole + point;
    plain.then(|| (number(joined << (64 - all)), (all - whole) / 8, rest))
}

/// All bytes 1.
const ONES: u64 = u64::MAX / 255;

/// How many bits the digits take that bytes begin with, each less `0`.
#[inline(always)]
fn digits(values: u64) -> u32 {
    // The highest bit of what is no digit; a carry reaches later bytes only.
    let others = (values.wrapping_add(ONES * 0x76) | values) & (ONES * 0x80);
    others.trailing_zeros() & !7
}

/// The number that eight digits make, the first one lowest: neighbours are joined
/// to pairs, pairs to fours, fours to the whole.
#[inline(always)]
fn number(digits: u64) -> u64 {
    let pairs = (digits.wrapping_mul(1 + (10 << 8)) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs.wrapping_mul(1 + (100 << 16)) >> 16) & 0x0000_FFFF_0000_FFFF;
    fours.wrapping_mul(1 + (10_000 << 32)) >> 32
}
