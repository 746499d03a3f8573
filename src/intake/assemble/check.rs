//! What a row's values say about each other.

use std::sync::Arc;

use crate::basis::exact::{self, Exact, whole};
use crate::basis::findings::Findings;
use crate::basis::format;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::word::correction::Corrections;
use crate::word::dataset::SchoolKind;
use crate::word::field::Field;

/// One value of a row.
pub(super) struct Entry {
    /// What it is.
    pub field: Field,
    /// Its column's header.
    pub header: Arc<str>,
    /// Its cell.
    pub source: CellNote,
    /// What became of it.
    pub state: State,
    /// Its unit is in doubt beside the others of its column; that is reported.
    pub slipped: bool,
    /// The cells that a sum was made of; none where it is no sum.
    pub parts: Vec<CellNote>,
}

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum State {
    /// There is nothing in it.
    Blank,
    /// It could not be used; that is reported already.
    Unused,
    /// A number in the field's unit.
    Value {
        /// The number.
        number: f64,
        /// How many decimals were typed.
        decimals: u32,
    },
}

impl Entry {
    /// Its number, if there is one.
    pub fn number(&self) -> Option<f64> {
        match self.state {
            State::Value { number, .. } => Some(number),
            _ => None,
        }
    }

    /// Multiplies its number by a power of ten, exactly.
    pub fn shift(&mut self, power: i8) {
        if let State::Value { number, .. } = &mut self.state {
            *number = format!("{number}e{power}").parse().unwrap_or(*number);
        }
    }

    /// The cells that it was read from.
    pub fn cells(&self) -> Vec<CellNote> {
        if self.parts.is_empty() { vec![self.source.clone()] } else { self.parts.clone() }
    }

    /// Adds another's number, exactly. A blank one adds nothing; with one that
    /// could not be used, the sum is not known.
    pub fn add(&mut self, other: &Self) {
        match (self.state, other.state) {
            (_, State::Blank) => {}
            (State::Blank, _) => {
                (self.source, self.state, self.parts) = (other.source.clone(), other.state, other.parts.clone());
            }
            (State::Unused, _) | (_, State::Unused) => self.state = State::Unused,
            (State::Value { number: one, decimals }, State::Value { number: two, decimals: others }) => {
                self.parts = self.cells().into_iter().chain(other.cells()).collect();
                self.source.text = format!("{} + {}", self.source.text, other.source.text);
                let sum = exact::of(one).zip(exact::of(two)).and_then(|(one, two)| exact::to_f64(&(one + two)));
                self.state = State::Value { number: sum.unwrap_or(one + two), decimals: decimals.max(others) };
            }
        }
    }

    /// A problem with this cell, about its column.
    fn problem(&self, kind: ProblemKind) -> Problem {
        self.problem_on(kind, &*self.header)
    }

    fn problem_on(&self, kind: ProblemKind, subject: impl Into<String>) -> Problem {
        Problem::new(kind, self.source.place.clone(), &*self.source.text, subject)
    }
}

/// Checks a row.
pub(super) fn row(entries: &mut [Entry], kind: Option<SchoolKind>, corrections: &Corrections, problems: &mut Findings) {
    missing(entries, kind, problems);
    problems.extend(misplaced(entries, kind));
    problems.extend(area(entries));
    problems.extend(unit(entries, corrections));
    problems.extend(rate(entries));
}

fn entry<'a>(entries: &'a [Entry], field: &Field) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.field == *field)
}

/// Blank cells that a result needs. Where the school's kind is unknown, only a
/// row with resources and no pupils at all is in want of them.
fn missing(entries: &[Entry], kind: Option<SchoolKind>, problems: &mut Findings) {
    let resources = entries.iter().any(|entry| entry.field.is_resource() && entry.number().is_some());
    let pupils = |entry: &&Entry| matches!(entry.field, Field::Pupils(_));
    for entry in entries.iter().filter(|entry| entry.state == State::Blank && needed(&entry.field, kind)) {
        let enrolment = pupils(&entry) && resources;
        let found = if enrolment { ProblemKind::MissingEnrolment } else { ProblemKind::MissingValue };
        problems.push(entry.problem(found));
    }
    let none = entries.iter().filter(pupils).all(|entry| entry.state == State::Blank);
    if let (None, true, true, Some(first)) = (kind, resources, none, entries.iter().find(pupils)) {
        problems.push(first.problem(ProblemKind::MissingEnrolment));
    }
}

