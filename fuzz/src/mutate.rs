//! Files changed at random, by a seed, so that what they show can be seen again.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A small generator (splitmix64), so that failures repeat.
pub struct Random(pub u64);

/// Numbers at the edges of what readers compute with.
const EXTREMES: &[&str] = &[
    "0",
    "-1",
    "1",
    "255",
    "256",
    "1024",
    "16384",
    "16385",
    "32768",
    "65535",
    "65536",
    "600000",
    "1048576",
    "1048577",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "999999999999",
    "18446744073709551615",
    "1e308",
    "1e-308",
    "-1e999",
    "NaN",
    "inf",
    "0x7F",
    "",
];

/// Words that mean something to a reader.
const WORDS: &[&str] = &[
    "<",
    ">",
    "/>",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#0;",
    "&#x10FFFF;",
    "&#xD800;",
    "&",
    "<?xml",
    "\"",
    "'",
    "<row>",
    "</row>",
    "<c>",
    "</c>",
    "<v>",
    "</v>",
    "<si><t>",
    "<table>",
    "</table>",
    "<tr>",
    "<td colspan=99999 rowspan=99999>",
    " t=\"s\"",
    " t=\"d\"",
    " r=\"XFD1048576\"",
    " hidden=\"1\"",
    " ss:Index=\"99999\"",
    " ss:MergeAcross=\"99999\"",
    " ss:MergeDown=\"99999\"",
    " ss:Span=\"4294967295\" ss:Hidden=\"1\"",
    "<Row ss:Hidden=\"1\" ss:Span=\"99999999\">",
    " table:number-columns-repeated=\"99999\"",
    " table:number-rows-repeated=\"1048576\"",
    "<!DOCTYPE a [<!ENTITY b \"bbbb\">]>",
    "&b;",
    "\u{feff}",
    "_x000D_",
    "\0",
    "\r\n",
    "\t",
    ",",
    ";",
    "=",
    "--",
    "合计",
    "学校",
    "班级",
    "姓名",
    "2025年",
    "%",
    "缺考",
    "１２",
    "1.5万元",
];

impl Random {
    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// One of several, `None` of none.
    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> Option<&'a T> {
        of.get(self.below(of.len())).copied()
    }

    /// A range that is not empty, where the bytes are not.
    fn range(&mut self, length: usize, most: usize) -> std::ops::Range<usize> {
        let at = self.below(length);
        at..(at + 1 + self.below(most)).min(length)
    }

    /// Bytes with a few changes, one of them perhaps a piece of `other`.
    pub fn bytes(&mut self, bytes: &[u8], other: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(6) {
            if !bytes.is_empty() {
                self.change(&mut bytes, other);
            }
        }
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        let length = bytes.len();
        let at = self.below(length);
        match self.below(14) {
            0 => bytes[at] = self.next() as u8,
            1 => bytes[at] ^= 1 << self.below(8),
            2 => bytes.truncate(at.max(8)),
            3 => drop(bytes.drain(self.range(length, 40))),
            4 => self.word_at(bytes, at),
            5 | 6 => self.digits(bytes, at),
            7 | 8 => {
                let word = self.one(WORDS).unwrap_or_default();
                drop(bytes.splice(at..at, word.bytes()));
            }
            9 => self.tag(bytes, at),
            10 => {
                let piece = bytes[self.range(length, 600)].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            11 => {
                // Nested or repeated until it hurts.
                let piece = bytes[self.range(length, 40)].to_vec().repeat(1 + self.below(400));
                drop(bytes.splice(at..at, piece));
            }
            12 if !other.is_empty() => {
                let piece = other[self.range(other.len(), 2000)].to_vec();
                let end = if self.below(2) == 0 { at } else { (at + piece.len()).min(length) };
                drop(bytes.splice(at..end, piece));
            }
            _ => self.sectors(bytes),
        }
    }

    /// A binary number at the edges of its range.
    fn word_at(&mut self, bytes: &mut [u8], at: usize) {
        let value = match self.below(6) {
            0 => 0,
            1 => u64::MAX,
            2 => 0x7FFF_FFFF_7FFF_7FFF,
            3 => 0xFFFF_FFFE_FFFF_FFFE,
            4 => 1 << self.below(64),
            _ => self.next(),
        };
        let size = 1 << self.below(4);
        for (byte, new) in bytes.iter_mut().skip(at).zip(value.to_le_bytes()).take(size) {
            *byte = new;
        }
    }

    /// An extreme in the place of the next digits.
    fn digits(&mut self, bytes: &mut Vec<u8>, from: usize) {
        let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit) else { return };
        let start = from + start;
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
        let extreme = self.one(EXTREMES).unwrap_or_default();
        drop(bytes.splice(start..start + length, extreme.bytes()));
    }

    /// The next tag lost, doubled, or moved elsewhere.
    fn tag(&mut self, bytes: &mut Vec<u8>, from: usize) {
        let Some(start) = bytes[from..].iter().position(|byte| *byte == b'<') else { return };
        let start = from + start;
        let Some(length) = bytes[start..].iter().position(|byte| *byte == b'>') else { return };
        let tag: Vec<u8> = bytes[start..=start + length].to_vec();
        if self.below(2) == 0 {
            drop(bytes.drain(start..=start + length));
        }
        if self.below(3) > 0 {
            let to = self.below(bytes.len());
            drop(bytes.splice(to..to, tag));
        }
    }

    /// A sector of 512 bytes in the place of another one, or emptied.
    fn sectors(&mut self, bytes: &mut [u8]) {
        let (from, to) = (self.below(bytes.len() / 512 + 1) * 512, self.below(bytes.len() / 512 + 1) * 512);
        let sector = match self.below(3) {
            0 => vec![0; 512],
            1 => vec![0xFF; 512],
            _ => bytes.iter().skip(from).take(512).copied().collect(),
        };
        for (byte, new) in bytes.iter_mut().skip(to).zip(sector) {
            *byte = new;
        }
    }

    /// A file changed: its bytes, or where it is a zip container the parts in it,
    /// so that what is changed is what is read.
    pub fn file(&mut self, bytes: &[u8], other: &[u8]) -> Vec<u8> {
        let parts = if self.below(8) > 0 { parts(bytes) } else { Vec::new() };
        if parts.is_empty() {
            return self.bytes(bytes, other);
        }
        let mut parts = parts;
        for _ in 0..=self.below(2) {
            let at = self.below(parts.len());
            let donor = self.below(parts.len());
            let piece = parts[donor].1.clone();
            match self.below(16) {
                0 if parts.len() > 1 => drop(parts.remove(at)),
                1 => parts[at].1 = piece,
                2 => parts[at].0 = parts[donor].0.clone(),
                _ => parts[at].1 = self.bytes(&parts[at].1, &piece),
            }
        }
        packed(&parts, self.below(4) == 0)
    }
}

/// The parts of a zip container, none if it is no such.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { continue };
        let Ok(name) = part.name() else { continue };
        let (name, mut content) = (name.to_string(), Vec::new());
        if part.take(1 << 20).read_to_end(&mut content).is_ok() {
            parts.push((name, content));
        }
    }
    parts
}

/// A zip container of these parts. One that comes twice is left out.
pub fn packed<N: AsRef<str>, C: AsRef<[u8]>>(parts: &[(N, C)], deflated: bool) -> Vec<u8> {
    let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let options = SimpleFileOptions::default().compression_method(method);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        if writer.start_file(name.as_ref(), options).is_ok() {
            writer.write_all(content.as_ref()).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}
