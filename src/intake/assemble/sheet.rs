//! One table of schools, row by row.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::check::{self, Entry, State};
use super::roster::{Known, Roster};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::intake::clean::{self, Number, Unread};
use crate::intake::dictionary::DICTIONARY;
use crate::intake::plain::{bare, half_width, trimmed};
use crate::intake::rate::Rates;
use crate::word::dataset::{Fact, SchoolKind, Value};
use crate::word::field::{Field, Quantity, Stage};
use crate::word::reading::{Column, Reading};
use crate::word::table::{Cell, Table};

/// Reads a table's data rows; gives how many were used.
pub(super) fn read(
    table: &Table,
    reading: &Reading,
    roster: &mut Roster,
    facts: &mut Vec<Fact>,
    problems: &mut Vec<Problem>,
) -> usize {
    let mut sheet = Sheet::new(table, reading);
    let mut used = 0;
    for row in (reading.body.0..reading.body.1).filter(|row| reading.skipped.binary_search(row).is_err()) {
        used += usize::from(sheet.row(row, roster, facts, problems));
    }
    used
}

struct Sheet<'a> {
    table: &'a Table,
    place: Place,
    columns: &'a [Column],
    rates: HashMap<u32, Rates>,
    /// Cells of merged labels, to the cell that holds the text.
    merged: HashMap<(u32, u32), (u32, u32)>,
    /// A stage that the sheet's or file's name tells.
    stage: Option<Stage>,
    met: HashSet<(usize, Option<i32>)>,
}

impl<'a> Sheet<'a> {
    fn new(table: &'a Table, reading: &'a Reading) -> Self {
        let columns = &reading.columns;
        Self {
            table,
            place: table.place(),
            columns,
            rates: rates(table, reading),
            merged: merged(table, reading),
            stage: stage_in(&table.sheet).or_else(|| title_stage(table, reading)).or_else(|| stage_in(&table.file)),
            met: HashSet::new(),
        }
    }

    /// The first column of a field.
    fn column(&self, field: &Field) -> Option<u32> {
        self.columns.iter().find(|column| column.field.as_ref() == Some(field)).map(|column| column.index)
    }

    /// The header of the first column of a field.
    fn header(&self, field: &Field) -> &str {
        let column = self.columns.iter().find(|column| column.field.as_ref() == Some(field));
        column.map_or("", |column| &*column.header)
    }

    /// A label's cell; in a merged range, the one that holds the text.
    fn label(&self, row: u32, field: &Field) -> Option<(Place, &'a Cell)> {
        let column = self.column(field)?;
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        Some((self.place.at(row, column), self.table.cell(row, column)))
    }

    /// Reads a row; `false` when it is not used.
    fn row(&mut self, row: u32, roster: &mut Roster, facts: &mut Vec<Fact>, problems: &mut Vec<Problem>) -> bool {
        let Some((place, cell)) = self.label(row, &Field::SchoolName) else { return false };
        let (text, own) = (cell.text(), place.cell.is_some_and(|(at, _)| at == row));
        let name = trimmed(&text);
        if name.is_empty() {
            let subject = self.header(&Field::SchoolName);
            problems.push(Problem::new(ProblemKind::MissingValue, place, "", subject));
            return false;
        }
        if name != text && own {
            problems.push(Problem::new(ProblemKind::SpacesTrimmed, place.clone(), &*text, name));
        }
        let year = match self.year(row) {
            Ok(year) => year,
            Err(problem) => {
                problems.push(problem);
                return false;
            }
        };
        let school = roster.meet(name, &place);
        if !self.met.insert((school, year)) {
            let subject = year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"));
            problems.push(Problem::new(ProblemKind::DuplicateSchool, place, &*text, subject));
            return false;
        }
        roster.learn(school, self.known(row, problems));
        let kind = roster.kind(school);
        let entries = self.entries(row, name, kind, problems);
        check::row(&entries, kind, problems);
        facts.extend(entries.into_iter().filter_map(|entry| entry.fact(school, year)));
        true
    }

    /// The row's year; `Ok(None)` in a table without years.
    fn year(&self, row: u32) -> Result<Option<i32>, Problem> {
        let Some((place, cell)) = self.label(row, &Field::Year) else { return Ok(None) };
        let text: String = cell.text().chars().map(half_width).collect();
        let four = text.split(|sign: char| !sign.is_ascii_digit()).find(|digits| digits.len() == 4);
        let whole = !matches!(cell, Cell::Number(number) if number.fract() != 0.0) && !matches!(cell, Cell::Date(_));
        let year = four.filter(|_| whole).and_then(|digits| digits.parse().ok());
        match year.filter(|year| (1900..=2100).contains(year)) {
            Some(year) => Ok(Some(year)),
            None => Err(Problem::new(ProblemKind::BadYear, place, cell.text(), "")),
        }
    }

