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
