//! Old workbooks and opening passwords: against independent readers, and on
//! what is damaged.

use std::io::Cursor;

use calamine::{Data, Reader, Xls};
use suanpan::basis::problem::ProblemKind::*;
use suanpan::intake::{Encoding, Locked, Progress, Question, Unwatched, Watch, decrypt, open};
use suanpan::word::table::{Cell, Merge, Table};

use super::{bytes, found, kinds, opened};

fn old(name: &str) -> Vec<u8> {
    bytes(&format!("tests/fixture/old/{name}"))
}

fn tables(name: &str) -> Vec<Table> {
    let opened = opened(name, &old(name));
    assert!(kinds(&opened.problems).iter().all(|kind| *kind == HiddenRead), "{name}");
    opened.tables
}

/// A cell with something in it: sheet, row, column, kind and value.
type Listed = (String, u32, u32, &'static str, String);

fn listed(tables: &[Table]) -> Vec<Listed> {
    let mut cells = Vec::new();
    for table in tables {
        for (row, line) in (0..).zip(table.rows()) {
            for (column, cell) in (0..).zip(line.iter()) {
                let (kind, value) = match cell {
                    Cell::Empty | Cell::Uncomputed => continue,
                    Cell::Text(text) => ("text", text.to_owned()),
                    Cell::Number(value) => ("number", value.to_string()),
                    Cell::Date(value) => ("date", value.to_string()),
                    Cell::Bool(value) => ("bool", u8::from(value).to_string()),
                    Cell::Error(name) => ("error", name.to_owned()),
                };
                cells.push((table.sheet.to_string(), row, column, kind, value));
            }
        }
    }
    cells
}

/// What xlrd finds, as the script beside the fixtures lists it.
fn by_xlrd(name: &str) -> Vec<Listed> {
    let text = String::from_utf8(old(&format!("{name}.tsv"))).unwrap();
    let lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    // An empty text is no content here.
    let lines = lines.filter(|line| !line[5].is_empty());
    lines
        .map(|line| {
            let number = || line[5].parse::<f64>().unwrap().to_string();
            let (kind, value) = match line[4] {
                "number" => ("number", number()),
                "date" => ("date", number()),
                "bool" => ("bool", line[5].to_owned()),
                "error" => ("error", line[5].to_owned()),
                _ => ("text", line[5].replace("\\n", "\n")),
            };
            (line[0].to_owned(), line[2].parse().unwrap(), line[3].parse().unwrap(), kind, value)
        })
        .collect()
}

fn by_calamine(name: &str) -> Vec<Listed> {
    let mut book = Xls::new(Cursor::new(old(name))).unwrap();
    let mut cells = Vec::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).unwrap();
        let Some((top, left)) = range.start() else { continue };
        for (row, column, value) in range.used_cells() {
            let (kind, value) = match value {
                Data::Int(number) => ("number", number.to_string()),
                Data::Float(number) => ("number", number.to_string()),
                Data::DateTime(date) => ("date", date.as_f64().to_string()),
                Data::Bool(value) => ("bool", u8::from(*value).to_string()),
                Data::Error(error) => ("error", error.to_string()),
                Data::String(text) if !text.is_empty() => ("text", text.to_string()),
                _ => continue,
            };
            cells.push((sheet.to_string(), top + row as u32, left + column as u32, kind, value));
        }
    }
    cells
}

