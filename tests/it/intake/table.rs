//! Recognition and values: the sample, and the layouts that files have.

use std::collections::BTreeSet;

use suanpan::basis::problem::ProblemKind::*;
use suanpan::intake::recognise;
use suanpan::word::correction::Corrections;
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::{Field, Stage};
use suanpan::word::reading::{Certainty, Choice, TableKind};

use super::{assembled, bytes, csv, fixture, found, kinds, number, opened, sample};

#[test]
fn the_sample_is_read_whole() {
    let opened = sample();
    assert_eq!(opened.problems, []);
    let recognised: Vec<_> = recognise(&opened.tables, &[]).iter().map(|reading| reading.kind).collect();
    assert_eq!(recognised, [TableKind::Conditions, TableKind::Marks, TableKind::Indicators]);
    let assembled = assembled(&opened);
    assert_eq!(assembled.rows, [28, 2145, 36]);
    assert_eq!(assembled.dataset.schools.len(), 28);
    let years: BTreeSet<i32> = assembled.dataset.facts().iter().filter_map(|fact| fact.year).collect();
    assert_eq!(years, BTreeSet::from([2023, 2024, 2025]));
    let count = |kind| found(&assembled.problems, kind).len();
    assert_eq!((count(NumberAsText), count(SpacesTrimmed), count(PercentRepaired)), (4 + 137, 3, 36));
    assert_eq!((count(TotalRowSkipped), count(NoteRowSkipped), count(SheetUnused)), (1, 2, 1));
}

#[test]
fn values_keep_their_cells_and_units() {
    let assembled = assembled(&sample());
    let dataset = &assembled.dataset;
    let value = |school: &str, field: Field, year| {
        let value = dataset.value(dataset.school(school).unwrap(), &field, year).unwrap();
        (value.number, value.source.place.a1(), value.source.text.clone())
    };
    assert_eq!(value("城关小学", Field::Equipment, None), (1_022_300.0, "S5".into(), "102.23".into()));
    assert_eq!(value("石桥中学", Field::MultimediaRooms, None), (28.0, "T8".into(), "28".into()));
    assert_eq!(value("临江镇初级中学", Field::Pupils(Stage::Junior), None), (477.0, "H9".into(), "477".into()));
    assert_eq!(value("石桥中学", Field::BottomRate, Some(2023)), (23.7, "E2".into(), "23.7%".into()));
    assert_eq!(value("石桥中学", Field::BottomRate, Some(2024)), (20.43, "E3".into(), "0.2043".into()));
    assert_eq!(value("石桥中学", Field::Misconduct, Some(2024)), (0.0, "J3".into(), "0".into()));
    let school = &dataset.schools[0];
    assert_eq!((school.code.as_deref(), school.kind), (Some("331000000"), Some(SchoolKind::Primary)));
    assert_eq!((school.location.as_deref(), school.sponsor.as_deref()), (Some("镇区"), Some("公办")));
}

#[test]
fn a_merged_header_is_joined_and_survives_the_loss_of_its_merges() {
    let mut opened = sample();
    let header = |tables: &[_], column: usize| recognise(tables, &[])[0].columns[column].header.to_string();
    assert_eq!(header(&opened.tables, 7), "在校生数(人) › 初中");
    let with = assembled(&opened).dataset;
    opened.tables[0].merges.clear();
    assert_eq!(header(&opened.tables, 7), "在校生数(人) › 初中");
    assert_eq!(assembled(&opened).dataset, with);
}

#[test]
fn a_column_without_a_stage_takes_that_of_each_school() {
    let read = csv("学校,办学类型,在校生数\n甲校,小学,100\n乙校,初级中学,200\n丙校,九年一贯制学校,300\n");
    assert_eq!(number(&read.dataset, "甲校", Field::Pupils(Stage::Primary), None), Some(100.0));
    assert_eq!(number(&read.dataset, "乙校", Field::Pupils(Stage::Junior), None), Some(200.0));
    assert_eq!(found(&read.problems, KindDisagrees), [("C4".into(), "300", "在校生数")]);
    assert_eq!(read.dataset.facts().len(), 2);
}

#[test]
fn a_table_without_kinds_takes_the_stage_from_its_title_or_the_names() {
    let title = csv("2025年初中基本情况,\n学校,在校生数\n甲校,100\n");
    assert_eq!(number(&title.dataset, "甲校", Field::Pupils(Stage::Junior), None), Some(100.0));
    let vector = assembled(&opened("表.csv", &bytes("tests/vector/balance_01_books5.csv")));
    assert_eq!(number(&vector.dataset, "小学1", Field::Pupils(Stage::Primary), None), Some(45.0));
    assert_eq!(number(&vector.dataset, "小学1", Field::Books, None), Some(279.0));
}

