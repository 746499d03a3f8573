//! Tables of persons: which they are, and which meanings hold in them.

use crate::word::field::Field;
use crate::word::reading::{Certainty, Column, TableKind};

/// What a table is, if it is one of persons; `schools` says that it has what
/// only tables of schools have.
pub(super) fn kind(columns: &[Column], schools: bool) -> Option<TableKind> {
    use Field::*;
    let count =
        |of: fn(&Field) -> bool| columns.iter().filter_map(|column| column.field.as_ref()).filter(|f| of(f)).count();
    let pupils = count(|field| matches!(field, PupilNumber | RegisterNumber));
    let staff = count(|field| matches!(field, StaffNumber | Post | JobTitle));
    let persons = count(|field| matches!(field, PersonName | StaffNumber | IdentityNumber)) + pupils;
    let inputs = count(Field::is_bonus_input);
    let marks = count(|field| matches!(field, Mark(_) | TotalMark));
    let raw = count(|field| matches!(field, RawMark));
    match () {
        () if persons == 0 => None,
        () if pupils == 0 && inputs > 0 && inputs + staff > 1 => Some(TableKind::Bonus),
        () if count(|field| *field == StaffNumber) > 0 => Some(TableKind::Teachers),
        () if marks > 0 && staff == 0 => Some(TableKind::Marks),
        () if schools => None,
        () if raw > 0 && staff == 0 => Some(TableKind::Marks),
        () if pupils > 0 => Some(TableKind::Marks),
        () => Some(TableKind::Teachers),
    }
}

/// Takes meanings back that do not hold in a table of a kind: outside tables of
/// persons 得分 is an indicator like others, and where subjects have columns of
/// their own it is none; 人数 are those of a class where rows are classes.
pub(super) fn restrict(columns: &mut [Column], kind: TableKind) {
    let subjects = columns.iter().any(|column| matches!(column.field, Some(Field::Mark(_))));
    let long = columns.iter().any(|column| column.field == Some(Field::Subject));
    for column in columns.iter_mut().filter(|column| column.certainty != Certainty::Chosen) {
        let Some(field) = &column.field else { continue };
        let holds = match kind {
            TableKind::Classes => *field == Field::Grade || !Field::PERSONAL.contains(field),
            _ if matches!(field, Field::ClassStage | Field::ClassPupils) => false,
            TableKind::Marks if matches!(field, Field::RawMark | Field::FullMark) => long || !subjects,
            TableKind::Marks => !field.is_bonus_input(),
            TableKind::Teachers | TableKind::Bonus => !matches!(field, Field::RawMark | Field::FullMark),
            _ => !Field::PERSONAL.contains(field),
        };
        if !holds {
            (column.field, column.certainty) = (None, Certainty::Unknown);
        }
    }
}
