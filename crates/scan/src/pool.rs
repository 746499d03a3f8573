//! Many short texts, each once.

/// Texts as bytes, found again by their content.
#[derive(Debug, Default)]
pub struct Pool {
    /// All texts, one after the other.
    bytes: Vec<u8>,
    /// Where each ends in `bytes`.
    stops: Vec<u32>,
    /// Half of each text's hash above its number; 0 is free. The length is a
    /// power of two.
    slots: Vec<u64>,
    /// How many slots are not free.
    taken: usize,
    /// Texts of up to seven bytes that were met lately, as one word each, and
    /// their numbers.
    lately: Vec<(u64, u32)>,
}

/// So many slots are looked at for a text: of more with like hashes, which
/// only malice makes, the later ones cost room, no more.
const LOOKS: usize = 64;

impl Pool {
    /// The number of a text, from 0, a new one if it is not there. `None`: no
    /// room, with 2³² bytes.
    // Not within its caller, which is compiled for size.
    #[inline(never)]
    pub fn intern(&mut self, text: &[u8]) -> Option<u32> {
        self.intern_as(short(text), text)
    }

    /// The same of a text whose form as [`short`] is known.
    #[inline]
    pub(crate) fn intern_as(&mut self, word: u64, text: &[u8]) -> Option<u32> {
        if word == 0 {
            return self.look_up(text);
        }
        let at = (word.wrapping_mul(SPREAD) >> (64 - LATELY.trailing_zeros())) as usize;
        match self.lately.get(at) {
            Some((met, number)) if *met == word => return Some(*number),
            Some(_) => {}
            None => self.lately.resize(LATELY, (0, 0)),
        }
        let number = self.look_up(text)?;
        if let Some(slot) = self.lately.get_mut(at) {
            *slot = (word, number);
        }
        Some(number)
    }

    /// The number of a text that is taken for new without a look.
    #[inline]
    pub fn append(&mut self, text: &[u8]) -> Option<u32> {
        let number = u32::try_from(self.stops.len()).ok().filter(|number| *number < u32::MAX)?;
        let stop = u32::try_from(self.bytes.len() + text.len()).ok()?;
        self.bytes.extend_from_slice(text);
        self.stops.push(stop);
        Some(number)
    }

    /// The same of the text that bytes begin with.
    #[inline]
    pub(crate) fn append_first(&mut self, rest: &[u8], length: usize) -> Option<u32> {
        let number = u32::try_from(self.stops.len()).ok().filter(|number| *number < u32::MAX)?;
        let stop = u32::try_from(self.bytes.len() + length).ok()?;
        copy(&mut self.bytes, rest, length);
        self.stops.push(stop);
        Some(number)
    }

    /// Makes room for so many times as much as there is, and at most so many
    /// texts.
    pub(crate) fn await_rest(&mut self, times: f64, most: usize) {
        let texts = ((self.stops.len() as f64 * times) as usize).min(most);
        self.bytes.reserve_exact(self.bytes.len() / self.stops.len().max(1) * texts);
        self.stops.reserve_exact(texts);
    }

    /// Whether a number is that of a text.
    #[inline]
    pub(crate) fn is(&self, number: u32, text: &[u8]) -> bool {
        same(self.get(number), text)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.stops.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    #[inline]
    fn look_up(&mut self, text: &[u8]) -> Option<u32> {
        // Never more than half are taken.
        if self.taken * 2 >= self.slots.len() {
            self.grow();
        }
        let half = hash(text) & HALF;
        let mask = self.slots.len() - 1;
        let mut at = self.first(half);
        for _ in 0..LOOKS {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                let number = self.append(text)?;
                if let Some(slot) = self.slots.get_mut(at) {
                    *slot = half | (u64::from(number) + 1);
                    self.taken += 1;
                }
                return Some(number);
            }
            let number = (slot & !HALF) as u32 - 1;
            if slot & HALF == half && same(self.get(number), text) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
        self.append(text)
    }

    /// Where a hash is looked for first: its uppermost bits say it, so that the
    /// order stays when there are more slots.
    #[inline]
    fn first(&self, half: u64) -> usize {
        (half >> (64 - self.slots.len().trailing_zeros())) as usize
    }

    /// The text with a number; none has no bytes.
    #[inline]
    pub fn get(&self, number: u32) -> &[u8] {
        let at = number as usize;
        let end = self.stops.get(at).copied().unwrap_or(0) as usize;
        let start = at.checked_sub(1).and_then(|before| self.stops.get(before)).copied().unwrap_or(0) as usize;
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// All texts, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.places().map(|(rest, length)| rest.get(..length).unwrap_or_default())
    }

    /// All bytes from each text on, and how many are its own.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&[u8], usize)> {
        let starts = [0].into_iter().chain(self.stops.iter().copied());
        let place = |(start, stop): (u32, &u32)| {
            let rest = self.bytes.get(start as usize..).unwrap_or_default();
            (rest, stop.saturating_sub(start) as usize)
        };
        starts.zip(&self.stops).map(place)
    }

