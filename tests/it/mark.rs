//! A person's own workbook with its faulty cells marked. Set `SUANPAN_OUT` to a
//! folder to have the marked files written there for `tests/oracle/marked.py`.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::Arc;

use calamine::{Data, Reader, Xlsx};
use suanpan::basis::findings;
use suanpan::basis::place::Place;
use suanpan::basis::problem::{Problem, ProblemKind, Severity};
use suanpan::basis::text::Lang;
use suanpan::intake::{Unwatched, assemble, correct, open, recognise};
use suanpan::report::mark::{Findings, fresh, marked};
use suanpan::report::xlsx;
use suanpan::word::correction::Corrections;
use suanpan::word::table::{Row, Table};

const FAULTS: &[u8] = include_bytes!("../fixture/faults.xlsx");
const DRESSED: &[u8] = include_bytes!("../fixture/dressed.xlsx");
const CALC: &[u8] = include_bytes!("../fixture/dressed-calc.xlsx");
const COUNTY: &[u8] = include_bytes!("../../examples/县域数据.xlsx");
const ALL: [(&str, &[u8]); 4] = [("faults", FAULTS), ("dressed", DRESSED), ("dressed-calc", CALC), ("county", COUNTY)];

fn found(name: &str, bytes: &[u8]) -> (Vec<Table>, Findings) {
    found_with(name, bytes, &Corrections::default())
}

/// The tables with what was typed in them, and what was found in them.
fn found_with(name: &str, bytes: &[u8], corrections: &Corrections) -> (Vec<Table>, Findings) {
    let opened = open(name, bytes, &mut Unwatched);
    let tables = correct(&opened.tables.into(), corrections.cells());
    let assembled = assemble(&tables, &recognise(&tables, &[]), corrections);
    let mut all: findings::Findings = opened.problems.into_iter().collect();
    all.append(assembled.problems);
    let total = all.total();
    let edits = corrections.cells().to_vec();
    let tables = Arc::unwrap_or_clone(tables);
    (tables, Findings { problems: all.to_vec(), edits, total, lang: Lang::Zh, program: "教评算盘 0.1.0".to_owned() })
}

/// The sheets and cells that are to be coloured.
fn faulty(findings: &Findings) -> BTreeSet<(String, u32, u32)> {
    let grave = |problem: &&Problem| matches!(problem.severity(), Severity::Fault | Severity::Doubt);
    let cells = findings.problems.iter().filter(grave).filter_map(|problem| {
        let (row, column) = problem.place.cell?;
        Some((problem.place.sheet.to_string(), row, column))
    });
    cells.collect()
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    };
    (0..count).map(read).collect()
}

fn text(bytes: &[u8], name: &str) -> String {
    let (_, content) = parts(bytes).into_iter().find(|(own, _)| own == name).unwrap();
    String::from_utf8(content).unwrap()
}