/// Whether a school of a kind needs a value. Special, vocational and senior
/// schools stand outside the balance and need no resources.
fn needed(field: &Field, kind: Option<SchoolKind>) -> bool {
    let compulsory =
        |kind: SchoolKind| !matches!(kind, SchoolKind::Special | SchoolKind::Vocational | SchoolKind::Senior);
    match field.stage() {
        // Forms leave them blank for none; what they add up to is needed.
        Some(_) if matches!(field, Field::Teachers(..)) => false,
        // A template offers them for those who use them.
        _ if field.is_supplement() => false,
        Some(stage) => kind.is_some_and(|kind| compulsory(kind) && kind.stages().contains(&stage)),
        None if field.is_resource() => kind.is_none_or(compulsory),
        None => true,
    }
}

/// Pupils in a stage that schools of the kind do not have.
fn misplaced(entries: &[Entry], kind: Option<SchoolKind>) -> Option<Problem> {
    let kind = kind?;
    let odd = |entry: &&Entry| {
        let pupils = matches!(entry.field, Field::Pupils(_)) && entry.number().is_some_and(|number| number > 0.0);
        pupils && entry.field.stage().is_some_and(|stage| !kind.stages().contains(&stage))
    };
    entries.iter().find(odd).map(|entry| entry.problem(ProblemKind::KindDisagrees))
}

/// Indoor sports rooms are part of the teaching area.
fn area(entries: &[Entry]) -> Option<Problem> {
    let indoor = entry(entries, &Field::IndoorSportsArea)?;
    let teaching = entry(entries, &Field::TeachingArea)?.number()?;
    (indoor.number()? > teaching).then(|| indoor.problem_on(ProblemKind::AreaNegative, format::plain(teaching)))
}

/// The least equipment per pupil, in 元, that is not taken for a slip of the
/// unit: a hundredth of the standard's threshold.
const LEAST_EQUIPMENT: f64 = 20.0;

/// Equipment that is hardly in 元: a header without its unit often means 万元.
fn unit(entries: &mut [Entry], corrections: &Corrections) -> Option<Problem> {
    let pupils = pupils(entries);
    let small = |value: f64| value > 0.0 && value < LEAST_EQUIPMENT * pupils;
    let equipment = entries.iter_mut().find(|entry| entry.field == Field::Equipment && !entry.slipped)?;
    small(equipment.number()?).then(|| {
        let problem = equipment.problem(ProblemKind::UnitDoubtful);
        if corrections.applies(problem.kind, &problem.place) {
            equipment.shift(4);
        }
        problem
    })
}

/// All pupils of a row, of whatever stages.
pub(super) fn pupils(entries: &[Entry]) -> f64 {
    entries.iter().filter(|entry| matches!(entry.field, Field::Pupils(_))).filter_map(Entry::number).sum()
}

/// 后20%率 against 后20%人数 ÷ 九年级人数, by half a unit of its last typed
/// decimal.
fn rate(entries: &[Entry]) -> Option<Problem> {
    let rate = entry(entries, &Field::BottomRate)?;
    let State::Value { number, decimals } = rate.state else { return None };
    let number = exact::of(number)?;
    let count = exact::of(entry(entries, &Field::BottomCount)?.number()?)?;
    let all = exact::of(entry(entries, &Field::Graduands)?.number()?).filter(|all| *all > whole(0))?;
    let expected: Exact = count * whole(100) / all;
    let gap = if number > expected { &number - &expected } else { &expected - &number };
    let unit = exact::parse(&format!("1e-{decimals}"))?;
    let shown = exact::fixed(&expected, decimals.max(2));
    (gap * whole(2) > unit).then(|| rate.problem_on(ProblemKind::RateDisagrees, format!("{shown}%")))
}