    /// How many bytes they have together.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Texts, one after the other, and where each ends; they are not found
    /// again, and keep their numbers.
    pub fn of(bytes: Vec<u8>, stops: Vec<u32>) -> Self {
        Self { bytes, stops, ..Self::default() }
    }

    /// All texts, one after the other, and where each ends.
    pub fn into_parts(self) -> (Vec<u8>, Vec<u32>) {
        (self.bytes, self.stops)
    }

    #[cold]
    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(1024);
        let old = core::mem::replace(&mut self.slots, vec![0; length]);
        self.taken = 0;
        for slot in old.into_iter().filter(|slot| *slot != 0) {
            let mut at = self.first(slot & HALF);
            for _ in 0..LOOKS {
                match self.slots.get_mut(at) {
                    Some(free) if *free == 0 => {
                        *free = slot;
                        self.taken += 1;
                        break;
                    }
                    _ => at = (at + 1) & (length - 1),
                }
            }
        }
    }
}

/// The upper half of a word.
const HALF: u64 = 0xFFFF_FFFF << 32;

/// How many short texts are kept at hand; a power of two.
const LATELY: usize = 8192;

/// A text of one to seven bytes as one word, the first byte lowest and its
/// length above them; else 0.
#[inline]
pub(crate) fn short(text: &[u8]) -> u64 {
    if text.len() > 7 {
        return 0;
    }
    let bytes = text.iter().rev().fold(0, |bytes, byte| (bytes << 8) | u64::from(*byte));
    of_bytes(bytes, text.len())
}

/// The same, from the bytes of a text of at most seven and their number.
#[inline]
pub(crate) fn of_bytes(bytes: u64, length: usize) -> u64 {
    (length as u64) << 56 | bytes
}

/// Adds the text that bytes begin with to others. A short one is copied with some
/// more, in two words, and cut: faster than a call.
#[inline]
pub(crate) fn copy(into: &mut Vec<u8>, rest: &[u8], length: usize) {
    let end = into.len() + length;
    match rest.first_chunk::<16>() {
        Some(words) if length <= words.len() => into.extend_from_slice(words),
        _ => into.extend_from_slice(rest.get(..length).unwrap_or_default()),
    }
    into.truncate(end);
}

/// Whether two texts are the same; faster than a call where they are short.
#[inline]
fn same(one: &[u8], other: &[u8]) -> bool {
    let (words, others) = (one.as_chunks::<8>().0, other.as_chunks::<8>().0);
    one.len() == other.len() && words.iter().zip(others).all(|(one, other)| one == other) && last(one) == last(other)
}

/// Eight bytes at a time: short texts are the rule.
#[inline]
fn hash(bytes: &[u8]) -> u64 {
    let words = bytes.as_chunks::<8>().0.iter();
    let hash = words.fold(bytes.len() as u64, |hash, word| mix(hash ^ u64::from_le_bytes(*word)));
    mix(hash ^ last(bytes))
}

/// Whether a text is ASCII.
#[inline]
pub(crate) fn is_ascii(text: &[u8]) -> bool {
    const BEYOND: u64 = (u64::MAX / 255) << 7;
    let words = text.as_chunks::<8>().0.iter();
    words.fold(last(text), |signs, word| signs | u64::from_le_bytes(*word)) & BEYOND == 0
}

/// The last eight bytes of a text, or all of a shorter one.
#[inline]
fn last(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(word) => u64::from_le_bytes(*word),
        None => bytes.iter().rev().fold(0, |last, byte| (last << 8) | u64::from(*byte)),
    }
}

/// An odd word without a pattern: the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Spreads every bit over the whole word.
#[inline]
fn mix(word: u64) -> u64 {
    let word = word.wrapping_mul(SPREAD);
    word ^ (word >> 32)
}
