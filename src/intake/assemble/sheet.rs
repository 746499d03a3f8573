//! One table of schools, row by row.

mod class;
mod meet;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::mem;

use self::meet::Seen;
use super::campus;
use super::check::{self, Entry, State};
use super::code::Codes;
use super::roster::Roster;
use super::sum_of_parts::SumsOfParts;
use super::{slip, sum};
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::intake::clean::{self, DecimalComma, Number, Unread};
use crate::intake::date::readable;
use crate::intake::plain::trimmed;
use crate::intake::rate::{Rates, Scale};
use crate::word::correction::Corrections;
use crate::word::dataset::{Fact, SchoolKind, Value};
use crate::word::field::{Field, Quantity, Stage};
use crate::word::reading::{Column, Form, Reading, TableKind};
use crate::word::table::{Cell, Merge, Table};
use crate::word::unit::Unit;

/// A table whose rows are known by school and year; their values are not yet
/// read.
pub(super) struct Met<'a> {
    sheet: Sheet<'a>,
    rows: Vec<Row>,
    problems: Findings,
}

/// A data row of a school, in a year.
struct Row {
    row: u32,
    school: usize,
    year: Option<i32>,
    /// It is of a campus, whose figures are added to the school's.
    campus: bool,
}

/// Meets the schools of a table and learns what it says of them besides
/// numbers. Values come later ([`Met::read`]): what a column without a stage
/// means follows from the school's kind, which any table may tell.
pub(super) fn meet<'a>(
    table: &'a Table,
    reading: &'a Reading,
    corrections: &'a Corrections,
    roster: &mut Roster,
) -> Met<'a> {
    let sheet = Sheet::new(table, reading, corrections);
    let (mut rows, mut met, mut problems) = (Vec::new(), Seen::default(), Findings::default());
    let told = |note: &CellNote, kind| {
        note.place.cell.is_none().then(|| Problem::new(kind, note.place.clone(), &*note.text, ""))
    };
    problems.extend(reading.school.as_ref().and_then(|school| told(school, ProblemKind::SchoolFromName)));
    if let Some(year) = reading.year {
        problems.push(Problem::new(ProblemKind::YearFromName, reading.place.clone(), year.to_string(), ""));
    }
    problems.extend(sheet.codes.names.clone());
    // Schools before their campuses, which join them.
    let (campuses, schools): (Vec<u32>, Vec<u32>) = reading.records().partition(|row| sheet.is_campus(*row));
    for row in schools.into_iter().chain(campuses) {
        rows.extend(sheet.meet(row, &mut met, roster, &mut problems));
    }
    Met { sheet, rows, problems }
}

impl Met<'_> {
    /// Reads the values; gives how many rows were used.
    pub fn read(self, roster: &Roster, facts: &mut Vec<Fact>, problems: &mut Findings) -> usize {
        problems.append(self.problems);
        let mut records: Vec<(&Row, Vec<Entry>)> = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let Some(known) = roster.schools.get(row.school) else { continue };
            let entries = self.sheet.entries(row.row, &known.name, known.kind, problems);
            match records.last_mut() {
                // In tables of items a record is made of many rows.
                Some((last, all)) if self.sheet.is_of_items() && last.key() == row.key() => all.extend(entries),
                _ => records.push((row, entries)),
            }
            sum::check(&self.sheet.sums, self.sheet.reading, &self.sheet.table, row.row, problems);
        }
        let mut sums = SumsOfParts::default();
        for (_, entries) in &mut records {
            sums.add_to(entries, self.sheet.corrections, problems);
        }
        let slips = slip::find(records.iter_mut().map(|(_, entries)| entries), self.sheet.corrections);
        let records = records.into_iter().map(|(row, entries)| (row.key(), row.campus, entries)).collect();
        for ((school, year), mut entries) in campus::join(records) {
            let kind = roster.schools.get(school).and_then(|known| known.kind);
            check::row(&mut entries, kind, self.sheet.corrections, problems);
            facts.extend(entries.into_iter().filter_map(|entry| entry.fact(school, year)));
        }
        problems.extend(slips);
        self.rows.len()
    }

    /// The schools of its rows, by index; one may come again.
    pub fn schools(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().map(|row| row.school)
    }

    /// Whether two schools, by index, have rows of one year here: then they are
    /// hardly one. Of a school's many classes one may have a slip in its name.
    pub fn tells_apart(&self, one: usize, other: usize) -> bool {
        if self.sheet.reading.kind == TableKind::Classes {
            return false;
        }
        let has = |school, year| self.rows.iter().any(|row| row.school == school && row.year == year);
        // Of a school there may be many rows of one year, one after another.
        let mut last = None;
        self.rows.iter().filter(|row| row.school == one).any(|row| {
            let again = last.replace(row.year) == Some(row.year);
            !again && has(other, row.year)
        })
    }
}

