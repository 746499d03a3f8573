//! A second table beside the first on one sheet. Its rows are about other
//! schools, so that nothing of it may be read into those of the first.

use super::plain::trimmed;
use crate::word::field::Field;
use crate::word::reading::{Certainty, Column};
use crate::word::table::Table;

/// The columns of a second table: from where the header of the names stands
/// again over other names. `body` is the first row below the header.
pub(super) fn columns(table: &Table, columns: &[Column], body: u32) -> Vec<u32> {
    let is_name = |column: &&Column| matches!(column.field, Some(Field::SchoolName | Field::PersonName));
    let Some(name) = columns.iter().find(is_name) else { return vec![] };
    let again = |column: &&Column| column.index > name.index && column.header == name.header;
    let Some(again) = columns.iter().find(again) else { return vec![] };
    let text = |row, column| trimmed(&table.cell(row, column).text()).to_owned();
    let other = |row: u32| {
        let (left, right) = (text(row, name.index), text(row, again.index));
        !right.is_empty() && left != right
    };
    let right = columns.iter().filter(|column| column.index >= again.index && column.certainty != Certainty::Chosen);
    let right: Vec<u32> = right.map(|column| column.index).collect();
    if right.len() > 1 && (body..table.height()).any(other) { right } else { vec![] }
}

/// Leaves the columns of a second table out.
pub(super) fn leave_out(table: &Table, columns: &mut [Column], body: u32) {
    let beside = self::columns(table, columns, body);
    for column in columns.iter_mut().filter(|column| beside.contains(&column.index)) {
        (column.field, column.certainty) = (None, Certainty::Likely);
    }
}
