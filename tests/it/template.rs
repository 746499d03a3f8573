//! Blank templates: what is filled in reads back without a question. Set
//! `SUANPAN_OUT` to a folder to have them written there for
//! `tests/oracle/marked.py`.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use suanpan::basis::problem::ProblemKind;
use suanpan::basis::text::Lang;
use suanpan::intake::{Assembled, Opened, Unwatched, assemble, open, recognise};
use suanpan::report::template::{KINDS, Template, columns, template};
use suanpan::word::correction::Corrections;
use suanpan::word::field::Field;
use suanpan::word::reading::{Certainty, Reading, TableKind};
use suanpan::word::table::Cell;

const NOW: &str = "2026-11-21T09:30:00Z";

fn made(kind: TableKind, lang: Lang) -> Template {
    template(kind, lang, NOW).unwrap()
}

fn read(template: &Template) -> (Opened, Vec<Reading>, Assembled) {
    let opened = open(&template.name, &template.bytes, &mut Unwatched);
    let readings = recognise(&opened.tables, &[]);
    let assembled = assemble(&opened.tables, &readings, &Corrections::default());
    (opened, readings, assembled)
}

/// The cells of a row, as calamine sees them.
fn row(bytes: &[u8], number: usize) -> Vec<Data> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheet_range_at(0).unwrap().unwrap().rows().nth(number).unwrap().to_vec()
}

/// The template with rows typed in, as a spreadsheet would store them.
fn filled(template: &Template, rows: &[Vec<Data>]) -> Template {
    let mut sheet = String::new();
    for (number, cells) in (3..).zip(rows) {
        sheet += &format!("<row r=\"{number}\">");
        for cell in cells {
            sheet += &match cell {
                Data::Float(value) => format!("<c><v>{value}</v></c>"),
                Data::String(text) => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
                _ => "<c/>".to_owned(),
            };
        }
        sheet += "</row>";
    }
    let mut old = zip::ZipArchive::new(Cursor::new(&template.bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            text = text.replace("</sheetData>", &(sheet.clone() + "</sheetData>"));
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    Template { name: template.name.clone(), bytes: new.finish().unwrap().into_inner() }
}

/// The example as rows of schools or persons of their own.
fn typed(template: &Template) -> Vec<Vec<Data>> {
    let own = |number: usize| {
        let mut cells = row(&template.bytes, 1);
        for cell in &mut cells {
            if let Data::String(text) = cell {
                let name = text.split_once(':').map(|(_, name)| format!("{}{number}", name.trim()));
                // Codes and persons differ from row to row.
                let other = text.starts_with("00").then(|| format!("{}{number}", &text[..text.len() - 1]));
                *text = name.or(other).unwrap_or_else(|| text.clone());
            }
        }
        cells
    };
    vec![own(1), own(2), own(3)]
}

/// What is said of every table of persons: no result uses it yet.
const UNUSED: ProblemKind = ProblemKind::SheetUnused;

#[test]
fn what_is_filled_in_reads_back_without_a_question() {
    for lang in Lang::ALL {
        for kind in KINDS {
            let blank = made(kind, *lang);
            if let Some(folder) = std::env::var_os("SUANPAN_OUT") {
                std::fs::write(std::path::Path::new(&folder).join(&blank.name), &blank.bytes).unwrap();
            }
            let rows = typed(&blank);
            let (opened, readings, assembled) = read(&filled(&blank, &rows));
            let [reading] = &readings[..] else { panic!("{kind:?} {lang:?}: {readings:?}") };
            assert_eq!(reading.kind, kind, "{lang:?}");
            let found: Vec<Option<Field>> = reading.columns.iter().map(|column| column.field.clone()).collect();
            let meant: Vec<Option<Field>> = columns(kind).into_iter().map(|column| Some(column.field)).collect();
            assert_eq!(found, meant, "{kind:?} {lang:?}");
            assert!(reading.columns.iter().all(|column| column.certainty == Certainty::Sure && !column.by_kind));
            assert_eq!(opened.problems, [], "{kind:?} {lang:?}");
            let problems: Vec<_> = assembled.problems.iter().filter(|problem| problem.kind != UNUSED).collect();
            assert!(problems.is_empty(), "{kind:?} {lang:?}: {problems:?}");
            assert_eq!(assembled.rows, [3], "{kind:?} {lang:?}");
            arrived(kind, &opened, &rows, &assembled);
        }
    }
}

/// Every typed cell is in the table, and every number of a school in the
/// dataset.
fn arrived(kind: TableKind, opened: &Opened, rows: &[Vec<Data>], assembled: &Assembled) {
    let columns = columns(kind);
    for (at, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let here = opened.tables[0].cell(at as u32 + 2, column as u32);
            match cell {
                Data::Float(value) => assert_eq!(here, Cell::Number(*value)),
                Data::String(text) => assert_eq!(here, Cell::Text(text)),
                _ => assert!(here.is_blank()),
            }
            let field = &columns[column].field;
            let (Data::Float(value), TableKind::Indicators | TableKind::Conditions) = (cell, kind) else { continue };
            if *field == Field::Year {
                continue;
            }
            let year = (kind == TableKind::Indicators).then_some(2025);
            let power = if *field == Field::Equipment { 10_000.0 } else { 1.0 };
            let found = assembled.dataset.value(at, field, year).unwrap_or_else(|| panic!("{field:?}"));
            assert!((found.number - value * power).abs() < 1e-6, "{field:?}");
        }
    }
}

#[test]
fn a_blank_template_is_no_fault() {
    for lang in Lang::ALL {
        for kind in KINDS {
            let (opened, readings, assembled) = read(&made(kind, *lang));
            assert_eq!(
                (opened.problems.len(), readings.len(), &assembled.rows[..]),
                (0, 1, &[0][..]),
                "{kind:?} {lang:?}"
            );
            let problems: Vec<_> = assembled.problems.iter().filter(|problem| problem.kind != UNUSED).collect();
            assert!(problems.is_empty(), "{kind:?} {lang:?}: {problems:?}");
            assert!(assembled.dataset.schools.is_empty(), "{kind:?} {lang:?}");
        }
    }
}

#[test]
fn codes_stay_texts_and_lists_drop_down() {
    let marks = made(TableKind::Marks, Lang::Zh);
    assert_eq!(row(&marks.bytes, 1)[0], Data::String("0025010001".to_owned()));
    let mut archive = zip::ZipArchive::new(Cursor::new(&marks.bytes)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<formula1>&quot;男,女&quot;</formula1>"));
    assert!(sheet.contains("<formula1>OR(ISTEXT(F2),F2&gt;=0)</formula1>"));
    assert!(sheet.contains("<legacyDrawing r:id=\"notes\"/>"));
    assert!(part("xl/styles.xml").contains("formatCode=\"@\""));
    assert!(part("xl/comments1.xml").contains("缺考、免考、转学"));
}