impl Row {
    const fn key(&self) -> (usize, Option<i32>) {
        (self.school, self.year)
    }
}

struct Sheet<'a> {
    /// As the form of the reading turns it.
    table: Cow<'a, Table>,
    reading: &'a Reading,
    corrections: &'a Corrections,
    /// In a table of items, the items by their names.
    items: HashMap<&'a str, &'a Column>,
    sums: Vec<sum::Sum>,
    codes: Codes,
    rates: HashMap<u32, Rates>,
    /// Some comma of the table's numbers can only be a decimal point, so that
    /// the others may be too.
    commas: bool,
    /// Cells of merged labels, to the cell that holds the text.
    merged: HashMap<(u32, u32), (u32, u32)>,
    /// A stage that the sheet's or file's name tells.
    stage: Option<Stage>,
}

impl<'a> Sheet<'a> {
    fn new(table: &'a Table, reading: &'a Reading, corrections: &'a Corrections) -> Self {
        let table = reading.form.turn(table);
        Self {
            reading,
            corrections,
            items: reading.items.iter().map(|item| (&*item.header, item)).collect(),
            sums: sum::find(&reading.columns),
            codes: Codes::survey(&table, reading),
            rates: rates(&table, reading),
            commas: has_decimal_commas(&table, reading),
            merged: merged(&table, reading),
            stage: stage_in(&table.sheet).or_else(|| title_stage(&table, reading)).or_else(|| stage_in(&table.file)),
            table,
        }
    }

    const fn is_of_items(&self) -> bool {
        matches!(self.reading.form, Form::Items { .. })
    }

    /// In a table of items: what a row is about, and the column of its value.
    fn item(&self, row: u32) -> Option<(&'a Column, u32)> {
        let Form::Items { item, figure, .. } = self.reading.form else { return None };
        let text = self.table.cell(row, item).text();
        Some((self.items.get(trimmed(&text)).copied()?, figure))
    }

    /// The first column of a field.
    fn column(&self, field: &Field) -> Option<u32> {
        self.reading.column(field).map(|column| column.index)
    }

    /// The header of the first column of a field.
    fn header(&self, field: &Field) -> &str {
        self.reading.column(field).map_or("", |column| &*column.header)
    }

    /// A label's cell; in a merged range, the one that holds the text.
    fn label(&self, row: u32, field: &Field) -> Option<(Place, Cell<'_>)> {
        let item = self.item(row).filter(|(item, _)| item.field.as_ref() == Some(field));
        let column = item.map(|(_, figure)| figure).or_else(|| self.column(field))?;
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        Some((self.reading.at(row, column), self.table.cell(row, column)))
    }

    /// The school that a row is about: the place and text that say so, and
    /// whether it is the row's own cell.
    fn school(&self, row: u32) -> Option<(Place, Cell<'_>, bool)> {
        if let Some(note) = &self.reading.school {
            return Some((note.place.clone(), Cell::Text(&note.text), false));
        }
        let (place, cell) = self.label(row, &Field::SchoolName)?;
        let own = self.column(&Field::SchoolName).is_some_and(|column| self.reading.at(row, column) == place);
        Some((place, cell, own))
    }

