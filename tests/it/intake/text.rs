//! Delimited texts, read as bytes, against the same texts decoded before, and
//! the scan of plain records against the general one.

use suanpan::basis::problem::ProblemKind::EncodingFound;
use suanpan::intake::{Answer, Encoding, Opened, Unwatched, open, open_answered};

use super::super::mutate::Random;

/// Whole and broken characters of all encodings, and the signs between fields.
const PIECES: [&[u8]; 33] = [
    b",",
    b",",
    b",",
    b",",
    b"\n",
    b"\n",
    b"\r\n",
    b"\r",
    b";",
    b"\t",
    b" ",
    b"\"",
    b"\"\"",
    b"\"\n\"",
    b"7",
    b"85.5",
    b"1234567",
    b"12345678",
    b"2025000000001234",
    "城关小学".as_bytes(),
    "\u{FFFD}".as_bytes(),
    "𠮷".as_bytes(),
    b"\xB3\xC7\xB9\xD8",
    b"\xD1\xA7\xD0\xA3\xC3\xFB\xB3\xC6",
    b"\xA6\x62\xA4\xA4",
    b"\x88\x62",
    b"\x81\x30\x84\x36",
    b"\x90\x30\x81\x30",
    b"\x81",
    b"\x80",
    b"\xFF",
    b"\xE5\x9F",
    b"\xB1\xB2",
];

/// A text with an end to its last line, of pieces of a kind.
fn text(random: &mut Random, kind: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let pieces: Vec<&[u8]> = PIECES.into_iter().filter(|piece| kind(piece)).collect();
    let length = random.below(60);
    let pieces = (0..length).map(|_| pieces[random.below(pieces.len())]);
    pieces.chain([b"\n".as_slice()]).flatten().copied().collect()
}

fn read_as(bytes: &[u8], encoding: Encoding) -> Opened {
    open_answered("表.csv", bytes, Some(&Answer::Encoding(encoding)), &mut Unwatched)
}

#[test]
fn texts_that_are_kept_are_decoded_as_the_whole_would_be() {
    for seed in 0..3000 {
        let bytes = text(&mut Random(seed), |piece| seed % 2 > 0 || !piece.contains(&b'"'));
        for (encoding, decoder) in [
            (Encoding::Gb18030, encoding_rs::GB18030),
            (Encoding::Big5, encoding_rs::BIG5),
            (Encoding::ShiftJis, encoding_rs::SHIFT_JIS),
            (Encoding::Windows1252, encoding_rs::WINDOWS_1252),
        ] {
            let (decoded, broken) = decoder.decode_without_bom_handling(&bytes);
            // Half a character may take a quote that follows it for its other half.
            if broken && bytes.contains(&b'"') {
                continue;
            }
            let whole = read_as(decoded.as_bytes(), Encoding::Utf8);
            assert_eq!(read_as(&bytes, encoding), whole, "{seed}: {bytes:?} in {encoding:?}");
        }
    }
}

#[test]
fn a_text_is_read_as_utf8_exactly_when_all_of_it_is() {
    let (mut proved, mut refused) = (0, 0);
    for seed in 0..1500 {
        let mut bytes = text(&mut Random(seed), |piece| seed % 3 > 0 || str::from_utf8(piece).is_ok());
        // A good beginning, longer than what is looked at first.
        if seed % 20 == 0 {
            bytes.splice(0..0, "城关小学,90\n".repeat(4500).into_bytes());
        }
        let opened = open("表.csv", &bytes, &mut Unwatched);
        if str::from_utf8(&bytes).is_ok() {
            proved += 1;
            assert_eq!(opened, read_as(&bytes, Encoding::Utf8), "{seed}");
        } else {
            refused += 1;
            let found = opened.problems.iter().any(|problem| problem.kind == EncodingFound);
            assert!(found || opened.question.is_some(), "{seed}: {bytes:?}");
        }
    }
    assert!(proved > 300 && refused > 300, "{proved} and {refused}");
}

#[test]
fn what_is_left_out_of_a_table_counts_for_its_encoding_too() {
    let beyond = |odd: &[u8]| [b"\xE5\x9F\x8E".as_slice(), &[b','; 1030], odd, b"\n"].concat();
    let below = |odd: &[u8]| [b"\xE5\x9F\x8E\n".as_slice(), &[b'\n'; 20_000], odd, b"\n"].concat();
    let long = |odd: &[u8]| ["城".repeat(20_000).as_bytes(), odd, b"\n"].concat();
    let longer = |odd: &[u8]| ["城".repeat(40_000).as_bytes(), odd, b"\n"].concat();
    for odd in [beyond, below, long, longer].map(|form| form as fn(&[u8]) -> Vec<u8>) {
        assert!(open("表.csv", &odd(b"\xE5\x9F\x8E"), &mut Unwatched).question.is_none());
        let opened = open("表.csv", &odd(b"\xFF\xFF"), &mut Unwatched);
        let found = opened.problems.iter().any(|problem| problem.kind == EncodingFound);
        assert!(found || opened.question.is_some());
    }
}

#[test]
fn plain_records_are_scanned_as_quoted_ones() {
    for seed in 0..1000 {
        let mut random = Random(seed);
        let separator = [",", ";", "\t"][random.below(3)];
        let end = ["\n", "\r\n"][random.below(2)];
        let field = |random: &mut Random| match random.below(4) {
            0 => String::new(),
            1 => "9".repeat(random.below(20)),
            _ => "城关! #a".chars().cycle().skip(random.below(8)).take(random.below(9)).collect(),
        };
        let rows: Vec<Vec<String>> =
            (0..random.below(8) + 1).map(|_| (0..random.below(6) + 1).map(|_| field(&mut random)).collect()).collect();
        let written = |quote: &str| {
            let line = |row: &Vec<String>| {
                let fields: Vec<_> = row.iter().map(|field| format!("{quote}{field}{quote}")).collect();
                fields.join(separator) + end
            };
            let text = rows.iter().map(line).collect::<String>();
            read_as(text.as_bytes(), Encoding::Utf8).tables.pop().map(|table| table.cells).unwrap_or_default()
        };
        assert_eq!(written(""), written("\""), "{seed}: {rows:?}");
    }
}
