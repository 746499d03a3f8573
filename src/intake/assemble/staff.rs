//! Tables of teachers, and of what their bonus is counted from.

use std::collections::HashMap;
use std::sync::Arc;

use super::log::{Log, Schools, unless_twin};
use crate::basis::findings::Findings;
use crate::basis::place::Place;
use crate::basis::problem::ProblemKind;
use crate::intake::answer::{self, Answer};
use crate::intake::clean::{self, Unread};
use crate::intake::date::readable;
use crate::intake::plain::trimmed;
use crate::intake::setting;
use crate::word::correction::Corrections;
use crate::word::dataset::School;
use crate::word::field::{Field, Quantity};
use crate::word::reading::{Column, Reading, column_of};
use crate::word::staff::{Input, Person, Staff};
use crate::word::table::{Cell, Table};
use crate::word::unit::Unit;

/// Reads a table of teachers and adds them; gives how many there are. `None`,
/// when another table holds the same: that is all that is said of it.
pub(super) fn add(
    staff: &mut Vec<Staff>,
    table: &Table,
    reading: &Reading,
    schools: &[School],
    corrections: &Corrections,
    problems: &mut Findings,
) -> Option<usize> {
    let mut own = Findings::default();
    let read = read(table, reading, schools, corrections, &mut own);
    let twin = twin(staff, &read);
    let read = unless_twin(read, twin, table, own, problems)?;
    let count = read.persons.len();
    staff.push(read);
    Some(count)
}

/// Reads a table of teachers. Of rows with one number the first is used.
fn read(
    table: &Table,
    reading: &Reading,
    schools: &[School],
    corrections: &Corrections,
    problems: &mut Findings,
) -> Staff {
    let setting = setting::around(table, reading, schools);
    let mut log = Log { problems, place: table.place(), corrections };
    let schools = log.schools(table, reading);
    let mut sheet = Sheet { table, columns: &reading.columns, log, schools, met: HashMap::new() };
    let mut called: HashMap<Arc<str>, Arc<str>> = HashMap::new();
    let mut staff = Staff { source: table.place(), year: setting.year, persons: Vec::new(), inputs: Vec::new() };
    for column in &reading.columns {
        if let Some(field) = column.field.as_ref().filter(|field| field.quantity() != Quantity::Label) {
            staff.inputs.push(Input { field: field.clone(), column: column.index, values: Vec::new() });
        }
    }
    for row in reading.records() {
        let mut person = sheet.person(row);
        if person.school.is_empty() {
            person.school = setting.school.as_str().into();
        }
        person.school = match called.get(&person.school) {
            Some(known) => known.clone(),
            None => {
                let name: Arc<str> = sheet.log.called(&person.school).into();
                called.insert(person.school, name.clone());
                name
            }
        };
        if sheet.is_new(&person, &staff) {
            for input in &mut staff.inputs {
                let value = sheet.value(row, input);
                input.values.push(value);
            }
            staff.persons.push(person);
        }
    }
    staff
}

/// The sheet that already holds what a table holds, if one does.
fn twin(known: &[Staff], read: &Staff) -> Option<Place> {
    let same = |known: &&Staff| {
        let persons = known.persons.iter().zip(&read.persons);
        let inputs = known.inputs.iter().zip(&read.inputs);
        !read.persons.is_empty()
            && known.year == read.year
            && (known.persons.len(), known.inputs.len()) == (read.persons.len(), read.inputs.len())
            && persons.into_iter().all(|(one, other)| one.number == other.number && one.name == other.name)
            && inputs.into_iter().all(|(one, other)| one.field == other.field && one.values == other.values)
    };
    known.iter().find(same).map(|known| known.source.clone())
}

struct Sheet<'a> {
    table: &'a Table,
    columns: &'a [Column],
    log: Log<'a>,
    schools: Schools<'a>,
    /// Where persons stand in the staff, by number, else by name and school.
    met: HashMap<Arc<str>, usize>,
}