fn kept(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("SUANPAN_OUT") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

#[test]
fn every_value_and_formula_is_the_originals() {
    for (name, bytes) in ALL {
        let (_, findings) = found(name, bytes);
        assert!(!faulty(&findings).is_empty(), "{name}");
        let written = marked(bytes, &findings).unwrap();
        kept(&format!("{name}.xlsx"), &written);
        let (mut ours, mut theirs) = (book(&written), book(bytes));
        let names = theirs.sheet_names();
        assert_eq!(ours.sheet_names()[..names.len()], names[..]);
        assert_eq!(ours.sheet_names().len(), names.len() + 1);
        for sheet in names {
            let (ours_values, values) =
                (ours.worksheet_range(&sheet).unwrap(), theirs.worksheet_range(&sheet).unwrap());
            let cells = |range: &calamine::Range<Data>| -> Vec<(usize, usize, Data)> {
                range.used_cells().map(|(row, column, data)| (row, column, data.clone())).collect()
            };
            assert_eq!(cells(&ours_values), cells(&values), "{name} {sheet}");
            let (ours, theirs) = (ours.worksheet_formula(&sheet).unwrap(), theirs.worksheet_formula(&sheet).unwrap());
            assert!(ours.used_cells().eq(theirs.used_cells()), "{name} {sheet}");
        }
    }
}

fn book(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn parts_that_are_not_touched_stay_byte_for_byte() {
    for (name, bytes) in ALL {
        let (_, findings) = found(name, bytes);
        let written = parts(&marked(bytes, &findings).unwrap());
        let sheets: BTreeSet<String> = faulty(&findings).into_iter().map(|(sheet, ..)| sheet).collect();
        let mut changed = Vec::new();
        for (part, content) in parts(bytes) {
            let (_, now) = written.iter().find(|(own, _)| *own == part).unwrap_or_else(|| panic!("{name} {part}"));
            if *now != content {
                changed.push(part);
            }
        }
        let worksheets = changed.iter().filter(|part| part.starts_with("xl/worksheets/sheet")).count();
        assert_eq!(worksheets, sheets.len(), "{name} {changed:?}");
        let others = changed.iter().filter(|part| !part.contains("sheet") && !part.contains("omment"));
        let others: Vec<&str> = others.map(String::as_str).filter(|part| !part.ends_with(".vml")).collect();
        let mut expected = ["[Content_Types].xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"];
        let mut others: Vec<&str> = others.into_iter().filter(|part| !part.ends_with("sheet1.xml.rels")).collect();
        others.sort_unstable();
        expected.sort_unstable();
        assert_eq!(others, expected, "{name}");
    }
}

/// Cells of a sheet part with the ground of their format, by what openpyxl and
/// the standard say of it: cell, format, fill.
fn grounds(bytes: &[u8], sheet: &str) -> Vec<(String, String)> {
    let styles = text(bytes, "xl/styles.xml");
    let fills: Vec<&str> = styles.split("<fill>").skip(1).collect();
    let formats = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
    let formats: Vec<&str> = formats.split("<xf ").skip(1).collect();
    let value = |tag: &str, name: &str| -> Option<String> {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(rest.split('"').next()?.to_owned())
    };
    let part = text(bytes, sheet);
    let cells = part.split("<c ").skip(1).map(|tag| format!(" {}", tag.split('>').next().unwrap()));
    cells
        .map(|tag| {
            let format: usize = value(&tag, "s").map_or(0, |format| format.parse().unwrap());
            let fill: usize = value(&format!(" {}", formats[format]), "fillId").map_or(0, |fill| fill.parse().unwrap());
            (value(&tag, "r").unwrap(), fills[fill].to_owned())
        })
        .collect()
}

#[test]
fn only_faulty_cells_are_coloured_and_each_has_its_note() {
    for (name, bytes) in [("dressed", DRESSED), ("dressed-calc", CALC), ("faults", FAULTS)] {
        let (tables, findings) = found(name, bytes);
        let written = marked(bytes, &findings).unwrap();
        let sheet = &tables[0].sheet;
        let wanted: BTreeSet<String> = faulty(&findings)
            .into_iter()
            .filter(|(own, ..)| **own == **sheet)
            .map(|(_, row, column)| Place::file("").at(row, column).a1())
            .collect();
        let ours = grounds(&written, "xl/worksheets/sheet1.xml");
        let theirs = grounds(bytes, "xl/worksheets/sheet1.xml");
        let coloured: BTreeSet<String> = ours
            .iter()
            .filter(|(_, fill)| fill.contains("FFFFC7C2") || fill.contains("FFFFE9A8"))
            .map(|(cell, _)| cell.clone())
            .collect();
        assert_eq!(coloured, wanted, "{name}");
        for (cell, fill) in theirs.iter().filter(|(cell, _)| !wanted.contains(cell)) {
            // The last fill is followed by the end of its list.
            let now = &ours.iter().find(|(own, _)| own == cell).unwrap().1;
            assert_eq!(now.split("</fill>").next(), fill.split("</fill>").next(), "{name} {cell}");
        }
        let notes: String = parts(&written)
            .into_iter()
            .filter(|(part, _)| part.contains("omment"))
            .map(|(_, content)| String::from_utf8(content).unwrap())
            .collect();
        for cell in &wanted {
            assert!(notes.contains(&format!("ref=\"{cell}\"")), "{name} {cell}");
        }
        assert_eq!(notes.matches("ref=\"C4\"").count(), usize::from(wanted.contains("C4")), "{name}");
    }
}

#[test]
fn notes_that_were_there_are_kept_and_the_list_has_another_name() {
    for bytes in [DRESSED, CALC] {
        let (_, findings) = found("dressed.xlsx", bytes);
        let written = marked(bytes, &findings).unwrap();
        let notes: String = parts(&written)
            .into_iter()
            .filter(|(part, _)| part.contains("omment") && part.ends_with(".xml"))
            .map(|(_, content)| String::from_utf8(content).unwrap())
            .collect();
        for piece in ["去年也是这样写的", "县城", "错误:应为数字"] {
            assert!(notes.contains(piece), "{piece}");
        }
        assert_eq!(book(&written).sheet_names(), ["it's 条件", "问题清单", "问题清单 2"]);
        let list = text(&written, "xl/worksheets/suanpan-findings.xml");
        assert!(list.contains("location=\"'it''s 条件'!C4\""));
    }
}

#[test]
fn other_files_are_written_anew_with_marks() {
    let csv = "学校,办学类型,小学在校生数\n城关小学,小学,约三百\n青山小学,小学,\n";
    let (tables, findings) = found("条件表.csv", csv.as_bytes());
    assert_eq!(marked(csv.as_bytes(), &findings), None);
    let report = fresh("条件表.csv", &tables.iter().collect::<Vec<_>>(), &findings, "2026-11-21T09:30:00Z");
    let bytes = xlsx(&report).unwrap();
    kept("anew.xlsx", &bytes);
    let mut book = book(&bytes);
    assert_eq!(book.sheet_names(), ["条件表", "问题清单"]);
    let values = book.worksheet_range("条件表").unwrap();
    assert_eq!(values.get_value((1, 2)), Some(&Data::String("约三百".to_owned())));
    assert!(text(&bytes, "xl/comments1.xml").contains("ref=\"C2\""));
    assert!(text(&bytes, "xl/worksheets/sheet2.xml").contains("location=\"'条件表'!C2\""));
}

#[test]
fn bytes_that_are_no_workbook_are_never_marked() {
    let (_, findings) = found("faults.xlsx", FAULTS);
    for end in (0..FAULTS.len()).step_by(211) {
        let _ = marked(&FAULTS[..end], &findings);
        let mut bent = FAULTS.to_vec();
        bent[end] ^= 0x55;
        let _ = marked(&bent, &findings);
    }
    let many: Vec<Problem> = (0..3)
        .map(|row| {
            let place = Place::sheet(&"faults.xlsx".into(), &"办学条件".into()).at(row * 500_000, 16_383);
            Problem::new(ProblemKind::NotANumber, place, "", "")
        })
        .collect();
    let far = Findings { total: 3, problems: many, ..findings };
    assert!(marked(FAULTS, &far).is_some());
}

/// Types these into cells of a file's first sheet.
fn typed(name: &str, bytes: &[u8], cells: &[(u32, u32, &str)]) -> Corrections {
    let table = open(name, bytes, &mut Unwatched).tables.remove(0);
    let mut corrections = Corrections::default();
    for (row, column, after) in cells {
        let before = table.cell(*row, *column).text().into_owned();
        corrections.edit(table.place().at(*row, *column), &before, (*after).to_owned());
    }
    corrections
}

fn texts(tables: &[Table]) -> Vec<Vec<Vec<String>>> {
    let row = |row: Row<'_>| row.iter().map(|cell| cell.text().into_owned()).collect();
    tables.iter().map(|table| table.rows().map(row).collect()).collect()
}

#[test]
fn what_was_typed_stands_in_the_cell_in_blue_with_what_stood_there() {
    for (name, bytes) in [("faults", FAULTS), ("dressed", DRESSED), ("dressed-calc", CALC), ("county", COUNTY)] {
        // A number, a text, an emptied cell, and two that the sheet does not have.
        let edits = [(5, 2, "435"), (5, 1, "小学 <甲>"), (6, 2, ""), (7, 40, "补"), (900, 0, "新学校")];
        let (tables, findings) = found_with(name, bytes, &typed(name, bytes, &edits));
        let (before, _) = found(name, bytes);
        let written = marked(bytes, &findings).unwrap();
        kept(&format!("{name}-typed.xlsx"), &written);
        let read = open(name, &written, &mut Unwatched).tables;
        assert_eq!(texts(&read[..tables.len()]), texts(&tables), "{name}");
        let ours = book(&written).worksheet_range(&tables[0].sheet).unwrap();
        assert_eq!(ours.get_value((5, 2)), Some(&Data::Float(435.0)), "{name}");
        assert_eq!(ours.get_value((5, 1)), Some(&Data::String("小学 <甲>".to_owned())), "{name}");
        assert!(matches!(ours.get_value((6, 2)), None | Some(Data::Empty)), "{name}");
        assert_eq!(ours.get_value((900, 0)), Some(&Data::String("新学校".to_owned())), "{name}");
        let grave = faulty(&findings);
        let grounds = grounds(&written, "xl/worksheets/sheet1.xml");
        let notes: String = parts(&written)
            .into_iter()
            .filter(|(part, _)| part.contains("omment") && part.ends_with(".xml"))
            .map(|(_, content)| String::from_utf8(content).unwrap())
            .collect();
        for (row, column, after) in edits {
            let old = before[0].cell(row, column).text().into_owned();
            if old == after {
                continue;
            }
            let cell = Place::file("").at(row, column).a1();
            let ground = &grounds.iter().find(|(own, _)| *own == cell).unwrap().1;
            let is_grave = grave.contains(&(tables[0].sheet.to_string(), row, column));
            assert_eq!(ground.contains("FFCFE4F7"), !is_grave, "{name} {cell}");
            let after = after.replace('<', "&lt;").replace('>', "&gt;");
            let said = match (&*after, &*old) {
                (after, "") => format!("网页上改为 {after}(原为空)"),
                ("", old) => format!("网页上清空(原 {old})"),
                (after, old) => format!("网页上改为 {after}(原 {old})"),
            };
            assert!(notes.contains(&said), "{name} {cell} {said}");
        }
        assert!(!notes.contains(Lang::Zh.mark_unwritten()), "{name}");
        assert_eq!(text(&written, "xl/workbook.xml").matches("fullCalcOnLoad=\"1\"").count(), 1, "{name}");
    }
}

#[test]
fn a_formula_is_never_written_over_and_the_note_says_so() {
    let formulas = book(DRESSED).worksheet_formula(&book(DRESSED).sheet_names()[0]).unwrap();
    let start = formulas.start().unwrap();
    let (row, column, _) = formulas.used_cells().find(|(.., formula)| !formula.is_empty()).unwrap();
    let (row, column) = (start.0 + u32::try_from(row).unwrap(), start.1 + u32::try_from(column).unwrap());
    let (_, findings) = found_with("dressed", DRESSED, &typed("dressed", DRESSED, &[(row, column, "435")]));
    let written = marked(DRESSED, &findings).unwrap();
    let now = book(&written).worksheet_formula(&book(DRESSED).sheet_names()[0]).unwrap();
    assert_eq!(now.get_value((row, column)), formulas.get_value((row, column)));
    let notes: Vec<String> = parts(&written)
        .into_iter()
        .filter(|(part, _)| part.contains("omment") && part.ends_with(".xml"))
        .map(|(_, content)| String::from_utf8(content).unwrap())
        .collect();
    assert!(notes.concat().contains(Lang::Zh.mark_unwritten()));
    let asks = |bytes: &[u8]| text(bytes, "xl/workbook.xml").contains("fullCalcOnLoad=\"1\"");
    assert_eq!(asks(&written), asks(DRESSED), "nothing was written");
}
