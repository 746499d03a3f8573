//! What becomes of the person's choices and edits when a file is opened again.

use crate::intake;
use crate::word::correction::CellEdit;
use crate::word::reading::{Choice, Reading};
use crate::word::table::Table;

/// The choices that still mean something in the new tables: those whose column
/// has the header that it had when the person chose.
pub fn still_meant(choices: &[Choice], before: &[Reading], tables: &[Table]) -> Vec<Choice> {
    let of_these = |choice: &&Choice| tables.iter().any(|table| table.place() == choice.place);
    let choices: Vec<&Choice> = choices.iter().filter(of_these).collect();
    if choices.is_empty() {
        return Vec::new();
    }
    let now = intake::recognise(tables, &[]);
    let same = |choice: &&Choice| header(before, choice).is_some_and(|was| header(&now, choice) == Some(was));
    choices.into_iter().filter(same).cloned().collect()
}

/// The edits whose cells, in the new tables, hold what they held when the person
/// typed over them.
pub fn still_there(edits: &[CellEdit], tables: &[Table]) -> Vec<CellEdit> {
    let there = |edit: &&CellEdit| {
        let table = tables.iter().find(|table| table.file == edit.place.file && table.sheet == edit.place.sheet);
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
