//! Laws: any bytes are answered, and layout does not change meaning. `make fuzz`
//! holds the first one for longer.

use std::io::{Cursor, Write};

use suanpan::word::field::Field;
use suanpan::word::table::{Cell, Merge, Table};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{assembled, bytes, essence, number, opened, sample};
use crate::mutate::Random;

/// Opens and assembles; the test is that it comes back.
fn run(name: &str, bytes: &[u8]) {
    let opened = opened(name, bytes);
    assert!(!opened.tables.is_empty() || !opened.problems.is_empty() || opened.question.is_some());
    assembled(&opened);
}

#[test]
fn arbitrary_bytes_are_answered() {
    let mut random = Random(1);
    for length in (1..200).step_by(5) {
        let mut bytes: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
        run("x.xlsx", &bytes);
        bytes.splice(0..0, *b"PK\x03\x04");
        run("x.xlsx", &bytes);
        let text: Vec<u8> = (0..length * 4).map(|_| b"0,1\n\";\t%\xE5\xAD\xA6-"[random.below(12)]).collect();
        run("x.csv", &text);
    }
}

#[test]
fn plain_records_are_read_as_quoted_ones_are() {
    let fields =
        ["", "0", "94.5", "1234567", "12345678", "(缺)", "+1 -2", "a'b", "张三", "桃源县第一中学", " ", "x\u{fffd}"];
    let mut random = Random(3);
    for delimiter in [",", "\t", ";"] {
        for _ in 0..200 {
            let (mut plain, mut quoted) = (String::new(), String::new());
            for _ in 0..1 + random.below(12) {
                let width = 1 + random.below(7);
                for column in 0..width {
                    let field = fields[random.below(fields.len())];
                    let separator = if column + 1 < width { delimiter } else { "" };
                    plain += &format!("{field}{separator}");
                    quoted += &if field.is_empty() { separator.to_owned() } else { format!("\"{field}\"{separator}") };
                }
                let end = ["\n", "\r\n", "\r", "\n\n"][random.below(4)];
                (plain, quoted) = (plain + end, quoted + end);
            }
            assert_eq!(
                opened("a.csv", plain.as_bytes()).tables,
                opened("a.csv", quoted.as_bytes()).tables,
                "{plain:?}"
            );
        }
    }
}

#[test]
fn mutated_files_are_answered() {
    let mut random = Random(2);
    for name in [
        "faults.xlsx",
        "years.xlsx",
        "old/agile-sha1.xlsx",
        "old/excel97.xls",
        "old/excel5.xls",
        "old/raw.xls",
        "formats/school.fods",
    ] {
        let bytes = bytes(&format!("tests/fixture/{name}"));
        for _ in 0..20 {
            run(name, &random.bytes(&bytes, &[]));
        }
    }
}

#[test]
fn old_workbooks_with_mutated_records_are_answered() {
    let mut random = Random(5);
    for name in ["excel97.xls", "excel5.xls", "xlwt.xls"] {
        let bytes = bytes(&format!("tests/fixture/old/{name}"));
        // Their records stand together: without the container they are read as well.
        let start = (512..bytes.len()).step_by(512).find(|at| matches!(bytes[*at..], [9, 8, _, 0, 0, _, 5, 0, ..]));
        for _ in 0..25 {
            run(name, &random.bytes(&bytes[start.unwrap()..], &[]));
        }
    }
}

