//! The scan of plain worksheet rows against the general parser, on the tree's
//! own workbooks and on random changes of a worksheet. `fuzz` does it for longer.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

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