impl Sheet<'_> {
    fn column(&self, field: &Field) -> Option<u32> {
        column_of(self.columns, field).map(|column| column.index)
    }

    fn header(&self, index: u32) -> Arc<str> {
        self.columns.iter().find(|column| column.index == index).map_or("".into(), |column| column.header.clone())
    }

    fn person(&mut self, row: u32) -> Person {
        let name = self.name(row);
        let at = self.column(&Field::SchoolName).map(|column| (row, column));
        let unnamed = at.is_some_and(|at| self.log.unnamed(self.table.cell(at.0, at.1), at, &self.schools));
        let text = |field: &Field| -> Arc<str> {
            self.column(field).map_or("".into(), |column| trimmed(&self.table.cell(row, column).text()).into())
        };
        let (post, title) = (text(&Field::Post), text(&Field::JobTitle));
        let school = if unnamed { "".into() } else { text(&Field::SchoolName) };
        let subject = text(&Field::Subject);
        let subject = setting::subject(&subject).unwrap_or(subject);
        let number = self.number(row, &Field::StaffNumber);
        let (identity, card) = (self.number(row, &Field::IdentityNumber), self.number(row, &Field::BankCard));
        Person { row, number, name, school, post, subject, title, identity, card }
    }

    fn name(&mut self, row: u32) -> Arc<str> {
        let Some(column) = self.column(&Field::PersonName) else { return "".into() };
        self.log.name(self.table.cell(row, column), (row, column)).into()
    }

    /// A number of a person; empty where it is damaged.
    fn number(&mut self, row: u32, field: &Field) -> Arc<str> {
        let Some(column) = self.column(field) else { return "".into() };
        self.log.number(self.table.cell(row, column), (row, column), true).into()
    }

    /// Whether a person is not met yet; if not, says what speaks against it.
    fn is_new(&mut self, person: &Person, staff: &Staff) -> bool {
        let at =
            (person.row, self.column(&Field::StaffNumber).or_else(|| self.column(&Field::PersonName)).unwrap_or(0));
        if person.number.is_empty() && person.name.is_empty() {
            self.log.say(ProblemKind::PersonUnnamed, at, "", "");
            return true;
        }
        let numbered = !person.number.is_empty();
        let key =
            if numbered { person.number.clone() } else { format!("{}\u{1f}{}", person.name, person.school).into() };
        let Some(known) = self.met.get(&key).and_then(|at| staff.persons.get(*at)) else {
            self.met.insert(key, staff.persons.len());
            return true;
        };
        let width = self.columns.iter().map(|column| column.index);
        let same =
            width.clone().all(|column| self.table.cell(known.row, column) == self.table.cell(person.row, column));
        let kind = match (numbered, same) {
            (true, false) if known.name != person.name => ProblemKind::NumberShared,
            (_, true) => ProblemKind::RowTwice,
            (true, false) => ProblemKind::PersonTwice,
            (false, false) => ProblemKind::Namesakes,
        };
        self.log.say(kind, at, if numbered { &person.number } else { &person.name }, &person.name);
        match kind {
            ProblemKind::RowTwice => !self.log.applies(kind, at),
            kind => kind != ProblemKind::PersonTwice,
        }
    }

    /// A number, or 是 as 1 and 否 as 0.
    fn value(&mut self, row: u32, input: &Input) -> Option<f64> {
        let (at, cell) = ((row, input.column), self.table.cell(row, input.column));
        if input.field.quantity() == Quantity::YesNo {
            return match answer::answer(cell) {
                Answer::Yes => Some(1.0),
                Answer::No | Answer::Blank => Some(0.0),
                Answer::Unknown => {
                    let header = self.header(at.1);
                    self.log.say(ProblemKind::UnknownWord, at, &readable(cell), &header);
                    None
                }
            };
        }
        self.amount(cell, at, input)
    }

    fn amount(&mut self, cell: Cell<'_>, at: (u32, u32), input: &Input) -> Option<f64> {
        let number = match clean::number(cell, input.field.quantity(), Unit::BASE, self.table.sheet.is_empty()) {
            Ok(number) => number,
            Err(Unread::Blank) => return None,
            Err(Unread::Fault(kind)) => {
                let header = self.header(at.1);
                self.log.say(kind, at, &readable(cell), &header);
                return None;
            }
        };
        let value = number.value();
        if let Some(repair) = number.repair {
            self.log.say(repair, at, &readable(cell), &value.to_string());
            if !self.log.applies(repair, at) {
                return None;
            }
        }
        if value < 0.0 && input.field.is_bonus_input() {
            let header = self.header(at.1);
            self.log.say(ProblemKind::NegativeValue, at, &readable(cell), &header);
            return None;
        }
        if input.field == Field::Months && value > 12.0 {
            let header = self.header(at.1);
            self.log.say(ProblemKind::OutOfRange, at, &readable(cell), &header);
        }
        Some(value)
    }
}
