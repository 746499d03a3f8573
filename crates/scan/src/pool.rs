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
}

/// So many slots are looked at for a text: of more with like hashes, which
/// only malice makes, the later ones cost room, no more.
const LOOKS: usize = 64;

impl Pool {
    /// The number of a text, from 0, a new one if it is not there. `None`: no
    /// room, with 2³² bytes.
    #[inline]
    pub fn intern(&mut self, text: &[u8]) -> Option<u32> {
        // Never more than half are taken.
        if self.stops.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(text);
        let half = hash & HALF;
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        for _ in 0..LOOKS {
            let slot = self.slots.get_mut(at)?;
            if *slot == 0 {
                let number = u32::try_from(self.stops.len()).ok().filter(|number| *number < u32::MAX)?;
                *slot = half | (u64::from(number) + 1);
                return self.push(text).then_some(number);
            }
            let number = (*slot & !HALF) as u32 - 1;
            if *slot & HALF == half && self.get(number) == text {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
        let number = u32::try_from(self.stops.len()).ok()?;
        self.push(text).then_some(number)
    }

    /// The text with a number; none has no bytes.
    #[inline]
    pub fn get(&self, number: u32) -> &[u8] {
        let at = number as usize;
        let end = self.stops.get(at).copied().unwrap_or(0) as usize;
        let start = at.checked_sub(1).and_then(|before| self.stops.get(before)).copied().unwrap_or(0) as usize;
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// All texts, one after the other, and where each ends.
    pub fn into_parts(self) -> (Vec<u8>, Vec<u32>) {
        (self.bytes, self.stops)
    }

    fn push(&mut self, text: &[u8]) -> bool {
        let Ok(stop) = u32::try_from(self.bytes.len() + text.len()) else { return false };
        self.bytes.extend_from_slice(text);
        self.stops.push(stop);
        true
    }

    #[cold]
    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(64);
        self.slots.clear();
        self.slots.resize(length, 0);
        let mask = length - 1;
        for number in 0..self.stops.len() as u32 {
            let hash = hash(self.get(number));
            let mut at = hash as usize & mask;
            for _ in 0..LOOKS {
                match self.slots.get_mut(at) {
                    Some(slot) if *slot == 0 => {
                        *slot = (hash & HALF) | (u64::from(number) + 1);
                        break;
                    }
                    _ => at = (at + 1) & mask,
                }
            }
        }
    }
}

/// The upper half of a word.
const HALF: u64 = 0xFFFF_FFFF << 32;

/// Eight bytes at a time: short texts are the rule.
#[inline]
fn hash(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut hash = bytes.len() as u64;
    for word in words {
        hash = mix(hash ^ u64::from_le_bytes(*word));
    }
    let mut last = 0;
    for byte in rest {
        last = (last << 8) | u64::from(*byte);
    }
    mix(hash ^ last)
}

/// Spreads every bit over the whole word.
#[inline]
fn mix(word: u64) -> u64 {
    let word = word.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    word ^ (word >> 29)
}
