//! The forms that tables come in besides one record a row: a sheet a school
//! with one item a row, records side by side, and one value a row.

use super::clean::is_number;
use super::column::look_up;
use super::dictionary::DICTIONARY;
use super::plain::{bare, trimmed};
use super::unit::unit_text;
use super::{header, naming, recognise};
use crate::basis::why::CellNote;
use crate::word::correction::Corrections;
use crate::word::field::Field;
use crate::word::reading::{Certainty, Choice, Column, Form, Reading, TURNED, TableKind, column_of};
use crate::word::table::Table;
use crate::word::unit::Unit;

/// Reads a table in the form in which the dictionary knows most of it.
pub(super) fn read(table: &Table, choices: &[Choice], corrections: &Corrections) -> Reading {
    let decided = corrections.sheet(&table.place());
    let found = match decided.header {
        Some(rows) => Some(header::at(table, rows)),
        None => header::find(table),
    };
    let score = found.as_ref().map_or(0, |header| header.score);
    let of_items = found.as_ref().is_some_and(|header| header.has(&Field::Item) && header.has(&Field::Figure));
    if decided.header.is_none()
        && !of_items
        && table.height() <= TURNED
        && let turned = table.turned(TURNED)
        && let Some(header) = header::find(&turned).filter(|header| header.score > score)
    {
        let mut reading = recognise::read(&turned, header, Form::Columns, choices, corrections);
        if reading.school.is_none() && column(&reading.columns, &Field::SchoolName).is_none() {
            reading.school = naming::school_of(table, table.height());
        }
        if matches!(reading.kind, TableKind::Conditions | TableKind::Indicators) {
            return reading;
        }
    }
    match found {
        Some(header) => recognise::read(table, header, Form::Rows, choices, corrections),
        None => unread(table),
    }
}

/// A table in which nothing was recognised.
fn unread(table: &Table) -> Reading {
    Reading {
        place: table.place(),
        kind: TableKind::Unknown,
        header: (0, 0),
        body: (0, 0),
        skipped: Vec::new(),
        columns: Vec::new(),
        form: Form::Rows,
        items: Vec::new(),
        school: None,
        year: None,
        units: Vec::new(),
    }
}

fn column(columns: &[Column], field: &Field) -> Option<u32> {
    column_of(columns, field).map(|column| column.index)
}

/// The form of a table that has a column of names and one of values. In it
/// 单位 may mean the values' unit, and 地区 those that they are of.
pub(super) fn items(table: &Table, body: u32, columns: &mut [Column]) -> Option<Form> {
    let (item, figure) = (column(columns, &Field::Item)?, column(columns, &Field::Figure)?);
    let unit = columns.iter_mut().find(|column| {
        let name = bare(column.header.split(['(', '（']).next().unwrap_or_default());
        let short = || matches!(&*name, "单位" | "unit" | "units") && holds_units(table, body, column.index);
        name == "计量单位" || short()
    });
    let unit = unit.map(|column| {
        (column.field, column.certainty) = (None, Certainty::Unknown);
        column.index
    });
    if column(columns, &Field::SchoolName).is_none()
        && let Some(bearer) = columns.iter_mut().find(|column| DICTIONARY.bearers.contains(&bare(&column.header)))
    {
        (bearer.field, bearer.certainty) = (Some(Field::SchoolName), Certainty::Likely);
    }
    Some(Form::Items { item, figure, unit })
}

/// Rows that are looked at to see what a column holds.
const SAMPLE: u32 = 50;

fn holds_units(table: &Table, body: u32, column: u32) -> bool {
    let texts = (body..table.height().min(body + SAMPLE)).map(|row| bare(&table.cell(row, column).text()));
    let (known, filled) = texts
        .filter(|text| !text.is_empty())
        .fold((0_u32, 0_u32), |(known, filled), text| (known + u32::from(DICTIONARY.is_unit(&text)), filled + 1));
    known * 2 > filled
}

/// What the rows of a table of items are about; the person's choices prevail.
pub(super) fn name_items(table: &Table, reading: &mut Reading, chosen: &[(String, Option<Field>)]) {
    let Form::Items { item, figure, unit } = reading.form else { return };
    let text = |row, column| trimmed(&table.cell(row, column).text()).to_owned();
    // Rows of words are data here: 办学类型, 小学.
    let blank = |row: &u32| text(*row, item).is_empty();
    let total = |row: &u32| DICTIONARY.totals.contains(&bare(&text(*row, 0)));
    reading.body.1 = table.height();
    reading.skipped = (reading.body.0..reading.body.1).filter(|row| blank(row) || total(row)).collect();
    for row in (reading.body.0..reading.body.1).filter(|row| reading.skipped.binary_search(row).is_err()) {
        let header = text(row, item);
        if reading.items.iter().any(|known| *known.header == *header) {
            continue;
        }
        let found = look_up(
            &[Some(header.clone()), unit_text(table, row, unit)].into_iter().flatten().collect::<Vec<String>>(),
        );
        let own = is_number(table.cell(row, figure)).then(|| Field::Other(header.as_str().into()));
        reading.items.push(Column {
            index: row,
            header: header.into(),
            // An item is no class: 人数 is a figure of its own.
            field: found.field.filter(|field| *field != Field::ClassPupils).or(own),
            unit: Unit::BASE,
            by_kind: found.by_kind,
            certainty: found.certainty,
            suggested: None,
        });
        if reading.items.len() >= TURNED as usize {
            break;
        }
    }
    for (name, field) in chosen {
        let is = |item: &Column| *item.header == **name;
        if reading.items.iter().any(is) {
            recognise::choose(&mut reading.items, &is, field.as_ref());
        }
    }
    let named = |item: &&Column| item.field == Some(Field::SchoolName);
    if let (None, Some(school)) = (column(&reading.columns, &Field::SchoolName), reading.items.iter().find(named)) {
        let name = text(school.index, figure);
        reading.school = Some(CellNote { place: reading.place.at(school.index, figure), text: name });
    }
}

/// Tells tables without a column of years their years, where tables of their
/// kind have other ones: sheets 2023, 2024 and 2025 are one table of three
/// years, and a title with a year alone says nothing new.
pub(super) fn tell_years(tables: &[Table], readings: &mut [Reading]) {
    for kind in [TableKind::Conditions, TableKind::Indicators, TableKind::Classes] {
        let of_kind = |reading: &Reading| reading.kind == kind;
        let dated = |reading: &Reading| column(&reading.columns, &Field::Year).is_some();
        let years: Vec<Option<i32>> = tables
            .iter()
            .zip(&*readings)
            .map(|(table, reading)| {
                let top = if reading.form == Form::Columns { 0 } else { reading.header.0 };
                (of_kind(reading) && !dated(reading)).then(|| naming::year_of(table, top)).flatten()
            })
            .collect();
        let first = years.iter().flatten().next();
        let several = years.iter().flatten().any(|year| Some(year) != first)
            || kind == TableKind::Indicators && readings.iter().any(|reading| of_kind(reading) && dated(reading));
        if several {
            for (reading, year) in readings.iter_mut().zip(years) {
                reading.year = reading.year.or(year);
            }
        }
    }
}
