//! What becomes of the person's choices and edits when a file is opened again.

use crate::word::correction::CellEdit;
use crate::word::reading::{Choice, Reading};
use crate::word::table::Table;

/// The choices that still mean something as the tables are read now: those whose
/// column has the header that it had when the person chose.
pub fn still_meant(choices: &[Choice], before: &[Reading], now: &[Reading]) -> Vec<Choice> {
    let same = |choice: &&Choice| header(before, choice).is_some_and(|was| header(now, choice) == Some(was));
    choices.iter().filter(same).cloned().collect()
}

/// The edits whose cells, in the new tables, hold what they held when the person
/// typed over them.
pub fn still_there(edits: &[CellEdit], tables: &[Table]) -> Vec<CellEdit> {
    let there = |edit: &&CellEdit| {
        let table = tables.iter().find(|table| table.holds(&edit.place));
        let cell = table.zip(edit.place.cell).map(|(table, (row, column))| table.cell(row, column).text());
        cell.is_some_and(|text| text == edit.before)
    };
    edits.iter().filter(there).cloned().collect()
}

/// The header of the column that a choice is about.
fn header<'a>(readings: &'a [Reading], choice: &Choice) -> Option<&'a str> {
    let reading = readings.iter().find(|reading| reading.place == choice.place)?;
    reading.columns.iter().find(|column| column.index == choice.column).map(|column| &*column.header)
}
