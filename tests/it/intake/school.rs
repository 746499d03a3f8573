//! Tables of schools in the forms that offices really have: a sheet a school,
//! one item a row, records side by side, misspelt headers, several names of one
//! school, figures that disagree.

use suanpan::basis::place::Place;
use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::intake::{Alike, Evidence, assemble, correct, recognise_as};
use suanpan::word::correction::{Corrections, Ruling, SameSchool, SheetChoice};
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::{Field, Stage};
use suanpan::word::reading::{Form, TableKind};
use suanpan::word::unit::Unit;

use super::*;

/// Tables from CSV files, each with its name.
pub(super) fn tables(files: &[(&str, &str)]) -> Opened {
    let mut all = Opened::default();
    for (name, text) in files {
        let opened = open(name, text.as_bytes(), &mut Unwatched);
        all.tables.extend(opened.tables);
        all.problems.extend(opened.problems);
    }
    all
}

pub(super) fn corrected(opened: &Opened, corrections: &Corrections) -> Assembled {
    let tables = correct(&opened.tables.clone().into(), corrections.cells());
    assemble(&tables, &recognise_as(&tables, &[], corrections), corrections)
}

pub(super) fn accepting(kind: ProblemKind) -> Corrections {
    let mut corrections = Corrections::default();
    corrections.rule(Ruling { kind, place: None, applied: true });
    corrections
}

/// What was found of a kind: the cell, what stood there, what it is about.
pub(super) fn of_kind(read: &Assembled, kind: ProblemKind) -> Vec<(String, String, String)> {
    let all = read.problems.iter().filter(|problem| problem.kind == kind);
    all.map(|problem| (problem.place.a1(), problem.found.clone(), problem.subject.clone())).collect()
}

pub(super) fn value(read: &Assembled, school: &str, field: Field, year: Option<i32>) -> Option<f64> {
    Some(read.dataset.value(read.dataset.school(school)?, &field, year)?.number)
}

#[test]
fn one_item_a_row_is_read_for_the_school_that_the_form_names() {
    let form = "学校基本情况填报表\n学校名称:城关小学\n序号,类别,填报项目,单位,填报值,是否必填,备注\n\
                1,基本,办学类型,,小学,是,\n2,规模,在校生数,人,431,是,\n3,资产,教学仪器设备值,万元,102.23,是,\n\
                4,用房,教学及辅助用房面积,㎡,3227.6,是,含走廊\n5,其他,篮球架数,个,12000,否,\n";
    let opened = tables(&[("填报.csv", form)]);
    let reading = &recognise(&opened.tables, &[])[0];
    assert!(matches!(reading.form, Form::Items { unit: Some(3), .. }), "{reading:?}");
    let read = corrected(&opened, &Corrections::default());
    assert_eq!(value(&read, "城关小学", Field::Pupils(Stage::Primary), None), Some(431.0));
    assert_eq!(value(&read, "城关小学", Field::Equipment, None), Some(1_022_300.0));
    assert_eq!(value(&read, "城关小学", Field::TeachingArea, None), Some(3227.6));
    assert_eq!(value(&read, "城关小学", Field::Other("篮球架数".into()), None), Some(12_000.0));
    assert_eq!(read.dataset.schools[0].kind, Some(SchoolKind::Primary));
    let equipment = read.dataset.value(0, &Field::Equipment, None).unwrap();
    assert_eq!(equipment.source.place.a1(), "E6", "the cell of the form");
}

#[test]
fn records_side_by_side_are_read_like_records_below_one_another() {
    let form = "学校名称,城关小学,西园小学\n办学类型,小学,小学\n在校生数,431,512\n教学仪器设备值(万元),102.23,98.7\n运动场地面积,2938,3100\n";
    let opened = tables(&[("各校.csv", form)]);
    assert_eq!(recognise(&opened.tables, &[])[0].form, Form::Columns);
    let read = corrected(&opened, &Corrections::default());
    assert_eq!(value(&read, "西园小学", Field::Equipment, None), Some(987_000.0));
    assert_eq!(value(&read, "城关小学", Field::Pupils(Stage::Primary), None), Some(431.0));
    assert_eq!(read.dataset.value(1, &Field::SportsGround, None).unwrap().source.place.a1(), "C5");
}

#[test]
fn one_value_a_row_is_read_by_place_and_indicator() {
    let long = "地区\t指标\t数值\n城关小学\t在校学生数\t431\n城关小学\t教学仪器设备值(万元)\t102.23\n西园小学\t在校学生数\t512\n西园小学\t教学仪器设备值(万元)\t98.7\n";
    let read = corrected(&tables(&[("小学长表.tsv", long)]), &Corrections::default());
    assert_eq!(read.dataset.schools.len(), 2);
    assert_eq!(value(&read, "西园小学", Field::Equipment, None), Some(987_000.0));
    assert_eq!(value(&read, "西园小学", Field::Pupils(Stage::Primary), None), Some(512.0));
}

