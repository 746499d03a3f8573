//! The report and its workbook.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use suanpan::basis::money::Fen;
use suanpan::basis::text::Lang;
use suanpan::measure::apportion::TailRule;
use suanpan::report::grid::{Cell, Content, Sheet, Style};
use suanpan::report::{Material, Report, ReportFault, compose, xlsx};
use suanpan::word::dataset::Dataset;
use suanpan::word::scheme::Scheme;
use suanpan::word::scheme::bonus::{Headcount, ScoreBasis};
use suanpan::word::scheme::evaluation::{self, Grouping, Method, MissingRule};
use suanpan::word::source::Source;

use super::oracle::{COUNTY, County};

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
        Content::Plain(value) | Content::Date(value) => Data::Float(*value),
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
        Cell::fen(Fen(9_999_999_999_999)).by("SUM(B3:B9)"),
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
    for time in ["gestern", "2026-13-01", "2026-11-21T24:00:00Z", "2026-11-21T09:30"] {
        let fault = xlsx(&Report { created: time.to_owned(), ..sample() });
        assert!(matches!(fault, Err(ReportFault { .. })), "{time}");
    }
}

/// A part of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn headers_stay_in_sight_and_marks_are_coloured() {
    let mut report = sample();
    report.sheets[0].name = "it's".to_owned();
    report.sheets[0].frozen_columns = 1;
    let bytes = xlsx(&report).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for piece in [
        r#"<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>"#,
        r#"<conditionalFormatting sqref="A10:D10"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"✓"</formula>"#,
        r#"paperSize="9" fitToHeight="0" orientation="landscape""#,
        r#"<f>IF(B3&gt;0,&quot;✓&quot;,&quot;✗&quot;)</f><v>✓</v>"#,
    ] {
        assert!(sheet.contains(piece), "{piece}");
    }
    let titles = r#"<definedName name="_xlnm.Print_Titles" localSheetId="0">'it''s'!$2:$2</definedName>"#;
    assert!(part(&bytes, "xl/workbook.xml").contains(titles));
    assert_eq!(part(&bytes, "xl/styles.xml").matches("<dxf>").count(), 4);
}

#[test]
fn sheets_that_no_spreadsheet_takes_are_faults() {
    let twice = Report { sheets: vec![sample().sheets.remove(0), sample().sheets.remove(0)], ..sample() };
    assert!(xlsx(&twice).is_err());
    for name in ["", "a/b", "'a", &"长".repeat(32)] {
        let mut report = sample();
        report.sheets[0].name = name.to_owned();
        assert!(xlsx(&report).is_err(), "{name}");
    }
}

fn composed(county: &County, lang: Lang) -> Report {
    let material = Material {
        dataset: &county.dataset,
        scheme: &county.scheme,
        evaluation: &county.evaluation,
        balance: &county.balance,
        targets: &county.targets,
        bonus: &county.bonus,
        problems: &county.problems,
        sources: &[Source::new("县域数据.xlsx", b"abc")],
        now: "2026-11-21T09:30:00Z",
    };
    compose(&material, lang)
}

#[test]
fn the_countys_report_stands_in_the_workbook_in_both_languages() {
    for lang in Lang::ALL {
        let report = composed(&COUNTY, *lang);
        let bytes = xlsx(&report).unwrap();
        assert_written(&report, &bytes);
        assert!(xlsx(&composed(&COUNTY, *lang)).unwrap() == bytes);
    }
}

/// The county's data with every so-manieth fact left out.
fn with_gaps(county: &County, every: usize) -> Dataset {
    let mut dataset = Dataset::default();
    dataset.schools.clone_from(&county.dataset.schools);
    for (index, fact) in county.dataset.facts().iter().enumerate() {
        if index % every != 0 {
            dataset.insert(fact.clone());
        }
    }
    dataset
}

