//! What each table is, and what its columns mean.

use std::collections::HashMap;

use super::clean::is_number;
use super::column::Match;
use super::header::{self, Header};
use super::person;
use super::row::{RowKind, Sorter};
use crate::word::field::Field;
use crate::word::reading::{Certainty, Choice, Column, Reading, TableKind};
use crate::word::table::{Cell, Table};

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
    tables.iter().map(|table| read(table, choices)).collect()
}

fn read(table: &Table, choices: &[Choice]) -> Reading {
    let place = table.place();
    let Some(Header { rows: header, columns }) = header::find(table) else {
        return Reading {
            place,
            kind: TableKind::Unknown,
            header: (0, 0),
            body: (0, 0),
            skipped: Vec::new(),
            columns: Vec::new(),
        };
    };
    let mut columns = settle(columns);
    for choice in choices.iter().filter(|choice| choice.place == place) {
        choose(&mut columns, choice);
    }
    let sorter = Sorter::new(table, &columns);
    let mut end = table.height();
    while end > header.1 && matches!(sorter.kind(end - 1), RowKind::Blank | RowKind::Note) {
        end -= 1;
    }
    let skipped: Vec<u32> = (header.1..end).filter(|row| sorter.kind(*row) != RowKind::Data).collect();
    let kind = kind(&columns);
    person::restrict(&mut columns, kind);
    let mut reading = Reading { place, kind, header, body: (header.1, end), skipped, columns };
    if matches!(kind, TableKind::Conditions | TableKind::Indicators) || named_only(&reading) {
        name_numbers(table, &mut reading);
        reading.kind = self::kind(&reading.columns);
    } else if matches!(kind, TableKind::Teachers | TableKind::Bonus) {
        name_numbers(table, &mut reading);
    }
    reading
}

/// Settles which column has a field when several claim it: the surest, then
/// the first. A column that tells a stage goes before one that does not.
fn settle(found: Vec<(u32, String, Match)>) -> Vec<Column> {
    let mut holders: HashMap<Field, (bool, Certainty, u32)> = HashMap::new();
    let staged: Vec<_> =
        found.iter().filter(|(_, _, found)| !found.by_kind).filter_map(|(_, _, f)| f.field.clone()).collect();
    for (index, _, found) in &found {
        let Some(field) = &found.field else { continue };
        let beaten = found.by_kind && staged.iter().any(|other| same_quantity(other, field));
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
            power: found.power,
            by_kind: found.by_kind,
            certainty: found.certainty,
        }
    });
    settled.collect()
}

/// Whether two fields differ in their stage at most.
fn same_quantity(one: &Field, other: &Field) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// Applies a person's choice; another column that had the field loses it.
fn choose(columns: &mut [Column], choice: &Choice) {
    for column in columns {
        if column.index == choice.column {
            column.field.clone_from(&choice.field);
            column.by_kind = false;
            column.certainty = Certainty::Chosen;
        } else if choice.field.is_some() && column.field == choice.field {
            column.field = None;
        }
    }
}

/// What a table is, by the fields that were found in it.
fn kind(columns: &[Column]) -> TableKind {
    use Field::*;
    let count =
        |of: fn(&Field) -> bool| columns.iter().filter_map(|column| column.field.as_ref()).filter(|f| of(f)).count();
    let conditions = count(|field| field.is_resource() || matches!(field, Pupils(_)));
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
    if let Some(kind) = person::kind(columns, conditions + indicators > 0) {
        return kind;
    }
    match () {
        () if count(|field| *field == SchoolName) == 0 => TableKind::Unknown,
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
    let rows: Vec<u32> = (reading.body.0..reading.body.1)
        .filter(|row| reading.skipped.binary_search(row).is_err())
        .take(SAMPLE)
        .collect();
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
