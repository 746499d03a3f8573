//! What each table is, and what its columns mean.

use std::collections::HashMap;

use super::beside;
use super::clean::is_number;
use super::column::Match;
use super::header::Header;
use super::heading::Headings;
use super::person;
use super::row::{RowKind, Sorter};
use super::{class, form, naming, spelling, unit};
use crate::basis::problem::ProblemKind;
use crate::word::correction::Corrections;
use crate::word::field::Field;
use crate::word::reading::{Certainty, Choice, Column, Form, Reading, TableKind};
use crate::word::table::{Cell, Table};
use crate::word::unit::Unit;

/// Rows that are looked at to see whether an unknown column holds numbers.
const SAMPLE: usize = 200;

/// Reads every table's header: one reading a table, in their order. A person's
/// choices for columns prevail. A column that the dictionary knows, but that
/// lost its field to a surer or earlier one, has a certainty and no field.
///
/// ```
/// use suanpan::intake::{Unwatched, open, recognise};
/// use suanpan::word::reading::TableKind;
/// let csv = "学校,在校生数(小学)\n城关小学,431\n";
/// let opened = open("条件.csv", csv.as_bytes(), &mut Unwatched);
/// assert_eq!(recognise(&opened.tables, &[])[0].kind, TableKind::Conditions);
/// ```
pub fn recognise(tables: &[Table], choices: &[Choice]) -> Vec<Reading> {
    recognise_as(tables, choices, &Corrections::default())
}

/// The same, as the person's corrections ask: their kinds, header rows and
/// units of sheets, and the headers that were found to be misspelt.
pub fn recognise_as(tables: &[Table], choices: &[Choice], corrections: &Corrections) -> Vec<Reading> {
    let mut readings: Vec<Reading> = tables.iter().map(|table| form::read(table, choices, corrections)).collect();
    form::tell_years(tables, &mut readings);
    readings
}

/// Reads a table under a header. `table` is as the form turns it.
pub(super) fn read(
    table: &Table,
    header: Header,
    form: Form,
    choices: &[Choice],
    corrections: &Corrections,
) -> Reading {
    let (place, decided) = (table.place(), corrections.sheet(&table.place()));
    let Header { rows: header, columns, .. } = header;
    let mut columns = settle(columns);
    let spelt = |index| corrections.applies(ProblemKind::HeaderMisspelt, &form.place(&place, header.1 - 1, index));
    spelling::suggest(&mut columns, &spelt);
    beside::leave_out(table, &mut columns, header.1);
    let form = form::items(table, header.1, &mut columns).unwrap_or(form);
    for choice in choices.iter().filter(|choice| choice.place == place) {
        choose(&mut columns, &|column| column.index == choice.column, choice.field.as_ref());
    }
    let name = columns.iter().any(|column| column.field == Some(Field::SchoolName));
    let sorter = Sorter::new(table, &columns);
    // Under another heading the columns are other ones. Items are names themselves.
    let headings = Headings::new(table, &columns, header.1 - header.0);
    let other = if matches!(form, Form::Items { .. }) { None } else { headings.other(header.1, table.height()) };
    let mut end = other.unwrap_or(table.height());
    while end > header.1 && matches!(sorter.kind(end - 1), RowKind::Blank | RowKind::Note) {
        end -= 1;
    }
    let skipped: Vec<u32> = (header.1..end).filter(|row| sorter.kind(*row) != RowKind::Data).collect();
    let school = (!name).then(|| naming::school_of(table, header.0)).flatten();
    let body = (header.1, end);
    let (kind, items) = (TableKind::Unknown, Vec::new());
    let mut reading =
        Reading { place, kind, header, body, skipped, columns, form, items, school, year: None, units: Vec::new() };
    form::name_items(table, &mut reading, &decided.items);
    // Whether its rows are grades or classes the person has to say.
    let may_count = matches!(decided.kind, None | Some(TableKind::Classes));
    if !(may_count && class::counts_classes(table, &reading)) {
        find_kind(table, &mut reading);
    }
    reading.kind = decided.kind.unwrap_or(reading.kind);
    if reading.kind == TableKind::Classes {
        class::settle(&mut reading.columns);
    }
    unit::tell(table, &mut reading, &decided);
    reading
}

