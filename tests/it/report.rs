//! The report and its workbook.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use suanpan::basis::money::Fen;
use suanpan::basis::text::Lang;
use suanpan::word::source::Source;
use suanpan::report::grid::{Cell, Content, Sheet, Style};
use suanpan::report::{Material, Report, ReportFault, compose, xlsx};

use super::oracle::County;

fn report(sheet: Sheet) -> Report {
    Report {
        title: "报表".to_owned(),
        program: "教评算盘 0.1.0".to_owned(),
        created: "2026-11-21T09:30:00Z".to_owned(),
        sheets: vec![sheet],
    }
}

fn read(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// What a spreadsheet finds in a cell of this content.
fn stored(content: &Content) -> Data {
    match content {
        Content::Blank => Data::Empty,
        Content::Text(text) => Data::String(text.clone()),
        Content::Number { value, .. } | Content::Percent { value, .. } => Data::Float(*value),
        Content::Fen(Fen(fen)) => Data::Float(*fen as f64 / 100.0),
        Content::Formula { result, .. } => stored(result),
    }
}

/// Every cell of every sheet stands in the workbook, formulas with both text
/// and result.
fn assert_written(report: &Report, bytes: &[u8]) {
    let mut book = read(bytes);
    for sheet in &report.sheets {
        let values = book.worksheet_range(&sheet.name).unwrap();
        let formulas = book.worksheet_formula(&sheet.name).unwrap();
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                let found = values.get_value((row, column)).cloned().unwrap_or_default();
                assert_eq!(found, stored(&cell.content), "{} {row} {column}", sheet.name);
                let formula = formulas.get_value((row, column)).cloned().unwrap_or_default();
                let expected = if let Content::Formula { text, .. } = &cell.content { text } else { "" };
                assert_eq!(formula, expected, "{} {row} {column}", sheet.name);
            }
        }
    }
}

fn sample() -> Report {
    let mut sheet = Sheet::new("表", "=标题");
    sheet.headers(["学校", "金额"]);
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "a\u{1}b", "<&>\"'", "\ttab"] {
        sheet.push(vec![Cell::text(text), Cell::number(0.1 + 0.2, 2), Cell::percent(0.4, 1)]);
    }
    sheet.push(vec![
        Cell::text("合计").styled(Style::Total),
        Cell::fen(Fen(999_999_999_999_99)).by("SUM(B3:B9)"),
        Cell::text("✓").styled(Style::Mark).by("IF(B3>0,\"✓\",\"✗\")"),
        Cell::default(),
    ]);
    report(sheet)
}

#[test]
fn every_cell_stands_in_the_workbook_and_texts_stay_texts() {
    let report = sample();
    assert_written(&report, &xlsx(&report).unwrap());
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let first = xlsx(&sample()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(xlsx(&sample()).unwrap() == first);
    assert!(xlsx(&Report { created: "2026-11-22".to_owned(), ..sample() }).unwrap() != first);
}

#[test]
fn texts_longer_than_a_cell_are_cut_and_a_bad_time_is_a_fault() {
    let mut sheet = Sheet::new("表", "题");
    sheet.push(vec![Cell::text("𠀀".repeat(40_000))]);
    let bytes = xlsx(&report(sheet)).unwrap();
    let range = read(&bytes).worksheet_range("表").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&Data::String("𠀀".repeat(32_767 / 2))));
    let fault = xlsx(&Report { created: "gestern".to_owned(), ..sample() });
    assert!(matches!(fault, Err(ReportFault { .. })));
}

fn composed(county: &County, lang: Lang) -> Report {
    let material = Material {
        dataset: &county.dataset,
        scheme: &county.scheme,
        evaluation: &county.evaluation,
        balance: &county.balance,
        bonus: &county.bonus,
        problems: &county.problems,
        sources: &[Source::new("县域数据.xlsx", b"abc")],
        now: "2026-11-21T09:30:00Z",
    };
    compose(&material, lang)
}

#[test]
fn the_countys_report_stands_in_the_workbook_in_both_languages() {
    let county = County::new();
    for lang in Lang::ALL {
        let report = composed(&county, *lang);
        let bytes = xlsx(&report).unwrap();
        assert_written(&report, &bytes);
        assert!(xlsx(&composed(&county, *lang)).unwrap() == bytes);
        std::fs::write(format!("/tmp/report-{}.xlsx", lang.tag()), &bytes).unwrap();
    }
}
