//! What becomes of the person's choices and edits when a file is opened again.

use super::document::Document;
use crate::basis::order;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake;
use crate::word::correction::{CellEdit, SheetChoice};
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

/// What a person decided on one table, for another.
pub struct Remembered {
    /// The meanings of columns.
    pub choices: Vec<Choice>,
    /// Kinds of tables and units of columns.
    pub sheets: Vec<SheetChoice>,
    /// What the person should be told.
    pub problems: Vec<Problem>,
}

/// What the person decided on open tables, for new ones that are laid out like
/// them: that have the same headers, in whatever order.
pub fn of_layout(document: &Document, before: &[Reading], tables: &[Table]) -> Remembered {
    let mut found = Remembered { choices: vec![], sheets: vec![], problems: vec![] };
    let (choices, corrections) = (&document.choices, &document.corrections);
    if choices.is_empty() && corrections.sheets().is_empty() {
        return found;
    }
    let decided = |reading: &&Reading| {
        let place = &reading.place;
        choices.iter().any(|choice| choice.place == *place)
            || corrections.sheets().iter().any(|one| one.place == *place)
    };
    let before: Vec<(&Reading, Vec<&str>)> =
        before.iter().filter(decided).map(|reading| (reading, signature(reading))).collect();
    for now in intake::recognise(tables, &[]) {
        let layout = signature(&now);
        let like = |(was, headers): &&(&Reading, Vec<&str>)| was.form == now.form && *headers == layout;
        let Some((was, _)) = before.iter().find(like) else { continue };
        // The column that has the header of one of the other table's.
        let moved = |index: u32| {
            let header = &was.columns.iter().find(|column| column.index == index)?.header;
            now.columns.iter().find(|column| column.header == *header).map(|column| column.index)
        };
        let of_was = corrections.sheet(&was.place);
        let units = of_was.units.iter().filter_map(|(index, power)| Some((moved(*index)?, *power))).collect();
        found.sheets.push(SheetChoice { place: now.place.clone(), kind: of_was.kind, header: None, units });
        if was.place == now.place {
            continue;
        }
        let of_was = choices.iter().filter(|choice| choice.place == was.place);
        found.choices.extend(of_was.filter_map(|choice| {
            Some(Choice { place: now.place.clone(), column: moved(choice.column)?, field: choice.field.clone() })
        }));
        let like = was.place.to_string();
        found.problems.push(Problem::new(ProblemKind::LayoutRemembered, now.place.clone(), "", like));
    }
    found
}

/// The headers of a table, in order.
fn signature(reading: &Reading) -> Vec<&str> {
    let mut headers: Vec<&str> = reading.columns.iter().map(|column| &*column.header).collect();
    order::sort_by(&mut headers, |one, other| one.cmp(other));
    headers
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
