//! Tables of classes: which they are, and of which stage a class is.

use super::clean::is_number;
use super::numeral::digit;
use super::plain::folded;
use crate::word::field::{Field, Stage};
use crate::word::reading::{Column, Form, Reading};
use crate::word::table::Table;

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
    (own || counted) && (has(Field::Grade) || named()) && !reading.columns.iter().any(is_of_another_table)
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

/// The stage of a grade: 七年级, 初一, 小学三年级, 9, Grade 8; `None` for one that
/// is named after a year (2023级).
pub(super) fn stage_of_grade(text: &str) -> Option<Stage> {
    let text = folded(text);
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["高", "senior", "十"]) {
        return Some(Stage::Senior);
    }
    if says(&["初", "junior"]) {
        return Some(Stage::Junior);
    }
    if says(&["小", "primary"]) {
        return Some(Stage::Primary);
    }
    let from = text.chars().skip_while(|sign| numeral(*sign).is_none());
    from.map_while(numeral).try_fold(0_u32, |sum, digit| sum.checked_mul(10)?.checked_add(digit)).and_then(stage)
}

/// The stage of a class that is named after its grade: 九(1)班, 七1, 初二(3)班,
/// 901; `None` for 1班, 一班 and 2023级1班.
pub(super) fn stage_of_class(text: &str) -> Option<Stage> {
    let text = folded(text);
    let mut signs = text.chars();
    let first = signs.next()?;
    if matches!(first, '初' | '高' | '小') {
        return signs.next().and_then(numeral).and_then(|_| stage_of_grade(&text));
    }
    let (rest, digits) = (signs.as_str(), text.chars().take_while(char::is_ascii_digit).count());
    let opens = rest.starts_with(['(', '.', '-']) || rest.starts_with("年级");
    let named = match digits {
        0 => opens || rest.starts_with(|sign: char| sign.is_ascii_digit()),
        1 => opens,
        digits => digits == 3,
    };
    numeral(first).filter(|_| named).and_then(stage)
}

fn numeral(sign: char) -> Option<u32> {
    sign.to_digit(10).or_else(|| digit(sign))
}

const fn stage(grade: u32) -> Option<Stage> {
    match grade {
        1..=6 => Some(Stage::Primary),
        7..=9 => Some(Stage::Junior),
        10..=12 => Some(Stage::Senior),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_follow_from_grades_and_from_classes_named_after_them() {
        use Stage::{Junior, Primary, Senior};
        for (text, stage) in [
            ("一年级", Primary),
            ("六年级", Primary),
            ("小学三年级", Primary),
            ("Grade 6", Primary),
            ("７", Junior),
            ("九年级", Junior),
            ("初三", Junior),
            ("高一", Senior),
            ("十年级", Senior),
            ("11", Senior),
        ] {
            assert_eq!(stage_of_grade(text), Some(stage), "{text}");
        }
        for text in ["", "2023级", "大班", "全部", "13"] {
            assert_eq!(stage_of_grade(text), None, "{text}");
        }
        for (text, stage) in [
            ("九(1)班", Junior),
            ("七1", Junior),
            ("七年级（2）班", Junior),
            ("初二(3)班", Junior),
            ("901", Junior),
            ("302班", Primary),
            ("1(2)班", Primary),
            ("高一1班", Senior),
        ] {
            assert_eq!(stage_of_class(text), Some(stage), "{text}");
        }
        for text in ["", "1班", "一班", "12班", "2023级1班", "实验班", "小班"] {
            assert_eq!(stage_of_class(text), None, "{text}");
        }
    }
}