    /// Kind, code and the like.
    fn known(&self, row: u32, problems: &mut Vec<Problem>) -> Known {
        let text = |field: &Field| -> Option<Arc<str>> {
            let text = self.label(row, field)?.1.text();
            Some(trimmed(&text)).filter(|text| !text.is_empty()).map(Arc::from)
        };
        let kind = text(&Field::SchoolKind).and_then(|kind| {
            let known = DICTIONARY.kinds.get(&bare(&kind)).copied();
            if let (None, Some((place, _))) = (known, self.label(row, &Field::SchoolKind)) {
                problems.push(Problem::new(ProblemKind::UnknownSchoolKind, place, &*kind, ""));
            }
            known
        });
        Known { kind, code: text(&Field::SchoolCode), location: text(&Field::Location), sponsor: text(&Field::Sponsor) }
    }

    /// The row's values, each with what became of it.
    fn entries(&self, row: u32, name: &str, kind: Option<SchoolKind>, problems: &mut Vec<Problem>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for column in self.columns {
            let Some(field) = column.field.as_ref().filter(|field| field.quantity() != Quantity::Label) else {
                continue;
            };
            let (place, cell) = (self.place.at(row, column.index), self.table.cell(row, column.index));
            let state = self.value(column, field, cell, &place, problems);
            let stage = only_stage(kind).or(self.stage).or_else(|| stage_in(name));
            let field = match (column.by_kind, stage.and_then(|stage| at_stage(field, stage))) {
                (false, _) => field.clone(),
                (true, Some(field)) => field,
                (true, None) => {
                    if !matches!(state, State::Blank) {
                        problems.push(Problem::new(ProblemKind::KindDisagrees, place, cell.text(), &*column.header));
                    }
                    continue;
                }
            };
            let header = column.header.clone();
            entries.push(Entry { field, header, source: CellNote { place, text: cell.text() }, state });
        }
        entries
    }

    /// A cell's value, cleaned, in its field's unit and range.
    fn value(&self, column: &Column, field: &Field, cell: &Cell, place: &Place, problems: &mut Vec<Problem>) -> State {
        let mut report = |kind, subject: &str| problems.push(Problem::new(kind, place.clone(), cell.text(), subject));
        let quantity = field.quantity();
        let power = if quantity == Quantity::Money { column.power } else { 0 };
        let mut number = match clean::number(cell, quantity, power, self.table.sheet.is_empty()) {
            Ok(number) => number,
            Err(Unread::Blank) => return State::Blank,
            Err(Unread::Fault(kind)) => {
                report(kind, &column.header);
                return State::Unused;
            }
        };
        if self.rates.get(&column.index).is_some_and(|rates| rates.is_fraction(&number)) {
            number = number.shifted(2);
            number.repair = Some(ProblemKind::PercentRepaired);
        }
        let value = number.value();
        if let Some(repair) = number.repair {
            report(repair, &value.to_string());
        }
        if value < 0.0 && quantity != Quantity::Number {
            report(ProblemKind::NegativeValue, &column.header);
            return State::Unused;
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
        Some(Fact { school, field: self.field, year, value: Value { number, source: self.source } })
    }
}

/// The rule of each column of rates.
fn rates(table: &Table, reading: &Reading) -> HashMap<u32, Rates> {
    let rate = |column: &&Column| column.field.as_ref().is_some_and(|field| field.quantity() == Quantity::Rate);
    let weigh = |column: &Column| {
        let rows = (reading.body.0..reading.body.1).filter(|row| reading.skipped.binary_search(row).is_err());
        let read = |row| clean::number(table.cell(row, column.index), Quantity::Rate, 0, true).ok();
        let numbers: Vec<Number> = rows.filter_map(read).collect();
        (column.index, Rates::weigh(&column.header, numbers.iter()))
    };
    reading.columns.iter().filter(rate).map(weigh).collect()
}

/// Labels that are merged over several rows (one school, three years).
fn merged(table: &Table, reading: &Reading) -> HashMap<(u32, u32), (u32, u32)> {
    use std::collections::hash_map::Entry;

    let label = |column: &Column| column.field.as_ref().is_some_and(|field| field.quantity() == Quantity::Label);
    let labels: HashSet<u32> = reading.columns.iter().filter(|c| label(c)).map(|column| column.index).collect();
    let mut merged = HashMap::new();
    for merge in table.merges.iter().filter(|merge| labels.contains(&merge.left) && merge.bottom > merge.top) {
        for row in merge.top.max(reading.body.0)..=merge.bottom.min(reading.body.1) {
            // Ranges never overlap in a sound file; in others they could cost a
            // walk over all rows each.
            let Entry::Vacant(slot) = merged.entry((row, merge.left)) else { break };
            slot.insert((merge.top, merge.left));
        }
    }
    merged
}

/// The stage that a title above the header tells.
fn title_stage(table: &Table, reading: &Reading) -> Option<Stage> {
    let above = table.rows.iter().take(usize::try_from(reading.header.0).unwrap_or(0));
    above.flatten().find_map(|cell| stage_in(&cell.text()))
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

/// The same quantity at another stage.
fn at_stage(field: &Field, stage: Stage) -> Option<Field> {
    match field {
        Field::Pupils(_) => Some(Field::Pupils(stage)),
        Field::HigherDegreeTeachers(_) => Some(Field::HigherDegreeTeachers(stage)),
        Field::BackboneTeachers(_) => Some(Field::BackboneTeachers(stage)),
        Field::ArtsTeachers(_) => Some(Field::ArtsTeachers(stage)),
        _ => None,
    }
}
