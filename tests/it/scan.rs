//! The scan of plain worksheet rows against the general parser, on the tree's
//! own workbooks and on random changes of a worksheet. `fuzz` does it for longer.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use suanpan::word::table::Cell;
use zip::ZipArchive;

use super::compare::{self, SHEET};
use super::mutate::Random;

/// The workbooks below a folder.
fn workbooks(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            workbooks(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "xlsx" || ending == "xlsm") {
            found.push(path);
        }
    }
}

/// The parts of a workbook that cells come from.
struct Parts {
    sheets: Vec<Vec<u8>>,
    strings: Vec<u8>,
    styles: Vec<u8>,
}

/// Those of a workbook; none of an encrypted one, which is no zip.
fn parts(path: &Path) -> Option<Parts> {
    let mut book = ZipArchive::new(File::open(path).unwrap()).ok()?;
    let names: Vec<String> = book.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        if let Ok(mut part) = book.by_name(name) {
            part.read_to_end(&mut bytes).unwrap();
        }
        bytes
    };
    let sheets = names.iter().filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
    let sheets = sheets.map(|name| part(name)).collect();
    Some(Parts { sheets, strings: part("xl/sharedStrings.xml"), styles: part("xl/styles.xml") })
}

#[test]
fn every_workbook_of_the_tree_is_scanned_as_it_is_parsed() {
    let mut paths = Vec::new();
    for folder in ["tests", "examples"] {
        workbooks(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut paths);
    }
    let mut compared = 0;
    for path in &paths {
        let Some(Parts { sheets, strings, styles }) = parts(path) else { continue };
        for sheet in sheets {
            assert!(compare::parts(&sheet, &strings, &styles), "{}", path.display());
            compared += 1;
        }
    }
    assert!(compared >= 10, "{compared} worksheets of {} workbooks", paths.len());
}

#[test]
fn a_worksheet_changed_at_random_is_scanned_as_it_is_parsed() {
    let changed = |seed| Random(seed).bytes(SHEET.as_bytes(), SHEET.as_bytes());
    let compared = (0..300).filter(|seed| compare::sheet(&changed(*seed))).count();
    assert!(compared > 200, "{compared}");
}

#[test]
fn lawful_worksheets_are_scanned_as_they_are_parsed_and_as_another_program_reads_them() {
    for seed in 0..60 {
        let mut random = Random(seed);
        let bytes: Vec<u8> = std::iter::repeat_with(|| random.next() as u8).take(400).collect();
        compare::compare(&bytes);
    }
}

/// Two rows with the same tags, the values of the second one being these.
fn alike(kind: &str, values: &[&str]) -> String {
    let row = |number: u32, value: &dyn Fn(usize) -> String| {
        let cell =
            |(at, letter): (usize, char)| format!("<c r=\"{letter}{number}\" s=\"0\"{kind}><v>{}</v></c>", value(at));
        let cells: String = ('A'..='Z').enumerate().take(values.len()).map(cell).collect();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    let (above, below) = (row(9, &|_| "1".into()), row(10, &|_| "1".into()));
    let last = row(11, &|at| values[at].into());
    format!("<worksheet><sheetData>{above}{below}{last}</sheetData></worksheet>")
}

#[test]
fn cells_with_the_tags_of_the_row_above_are_scanned_as_they_are_parsed() {
    let numbers = [
        "0",
        "7",
        "85.5",
        "100",
        "104.25",
        "0.5",
        ".5",
        "5.",
        "007",
        "1234567",
        "12345678",
        "123456.7",
        "1234567.8",
        "12.34.5",
        "-3",
        "+3",
        "1e2",
        "",
        " 7",
        "7 ",
        "9:9",
        "9/9",
        "0x1",
        "12,5",
        ".",
        "７",
    ];
    for kind in ["", " t=\"n\"", " t=\"s\"", " t=\"str\"", " t=\"b\""] {
        // One a sheet: what is not plain sends its whole row to the parser.
        for number in numbers {
            assert!(compare::sheet(alike(kind, &["1", number, "2"]).as_bytes()), "{kind} {number}");
        }
    }
    // A tag that differs where the eye does not see it: another row, column, format, type.
    let lawful = alike("", &["1", "2", "3"]);
    for other in [
        "r=\"B10\"",
        "r=\"B111\"",
        "r=\"C11\"",
        "r=\"AB11\"",
        "r=\"b11\"",
        "R=\"B11\"",
        "r=\"B11\" t=\"s\"",
        "r=\"B011\"",
    ] {
        assert!(compare::sheet(lawful.replace("r=\"B11\"", other).as_bytes()), "{other}");
    }
}

#[test]
fn numbers_in_rows_alike_are_what_a_parser_of_numbers_makes_of_them() {
    let mut random = Random(5);
    let number = |digits: u32, decimals: usize, random: &mut Random| {
        format!("{:.decimals$}", (random.next() % 10_u64.pow(digits)) as f64 / 10_f64.powi(decimals as i32))
    };
    for _ in 0..200 {
        let values: Vec<String> = (0..12).map(|at| number(1 + at % 8, (at % 4) as usize, &mut random)).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let found = compare::read(alike("", &values).as_bytes());
        let expected: Vec<Cell> = values.iter().map(|value| Cell::Number(value.parse().unwrap())).collect();
        assert_eq!(found.tables[0].row(10).iter().collect::<Vec<_>>(), expected, "{values:?}");
    }
}
