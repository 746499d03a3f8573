//! In which units a table's values are: as its headers say, the person, or a
//! line above the header.

use super::column::{Match, Named, brackets, look_up, parts, read, strange, unit_in};
use super::dictionary::DICTIONARY;
use super::plain::{folded, trimmed};
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::word::correction::SheetChoice;
use crate::word::field::{Field, Quantity};
use crate::word::reading::{Column, Form, Reading};
use crate::word::table::Table;
use crate::word::unit::Unit;

/// Quantities that are counted in one unit or another.
const MEASURED: &[Quantity] = &[Quantity::Count, Quantity::Area, Quantity::Money, Quantity::Rate];

/// Tells every column and item its unit, and notes what somebody should know.
pub(super) fn tell(table: &Table, reading: &mut Reading, decided: &SheetChoice) {
    let (above, mut taken) = (above(table, reading), Vec::new());
    let (place, form, last) = (reading.place.clone(), reading.form, reading.header.1.saturating_sub(1));
    let mut found = Vec::new();
    let mut settle = |column: &mut Column, said: Match, row: u32, at: u32| {
        let Some(quantity) = measured(column) else { return };
        match said.unit(quantity) {
            Named::Known(unit) => column.unit = unit,
            Named::Strange(unit) => {
                found.push(Problem::new(ProblemKind::UnitUnknown, form.place(&place, row, at), &*column.header, unit));
            }
            Named::Nothing => {
                let told = above.iter().find_map(|(note, text)| Some((note, DICTIONARY.scale(quantity, text)?)));
                if let Some((note, unit)) = told.filter(|_| quantity != Quantity::Rate) {
                    column.unit = unit;
                    taken.push((note, column.header.clone(), unit));
                }
            }
        }
    };
    for column in &mut reading.columns {
        match decided.unit(column.index) {
            Some(unit) => column.unit = unit,
            None => {
                let (said, index) = (read(&column.header), column.index);
                settle(column, said, last, index);
            }
        }
    }
    if let Form::Items { item, unit, .. } = form {
        for named in &mut reading.items {
            let (row, texts) = (named.index, [Some(named.header.to_string()), unit_text(table, named.index, unit)]);
            settle(named, look_up(&texts.into_iter().flatten().collect::<Vec<String>>()), row, unit.unwrap_or(item));
        }
    }
    found.extend(
        above
            .iter()
            .filter(|(_, text)| is_strange(text))
            .map(|(note, text)| Problem::new(ProblemKind::UnitUnknown, note.place.clone(), &*note.text, &**text)),
    );
    for (note, _) in &above {
        let columns = taken.iter().filter(|(from, _, unit)| std::ptr::eq(*from, note) && *unit != Unit::BASE);
        let headers: Vec<&str> = columns.map(|(_, header, _)| &**header).collect();
        if !headers.is_empty() {
            let (place, text) = (note.place.clone(), &*note.text);
            found.push(Problem::new(ProblemKind::UnitFromTitle, place, text, headers.join("、")));
        }
    }
    reading.units = found;
}

/// The unit that stands beside an item, in brackets.
pub(super) fn unit_text(table: &Table, row: u32, unit: Option<u32>) -> Option<String> {
    let text = trimmed(&table.cell(row, unit?).text()).to_owned();
    (!text.is_empty()).then(|| format!("({text})"))
}

fn measured(column: &Column) -> Option<Quantity> {
    column.field.as_ref().map(Field::quantity).filter(|quantity| MEASURED.contains(quantity))
}

/// The units that stand above a table's header, each with its cell.
fn above(table: &Table, reading: &Reading) -> Vec<(CellNote, String)> {
    let rows = if reading.form == Form::Columns { 0 } else { reading.header.0 };
    let mut found = Vec::new();
    for row in 0..rows {
        for (column, cell) in (0..).zip(table.row(row).iter()) {
            let text = cell.text();
            let note = CellNote { place: reading.at(row, column), text: text.clone().into_owned() };
            found.extend(units_of(&text).into_iter().map(|unit| (note.clone(), unit)));
        }
    }
    found
}

/// The units that a title or a line names: (万元), 单位:万元、人.
fn units_of(text: &str) -> Vec<String> {
    let (outside, mut notes) = brackets(&folded(text));
    let named = ["单位:", "unit:", "units:"].iter().find_map(|word| Some(outside.split_once(word)?.1.to_owned()));
    notes.extend(named);
    let units = notes.iter().flat_map(|note| parts(note).collect::<Vec<String>>());
    units.map(|unit| unit_in(&unit).map_or_else(|| unit.clone(), str::to_owned)).collect()
}

fn is_strange(unit: &str) -> bool {
    !DICTIONARY.is_unit(unit) && strange(unit).is_some()
}
