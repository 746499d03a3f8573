//! One table of schools, row by row.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::check::{self, Entry, State};
use super::roster::{Known, Roster};
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::intake::clean::{self, Number, Unread};
use crate::intake::dictionary::DICTIONARY;
use crate::intake::plain::{bare, half_width, trimmed};
use crate::intake::rate::{Rates, Scale};
use crate::word::correction::Corrections;
use crate::word::dataset::{Fact, SchoolKind, Value};
use crate::word::field::{Field, Quantity, Stage};
use crate::word::reading::{Column, Reading};
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
    for row in (reading.body.0..reading.body.1).filter(|row| reading.skipped.binary_search(row).is_err()) {
        rows.extend(sheet.meet(row, &mut met, roster, &mut problems));
    }
    Met { sheet, rows, problems }
}

impl Met<'_> {
    /// Reads the values; gives how many rows were used.
    pub fn read(self, roster: &Roster, facts: &mut Vec<Fact>, problems: &mut Findings) -> usize {
        problems.append(self.problems);
        for Row { row, school, year } in &self.rows {
            let Some(known) = roster.schools.get(*school) else { continue };
            let entries = self.sheet.entries(*row, &known.name, known.kind, problems);
            check::row(&entries, known.kind, problems);
            facts.extend(entries.into_iter().filter_map(|entry| entry.fact(*school, *year)));
        }
        self.rows.len()
    }
}

struct Sheet<'a> {
    table: &'a Table,
    corrections: &'a Corrections,
    place: Place,
    columns: &'a [Column],
    rates: HashMap<u32, Rates>,
    /// Cells of merged labels, to the cell that holds the text.
    merged: HashMap<(u32, u32), (u32, u32)>,
    /// A stage that the sheet's or file's name tells.
    stage: Option<Stage>,
}

impl<'a> Sheet<'a> {
    fn new(table: &'a Table, reading: &'a Reading, corrections: &'a Corrections) -> Self {
        let columns = &reading.columns;
        Self {
            table,
            corrections,
            place: table.place(),
            columns,
            rates: rates(table, reading),
            merged: merged(table, reading),
            stage: stage_in(&table.sheet).or_else(|| title_stage(table, reading)).or_else(|| stage_in(&table.file)),
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
    fn label(&self, row: u32, field: &Field) -> Option<(Place, Cell<'a>)> {
        let column = self.column(field)?;
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        Some((self.place.at(row, column), self.table.cell(row, column)))
    }

    /// The row's school and year; `None` when it is not used.
    fn meet(
        &self,
        row: u32,
        met: &mut HashSet<(usize, Option<i32>)>,
        roster: &mut Roster,
        problems: &mut Findings,
    ) -> Option<Row> {
        let (place, cell) = self.label(row, &Field::SchoolName)?;
        let (text, own) = (cell.text(), place.cell.is_some_and(|(at, _)| at == row));
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
        let school = roster.meet(self.corrections.name_for(name), &place);
        if !met.insert((school, year)) {
            let subject = year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"));
            problems.push(Problem::new(ProblemKind::DuplicateSchool, place, &*text, subject));
            return None;
        }
        roster.learn(school, self.known(row, problems));
        Some(Row { row, school, year })
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
        Known { kind, code: text(&Field::SchoolCode), location: text(&Field::Location), sponsor: text(&Field::Sponsor) }
    }

    /// The row's values, each with what became of it.
    fn entries(&self, row: u32, name: &str, kind: Option<SchoolKind>, problems: &mut Findings) -> Vec<Entry> {
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
            entries.push(Entry { field, header, source: CellNote { place, text: cell.text().into_owned() }, state });
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
        let rows = (reading.body.0..reading.body.1).filter(|row| reading.skipped.binary_search(row).is_err());
        let read = |row| clean::number(table.cell(row, column.index), Quantity::Rate, 0, true).ok();
        let numbers: Vec<Number> = rows.filter_map(read).collect();
        (column.index, Rates::weigh(&column.header, numbers.iter()))
    };
    reading.columns.iter().filter(rate).map(weigh).collect()
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
