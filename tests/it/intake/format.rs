//! The same table from every format.

use encoding_rs::GB18030;
use suanpan::basis::problem::ProblemKind::*;
use suanpan::intake::{Encoding, Progress, Unwatched, Watch, open};
use suanpan::word::table::Table;

use super::{assembled, bytes, essence, fixture, found, kinds, opened, sample};

/// A table's rows as CSV.
fn as_csv(table: &Table, separator: u8) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).delimiter(separator).from_writer(Vec::new());
    for row in table.rows() {
        writer.write_record(row.iter().map(|cell| cell.text().into_owned())).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn the_county_is_the_same_from_csv_in_every_encoding() {
    let mut book = sample();
    book.tables.truncate(1);
    let expected = essence(&assembled(&book).dataset);
    let text = as_csv(&book.tables[0], b',');
    let marked = format!("\u{feff}{text}");
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, noted) in [
        (text.as_bytes().to_vec(), vec![]),
        (marked.into_bytes(), vec![]),
        (GB18030.encode(&text).0.into_owned(), vec![EncodingFound]),
        (utf16, vec![]),
        (as_csv(&book.tables[0], b'\t').into_bytes(), vec![]),
        (as_csv(&book.tables[0], b';').into_bytes(), vec![]),
    ] {
        let opened = opened("县域.csv", &bytes);
        assert_eq!(kinds(&opened.problems), noted);
        assert_eq!(essence(&assembled(&opened).dataset), expected);
    }
}

#[test]
fn a_simple_header_gives_the_same_values() {
    let plain = assembled(&fixture("plain.xlsx"));
    assert_eq!(kinds(&plain.problems), []);
    let sample = assembled(&sample());
    let (_, facts) = essence(&plain.dataset);
    let (_, all) = essence(&sample.dataset);
    assert_eq!(facts.len(), 3 * 5 + 1);
    assert!(facts.iter().all(|fact| all.contains(fact)));
}

#[test]
fn text_that_is_neither_encoding_is_read_as_far_as_it_goes() {
    let mut bytes = GB18030.encode("学校,满意度\n甲小学,90\n").0.into_owned();
    bytes.extend(b"\xFF\xFF,91\n");
    let opened = opened("坏.csv", &bytes);
    assert_eq!(found(&opened.problems, EncodingDoubtful), [("A3".into(), "��", "")]);
    assert_eq!(assembled(&opened).dataset.schools.len(), 2);
}

#[test]
fn cells_of_a_csv_file_are_named_by_their_rows() {
    let read = super::csv("标题\n\n学校,\"满意\n度\"\n甲小学,高\n");
    assert_eq!(found(&read.problems, NotANumber), [("B4".into(), "高", "满意 度")]);
    let read = super::csv("标题\n\n\n学校,满意度\n\n甲小学,-1\n");
    assert_eq!(found(&read.problems, NegativeValue), [("B6".into(), "-1", "满意度")]);
}

#[test]
fn reading_reports_progress_and_can_be_ended() {
    struct Count(u32, u32);
    impl Watch for Count {
        fn go_on(&mut self, progress: Progress) -> bool {
            assert!(progress.fraction.is_none_or(|share| (0.0..=1.0).contains(&share)));
            self.0 += 1;
            self.0 <= self.1
        }

        fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
            Unwatched.decode(encoding, bytes)
        }
    }
    let book = bytes("examples/县域数据.xlsx");
    let mut all = Count(0, u32::MAX);
    assert_eq!(open("a.xlsx", &book, &mut all), opened("a.xlsx", &book));
    assert!(all.0 > 3, "{}", all.0);
    for most in 0..all.0 {
        assert_eq!(open("a.xlsx", &book, &mut Count(0, most)), Default::default());
    }
    let text = "学校,满意度\n甲,90\n".repeat(10_000);
    assert_eq!(open("a.csv", text.as_bytes(), &mut Count(0, 2)), Default::default());
}
