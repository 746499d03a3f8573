//! The column of schools' names with what is none.

use suanpan::basis::problem::ProblemKind::*;
use suanpan::word::correction::Corrections;
use suanpan::word::field::{Field, Stage};
use suanpan::word::table::{Builder, Cell};

use super::school::{corrected, of_kind, tables, value};
use super::*;

/// A table whose cell A3 holds something that a text file cannot.
fn with(cell: Cell<'_>) -> Assembled {
    let mut opened = tables(&[("小学.csv", "学校名称,在校生数\n城关小学,431\n?,50\n第1小学,300\n101小学,200\n")]);
    let mut builder = Builder::default();
    for (row, cells) in (0..).zip(opened.tables[0].rows()) {
        for (column, text) in (0..).zip(cells.iter()) {
            builder.put(row, column, if (row, column) == (2, 0) { cell } else { text });
        }
    }
    opened.tables[0].cells = builder.finish();
    corrected(&opened, &Corrections::default())
}

#[test]
fn a_date_a_number_or_an_error_is_no_school_and_the_other_rows_stay() {
    for (cell, shown, kind) in [
        (Cell::Date(45_718.0), "2025-03-02", SchoolNotNamed),
        (Cell::Number(202_401.0), "202401", SchoolNotNamed),
        (Cell::Text("2024/1/5"), "2024/1/5", SchoolNotNamed),
        (Cell::Text("２０２４０１"), "２０２４０１", SchoolNotNamed),
        (Cell::Error("#N/A"), "#N/A", ErrorCell),
        (Cell::Uncomputed, "", FormulaWithoutValue),
    ] {
        let read = with(cell);
        let names: Vec<_> = read.dataset.schools.iter().map(|school| &*school.name).collect();
        assert_eq!(names, ["城关小学", "第1小学", "101小学"], "{cell:?}");
        assert_eq!(of_kind(&read, kind), [("A3".into(), shown.into(), "学校名称".into())]);
        assert_eq!((kinds(&read.problems).len(), read.rows[0]), (1, 3));
    }
}

#[test]
fn codes_in_the_column_of_names_are_said_once_with_the_column_that_has_the_names() {
    let table = "学校,全称,小学在校生数\n3301000001,城关小学,431\n3301000002,西园小学,512\n北门小学,北门小学,300\n";
    let read = corrected(&tables(&[("小学.csv", table)]), &Corrections::default());
    assert_eq!(of_kind(&read, CodesForNames), [("A1".into(), "学校".into(), "全称".into())]);
    assert_eq!(of_kind(&read, SchoolNotNamed), []);
    assert_eq!(read.dataset.schools.len(), 1);
    assert_eq!(value(&read, "北门小学", Field::Pupils(Stage::Primary), None), Some(300.0));
}

/// A form that names its school with a number is said to, once.
#[test]
fn a_form_of_a_number_is_no_school() {
    let form = "学校名称:202401\n填报项目,填报值\n在校生数,431\n运动场地面积,2000\n";
    let read = corrected(&tables(&[("填报.csv", form)]), &Corrections::default());
    assert_eq!(of_kind(&read, SchoolNotNamed).len(), 1);
    assert!(read.dataset.schools.is_empty());
}

/// Cells that a text file cannot hold, in a table of persons: a date and a
/// number for a school, with its column's header.
fn persons(header: &str, rest: &str) -> Assembled {
    let row = |school: &str, at: u32| format!("{school},生{at},0{at},{rest}\n");
    let names = ["东中学", "东中学", "2024/1/5", "202401", "第1中学"];
    let text: String = names.iter().zip(1..).map(|(name, at)| row(name, at)).collect();
    corrected(&tables(&[("表.csv", &(header.to_owned() + "\n" + &text))]), &Corrections::default())
}

#[test]
fn a_date_or_a_number_is_no_school_of_pupils_and_teachers_either() {
    let pupils = persons("学校,姓名,考号,语文,数学", "80,90");
    let faults = [("A4".into(), "2024/1/5".into(), "学校".into()), ("A5".into(), "202401".into(), "学校".into())];
    assert_eq!(of_kind(&pupils, SchoolNotNamed), faults);
    let cohort = &pupils.dataset.cohorts[0];
    let schools: Vec<_> = (0..cohort.len()).map(|pupil| cohort.school(pupil)).collect();
    assert_eq!(schools, ["东中学", "东中学", "", "", "第1中学"], "they count, without a school");
    let teachers = persons("学校,姓名,工号,职称,周课时", "一级,12");
    assert_eq!(of_kind(&teachers, SchoolNotNamed), faults);
    let schools: Vec<_> = teachers.dataset.staff[0].persons.iter().map(|person| &*person.school).collect();
    assert_eq!(schools, ["东中学", "东中学", "", "", "第1中学"]);
}

#[test]
fn codes_for_schools_of_pupils_are_said_once_and_tell_them_apart() {
    let table = "学校,全称,姓名,考号,语文\n3301,东镇中学,甲,01,80\n3302,西镇中学,乙,02,81\n3302,西镇中学,丙,03,82\n";
    let read = corrected(&tables(&[("分.csv", table)]), &Corrections::default());
    assert_eq!(of_kind(&read, CodesForNames), [("A1".into(), "学校".into(), "全称".into())]);
    assert_eq!(of_kind(&read, SchoolNotNamed), []);
    assert_eq!(read.dataset.cohorts[0].schools.len(), 2);
}
