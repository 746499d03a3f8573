//! Tables of classes: which they are.

use std::collections::HashSet;

use super::clean::{self, is_number};
use super::plain::folded;
use crate::word::field::{Field, Quantity};
use crate::word::reading::{Column, Form, Reading};
use crate::word::table::Table;
use crate::word::unit::Unit;

pub(super) mod name;

/// Whether a table has a row a class: classes with their pupils, and neither
/// persons nor other figures of schools. 班级 beside 学生数 may count classes:
/// then grades, or classes that are no plain numbers, tell.
pub(super) fn is_table(table: &Table, reading: &Reading) -> bool {
    let Some(class) = reading.column(&Field::Class).filter(|_| reading.form == Form::Rows) else { return false };
    let named = || {
        let mut cells = reading.records().map(|row| table.cell(row, class.index)).filter(|cell| !cell.is_blank());
        cells.next().is_some_and(|cell| !is_number(cell))
    };
    let has = |field| reading.column(&field).is_some();
    let (own, counted) = (has(Field::ClassPupils), reading.columns.iter().any(counts));
    (own || counted)
        && (has(Field::Grade) || named())
        && !reading.columns.iter().any(is_of_another_table)
        && !counts_classes(table, reading)
}

/// A column of pupils that does not say of which stage.
fn counts(column: &Column) -> bool {
    column.by_kind && matches!(column.field, Some(Field::Pupils(_)))
}

/// Whether a column makes a table one of persons, marks or conditions.
fn is_of_another_table(column: &Column) -> bool {
    use Field::*;
    let Some(field) = &column.field else { return false };
    let person = matches!(field, PersonName | PupilNumber | RegisterNumber | IdentityNumber | StaffNumber);
    let marks = matches!(field, Mark(_) | TotalMark | RawMark);
    person || marks || field.is_condition() && !counts(column)
}

/// In a table of classes pupils are those of the class.
pub(super) fn settle(columns: &mut [Column]) {
    let own = columns.iter().any(|column| column.field == Some(Field::ClassPupils));
    if let Some(column) = columns.iter_mut().find(|column| !own && counts(column)) {
        (column.field, column.by_kind) = (Some(Field::ClassPupils), false);
    }
}

/// Of how many pupils at least a class is, on average, where a table counts the
/// classes of grades.
const FEWEST: f64 = 15.0;

/// Whether the rows are grades and 班级 counts their classes: plain numbers that
/// are not all 1, one row a grade, with pupils for so many classes.
pub(super) fn counts_classes(table: &Table, reading: &Reading) -> bool {
    let at = |field: &Field| reading.column(field).map(|column| column.index);
    let counted = reading.columns.iter().find(|column| counts(column)).map(|column| column.index);
    let of_rows = at(&Field::Class).filter(|_| reading.form == Form::Rows).zip(at(&Field::Grade));
    let Some(((class, grade), pupils)) = of_rows.zip(at(&Field::ClassPupils).or(counted)) else { return false };
    let labels = [at(&Field::SchoolName), at(&Field::Year), at(&Field::ClassStage), Some(grade)];
    let (mut last, mut met) = (labels.map(|_| String::new()), HashSet::new());
    let (mut classes, mut all, mut single) = (0.0, 0.0, true);
    let number = |row, column| match clean::number(table.cell(row, column), Quantity::Count, Unit::BASE, true) {
        Ok(number) => Some(number.value()),
        Err(_) => None,
    };
    for row in reading.records().filter(|row| !table.cell(*row, class).is_blank()) {
        // Merged labels stand in their first row.
        for (text, column) in last.iter_mut().zip(labels) {
            let cell = column.map(|column| table.cell(row, column)).filter(|cell| !cell.is_blank());
            *text = cell.map_or_else(|| std::mem::take(text), |cell| folded(&cell.text()));
        }
        let named = number(row, class).filter(|number| is_number(table.cell(row, class)) && *number < 100.0);
        let Some(count) = named.filter(|_| met.insert(last.clone())) else { return false };
        single &= count.total_cmp(&1.0).is_eq();
        classes += count;
        all += number(row, pupils).unwrap_or_default();
    }
    !single && all >= FEWEST * classes
}