fn odd_scheme(missing: MissingRule, unit: i64, tail: TailRule) -> Scheme {
    let mut scheme = Scheme::default();
    scheme.evaluation.missing = missing;
    scheme.evaluation.grouping = Grouping::Kind;
    scheme.balance.small_schools_out = true;
    scheme.balance.private_in = false;
    scheme.bonus.pool = Some(Fen(123_456_789));
    scheme.bonus.baseline = 5_000;
    scheme.bonus.unit = unit;
    scheme.bonus.tail = tail;
    scheme.bonus.score = ScoreBasis::TwoDecimals;
    scheme.bonus.headcount = Headcount::Staff;
    scheme
}

#[test]
fn gaps_other_decisions_and_no_data_make_reports_too() {
    let mut counties = vec![County::of(Dataset::default(), Scheme::default())];
    for (index, missing) in MissingRule::ALL.iter().enumerate() {
        let unit = [1, 10, 100, 700][index];
        let tail = TailRule::ALL[index % TailRule::ALL.len()];
        counties.push(County::of(with_gaps(&COUNTY, 2 + 5 * index), odd_scheme(*missing, unit, tail)));
    }
    for county in &counties {
        let report = composed(county, Lang::Zh);
        assert_written(&report, &xlsx(&report).unwrap());
    }
}

/// Other methods than those of the default scheme stand as plain numbers.
#[test]
fn every_method_makes_a_report() {
    for method in Method::ALL {
        let mut scheme = Scheme::default();
        for node in &mut scheme.evaluation.nodes {
            if let evaluation::Content::Indicator(indicator) = &mut node.content {
                indicator.normalisation = indicator.normalisation.with_method(*method);
            }
        }
        let county = County::of(COUNTY.dataset.clone(), scheme);
        let sheets = composed(&county, Lang::En).sheets;
        assert!(format!("{:?}", sheets[5]).contains(method.label(Lang::En)), "{method:?}");
    }
}

/// Ranks, totals, a coefficient and an amount, found in the sheets by their
/// headers as a reader would.
#[test]
fn the_sheets_show_the_results() {
    let report = composed(&COUNTY, Lang::Zh);
    let text = |cell: &Cell| match &cell.content {
        Content::Formula { result, .. } => format!("{result:?}"),
        other => format!("{other:?}"),
    };
    let row = |sheet: usize, begins: &str| {
        let row =
            report.sheets[sheet].rows.iter().find(|row| row.iter().take(2).any(|cell| text(cell).contains(begins)));
        row.unwrap().iter().map(text).collect::<Vec<_>>().join(" ")
    };
    let names: Vec<&str> = report.sheets.iter().map(|sheet| &*sheet.name).collect();
    assert_eq!(names, ["评价", "均衡 小学", "均衡 初中", "各项指标", "奖金", "方法", "问题"]);
    assert!(row(0, "尤溪中学").contains("value: 89.85029940119"));
    assert!(row(3, "G9").contains("≥ 100%") && row(3, "G9").contains("? 待评估"));
    assert!(row(3, "校际差异率").contains("教督〔2017〕6号,自 2017-04 起"));
    assert!(row(1, "差异系数 CV").contains("value: 0.35417052730185"));
    assert!(row(1, "城北小学").ends_with("Text(\"✕ 未达标\")"));
    assert!(row(4, "桃渚学校").contains("Fen(Fen(140588419))"));
    assert!(row(5, "县域数据.xlsx").contains("ba7816bf8f01cfea"));
    assert!(report.sheets[6].rows.len() > 40);
}

#[test]
fn with_pupils_only_the_page_says_what_a_report_needs() {
    let mut model = suanpan::app::model::Model::default();
    let csv = "考号,姓名,学校,语文,数学\n1,甲,东中学,80,90\n2,乙,东中学,70,60\n";
    model.document.tables =
        suanpan::intake::open("期末.csv", csv.as_bytes(), &mut suanpan::intake::Unwatched).tables.into();
    model.derived = suanpan::app::derive::Derived::of(&model.document);
    let view = suanpan::app::view::report::view(&model);
    let lead: String = view.lead.iter().map(|span| &*span.text).collect();
    assert_eq!(
        (view.ready, &*lead),
        (false, "已读入 2 名学生、0 名教师的表;评价、均衡、奖金的报告还需要学校表(学校指标或办学条件)。")
    );
}
