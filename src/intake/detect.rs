//! Finds out which encoding a text is in.
//!
//! Almost any text in GB18030 is one in Big5 as well and the other way round,
//! so being valid proves little. What tells them apart is whether the header
//! has words that the dictionary knows, then whether the signs are common ones:
//! both encodings keep those in a range of their own. Where that is not clear
//! the person is asked.

use std::sync::Arc;

use super::decode::{decode, marked};
use super::delimited::{self, Text};
use super::encoding::Encoding;
use super::header;
use super::open::Opened;
use super::question::Preview;
use super::watch::{Progress, Watch};
use crate::basis::order;
use crate::word::field::Field;
use crate::word::table::Table;

/// The encoding of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detected {
    /// The text says it, or its bytes allow no other.
    Told(Encoding),
    /// It was found out.
    Found(Encoding),
    /// It is to be asked.
    Open,
}

/// So many bytes of a text are looked at.
const SAMPLE: usize = 64 * 1024;

/// Rows and cells of a preview.
const PREVIEW: (usize, usize) = (4, 6);

/// Detects the encoding of a text.
pub(super) fn detect(bytes: &[u8], watch: &dyn Watch) -> Detected {
    if let Some((encoding, _)) = marked(bytes) {
        return Detected::Told(encoding);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Detected::Told(Encoding::Utf8);
    }
    if let Some(encoding) = unmarked(bytes) {
        return Detected::Found(encoding);
    }
    let [first, second] = &*weighed(bytes, watch) else { return Detected::Open };
    let by_words = first.words > second.words;
    let by_validity = first.errors == 0 && second.errors > 0 && first.common >= second.common;
    let by_signs = first.pairs >= 30 && first.common >= 900 && second.common <= 600;
    let readable = first.errors.saturating_mul(10) <= first.pairs;
    if by_words || readable && (by_validity || by_signs) { Detected::Found(first.encoding) } else { Detected::Open }
}

/// The likeliest encoding, where nobody can be asked.
pub(super) fn likeliest(bytes: &[u8], watch: &dyn Watch) -> Encoding {
    match detect(bytes, watch) {
        Detected::Told(encoding) | Detected::Found(encoding) => encoding,
        Detected::Open => Encoding::Gb18030,
    }
}

/// What a text looks like in each encoding that it may have, the likeliest
/// first.
pub(super) fn previews(bytes: &[u8], watch: &dyn Watch) -> Vec<Preview> {
    let chinese = weighed(bytes, watch).into_iter().map(|candidate| candidate.encoding);
    let others = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::ShiftJis, Encoding::Windows1252];
    // Without a zero it holds no digit, comma or line end in UTF-16.
    let pairs = bytes.iter().take(SAMPLE).any(|byte| *byte == 0);
    let is_pairs = |encoding: &Encoding| matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let others = others.into_iter().filter(|encoding| pairs || !is_pairs(encoding));
    let previews = chinese.chain(others).filter_map(|encoding| {
        let table = head_table(bytes, encoding, watch)?;
        let row = |row| (0..).take(PREVIEW.1).map(|column| table.cell(row, column).text().into_owned()).collect();
        let rows: Vec<Vec<String>> = (0..table.height()).take(PREVIEW.0).map(row).collect();
        let senseless = |sign: char| sign == char::REPLACEMENT_CHARACTER || sign.is_control() && sign != '\n';
        let lost = rows.iter().flatten().flat_map(|text| text.chars()).filter(|sign| senseless(*sign)).count();
        let signs: usize = rows.iter().flatten().map(|text| text.chars().count()).sum();
        // Where every tenth sign is senseless it is not worth a choice.
        (lost * 10 <= signs).then_some(Preview { encoding, rows })
    });
    previews.collect()
}

/// Whether bytes are UTF-16 without a mark, and in which order: the signs of
/// tables (digits, commas, line ends) have a zero for their higher byte.
pub(super) fn unmarked(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..8192).unwrap_or(bytes);
    let (pairs, _) = head.as_chunks::<2>();
    let zeros = |at: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| at(pair) == 0).count();
    let (even, odd) = (zeros(|pair| pair[0]), zeros(|pair| pair[1]));
    // Some signs have a zero for their lower byte, 一 among them.
    let encoding = match () {
        () if odd > 0 && even * 4 <= odd => Encoding::Utf16Le,
        () if even > 0 && odd * 4 <= even => Encoding::Utf16Be,
        () => return None,
    };
    let unit = |pair: &[u8; 2]| {
        if encoding == Encoding::Utf16Le { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) }
    };
    let is_text = |unit: u16| !matches!(unit, 0..=8 | 14..=31 | 0xE000..=0xF8FF | 0xFFFE..);
    pairs.iter().all(|pair| is_text(unit(pair))).then_some(encoding)
}

