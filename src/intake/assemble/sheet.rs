//! One table of schools, row by row.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::check::{self, Entry, State};
use super::code::Codes;
use super::roster::{Known, Roster};
use super::{slip, sum};
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::intake::clean::{self, Number, Unread};
use crate::intake::dictionary::DICTIONARY;
use crate::intake::plain::{bare, folded, half_width, trimmed};
use crate::intake::rate::{Rates, Scale};
use crate::word::correction::Corrections;
use crate::word::dataset::{Fact, SchoolKind, Value};
use crate::word::field::{Field, Quantity, Stage};
use crate::word::reading::{Column, Form, Reading};
use crate::word::table::{Cell, Merge, Table};

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
    let (mut rows, mut met, mut problems) = (Vec::new(), HashSet::new(), Findings::default());
    let told = |note: &CellNote, kind| {
        note.place.cell.is_none().then(|| Problem::new(kind, note.place.clone(), &*note.text, ""))
    };
    problems.extend(reading.school.as_ref().and_then(|school| told(school, ProblemKind::SchoolFromName)));
    if let Some(year) = reading.year {
        problems.push(Problem::new(ProblemKind::YearFromName, reading.place.clone(), year.to_string(), ""));
    }
    for row in reading.records() {
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
        let slips = slip::find(records.iter_mut().map(|(_, entries)| entries), self.sheet.corrections);
        for (row, mut entries) in records {
            let kind = roster.schools.get(row.school).and_then(|known| known.kind);
            check::row(&mut entries, kind, self.sheet.corrections, problems);
            facts.extend(entries.into_iter().filter_map(|entry| entry.fact(row.school, row.year)));
        }
        problems.extend(slips);
        self.rows.len()
    }

    /// Whether two schools, by index, have rows of one year here: then they are
    /// hardly one.
    pub fn tells_apart(&self, one: usize, other: usize) -> bool {
        let years = |school| self.rows.iter().filter(move |row| row.school == school).map(|row| row.year);
        years(one).any(|year| years(other).any(|also| also == year))
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
    fn school(&self, row: u32) -> Option<(Place, Cow<'_, str>, bool)> {
        if let Some(note) = &self.reading.school {
            return Some((note.place.clone(), note.text.as_str().into(), false));
        }
        let (place, cell) = self.label(row, &Field::SchoolName)?;
        let own = self.column(&Field::SchoolName).is_some_and(|column| self.reading.at(row, column) == place);
        Some((place, cell.text(), own))
    }

    /// The row's school and year; `None` when it is not used.
    fn meet(
        &self,
        row: u32,
        met: &mut HashSet<(usize, Option<i32>, u32)>,
        roster: &mut Roster,
        problems: &mut Findings,
    ) -> Option<Row> {
        let (place, text, own) = self.school(row)?;
        let applied = self.corrections.applies(ProblemKind::SpacesTrimmed, &place);
        let name = if applied { trimmed(&text) } else { &text };
        if name.trim().is_empty() {
            let subject = self.header(&Field::SchoolName);
            problems.push(Problem::new(ProblemKind::MissingValue, place, "", subject));
            return None;
        }
        if trimmed(name) != text && own {
            problems.push(Problem::new(ProblemKind::SpacesTrimmed, place.clone(), &*text, name));
        }
        let year = match self.year(row) {
            Ok(year) => year,
            Err(problem) => {
                problems.push(problem);
                return None;
            }
        };
        let called = self.corrections.name_for(name);
        let school = roster.meet(called, &place);
        if called != name && own {
            problems.push(Problem::new(ProblemKind::SchoolUnited, place.clone(), name, called));
        }
        let item = self.item(row).map_or(0, |(item, _)| item.index);
        if !met.insert((school, year, item)) {
            let subject = year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"));
            problems.push(Problem::new(ProblemKind::DuplicateSchool, place, &*text, subject));
            return None;
        }
        roster.learn(school, self.known(row, problems));
        if let Some((place, cell)) = self.label(row, &Field::Counted)
            && DICTIONARY.no.contains(&folded(&cell.text()))
        {
            problems.push(Problem::new(ProblemKind::CampusUncounted, place, cell.text(), name));
        }
        Some(Row { row, school, year })
    }

    /// The row's year; `Ok(None)` in a table without years.
    fn year(&self, row: u32) -> Result<Option<i32>, Problem> {
        let Some((place, cell)) = self.label(row, &Field::Year) else { return Ok(self.reading.year) };
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
    fn known(&self, row: u32, problems: &mut Findings) -> Known {
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
        let code = self.label(row, &Field::SchoolCode);
        let code = code.and_then(|(place, cell)| self.codes.read(cell, place, self.corrections, problems));
        Known { kind, code, location: text(&Field::Location), sponsor: text(&Field::Sponsor) }
    }

    /// The row's values, each with what became of it.
    fn entries(&self, row: u32, name: &str, kind: Option<SchoolKind>, problems: &mut Findings) -> Vec<Entry> {
        let mut entries = Vec::new();
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
            entries.push(Entry {
                field,
                header,
                source: CellNote { place, text: cell.text().into_owned() },
                state,
                slipped: false,
            });
        }
        entries
    }

    /// A cell's value, cleaned, in its field's unit and range.
    fn value(&self, column: &Column, field: &Field, cell: Cell<'_>, place: &Place, problems: &mut Findings) -> State {
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
        if let Some(repair) = number.repair {
            report(repair, &value.to_string());
            // Taken back, a text is no number again.
            if matches!(cell, Cell::Text(_)) && !self.corrections.applies(repair, place) {
                return State::Unused;
            }
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
        let read = |row| {
            let column = match reading.form {
                Form::Items { item, figure, .. } if trimmed(&table.cell(row, item).text()) == &*column.header => figure,
                Form::Items { .. } => return None,
                Form::Rows | Form::Columns => column.index,
            };
            clean::number(table.cell(row, column), Quantity::Rate, 0, true).ok()
        };
        let numbers: Vec<Number> = reading.records().filter_map(read).collect();
        (column.index, Rates::weigh(&column.header, numbers.iter()))
    };
    reading.columns.iter().chain(&reading.items).filter(rate).map(weigh).collect()
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
