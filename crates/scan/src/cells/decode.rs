//! The texts of many cells, taken out of their encoding.

use std::{iter, mem};

use super::Builder;
use crate::pool::{Pool, copy, is_ascii};

impl Builder {
    /// Takes the texts for UTF-8; `false`: some are not, and what has no meaning in
    /// them is lost.
    // Not within its caller, which is compiled for size.
    #[inline(never)]
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
    // Not within its caller, which is compiled for size.
    #[inline(never)]
    pub fn decode(&mut self, decode: &mut dyn FnMut(&[u8]) -> String) {
        let pool = mem::take(&mut self.texts);
        let (signs, all) = Signs::of(&pool, decode);
        let decoded = if all { String::new() } else { decode(&signs.odd(&pool)) };
        let mut decoded = decoded.as_str();
        // Two bytes become three at most.
        let mut texts = Vec::with_capacity(pool.size() / 2 * 3);
        self.cells.stops.reserve_exact(pool.len());
        for (rest, length) in pool.places() {
            let (text, start) = (rest.get(..length).unwrap_or_default(), texts.len());
            if is_ascii(text) {
                copy(&mut texts, rest, length);
            } else if !signs.read(text, |sign| put(&mut texts, sign)) {
                texts.truncate(start);
                // Its own line feeds, and the one after it.
                let lines = text.iter().filter(|byte| **byte == b'\n').count();
                let end = decoded.match_indices('\n').nth(lines).map_or(decoded.len(), |(end, _)| end);
                texts.extend_from_slice(decoded.get(..end).unwrap_or_default().as_bytes());
                decoded = decoded.get(end + 1..).unwrap_or_default();
            }
            self.cells.stops.push(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        }
        self.cells.texts = String::from_utf8(texts).unwrap_or_default();
    }
}

/// A character in UTF-8, the first byte lowest; 0 for none.
type Sign = u32;

/// Adds a character to a text.
#[inline]
fn put(text: &mut Vec<u8>, sign: Sign) {
    let end = text.len() + 4 - sign.leading_zeros() as usize / 8;
    text.extend_from_slice(&sign.to_le_bytes());
    text.truncate(end);
}

/// The one character of a text, if it has a meaning.
fn sign(text: &str) -> Option<Sign> {
    let mut signs = text.chars();
    let sign = signs.next().filter(|sign| *sign != char::REPLACEMENT_CHARACTER && signs.next().is_none())?;
    let mut bytes = [0; 4];
    sign.encode_utf8(&mut bytes);
    Some(u32::from_le_bytes(bytes))
}

/// The characters that pairs of bytes stand for, by [`place`]; 0 where that is not
/// one, or the pair was not met. A pair that gives a character and leaves
/// the line feed after it as it is gives the same after ASCII and other such pairs,
/// in every encoding that does not change on the way.
struct Signs(Vec<Sign>);

/// Where a pair stands in [`Signs`], the first byte of which is beyond ASCII.
fn place(lead: u8, trail: u8) -> usize {
    usize::from(lead & 0x7F) << 8 | usize::from(trail)
}

impl Signs {
    /// Those of the pairs in texts, and whether all texts are made of them.
    fn of(pool: &Pool, decode: &mut dyn FnMut(&[u8]) -> String) -> (Self, bool) {
        const MET: Sign = Sign::MAX;
        let (mut signs, mut pairs, mut all) = (vec![0; 1 << 15], Vec::new(), true);
        for mut rest in pool.iter().filter(|text| !is_ascii(text)) {
            while let [lead, after @ ..] = rest {
                rest = after;
                if lead.is_ascii() {
                    all &= *lead != 0;
                    continue;
                }
                // Signs below are part of no pair in any encoding.
                let [trail @ b'0'..=255, after @ ..] = after else {
                    all = false;
                    continue;
                };
                rest = after;
                if let Some(sign @ 0) = signs.get_mut(place(*lead, *trail)) {
                    *sign = MET;
                    pairs.push([*lead, *trail, b'\n']);
                }
            }
        }
        let decoded = if pairs.is_empty() { String::new() } else { decode(pairs.as_flattened()) };
        for ([lead, trail, _], line) in pairs.iter().zip(decoded.split('\n').chain(iter::repeat(""))) {
            let sign = sign(line);
            all &= sign.is_some();
            if let Some(slot) = signs.get_mut(place(*lead, *trail)) {
                *slot = sign.unwrap_or(0);
            }
        }
        (Self(signs), all)
    }

    /// The texts that are not made of known pairs, with line feeds after them.
    fn odd(&self, pool: &Pool) -> Vec<u8> {
        let odd = pool.iter().filter(|text| !self.read(text, |_| ()));
        odd.flat_map(|text| text.iter().chain(b"\n")).copied().collect()
    }

    /// Puts the characters of a text one by one; `false`: it is not made of ASCII
    /// and known pairs alone.
    #[inline]
    fn read(&self, mut text: &[u8], mut put: impl FnMut(Sign)) -> bool {
        loop {
            let (sign, rest) = match text {
                [] => return true,
                [byte @ 1..0x80, rest @ ..] => (u32::from(*byte), rest),
                [lead @ 0x80..=0xFF, trail, rest @ ..] => {
                    (self.0.get(place(*lead, *trail)).copied().unwrap_or(0), rest)
                }
                _ => (0, text),
            };
            if sign == 0 {
                return false;
            }
            put(sign);
            text = rest;
        }
    }
}