/// How well an encoding fits.
struct Candidate {
    encoding: Encoding,
    /// Columns of the header that the dictionary knows.
    words: usize,
    /// Bytes or pairs without a meaning.
    errors: usize,
    /// Pairs of bytes that stand for one sign.
    pairs: usize,
    /// How many of a thousand pairs are common signs.
    common: usize,
}

/// The two Chinese encodings, the likelier first.
fn weighed(bytes: &[u8], watch: &dyn Watch) -> Vec<Candidate> {
    let sample = foreign_lines(bytes);
    let mut candidates: Vec<Candidate> = [Encoding::Gb18030, Encoding::Big5]
        .into_iter()
        .map(|encoding| {
            let decoded = watch.decode(encoding, &sample);
            let errors = decoded.chars().filter(|sign| *sign == char::REPLACEMENT_CHARACTER).count();
            let (pairs, common) = common(encoding, &sample);
            let words = head_table(bytes, encoding, watch).map_or(0, |table| known_columns(&table));
            Candidate { encoding, words, errors, pairs, common }
        })
        .collect();
    order::sort_by(&mut candidates, |one, other| {
        let by_words = other.words.cmp(&one.words);
        by_words.then(other.common.cmp(&one.common)).then(one.errors.cmp(&other.errors))
    });
    candidates
}

/// The lines that are not plain ASCII, as far as they are looked at.
fn foreign_lines(bytes: &[u8]) -> Vec<u8> {
    let mut lines = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii()) {
        lines.extend_from_slice(line.get(..SAMPLE).unwrap_or(line));
        if lines.len() >= SAMPLE {
            break;
        }
    }
    lines
}

/// How many signs are pairs of bytes, and how many of a thousand of those are
/// common: in GB 2312 the first level of characters, in Big5 likewise.
fn common(encoding: Encoding, bytes: &[u8]) -> (usize, usize) {
    let (mut pairs, mut common) = (0_usize, 0_usize);
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        if lead.is_ascii() {
            continue;
        }
        let trail = rest.next().copied().unwrap_or(0);
        pairs += 1;
        common += usize::from(match encoding {
            Encoding::Big5 => matches!((*lead, trail), (0xA1..=0xC6, 0x40..=0x7E | 0xA1..=0xFE)),
            _ => matches!((*lead, trail), (0xA1..=0xA3 | 0xB0..=0xD7, 0xA1..=0xFE)),
        });
    }
    (pairs, common * 1000 / pairs.max(1))
}

/// The beginning of a text as a table.
fn head_table(bytes: &[u8], encoding: Encoding, watch: &dyn Watch) -> Option<Table> {
    let head = match bytes.get(..SAMPLE) {
        // Line ends are the same in all these encodings but UTF-16.
        Some(head) if !matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) => {
            head.iter().rposition(|byte| *byte == b'\n').and_then(|end| head.get(..end)).unwrap_or(head)
        }
        Some(head) => head,
        None => bytes,
    };
    let mut opened = Opened::default();
    let name: Arc<str> = "".into();
    let text = decode(head, encoding, watch);
    let text = Text { bytes: text.as_bytes(), foreign: None };
    delimited::read(&name, text, &mut Quiet(watch), &mut opened);
    opened.tables.pop()
}

/// Columns of a table's header that the dictionary knows.
fn known_columns(table: &Table) -> usize {
    let columns = header::find(table).map(|header| header.columns).unwrap_or_default();
    columns.iter().filter(|(_, _, found)| found.field.as_ref().is_some_and(|field| *field != Field::Sequence)).count()
}

/// Lets a beginning be read without a word of it.
struct Quiet<'a>(&'a dyn Watch);

impl Watch for Quiet<'_> {
    fn go_on(&mut self, _: Progress) -> bool {
        true
    }

    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
        self.0.decode(encoding, bytes)
    }
}