    /// The row's values, each with what became of it.
    fn entries(&self, row: u32, name: &str, kind: Option<SchoolKind>, problems: &mut Findings) -> Vec<Entry> {
        let (mut entries, mut told) = (Vec::new(), false);
        let items = self.item(row);
        let columns = if self.is_of_items() { &[] } else { self.reading.columns.as_slice() };
        let read = columns.iter().map(|column| (column, column.index)).chain(items);
        for (column, index) in read {
            let Some(field) = column.field.as_ref().filter(|field| field.quantity() != Quantity::Label) else {
                continue;
            };
            let (place, cell) = (self.reading.at(row, index), self.table.cell(row, index));
            let state = self.value(column, field, cell, &place, problems);
            let stage = only_stage(kind).or(self.stage).or_else(|| stage_in(name));
            let field = match (column.by_kind, stage.and_then(|stage| field.at_stage(stage))) {
                (false, _) => field.clone(),
                (true, Some(field)) => field,
                (true, None) => {
                    // Of the many columns of teachers one tells.
                    let mut again = || matches!(field, Field::Teachers(..)) && mem::replace(&mut told, true);
                    if !matches!(state, State::Blank) && !again() {
                        problems.push(Problem::new(ProblemKind::KindDisagrees, place, readable(cell), &*column.header));
                    }
                    continue;
                }
            };
            let header = column.header.clone();
            entries.push(Entry {
                field,
                header,
                source: CellNote { place, text: readable(cell).into_owned() },
                state,
                slipped: false,
                parts: Vec::new(),
            });
        }
        entries
    }

    /// A cell's value, cleaned, in its field's unit and range.
    fn value(&self, column: &Column, field: &Field, cell: Cell<'_>, place: &Place, problems: &mut Findings) -> State {
        let mut report =
            |kind, subject: &str| problems.push(Problem::new(kind, place.clone(), readable(cell), subject));
        let quantity = field.quantity();
        let comma = clean::decimal_comma(cell);
        // Persons have no decimals: 1,234 of them are as many.
        let may = |comma: &DecimalComma| comma.certain || self.commas && quantity != Quantity::Count;
        let comma = comma.filter(|comma| quantity == Quantity::Rate || may(comma));
        if let Some(DecimalComma { text, .. }) = &comma {
            report(ProblemKind::DecimalComma, text);
            if !self.corrections.applies(ProblemKind::DecimalComma, place) {
                return State::Unused;
            }
        }
        let cell = comma.as_ref().map_or(cell, |comma| Cell::Text(&comma.text));
        let mut number = match clean::number(cell, quantity, column.unit, self.table.sheet.is_empty()) {
            Ok(number) => number,
            Err(Unread::Blank) => return State::Blank,
            Err(Unread::Fault(kind)) => {
                report(kind, &column.header);
                return State::Unused;
            }
        };
        // In which power of ten money stands is told with its column.
        if number.unit != Unit::BASE && quantity != Quantity::Money {
            report(ProblemKind::UnitConverted, &number.value().to_string());
            if !self.corrections.applies(ProblemKind::UnitConverted, place) {
                // One that stands with its own unit is no number without.
                let typed = clean::number(cell, quantity, Unit::BASE, true);
                let Some(typed) = typed.ok().filter(|typed| typed.unit == Unit::BASE) else { return State::Unused };
                number = typed;
            }
        }
        match self.rates.get(&column.index).map_or(Scale::Percent, |rates| rates.scale(&number)) {
            Scale::Percent => {}
            Scale::Fraction => {
                if self.corrections.applies(ProblemKind::PercentRepaired, place) {
                    number = number.shifted(2);
                }
                number.repair = Some(ProblemKind::PercentRepaired);
            }
            Scale::Unclear => report(ProblemKind::RateUnclear, &column.header),
        }
        let value = number.value();
        if value < 0.0 && quantity != Quantity::Number {
            report(ProblemKind::NegativeValue, &column.header);
            return State::Unused;
        }
        if let Some(repair) = number.repair {
            report(repair, &value.to_string());
            // Taken back, a text is no number again.
            if matches!(cell, Cell::Text(_)) && !self.corrections.applies(repair, place) {
                return State::Unused;
            }
        }
        let halves = quantity == Quantity::Count && value.fract() != 0.0;
        if halves || (quantity == Quantity::Rate && value > 100.0) {
            report(ProblemKind::OutOfRange, &column.header);
        }
        State::Value { number: value, decimals: number.decimals() }
    }
}