/// Finds out what a table is, and which meanings hold there.
fn find_kind(table: &Table, reading: &mut Reading) {
    reading.kind = kind(table, reading);
    person::restrict(&mut reading.columns, reading.kind);
    if matches!(reading.kind, TableKind::Conditions | TableKind::Indicators) || named_only(reading) {
        name_numbers(table, reading);
        reading.kind = kind(table, reading);
    } else if matches!(reading.kind, TableKind::Teachers | TableKind::Bonus) {
        name_numbers(table, reading);
    }
}

/// Settles which column has a field when several claim it: the surest, then
/// the first. A column that tells a stage goes before one that does not.
fn settle(found: Vec<(u32, String, Match)>) -> Vec<Column> {
    let mut holders: HashMap<Field, (bool, Certainty, u32)> = HashMap::new();
    let staged: Vec<_> =
        found.iter().filter(|(_, _, found)| !found.by_kind).filter_map(|(_, _, f)| f.field.clone()).collect();
    for (index, _, found) in &found {
        let Some(field) = &found.field else { continue };
        let beaten = found.by_kind && staged.iter().any(|other| other.counts_like(field));
        let claim = (!beaten, found.certainty, *index);
        let holder = holders.entry(field.clone()).or_insert(claim);
        if (claim.0, claim.1) > (holder.0, holder.1) {
            *holder = claim;
        }
    }
    let settled = found.into_iter().map(|(index, header, found)| {
        let holds = |field: &Field| holders.get(field).is_some_and(|(free, _, holder)| *free && *holder == index);
        Column {
            index,
            header: header.into(),
            field: found.field.filter(holds),
            unit: Unit::BASE,
            by_kind: found.by_kind,
            certainty: found.certainty,
            suggested: None,
        }
    });
    settled.collect()
}

/// Applies a person's choice; another column that had the field loses it.
pub(super) fn choose(columns: &mut [Column], chosen: &dyn Fn(&Column) -> bool, field: Option<&Field>) {
    for column in columns {
        if chosen(column) {
            (column.field, column.by_kind, column.certainty) = (field.cloned(), false, Certainty::Chosen);
        } else if field.is_some() && column.field.as_ref() == field {
            column.field = None;
        }
    }
}

/// What a table is, by the fields that were found in it.
fn kind(table: &Table, reading: &Reading) -> TableKind {
    use Field::*;
    let columns = || reading.columns.iter().chain(&reading.items);
    let count = |of: fn(&Field) -> bool| columns().filter_map(|column| column.field.as_ref()).filter(|f| of(f)).count();
    let conditions = count(Field::is_condition);
    let indicators = count(|field| {
        matches!(
            field,
            Graduands
                | BottomCount
                | BottomRate
                | Retention
                | Fitness
                | Satisfaction
                | Exchange
                | Misconduct
                | Merit
                | Staff
                | PersonMonths
                | Other(_)
        )
    });
    if class::is_table(table, reading) {
        return TableKind::Classes;
    }
    // Cells of persons are found by their rows.
    if let (Form::Rows, Some(kind)) = (reading.form, person::kind(&reading.columns, conditions + indicators > 0)) {
        return kind;
    }
    let schools = count(|field| *field == SchoolName) + usize::from(reading.school.is_some());
    match () {
        () if schools == 0 => TableKind::Unknown,
        () if conditions > 0 && conditions >= indicators => TableKind::Conditions,
        () if indicators > 0 => TableKind::Indicators,
        () => TableKind::Unknown,
    }
}

/// A table with schools of which no other column is known yet.
fn named_only(reading: &Reading) -> bool {
    reading.kind == TableKind::Unknown && reading.columns.iter().any(|column| column.field == Some(Field::SchoolName))
}

/// Unknown columns of numbers become indicators under their own names.
fn name_numbers(table: &Table, reading: &mut Reading) {
    let rows: Vec<u32> = reading.records().take(SAMPLE).collect();
    for column in &mut reading.columns {
        if column.field.is_some() || column.certainty != Certainty::Unknown {
            continue;
        }
        let cells = rows.iter().map(|row| table.cell(*row, column.index)).filter(|cell| !cell.is_blank());
        let (numbers, filled) = cells.fold((0_u32, 0_u32), |(numbers, filled), cell: Cell<'_>| {
            (numbers + u32::from(is_number(cell)), filled + 1)
        });
        if numbers > 0 && numbers * 2 >= filled {
            column.field = Some(Field::Other(column.header.clone()));
        }
    }
}