#[track_caller]
fn same(found: &[Listed], expected: &[Listed]) {
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn xlrd_finds_the_same() {
    for name in ["excel97", "excel5", "xlwt"] {
        same(&listed(&tables(&format!("{name}.xls"))), &by_xlrd(name));
    }
}

#[test]
fn calamine_finds_the_same() {
    for name in ["excel97.xls", "xlwt.xls"] {
        same(&listed(&tables(name)), &by_calamine(name));
    }
}

#[test]
fn merged_and_hidden_parts_are_known() {
    let tables = tables("excel97.xls");
    let names: Vec<_> = tables.iter().map(|table| (&*table.sheet, table.hidden)).collect();
    assert_eq!(names, [("办学条件", false), ("隐藏表", true), ("深藏表", true), ("末表", false)]);
    let merge = |top, left, bottom, right| Merge { top, left, bottom, right };
    let mut merges = tables[0].merges.clone();
    merges.sort_by_key(|merge| (merge.top, merge.left));
    assert_eq!(merges, [merge(0, 0, 0, 7), merge(1, 0, 2, 0), merge(1, 1, 1, 2)]);
    assert_eq!((&*tables[0].hidden_rows, &*tables[0].hidden_columns), (&[7][..], &[5][..]));
    let five = self::tables("excel5.xls");
    assert_eq!((&*five[0].hidden_rows, &*five[0].hidden_columns), (&[3][..], &[2, 3][..]));
    assert!(five[1].hidden);
}

#[test]
fn days_that_count_from_1904_are_brought_to_1900() {
    // 2024-09-01, and a plain number.
    let row = tables("1904.xls")[0].clone();
    assert_eq!((row.cell(0, 0), row.cell(0, 1)), (Cell::Date(45_536.0), Cell::Number(45_000.0)));
}

#[test]
fn a_formula_that_was_never_computed_is_told_from_an_empty_text() {
    assert_eq!(tables("excel97.xls")[0].cell(4, 7), Cell::Empty);
    // Text results of two formulas; the text of the first is missing.
    let mut bytes = b"\x09\x08\x08\0\0\x05\x10\0\0\0\0\0".to_vec();
    for row in 0..2 {
        bytes.extend(b"\x06\0\x16\0");
        bytes.extend([row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]);
    }
    bytes.extend(b"\x07\x02\x04\0\x02\0ok\x0A\0\0\0");
    let table = &opened("式.xls", &bytes).tables[0];
    assert_eq!((table.cell(0, 0), table.cell(1, 0)), (Cell::Uncomputed, Cell::Text("ok")));
}

#[test]
fn records_without_a_container_are_read() {
    let table = &tables("raw.xls")[0];
    assert_eq!((table.cell(1, 0), table.cell(1, 1)), (Cell::Text("城关小学"), Cell::Number(91.5)));
    assert_eq!((&*table.sheet, table.cell(0, 1)), ("", Cell::Text("满意度")));
    assert_eq!(tables("big5.xls")[0].cell(1, 0), Cell::Text("桃園國小"));
}

#[test]
fn what_stands_before_the_damage_is_kept() {
    let whole = old("xlwt.xls");
    let all = listed(&tables("xlwt.xls"));
    let mut most = 0;
    for length in (8..whole.len()).step_by(499) {
        let opened = opened("断.xls", &whole[..length]);
        let kept = listed(&opened.tables);
        assert!(kept.iter().filter(|cell| cell.3 == "number").all(|cell| all.contains(cell)));
        // What is lost may be padding.
        assert!(
            kinds(&opened.problems).iter().any(|kind| matches!(kind, DamagedFile | FileLost)) || kept == all,
            "{length}"
        );
        most = most.max(kept.len());
    }
    // The container's directory stands behind the cells and is lost.
    assert_eq!(most, all.len());
    let opened = opened("断.xls", &old("excel97.xls")[..4500]);
    let places = opened.problems.iter().filter(|problem| problem.kind == DamagedFile);
    let places: Vec<_> = places.map(|problem| &*problem.place.sheet).collect();
    assert_eq!(places, ["办学条件", "隐藏表", "深藏表", "空表", "末表"]);
    assert_eq!(opened.tables[0].cell(0, 0), Cell::Text("2024年办学条件统计表"));
}

#[test]
fn what_is_no_workbook_is_named() {
    let named = |name: &str, bytes: &[u8]| {
        let opened = opened(name, bytes);
        assert_eq!(opened.tables, []);
        let problem = &opened.problems[0];
        (problem.kind, problem.found.clone())
    };
    assert_eq!(named("密.xls", &old("protected.xls")), (PasswordProtected, "xls".into()));
    assert_eq!(named("旧.xls", b"\x09\x04\x06\0\0\0\x10\0\0\0\x0A\0\0\0"), (UnknownFormat, "Excel 2–4".into()));
    assert_eq!(named("断.xls", &old("excel97.xls")[..512]), (FileLost, "OLE".into()));
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut letter = old("excel97.xls");
    let at = letter.windows(16).position(|name| name == wide("Workbook")).unwrap();
    letter[at..at + 24].copy_from_slice(&wide("WordDocument"));
    assert_eq!(named("信.xls", &letter), (UnknownFormat, "Word".into()));
    let opened = opened("表.csv", &old("raw.xls"));
    assert_eq!(found(&opened.problems, NameMisleads), [(String::new(), "csv", "xls")]);
}

const PASSWORD: &str = "密码123456";

#[test]
fn a_password_opens_every_kind_of_encryption() {
    let plain = old("open.xlsx");
    for name in ["agile", "agile-sha1", "agile-sha256", "agile-sha384", "standard"].map(|name| format!("{name}.xlsx")) {
        assert!(decrypt(&old(&name), PASSWORD, &mut Unwatched).unwrap() == plain, "{name}");
        assert_eq!(decrypt(&old(&name), "123456", &mut Unwatched), Err(Locked::WrongPassword), "{name}");
        assert_eq!(opened(&name, &old(&name)).question, Some(Question::Password { wrong: false }), "{name}");
    }
    // LibreOffice's.
    let opened = opened("a.xlsx", &decrypt(&old("office.xlsx"), PASSWORD, &mut Unwatched).unwrap());
    assert_eq!(opened.tables[0].cell(3, 0), Cell::Text("城关小学"));
}

#[test]
fn a_workbook_that_is_protected_in_other_ways_needs_no_password() {
    let opened = opened("构.xlsx", &old("structure.xlsx"));
    assert_eq!(kinds(&opened.problems), []);
    assert_eq!(opened.tables[0].cell(1, 0), Cell::Text("城关小学"));
}

#[test]
fn encryption_that_is_not_known_is_named() {
    let changed = |from: &[u8], to: &[u8]| {
        let mut bytes = old("agile-sha1.xlsx");
        let places: Vec<_> = bytes.windows(from.len()).enumerate().filter(|(_, found)| *found == from).collect();
        let places: Vec<usize> = places.iter().map(|(at, _)| *at).collect();
        assert!(!places.is_empty());
        places.iter().for_each(|at| bytes[*at..at + to.len()].copy_from_slice(to));
        decrypt(&bytes, PASSWORD, &mut Unwatched).unwrap_err()
    };
    let unsupported = |how: &str| Locked::Unsupported(how.to_owned());
    assert_eq!(changed(b"ModeCBC", b"ModeCFB"), unsupported("ChainingModeCFB"));
    assert_eq!(changed(b"\"SHA1\"", b"\"MD-5\""), unsupported("MD-5"));
    assert_eq!(changed(b"keyBits=\"128\"", b"keyBits=\"999\""), unsupported("AES-999"));
    assert_eq!(changed(b"spinCount=\"1000\"", b"spinCount=\"9e99\""), Locked::Damaged("spinCount".to_owned()));
    assert_eq!(changed(&[4, 0, 4, 0, 0x40, 0, 0, 0], &[3, 0, 3, 0]), unsupported("3.3"));
    assert_eq!(decrypt(b"PK", "", &mut Unwatched), Err(Locked::Damaged("OLE".to_owned())));
}

#[test]
fn reading_and_unlocking_can_be_ended() {
    struct Count(u32);
    impl Watch for Count {
        fn go_on(&mut self, progress: Progress) -> bool {
            assert!(progress.fraction.is_none_or(|share| (0.0..=1.0).contains(&share)));
            self.0 = self.0.saturating_sub(1);
            self.0 > 0
        }

        fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
            Unwatched.decode(encoding, bytes)
        }
    }
    for most in 1..20 {
        assert_eq!(decrypt(&old("standard.xlsx"), PASSWORD, &mut Count(most)), Err(Locked::Cancelled));
    }
    assert_eq!(open("a.xls", &old("excel97.xls"), &mut Count(2)), Default::default());
}
