//! The texts of many cells, taken out of their encoding.

use std::mem;

use super::Builder;
use crate::pool::Pool;

impl Builder {
    /// Takes the texts for UTF-8; `false`: some are not, and what has no meaning in
    /// them is lost.
    pub fn prove(&mut self) -> bool {
        let (bytes, stops) = mem::take(&mut self.texts).into_parts();
        let (texts, proved) = match String::from_utf8(bytes) {
            Ok(texts) => (texts, true),
            Err(odd) => (String::from_utf8_lossy(odd.as_bytes()).into_owned(), false),
        };
        let proved = proved && stops.iter().all(|stop| texts.is_char_boundary(*stop as usize));
        (self.cells.texts, self.cells.stops) = (texts, stops);
        proved
    }

    /// Takes the texts out of their encoding, one that has ASCII in it. `decode` is
    /// asked what the pairs of bytes in them stand for, and gets the texts that
    /// are not made of pairs alone, each time with line feeds between, of which it
    /// may lose none.
    pub fn decode(&mut self, decode: &mut dyn FnMut(&[u8]) -> String) {
        let pool = mem::take(&mut self.texts);
        let signs = Signs::of(&pool, decode);
        let odd: Vec<&[u8]> = pool.iter().filter(|text| !signs.read(text, |_| ())).collect();
        let decoded = if odd.is_empty() { String::new() } else { decode(&[odd.join(&b'\n'), b"\n".to_vec()].concat()) };
        let mut decoded = decoded.as_str();
        // Two bytes become three at most.
        let mut texts = String::with_capacity(pool.size() / 2 * 3);
        self.cells.stops.reserve_exact(pool.len());
        for text in pool.iter() {
            let start = texts.len();
            if let Some(text) = ascii(text) {
                texts.push_str(text);
            } else if !signs.read(text, |sign| texts.push(sign)) {
                texts.truncate(start);
                // Its own line feeds, and the one after it.
                let lines = text.iter().filter(|byte| **byte == b'\n').count();
                let end = decoded.match_indices('\n').nth(lines).map_or(decoded.len(), |(end, _)| end);
                texts.push_str(decoded.get(..end).unwrap_or_default());
                decoded = decoded.get(end + 1..).unwrap_or_default();
            }
            self.cells.stops.push(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        }
        self.cells.texts = texts;
    }
}

/// A text that is ASCII.
fn ascii(text: &[u8]) -> Option<&str> {
    std::str::from_utf8(text).ok().filter(|text| text.is_ascii())
}

/// The characters that pairs of bytes stand for, by [`place`]; [`ODD`] where that
/// is not one, or the pair was not met. A pair that gives a character and leaves
/// the line feed after it as it is gives the same after ASCII and other such pairs,
/// in every encoding that does not change on the way.
struct Signs(Vec<char>);

const ODD: char = char::REPLACEMENT_CHARACTER;

/// Where a pair stands in [`Signs`], the first byte of which is beyond ASCII.
fn place(lead: u8, trail: u8) -> usize {
    usize::from(lead & 0x7F) << 8 | usize::from(trail)
}

impl Signs {
    /// Those of the pairs in texts.
    fn of(pool: &Pool, decode: &mut dyn FnMut(&[u8]) -> String) -> Self {
        const MET: char = '\0';
        let mut signs = vec![ODD; 1 << 15];
        let mut pairs = Vec::new();
        for mut rest in pool.iter() {
            while let [lead, after @ ..] = rest {
                rest = after;
                if let (false, [trail, after @ ..]) = (lead.is_ascii(), after) {
                    rest = after;
                    match signs.get_mut(place(*lead, *trail)) {
                        // Signs below are part of no pair in any encoding.
                        Some(sign) if *sign == ODD && *trail >= b'0' => {
                            *sign = MET;
                            pairs.push([*lead, *trail, b'\n']);
                        }
                        _ => {}
                    }
                }
            }
        }
        let decoded = if pairs.is_empty() { String::new() } else { decode(pairs.as_flattened()) };
        for ([lead, trail, _], line) in pairs.iter().zip(decoded.split('\n')) {
            let mut line = line.chars();
            if let Some(sign) = signs.get_mut(place(*lead, *trail)) {
                *sign = line.next().filter(|_| line.next().is_none()).unwrap_or(ODD);
            }
        }
        Self(signs)
    }

    /// Puts the characters of a text one by one; `false`: it is not made of ASCII
    /// and known pairs alone.
    fn read(&self, mut text: &[u8], mut put: impl FnMut(char)) -> bool {
        loop {
            let (sign, rest) = match text {
                [] => return true,
                [byte, rest @ ..] if byte.is_ascii() => (char::from(*byte), rest),
                [lead, trail, rest @ ..] => (self.0.get(place(*lead, *trail)).copied().unwrap_or(ODD), rest),
                [_] => (ODD, text),
            };
            if sign == ODD {
                return false;
            }
            put(sign);
            text = rest;
        }
    }
}