impl Entry {
    fn fact(self, school: usize, year: Option<i32>) -> Option<Fact> {
        let State::Value { number, .. } = self.state else { return None };
        Some(Fact { school, field: self.field, year, value: Value { number, source: self.source, parts: self.parts } })
    }
}

/// The rule of each column of rates.
fn rates(table: &Table, reading: &Reading) -> HashMap<u32, Rates> {
    let rate = |column: &&Column| column.field.as_ref().is_some_and(|field| field.quantity() == Quantity::Rate);
    let weigh = |column: &Column| {
        let read = |row| {
            let column = match reading.form {
                Form::Items { item, figure, .. } if trimmed(&table.cell(row, item).text()) == &*column.header => figure,
                Form::Items { .. } => return None,
                Form::Rows | Form::Columns => column.index,
            };
            let cell = table.cell(row, column);
            let comma = clean::decimal_comma(cell);
            let cell = comma.as_ref().map_or(cell, |comma| Cell::Text(&comma.text));
            clean::number(cell, Quantity::Rate, Unit::BASE, true).ok()
        };
        let numbers: Vec<Number> = reading.records().filter_map(read).collect();
        (column.index, Rates::weigh(&column.header, numbers.iter()))
    };
    reading.columns.iter().chain(&reading.items).filter(rate).map(weigh).collect()
}

/// Whether a table of numbers has a comma that can only be a decimal point.
fn has_decimal_commas(table: &Table, reading: &Reading) -> bool {
    let figure = match reading.form {
        Form::Items { figure, .. } => Some(figure),
        Form::Rows | Form::Columns => None,
    };
    let number = |column: &&Column| column.field.as_ref().is_some_and(|field| field.quantity() != Quantity::Label);
    let columns = || reading.columns.iter().filter(number).map(|column| column.index).chain(figure);
    let certain = |cell| clean::decimal_comma(cell).is_some_and(|comma| comma.certain);
    reading.records().any(|row| columns().any(|column| certain(table.cell(row, column))))
}

/// Labels that are merged over several rows (one school, three years). Ranges
/// that overlap, which only a damaged file has, cost no row twice.
fn merged(table: &Table, reading: &Reading) -> HashMap<(u32, u32), (u32, u32)> {
    let label = |column: &Column| column.field.as_ref().is_some_and(|field| field.quantity() == Quantity::Label);
    let labels: HashSet<u32> = reading.columns.iter().filter(|c| label(c)).map(|column| column.index).collect();
    let tall = |merge: &&Merge| labels.contains(&merge.left) && merge.bottom > merge.top;
    let mut merges: Vec<&Merge> = table.merges.iter().filter(tall).collect();
    order::sort_by_key(&mut merges, |merge| (merge.left, merge.top));
    let mut merged = HashMap::new();
    let (mut column, mut free) = (0, 0);
    for merge in merges {
        let first = if merge.left == column { free } else { 0 };
        for row in merge.top.max(reading.body.0).max(first)..merge.bottom.saturating_add(1).min(reading.body.1) {
            merged.insert((row, merge.left), (merge.top, merge.left));
        }
        (column, free) = (merge.left, merge.bottom.saturating_add(1).max(first));
    }
    merged
}

/// The stage that a title above the header tells.
fn title_stage(table: &Table, reading: &Reading) -> Option<Stage> {
    (0..reading.header.0).flat_map(|row| table.row(row).iter()).find_map(|cell| stage_in(&cell.text()))
}

/// The one compulsory stage that a text names.
fn stage_in(text: &str) -> Option<Stage> {
    let (primary, junior) = (text.contains("小学"), text.contains("初中") || text.contains("初级中学"));
    match (primary, junior) {
        (true, false) => Some(Stage::Primary),
        (false, true) => Some(Stage::Junior),
        _ => None,
    }
}

/// The stage of a school that has only one.
fn only_stage(kind: Option<SchoolKind>) -> Option<Stage> {
    match kind.map(SchoolKind::stages) {
        Some([stage]) => Some(*stage),
        _ => None,
    }
}
