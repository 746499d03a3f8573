//! Whose a row is: the school or the person that its finding is about.

use crate::app::model::Model;
use crate::basis::place::Place;
use crate::word::field::Field;
use crate::word::reading::{Form, Reading, TableKind};

/// The most characters of a name that are shown.
const SHOWN: usize = 30;

/// The column, as the reading counts it, that names what its records are about;
/// `None` where none does.
pub(super) fn names(reading: &Reading) -> Option<u32> {
    let of = |field: &Field| reading.column(field).map(|column| column.index);
    let person = match reading.kind {
        TableKind::Marks | TableKind::Teachers | TableKind::Bonus => of(&Field::PersonName),
        TableKind::Conditions | TableKind::Indicators | TableKind::Classes | TableKind::Unknown => None,
    };
    person.or_else(|| of(&Field::SchoolName))
}

/// The name in the record of a cell; `None` where there is none, or the cell is
/// the name itself.
pub(super) fn whose(model: &Model, place: &Place) -> Option<String> {
    let (tables, readings) = (&model.derived.tables, &model.derived.readings);
    let (table, reading) = tables.iter().zip(readings).find(|(table, _)| table.holds(place))?;
    let (row, column) = place.cell?;
    let (record, index) = reading.form.turned(row, column);
    let names = names(reading).filter(|names| *names != index && reading.is_data(record))?;
    let (row, column) = match reading.form {
        Form::Items { .. } => return None,
        form => form.turned(record, names),
    };
    let name: String = table.cell(row, column).text().trim().chars().take(SHOWN).collect();
    Some(name).filter(|name| !name.is_empty())
}
