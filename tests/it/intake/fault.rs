//! Faulty files: each fault is named with its cell, and the rest is used.

use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::basis::problem::Severity;
use suanpan::basis::text::Lang;
use suanpan::intake::Question;
use suanpan::word::field::{Field, Stage};

use super::{assembled, csv, fixture, found, kinds, number, opened};

#[test]
fn an_empty_file_is_named() {
    for (name, bytes) in [("空.xlsx", &b""[..]), ("空.csv", b""), ("空.csv", b"\xEF\xBB\xBF"), ("空.csv", b"\n,,\n")]
    {
        let opened = opened(name, bytes);
        assert_eq!(opened.tables, []);
        assert_eq!(kinds(&opened.problems), [EmptyFile], "{bytes:?}");
        assert_eq!(opened.problems[0].place.to_string(), name);
    }
}

#[test]
fn a_text_named_xlsx_is_read_as_the_text_it_is() {
    let opened = opened("假.xlsx", "学校,满意度\n甲小学,90\n".as_bytes());
    assert_eq!(found(&opened.problems, NameMisleads), [(String::new(), "xlsx", "CSV")]);
    assert_eq!(number(&assembled(&opened).dataset, "甲小学", Field::Satisfaction, None), Some(90.0));
}

#[test]
fn bytes_of_no_known_format_are_named() {
    let opened = opened("图.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_eq!(opened.tables, []);
    assert_eq!(found(&opened.problems, UnknownFormat), [(String::new(), "xlsx", "")]);
}

#[test]
fn a_workbook_with_a_password_is_asked_about() {
    let opened = fixture("protected.xlsx");
    assert_eq!(opened.question, Some(Question::Password { wrong: false }));
    assert_eq!((opened.tables.len(), opened.problems.len()), (0, 0));
}

#[test]
fn a_damaged_workbook_is_named() {
    let whole = super::bytes("tests/fixture/plain.xlsx");
    let cut = opened("断.xlsx", &whole[..whole.len() / 2]);
    assert_eq!(found(&cut.problems, FileLost), [(String::new(), "ZIP", "")]);
    assert_eq!(kinds(&cut.problems), [FileLost]);
    assert!(!Lang::Zh.problem_remedy(FileLost).contains("保留"));
}

#[test]
fn a_file_over_the_limit_is_named_with_the_limit() {
    let large = vec![b'1'; suanpan::intake::limit::FILE_BYTES + 1];
    let opened = opened("大.csv", &large);
    assert_eq!(found(&opened.problems, TooLarge), [(String::new(), "41 MB", "40 MB")]);
    assert_eq!(opened.tables, []);
}

#[test]
fn columns_over_the_limit_are_told_from_stray_cells() {
    let text = format!("学校名称,年度{}\n甲小学,2024{}\n", ",指标".repeat(1100), ",1".repeat(1100));
    let opened = opened("宽.csv", text.as_bytes());
    assert_eq!(found(&opened.problems, TooManyColumns), [("AMK1".into(), "AMK–APJ (156)", "1,024")]);
    assert_eq!(kinds(&opened.problems), [TooManyColumns]);
}

#[test]
fn zero_bytes_in_a_text_are_dropped_and_counted() {
    let text = "学校名称,年度,三年巩固率\n城关\0小学,2024,9\x000.25\n";
    for (bytes, count) in [(text.to_owned(), "2"), (format!("{}{}", text.replace('\0', ""), "\0".repeat(9000)), "9000")]
    {
        let opened = opened("表.csv", bytes.as_bytes());
        assert_eq!(found(&opened.problems, ZerosDropped), [(String::new(), count, "")]);
        let dataset = assembled(&opened).dataset;
        assert_eq!(number(&dataset, "城关小学", Field::Retention, Some(2024)), Some(90.25));
    }
}

#[test]
fn years_in_other_signs_are_read_and_the_title_of_a_part_is_none() {
    let read =
        csv("学校名称,年度,三年巩固率\n小学部分,,\n戊小学,二〇二四,91\n庚小学,24年,93\n初中部分,,\n辛小学,24,94\n");
    assert_eq!(number(&read.dataset, "戊小学", Field::Retention, Some(2024)), Some(91.0));
    assert_eq!(number(&read.dataset, "庚小学", Field::Retention, Some(2024)), Some(93.0));
    assert_eq!(found(&read.problems, BadYear), [("B6".into(), "24", "")]);
}

#[test]
fn a_negative_number_is_a_fault_and_no_repair() {
    let read = csv("学校名称,教职工人数\n甲小学,-3人\n");
    assert_eq!(kinds(&read.problems), [NegativeValue]);
}

#[test]
fn a_table_over_the_rows_keeps_those_within() {
    use suanpan::intake::limit::ROWS;
    let text = format!("学校,满意度\n{}", "甲小学,90\n".repeat(ROWS as usize));
    let opened = opened("长.csv", text.as_bytes());
    assert_eq!(opened.tables[0].height(), ROWS);
    assert_eq!(found(&opened.problems, TooManyRows), [(format!("A{}", ROWS + 1), "", "600,000")]);
}

#[test]
fn a_cell_in_the_last_corner_is_left_out_and_the_rest_kept() {
    let stray = fixture("stray.xlsx");
    assert_eq!(found(&stray.problems, StrayCell), [("XFD1048576".into(), "1", "")]);
    assert_eq!(stray.tables[0].cells, fixture("plain.xlsx").tables[0].cells);
    assert!(stray.tables[0].rows().all(|row| row.len() < 20));
}

#[test]
fn a_sheet_without_a_header_is_named() {
    let read = csv("今天天气很好,明天开会\n请各校按时参加,不要迟到\n");
    assert_eq!(kinds(&read.problems), [NoHeader]);
    let read = csv("满意度,巩固率\n90,98\n");
    assert_eq!(found(&read.problems, NoSchoolColumn), [("A1".into(), "满意度、巩固率", "")]);
}

#[test]
fn every_faulty_row_is_named_and_every_other_value_used() {
    let opened = fixture("faults.xlsx");
    assert_eq!(kinds(&opened.problems), [HiddenRead]);
    assert_eq!(opened.problems[0].place.to_string(), "faults.xlsx › 隐藏表");
    let read = assembled(&opened);
    let one = |kind, cell: &str, text: &str, subject: &str| {
        assert_eq!(found(&read.problems, kind), [(cell.to_owned(), text, subject)], "{kind:?}");
    };
    one(DuplicateSchool, "A3", "城关小学", "城关小学");
    one(NegativeValue, "E4", "-3227.6", "教学及辅助用房面积(㎡)");
    one(MissingEnrolment, "C5", "", "小学在校生数");
    one(NotANumber, "C6", "约三百", "小学在校生数");
    one(OutOfRange, "C7", "300.5", "小学在校生数");
    one(ErrorCell, "E8", "#DIV/0!", "教学及辅助用房面积(㎡)");
    one(FormulaWithoutValue, "E9", "", "教学及辅助用房面积(㎡)");
    one(AreaNegative, "F10", "200", "100");
    one(UnknownSchoolKind, "B11", "国际部", "");
    one(KindDisagrees, "D12", "20", "初中在校生数");
    one(MissingValue, "G13", "", "教学仪器设备值(万元)");
    let repaired = found(&read.problems, SeparatorRemoved);
    let cell = |cell: &str, text, subject| (cell.to_owned(), text, subject);
    assert_eq!(
        repaired,
        [cell("C14", "３００人", "300"), cell("E14", "3,227.6", "3227.6"), cell("G14", "102.23万元", "1022300")]
    );
    assert_eq!(read.dataset.schools.len(), 12);
    let value = |school, field| number(&read.dataset, school, field, None);
    assert_eq!(value("城关小学", Field::Pupils(Stage::Primary)), Some(431.0));
    assert_eq!(value("负面积小学", Field::TeachingArea), None);
    assert_eq!(value("负面积小学", Field::IndoorSportsArea), Some(98.4));
    assert_eq!(value("缺人数小学", Field::Equipment), Some(1_022_300.0));
    assert_eq!(value("公式小学", Field::TeachingArea), None);
    assert_eq!(value("好小学", Field::Pupils(Stage::Primary)), Some(300.0));
    assert_eq!(value("好小学", Field::TeachingArea), Some(3227.6));
    assert_eq!(value("好小学", Field::Equipment), Some(1_022_300.0));
    assert_eq!(value("好小学", Field::Merit), Some(2.0));
}

#[test]
fn rates_beyond_their_range_or_their_counts_are_doubted() {
    let read = csv(
        "学校,九年级人数,后20%人数,后20%率,满意度\n甲校,93,22,23.7%,105\n乙校,93,22,23.66%,90\n丙校,93,22,25%,90\n丁校,93,22,0.2366,90\n",
    );
    assert_eq!(found(&read.problems, OutOfRange), [("E2".into(), "105", "满意度")]);
    assert_eq!(found(&read.problems, RateDisagrees), [("D4".into(), "25%", "23.66%")]);
    assert_eq!(number(&read.dataset, "丙校", Field::BottomRate, None), Some(25.0));
}

#[test]
fn a_rate_that_may_be_a_fraction_or_a_percentage_is_never_taken_in_silence() {
    let column = |rates: &str| csv(&format!("学校,巩固率\n{rates}"));
    let read = column("甲校,0.98\n乙校,0.97\n丙校,1.02\n");
    let value = |school| number(&read.dataset, school, Field::Retention, None);
    assert_eq!((value("甲校"), value("丙校")), (Some(98.0), Some(102.0)));
    assert_eq!(found(&read.problems, OutOfRange), [("B4".into(), "1.02", "巩固率")]);
    let read = column("甲校,0.98\n乙校,0.97\n丙校,2.2\n");
    assert_eq!(number(&read.dataset, "甲校", Field::Retention, None), Some(0.98));
    let cells: Vec<_> = found(&read.problems, RateUnclear).into_iter().map(|(cell, ..)| cell).collect();
    assert_eq!(cells, ["B2", "B3"]);
}

#[test]
fn a_quote_that_is_not_closed_costs_no_other_line() {
    let head = "学校,备注,满意度\n\"甲\n小学\",,90\n";
    let opened = opened("表.csv", format!("{head}\n乙小学,\"好,80\n丙小学,\"优,良\",70\n").as_bytes());
    assert_eq!(found(&opened.problems, UnclosedQuote), [("B4".into(), "\"好,80", "")]);
    let read = assembled(&opened);
    let value = |school| number(&read.dataset, school, Field::Satisfaction, None);
    assert_eq!((value("甲\n小学"), value("乙小学"), value("丙小学")), (Some(90.0), Some(80.0), Some(70.0)));
    let rest = "丙小学,,70\n".to_owned() + &"丁小学,,60\n".repeat(9_000);
    let opened = super::opened("表.csv", format!("{head}\"乙小学,,80\n{rest}").as_bytes());
    assert_eq!(found(&opened.problems, UnclosedQuote), [("A3".into(), "\"乙小学,,80", "")]);
    let read = assembled(&opened);
    let value = |school| number(&read.dataset, school, Field::Satisfaction, None);
    assert_eq!((value("乙小学"), value("丙小学")), (Some(80.0), Some(70.0)));
}

#[test]
fn a_problem_shows_no_more_than_the_beginning_of_a_long_text() {
    let read = csv(&format!("学校,满意度\n甲校,{}\n", "长".repeat(3_000)));
    assert_eq!(found(&read.problems, NotANumber), [("B2".into(), &*("长".repeat(200) + "…"), "满意度")]);
}

#[test]
fn a_school_needs_only_what_its_kind_has() {
    let head = "学校,办学类型,小学在校生数,初中在校生数,高中在校生数,教辅用房面积\n";
    let read = csv(&format!("{head}甲,小学,100,,,500\n乙,完全中学,,200,300,500\n丙,特殊教育学校,,,,\n"));
    assert_eq!(kinds(&read.problems), []);
    let read = csv(&format!("{head}甲,九年一贯制学校,100,,,500\n乙,小学,0,,,0\n丙,,,,,500\n"));
    let cells: Vec<_> = found(&read.problems, MissingEnrolment).into_iter().map(|(cell, ..)| cell).collect();
    assert_eq!(cells, ["D2", "C4"]);
}

#[test]
fn every_problem_says_in_both_languages_what_was_expected_and_what_to_do() {
    for lang in Lang::ALL {
        for kind in ProblemKind::ALL {
            let texts = [lang.problem_title(*kind), lang.problem_expected(*kind), lang.problem_remedy(*kind)];
            let is_han = |text: &str| text.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign));
            assert!(texts.iter().all(|text| !text.is_empty() && is_han(text) == (*lang == Lang::Zh)), "{kind:?}");
        }
        assert!(Severity::ALL.iter().all(|severity| !severity.label(*lang).is_empty()));
    }
}