#[test]
fn a_file_of_one_school_is_told_by_its_name_and_says_so() {
    let table = "年度,三年巩固率,群众满意度\n2024,97.5,90\n2025,98.1,91\n";
    let read = corrected(&tables(&[("桃源镇中.csv", table)]), &Corrections::default());
    assert_eq!(value(&read, "桃源镇中", Field::Retention, Some(2025)), Some(98.1));
    assert_eq!(of_kind(&read, SchoolFromName), [("".into(), "桃源镇中".into(), "".into())]);
    let none = corrected(&tables(&[("小学.csv", table)]), &Corrections::default());
    assert!(none.dataset.schools.is_empty(), "a stage is no school");
}

#[test]
fn tables_of_single_years_are_joined_by_the_years_in_their_names() {
    let table = |rate: &str| format!("学校,三年巩固率,群众满意度\n甲中学,{rate},90\n");
    let (first, second) = (table("97"), table("98"));
    let read = corrected(&tables(&[("指标2024.csv", &first), ("指标2025.csv", &second)]), &Corrections::default());
    assert_eq!(value(&read, "甲中学", Field::Retention, Some(2024)), Some(97.0));
    assert_eq!(value(&read, "甲中学", Field::Retention, Some(2025)), Some(98.0));
    assert_eq!(of_kind(&read, ValueDiffers), []);
    assert_eq!(of_kind(&read, YearFromName).len(), 2);
    let alone = corrected(&tables(&[("指标2025.csv", &second)]), &Corrections::default());
    assert_eq!(value(&alone, "甲中学", Field::Retention, None), Some(98.0), "alone, a year says nothing new");
}

#[test]
fn a_misspelt_header_is_asked_about_and_read_when_accepted() {
    let opened = tables(&[("指标.csv", "学校,三年巩固律,群众满意度\n甲中学,97,90\n")]);
    let asked = corrected(&opened, &Corrections::default());
    assert_eq!(of_kind(&asked, HeaderMisspelt), [("B1".into(), "三年巩固律".into(), "三年巩固率".into())]);
    assert_eq!(value(&asked, "甲中学", Field::Retention, None), None);
    assert_eq!(value(&asked, "甲中学", Field::Other("三年巩固律".into()), None), Some(97.0));
    let accepted = corrected(&opened, &accepting(HeaderMisspelt));
    assert_eq!(value(&accepted, "甲中学", Field::Retention, None), Some(97.0));
}

#[test]
fn schools_that_may_be_one_are_proposed_and_joined_only_when_accepted() {
    let opened = tables(&[
        ("甲.csv", "学校,三年巩固率,群众满意度\n桃源镇初级中学,97,90\n石桥中学,95,88\n"),
        ("乙.csv", "学校,教职工人数,人月\n桃源镇中,30,360\n石桥中学,22,261\n"),
    ]);
    let asked = corrected(&opened, &Corrections::default());
    assert_eq!(asked.dataset.schools.len(), 3);
    assert_eq!(asked.alike, [Alike { other: 2, name: 0, evidence: Evidence::Form }]);
    assert_eq!(of_kind(&asked, SchoolAlike), [("A2".into(), "桃源镇中".into(), "桃源镇初级中学".into())]);
    let decide = |same| {
        let mut corrections = Corrections::default();
        corrections.unite(SameSchool { other: "桃源镇中".into(), name: "桃源镇初级中学".into(), same });
        corrected(&opened, &corrections)
    };
    let joined = decide(true);
    assert_eq!(joined.dataset.schools.len(), 2);
    assert_eq!(value(&joined, "桃源镇初级中学", Field::Staff, None), Some(30.0));
    assert_eq!(of_kind(&joined, SchoolUnited), [("A2".into(), "桃源镇中".into(), "桃源镇初级中学".into())]);
    let refused = decide(false);
    assert_eq!((refused.dataset.schools.len(), refused.alike.len()), (3, 0));
}

#[test]
fn a_slip_of_the_unit_is_found_beside_the_others_and_converted_when_accepted() {
    let rows = (1..=6).map(|n| format!("第{n}小学,{},{}\n", 400 + n, 100 + n));
    let table = format!("学校,小学在校生数,教学仪器设备值(万元)\n{}错位小学,410,1050000\n", rows.collect::<String>());
    let opened = tables(&[("条件.csv", &table)]);
    let asked = corrected(&opened, &Corrections::default());
    assert_eq!(of_kind(&asked, UnitSlip), [("C8".into(), "1050000".into(), "1050000".into())]);
    assert_eq!(value(&asked, "错位小学", Field::Equipment, None), Some(10_500_000_000.0));
    let accepted = corrected(&opened, &accepting(UnitSlip));
    assert_eq!(value(&accepted, "错位小学", Field::Equipment, None), Some(1_050_000.0));
    assert_eq!(value(&accepted, "第1小学", Field::Equipment, None), Some(1_010_000.0));
}