#[test]
fn of_two_columns_with_one_meaning_the_surer_is_read() {
    let read = csv("学校,巩固率情况,三年巩固率,满意度,满意率\n甲小学,1,98,90,91\n");
    assert_eq!(number(&read.dataset, "甲小学", Field::Retention, None), Some(98.0));
    assert_eq!(number(&read.dataset, "甲小学", Field::Satisfaction, None), Some(90.0));
    assert_eq!(
        found(&read.problems, ColumnAmbiguous),
        [("B1".into(), "巩固率情况", "三年巩固率"), ("E1".into(), "满意率", "满意度")]
    );
}

#[test]
fn unknown_columns_of_numbers_become_indicators_and_texts_are_left() {
    let read = csv("学校,图书流通率得分,校长\n甲小学,8.5,王\n乙小学,9,李\n");
    assert_eq!(number(&read.dataset, "甲小学", Field::Other("图书流通率得分".into()), None), Some(8.5));
    assert_eq!(found(&read.problems, ColumnUnknown), [("B1".into(), "图书流通率得分", "图书流通率得分")]);
    assert_eq!(read.dataset.facts().len(), 2);
}

#[test]
fn a_persons_choice_prevails() {
    let opened = opened("表.csv", "学校,满意度,得分甲\n甲小学,90,70\n".as_bytes());
    let place = opened.tables[0].place();
    let choices = [
        Choice { place: place.clone(), column: 1, field: None },
        Choice { place, column: 2, field: Some(Field::Satisfaction) },
    ];
    let readings = recognise(&opened.tables, &choices);
    assert_eq!(readings[0].columns[2].certainty, Certainty::Chosen);
    let read = suanpan::intake::assemble(&opened.tables, &readings, &Corrections::default());
    assert_eq!(number(&read.dataset, "甲小学", Field::Satisfaction, None), Some(70.0));
    assert_eq!(read.dataset.facts().len(), 1);
    assert_eq!(kinds(&read.problems), []);
}

#[test]
fn totals_notes_blanks_and_repeated_headers_are_no_schools() {
    let read = csv(
        "某县统计表,,\n单位:人,,\n学校名称,教职工人数,人月\n,(人),(月)\n甲小学,20,240\n小计,20,240\n,,\n学校名称,教职工人数,人月\n\
         乙小学,30,360\n全县平均,25,300\n注:截至9月,,\n填表人:王,审核人:李,日期:10月\n",
    );
    let names: Vec<_> = read.dataset.schools.iter().map(|school| &*school.name).collect();
    assert_eq!(names, ["甲小学", "乙小学"]);
    assert_eq!(read.rows, [2]);
    assert_eq!(found(&read.problems, TotalRowSkipped), [("A6".into(), "小计", ""), ("A10".into(), "全县平均", "")]);
    assert_eq!(found(&read.problems, NoteRowSkipped).len(), 3);
    assert_eq!(kinds(&read.problems), [TotalRowSkipped, NoteRowSkipped]);
}

#[test]
fn under_a_heading_with_other_columns_nothing_is_read_and_it_is_said() {
    let read = csv("学校名称,年度,三年巩固率,群众满意度\n城关小学,2024,98.5,81\n,,,\n初中部分,,,\n\
         学校名称,年度,群众满意度,三年巩固率\n西河中学,2024,83,96\n东山中学,2024,84,95\n");
    assert_eq!(found(&read.problems, HeadingDiffers), [("A5".into(), "学校名称、年度、群众满意度、三年巩固率", "2")]);
    assert_eq!((read.rows, read.dataset.schools.len()), (vec![1], 1));
    // The names may stand elsewhere, and the change in a heading's second row.
    for text in [
        "学校名称,群众满意度,三年巩固率\n甲小学,81,98\n三年巩固率,群众满意度,学校名称\n96,83,乙小学\n",
        "学校名称,指标甲,指标乙\n甲小学,81,98\n学校名称,指标乙,指标甲\n乙小学,83,96\n",
        "学校名称,在校生数,\n,小学,初中\n甲学校,81,98\n学校名称,在校生数,\n,初中,小学\n乙学校,83,96\n",
    ] {
        let read = csv(text);
        assert_eq!(found(&read.problems, HeadingDiffers).len(), 1, "{text}");
        assert_eq!((read.rows, read.dataset.schools.len()), (vec![1], 1), "{text}");
    }
    let same = csv("学校名称,在校生数,\n,小学,初中\n甲学校,81,98\n学校名称,在校生数,\n,小学,初中\n乙学校,83,96\n");
    assert_eq!((found(&same.problems, HeadingDiffers), same.rows), (vec![], vec![2]));
}