#[test]
fn circles_in_a_container_and_sheets_that_overlap_end() {
    let mut bytes = bytes("tests/fixture/old/excel97.xls");
    bytes.resize(4 * 1024 * 1024, 0);
    // Every sector is followed by the first one.
    let tables = (512..bytes.len()).step_by(512).filter(|at| bytes[*at..].starts_with(&[0xFD, 0xFF, 0xFF, 0xFF]));
    for table in tables.collect::<Vec<_>>() {
        bytes[table..table + 512].fill(0);
    }
    run("圈.xls", &bytes);
    let record = |kind: u16, body: &[u8]| [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat();
    let begin = |content: u8| record(0x0809, &[0, 6, content, 0, 0, 0, 0, 0]);
    let mut stream = begin(5);
    let first = stream.len() + 9_000 * 14 + 4;
    for _ in 0..9_000 {
        stream.extend(record(0x85, &[(first as u32).to_le_bytes().as_slice(), &[0, 0, 1, 0, b'a', b'b']].concat()));
    }
    stream.extend(record(0x0A, &[]));
    stream.extend(begin(16));
    for _ in 0..50_000 {
        // All columns are hidden, then one cell.
        stream.extend(record(0x7D, &[0, 0, 255, 255, 0, 0, 0, 0, 1, 0]));
        stream.extend(record(0x205, &[0, 0, 0, 0, 0, 0, 1, 0]));
    }
    let start = std::time::Instant::now();
    run("叠.xls", &stream);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn workbooks_with_mutated_parts_are_answered() {
    let mut random = Random(3);
    for name in ["faults.xlsx", "years.xlsx", "formats/school.ods", "formats/school.xlsb"] {
        let bytes = bytes(&format!("tests/fixture/{name}"));
        for _ in 0..40 {
            run(name, &random.file(&bytes, &[]));
        }
    }
}

#[test]
fn mutated_markup_is_answered() {
    let mut random = Random(6);
    let markup = ["plain.html", "plain.xml", "多表.mht", "系统导出.xls"];
    let files = markup.map(|name| bytes(&format!("tests/fixture/{name}")));
    for (name, file) in markup.iter().zip(&files) {
        for other in &files {
            for _ in 0..2 {
                run(name, &random.bytes(file, other));
            }
        }
    }
}

#[test]
fn a_part_that_unpacks_beyond_the_limit_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer.start_file("xl/workbook.xml", options).unwrap();
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..257 {
        writer.write_all(&zeros).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(bomb.len() < 1024 * 1024);
    let opened = opened("弹.xlsx", &bomb);
    assert_eq!(opened.problems[0].subject, "256 MB");
    // The same with a header that claims one byte.
    let size = (257_u32 * 1024 * 1024).to_le_bytes();
    let lie: Vec<u8> = bomb.windows(4).position(|window| window == size).map_or(bomb.clone(), |_| {
        let mut lie = bomb.clone();
        for at in 0..lie.len() - 4 {
            if lie[at..at + 4] == size {
                lie[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
            }
        }
        lie
    });
    assert_ne!(lie, bomb);
    assert_eq!(super::opened("弹.xlsx", &lie).tables, []);
}

#[test]
fn shuffled_columns_and_more_titles_change_nothing() {
    let mut random = Random(4);
    let book = sample();
    for (index, header) in [(0, 4), (2, 1)] {
        let table = &book.tables[index];
        let expected =
            essence(&assembled(&super::Opened { tables: vec![table.clone()], ..super::Opened::default() }).dataset);
        for _ in 0..20 {
            let shuffled = shuffle(table, header, &mut random);
            let read = assembled(&super::Opened { tables: vec![shuffled], ..super::Opened::default() });
            assert_eq!(essence(&read.dataset), expected);
        }
    }
}

/// The table with its columns in another order, merged headers filled in, and
/// some title rows above.
fn shuffle(table: &Table, header: usize, random: &mut Random) -> Table {
    let mut rows: Vec<Vec<Cell<'_>>> = table.rows().map(|row| row.iter().collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap();
    let mut order: Vec<usize> = (0..width).collect();
    for last in (1..width).rev() {
        order.swap(last, random.below(last + 1));
    }
    for merge in &table.merges {
        let text = table.cell(merge.top, merge.left);
        for row in (merge.top..=merge.bottom).filter(|row| *row >= 2) {
            for column in merge.left..=merge.right {
                let cells = &mut rows[row as usize];
                cells.resize(cells.len().max(column as usize + 1), Cell::Empty);
                cells[column as usize] = text;
            }
        }
    }
    let titles = (0..random.below(4)).map(|_| vec![Cell::Empty, Cell::Text("内部资料 注意保存")]);
    let top = rows.iter().take(header.saturating_sub(2)).cloned();
    let body = rows.iter().skip(header.saturating_sub(2));
    let shuffled = body.map(|row| order.iter().map(|&column| row.get(column).copied().unwrap_or_default()).collect());
    Table { cells: titles.chain(top).chain(shuffled).collect(), merges: Vec::new(), ..table.clone() }
}

/// A damaged file may list a whole column as merged a
/// hundred thousand times.
#[test]
fn ranges_that_overlap_cost_no_row_twice() {
    let mut opened = opened("表.csv", format!("学校,人月\n甲小学,1\n{}", ",2\n".repeat(20_000)).as_bytes());
    let whole = Merge { top: 1, left: 0, bottom: 1_048_575, right: 0 };
    opened.tables[0].merges = vec![whole; 100_000];
    let start = std::time::Instant::now();
    let read = assembled(&opened);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    assert_eq!(read.dataset.schools.len(), 1);
    assert_eq!(number(&read.dataset, "甲小学", Field::PersonMonths, None), Some(1.0));
}