#[test]
fn a_cell_longer_than_any_spreadsheets_is_cut_and_named() {
    let long = "长".repeat(40_000);
    let read = opened("表.csv", format!("学校,满意度\n{long},90\n二中,88\n").as_bytes());
    assert_eq!(found(&read.problems, CellTooLong).into_iter().map(|(cell, ..)| cell).collect::<Vec<_>>(), ["A2"]);
    assert_eq!(read.tables[0].cell(1, 0).text().chars().count(), 32_767);
    assert_eq!(assembled(&read).dataset.schools.len(), 2);
}

#[test]
fn equipment_that_looks_like_ten_thousands_is_asked_about() {
    let table = |header: &str, value: &str| {
        assembled(&opened(
            "表.csv",
            format!("学校名称,办学类型,小学在校生数,{header}\n一小,小学,431,{value}\n").as_bytes(),
        ))
    };
    let doubts = |read: &suanpan::intake::Assembled| found(&read.problems, UnitDoubtful).len();
    assert_eq!(doubts(&table("教学仪器设备值", "102.23")), 1);
    assert_eq!(doubts(&table("教学仪器设备值(万元)", "102.23")), 0);
    assert_eq!(doubts(&table("教学仪器设备值", "1022300")), 0);
    assert_eq!(doubts(&table("教学仪器设备值", "0")), 0, "a true zero is no slip");
}