#[test]
fn of_two_tables_side_by_side_the_right_one_is_said_not_to_be_read() {
    let read = csv("学校名称,年度,三年巩固率,,学校名称,年度,三年巩固率,指标\n甲小学,2024,91,,丙小学,2024,93,1\n");
    assert_eq!(found(&read.problems, TableBeside), [("E1".into(), "学校名称、年度、三年巩固率、指标", "E–H")]);
    assert_eq!((kinds(&read.problems), read.dataset.facts().len()), (vec![TableBeside], 1));
    // The same names once more, for the eye.
    let read = csv("学校名称,三年巩固率,学校名称,群众满意度\n甲小学,91,甲小学,93\n");
    assert_eq!(number(&read.dataset, "甲小学", Field::Satisfaction, None), Some(93.0));
}

#[test]
fn a_unit_row_under_the_header_counts() {
    let read = csv("学校,教学仪器设备值,教职工人数\n,万元,人\n甲小学,102.23,20\n");
    assert_eq!(number(&read.dataset, "甲小学", Field::Equipment, None), Some(1_022_300.0));
}

#[test]
fn names_merged_over_years_and_years_in_words_are_read() {
    let read = assembled(&fixture("years.xlsx"));
    assert_eq!(number(&read.dataset, "城关小学", Field::Satisfaction, Some(2023)), Some(91.5));
    assert_eq!(number(&read.dataset, "城关小学", Field::Satisfaction, Some(2024)), Some(93.0));
    assert_eq!(number(&read.dataset, "青山学校", Field::Satisfaction, Some(2023)), Some(100.0));
    assert_eq!(found(&read.problems, BadYear), [("B5".into(), "去年", "")]);
    assert_eq!(read.rows, [3]);
}

#[test]
fn english_tables_are_read() {
    let read = csv("School,Type,Pupils (primary),Teaching area (m2)\nElm,Primary school,431,\"3,227.6\"\n");
    assert_eq!(number(&read.dataset, "Elm", Field::Pupils(Stage::Primary), None), Some(431.0));
    assert_eq!(number(&read.dataset, "Elm", Field::TeachingArea, None), Some(3227.6));
    assert_eq!(read.dataset.schools[0].kind, Some(SchoolKind::Primary));
}

#[test]
fn tables_are_joined_by_school_and_differing_values_are_named() {
    let mut both = opened("一.csv", "学校,教职工人数,满意度\n甲小学,20,90\n".as_bytes());
    both.tables.extend(opened("二.csv", "学校,教职工人数,人月\n 甲小学,21,240\n乙小学,5,60\n".as_bytes()).tables);
    let read = assembled(&both);
    assert_eq!(read.dataset.schools.len(), 2);
    assert_eq!(number(&read.dataset, "甲小学", Field::Staff, None), Some(20.0));
    assert_eq!(number(&read.dataset, "甲小学", Field::PersonMonths, None), Some(240.0));
    assert_eq!(found(&read.problems, ValueDiffers), [("B2".into(), "21", "一.csv › B2")]);
    assert_eq!(read.rows, [1, 2]);
}

/// The dictionary does not know these headers, so the unit waits for a person
/// to say that the column is money; it must not touch one that is none.
#[test]
fn a_unit_of_money_holds_for_the_columns_that_are_money_by_choice() {
    let opened = opened("表.csv", "学校名称,装备合计(万元),教学仪器设备值(万元)\n东小学,102.23,7\n".as_bytes());
    let place = opened.tables[0].place();
    let choices = [
        Choice { place: place.clone(), column: 1, field: Some(Field::Equipment) },
        Choice { place, column: 2, field: Some(Field::Satisfaction) },
    ];
    let read = suanpan::intake::assemble(&opened.tables, &recognise(&opened.tables, &choices), &Corrections::default())
        .dataset;
    assert_eq!(number(&read, "东小学", Field::Equipment, None), Some(1_022_300.0));
    assert_eq!(number(&read, "东小学", Field::Satisfaction, None), Some(7.0));
}

#[test]
fn a_kind_in_a_later_table_settles_the_stages_of_an_earlier_one() {
    let mut first = opened("人数.csv", "学校,在校生数\n甲校,300\n乙校,500\n".as_bytes());
    let kinds_of = opened("学校.csv", "学校,办学类型,满意度\n甲校,小学,90\n乙校,初级中学,91\n".as_bytes());
    first.tables.extend(kinds_of.tables);
    let read = assembled(&first);
    assert_eq!(kinds(&read.problems), []);
    assert_eq!(number(&read.dataset, "甲校", Field::Pupils(Stage::Primary), None), Some(300.0));
    assert_eq!(number(&read.dataset, "乙校", Field::Pupils(Stage::Junior), None), Some(500.0));
    first.tables.reverse();
    assert_eq!(assembled(&first).dataset.facts().len(), read.dataset.facts().len());
}