#[test]
fn a_unit_a_kind_and_header_rows_can_be_set_by_hand() {
    let opened = tables(&[("条件.csv", "学校,小学在校生数,教学仪器设备值\n甲小学,400,100\n")]);
    let place = Place::sheet(&"条件.csv".into(), &"".into());
    let mut corrections = Corrections::default();
    corrections.read_as(SheetChoice::none(place.clone()).with_unit(2, Some(Unit::Power(4))));
    let read = corrected(&opened, &corrections);
    assert_eq!(value(&read, "甲小学", Field::Equipment, None), Some(1_000_000.0));
    assert_eq!(of_kind(&read, UnitDoubtful), []);
    let accepted = corrected(&opened, &accepting(UnitDoubtful));
    assert_eq!(value(&accepted, "甲小学", Field::Equipment, None), Some(1_000_000.0));
    corrections.read_as(SheetChoice { kind: Some(TableKind::Unknown), ..SheetChoice::none(place.clone()) });
    assert!(corrected(&opened, &corrections).dataset.schools.is_empty());
    corrections.read_as(SheetChoice { header: Some((1, 2)), ..SheetChoice::none(place.clone()) });
    assert_eq!(recognise_as(&opened.tables, &[], &corrections)[0].header, (1, 2));
    corrections.read_as(SheetChoice::none(place));
    assert!(corrections.is_empty());
}

#[test]
fn headcounts_are_held_against_their_parts() {
    let table = "学校,在校生数 合计,男生数,女生数\n甲小学,400,210,190\n乙小学,400,210,180\n";
    let table = table.replace("在校生数 合计", "在校生数");
    let read = corrected(&tables(&[("小学.csv", &table)]), &Corrections::default());
    assert_eq!(of_kind(&read, HeadcountDiffers), [("B3".into(), "400".into(), "390".into())]);
    let staged = "学校,小学在校生数,初中在校生数,在校生总数\n甲学校,300,200,510\n乙学校,300,200,500\n";
    let read = corrected(&tables(&[("规模.csv", staged)]), &Corrections::default());
    assert_eq!(of_kind(&read, HeadcountDiffers), [("D2".into(), "510".into(), "500".into())]);
    assert_eq!(of_kind(&read, ColumnAmbiguous), []);
}

#[test]
fn codes_that_lost_zeros_are_filled_up_when_accepted_and_damaged_ones_are_left() {
    let table = "学校,学校标识码,小学在校生数\n甲小学,0331000001,400\n乙小学,331000002,410\n丙小学,0331000003,420\n丁小学,3.31E+09,430\n戊小学,0331000005,430\n";
    let opened = tables(&[("条件.csv", table)]);
    let asked = corrected(&opened, &Corrections::default());
    assert_eq!(of_kind(&asked, CodeLength), [("B3".into(), "331000002".into(), "0331000002".into())]);
    assert_eq!(of_kind(&asked, CodeDamaged), [("B5".into(), "3.31E+09".into(), "".into())]);
    let codes = |read: &Assembled| {
        read.dataset.schools.iter().map(|s| s.code.as_deref().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(codes(&asked)[1].as_deref(), Some("331000002"));
    assert_eq!(
        (codes(&asked)[3].as_deref(), codes(&accepting_codes(&opened))[1].as_deref()),
        (None, Some("0331000002"))
    );
}

fn accepting_codes(opened: &Opened) -> Assembled {
    corrected(opened, &accepting(CodeLength))
}

#[test]
fn the_same_data_comes_from_shuffled_columns_other_aliases_and_added_titles() {
    let plain = "学校名称,办学类型,小学在校生数,运动场地面积\n甲小学,小学,400,3000\n乙小学,小学,500,3100\n";
    let others = [
        "运动场地面积,小学在校生数,学校名称,办学类型\n3000,400,甲小学,小学\n3100,500,乙小学,小学\n",
        "2025年办学条件一览\n填报单位:县教育局\n学校名称,办学类型,小学在校生数,运动场地面积\n甲小学,小学,400,3000\n乙小学,小学,500,3100\n合计,,900,6100\n注:均为当年数\n",
        "校名,学校类型,学生数(小学),体育运动场地面积\n甲小学,小学,400,3000\n学校名称,办学类型,小学在校生数,运动场地面积\n乙小学,小学,500,3100\n",
    ];
    let values = |text: &str| {
        let read = corrected(&tables(&[("条件.csv", text)]), &Corrections::default());
        let facts = read.dataset.facts().iter();
        facts
            .map(|fact| (read.dataset.name(fact.school).to_owned(), fact.field.clone(), fact.value.number))
            .collect::<Vec<_>>()
    };
    for other in others {
        assert_eq!(values(other), values(plain), "{other}");
    }
}
