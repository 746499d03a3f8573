//! What is said of the cells of tables of persons.

use std::borrow::Cow;

use super::name;
use crate::basis::findings::Findings;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::answer;
use crate::intake::date::readable;
use crate::intake::identifier::{self, identifier};
use crate::word::correction::Corrections;
use crate::word::field::Field;
use crate::word::reading::Reading;
use crate::word::table::{Cell, Table};

/// Where findings of one sheet go. Those of a kind that is full cost nothing.
pub(super) struct Log<'a> {
    /// Where they go.
    pub problems: &'a mut Findings,
    /// The sheet.
    pub place: Place,
    /// What the person decided.
    pub corrections: &'a Corrections,
}

/// The column of schools in a table of persons.
pub(super) struct Schools<'a> {
    header: &'a str,
    /// It holds codes, which tell schools apart as names would.
    codes: bool,
}

impl<'a> Log<'a> {
    /// Whether what a finding at a cell proposes is carried out.
    pub fn applies(&self, kind: ProblemKind, (row, column): (u32, u32)) -> bool {
        self.corrections.applies(kind, &self.place.at(row, column))
    }

    /// Reports that a cell was mended into a number.
    pub fn mended(&mut self, kind: ProblemKind, (row, column): (u32, u32), cell: Cell<'_>, number: f64) {
        if !self.problems.skips(kind) {
            let place = self.place.at(row, column);
            self.problems.push(Problem::new(kind, place, cell.text(), number.to_string()));
        }
    }

    /// Reports a cell, by row and column.
    pub fn say(&mut self, kind: ProblemKind, (row, column): (u32, u32), found: &str, subject: &str) {
        if !self.problems.skips(kind) {
            self.problems.push(Problem::new(kind, self.place.at(row, column), found, subject));
        }
    }

    /// The name that stands for a school's; that it is another is said.
    pub fn called<'n>(&mut self, name: &'n str) -> &'n str
    where
        'a: 'n,
    {
        let called = self.corrections.name_for(name);
        if called != name {
            self.problems.push(Problem::new(ProblemKind::SchoolUnited, self.place.clone(), name, called));
        }
        called
    }

    /// The column of schools; that it holds codes is said.
    pub fn schools<'r>(&mut self, table: &Table, reading: &'r Reading) -> Schools<'r> {
        let codes = name::codes(table, reading);
        let header = reading.column(&Field::SchoolName).map_or("", |column| &*column.header);
        let schools = Schools { header, codes: codes.is_some() };
        self.problems.extend(codes);
        schools
    }

    /// Whether a cell of the column of schools holds no name, which is said.
    pub fn unnamed(&mut self, cell: Cell<'_>, at: (u32, u32), schools: &Schools<'_>) -> bool {
        let Some(kind) = name::fault(cell).filter(|_| !(schools.codes && name::is_number(cell))) else { return false };
        self.say(kind, at, &readable(cell), schools.header);
        true
    }

    /// A person's name.
    pub fn name<'c>(&mut self, cell: Cell<'c>, at: (u32, u32)) -> Cow<'c, str> {
        let text = match cell.text() {
            Cow::Borrowed(text) => text,
            number => return number,
        };
        let name = answer::name(text);
        if name.len() != text.len() {
            self.say(ProblemKind::SpacesTrimmed, at, text, &name);
            if !self.applies(ProblemKind::SpacesTrimmed, at) {
                return text.into();
            }
        }
        name
    }

    /// A number that tells persons apart; empty where it is damaged. `cut`:
    /// one that looks so was shortened by a spreadsheet.
    pub fn number<'c>(&mut self, cell: Cell<'c>, at: (u32, u32), cut: bool) -> Cow<'c, str> {
        let (number, mut found) = identifier(cell);
        if cut && identifier::looks_cut(&number) {
            found = Some(ProblemKind::NumberDamaged);
        }
        let Some(kind) = found else { return number };
        self.say(kind, at, &readable(cell), &number);
        match kind {
            ProblemKind::NumberDamaged => "".into(),
            ProblemKind::NumberCleaned if !self.applies(kind, at) => cell.text(),
            _ => number,
        }
    }
}

/// What was read of a table with its findings, unless another table holds the
/// same: that is all that is said then.
pub(super) fn unless_twin<T>(
    read: T,
    twin: Option<Place>,
    table: &Table,
    own: Findings,
    problems: &mut Findings,
) -> Option<T> {
    if let Some(twin) = twin {
        problems.push(Problem::new(ProblemKind::TableTwice, table.place(), "", twin.to_string()));
        return None;
    }
    problems.append(own);
    Some(read)
}
