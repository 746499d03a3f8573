//! The data as they would be after a plan.

pub mod wording;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::condition;
use super::scope::Entry;
use super::{Balance, assess_knowing};
use crate::basis::exact::{self, Exact};
use crate::basis::place::Place;
use crate::basis::why::CellNote;
use crate::word::dataset::{Dataset, Fact, School, SchoolKind, Value};
use crate::word::field::{Field, Quantity, Stage};
use crate::word::scheme::plan::{Plan, Step};

/// What a plan leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The conditions of the schools then, of the year that is assessed, and
    /// nothing else of the data.
    pub data: Dataset,
    /// The assessment then, by the same decisions.
    pub balance: Balance,
    /// Of each step, why it could not be carried out, if so.
    pub snags: Vec<Option<Snag>>,
}

/// Why a step could not be carried out. It changes nothing then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snag {
    /// There is no school of this name.
    NoSchool(Arc<str>),
    /// An earlier step made the first school a part of the second.
    Merged(Arc<str>, Arc<str>),
    /// There is a school of this name, or none was given.
    NameTaken,
    /// Both schools are one.
    SameSchool,
    /// The data do not say how much this school has.
    Unknown(Arc<str>),
    /// It would leave less than nothing.
    TooLittle,
    /// A part of a person, a pupil or a room.
    NotWhole,
    /// A number below 0, or one too large.
    OutOfRange,
}

/// What no school has: more is a slip of the keyboard.
const MOST: f64 = 1e12;

/// Carries a plan out and assesses what it leads to; `balance` is the assessment of the
/// data as they are.
pub fn planned(data: &Dataset, balance: &Balance, plan: &Plan) -> Planned {
    let scheme = &balance.scheme;
    let mut draft = Draft::of(data, balance.year);
    let snags = plan.steps.iter().map(|step| draft.step(step).err()).collect();
    let as_before = |entry: &Entry| {
        let unit = balance.stage(entry.stage)?.unit(entry.school)?;
        (!draft.touched.contains(&entry.school)).then_some(unit)
    };
    let balance = assess_knowing(&draft.data, scheme, &as_before);
    Planned { data: draft.data, balance, snags }
}

struct Draft {
    data: Dataset,
    /// The schools that the plan bears on.
    touched: HashSet<usize>,
    /// The schools that the plan opens: they have nothing but what comes to them.
    opened: HashSet<usize>,
    /// The schools that became parts of others, with those.
    ended: HashMap<usize, usize>,
}

impl Draft {
    /// The conditions of the year that is assessed.
    fn of(data: &Dataset, year: Option<i32>) -> Self {
        let read = |fact: &&Fact| fact.field.is_condition() && (fact.year.is_none() || fact.year == year);
        let mut facts: Vec<Fact> = data.facts().iter().filter(read).cloned().collect();
        // Values of tables without years come first, and stay.
        facts.iter_mut().for_each(|fact| fact.year = None);
        let data = Dataset::collect(data.schools.clone(), facts, &mut |_, _| false);
        Self { data, touched: HashSet::new(), opened: HashSet::new(), ended: HashMap::new() }
    }

    fn step(&mut self, step: &Step) -> Result<(), Snag> {
        match step {
            Step::Figure { school, field, value } => {
                let school = self.school(school)?;
                self.put(school, field, number(field, *value)?);
                Ok(())
            }
            Step::Add { school, field, amount } => {
                let school = self.school(school)?;
                let sum = self.amount(school, field)? + number(field, *amount)?;
                self.put(school, field, sum);
                Ok(())
            }
            Step::Move { from, to, field, amount } => {
                let (from, to) = (self.school(from)?, self.school(to)?);
                let amount = number(field, *amount)?;
                if from == to {
                    return Err(Snag::SameSchool);
                }
                let (left, sum) = (self.amount(from, field)? - &amount, self.amount(to, field)? + amount);
                if left < exact::whole(0) {
                    return Err(Snag::TooLittle);
                }
                self.put(to, field, sum);
                self.put(from, field, left);
                Ok(())
            }
            Step::Merge { school, into } => self.merge(self.school(school)?, self.school(into)?),
            Step::Open { school, .. } if school.is_empty() || self.data.school(school).is_some() => {
                Err(Snag::NameTaken)
            }
            Step::Open { school, kind } => {
                self.open(school, *kind);
                Ok(())
            }
        }
    }

    fn school(&self, name: &Arc<str>) -> Result<usize, Snag> {
        let school = self.data.school(name).ok_or_else(|| Snag::NoSchool(name.clone()))?;
        match self.ended.get(&school) {
            Some(into) => Err(Snag::Merged(name.clone(), self.data.name(*into).into())),
            None => Ok(school),
        }
    }

    fn open(&mut self, name: &Arc<str>, kind: SchoolKind) {
        self.opened.insert(self.data.schools.len());
        let (name, place) = (name.clone(), Place::file(name));
        self.data.schools.push(School {
            name,
            code: None,
            kind: Some(kind),
            location: None,
            sponsor: None,
            district: None,
            place,
        });
    }

    /// Adds all that a school has to another; what is known of one of them only is
    /// not known of both. The school that ends has no pupils.
    fn merge(&mut self, school: usize, into: usize) -> Result<(), Snag> {
        if school == into {
            return Err(Snag::SameSchool);
        }
        let own = self.data.facts().iter().filter(|fact| fact.school == school || fact.school == into);
        let fields: BTreeSet<Field> = own.map(|fact| fact.field.clone()).collect();
        self.touched.insert(into);
        // All sums first: what a school has not depends on its pupils.
        let sum = |field: Field| {
            let both = self.has(school, &field).zip(self.has(into, &field));
            (field, both.map(|(one, other)| one + other))
        };
        let sums: Vec<(Field, Option<Exact>)> = fields.into_iter().map(sum).collect();
        for (field, sum) in sums {
            match sum {
                Some(sum) => self.put(into, &field, sum),
                None => self.data.remove(into, &field, None),
            }
            self.data.remove(school, &field, None);
        }
        for stage in [Stage::Primary, Stage::Junior, Stage::Senior] {
            self.put(school, &Field::Pupils(stage), exact::whole(0));
        }
        self.ended.insert(school, into);
        let kinds = [school, into].map(|school| self.data.schools.get(school).and_then(|school| school.kind));
        if let (Some(taker), Some(kind)) = (self.data.schools.get_mut(into), together(kinds)) {
            taker.kind = Some(kind);
        }
        Ok(())
    }

    /// How much a school has.
    fn amount(&self, school: usize, field: &Field) -> Result<Exact, Snag> {
        self.has(school, field).ok_or_else(|| Snag::Unknown(self.data.name(school).into()))
    }

    /// The same; nothing of what belongs to a stage that the school does not
    /// have, and of all in a school that just opened. `None`: the data do not say.
    fn has(&self, school: usize, field: &Field) -> Option<Exact> {
        let value = condition::value(&self.data, None, school, field);
        let known = value.and_then(|value| exact::of(value.number));
        let none = self.opened.contains(&school) || field.stage().is_some_and(|stage| !self.teaches(school, stage));
        known.or_else(|| none.then(|| exact::whole(0)))
    }

    /// Whether a school has a stage, by its pupils or else by its kind.
    fn teaches(&self, school: usize, stage: Stage) -> bool {
        match condition::value(&self.data, None, school, &Field::Pupils(stage)) {
            Some(pupils) => pupils.number > 0.0,
            None => {
                let kind = self.data.schools.get(school).and_then(|school| school.kind);
                kind.is_none_or(|kind| kind.stages().contains(&stage))
            }
        }
    }

    /// Says how much a school has, with the cell that said it before.
    fn put(&mut self, school: usize, field: &Field, amount: Exact) {
        self.touched.insert(school);
        let known = self.data.value(school, field, None).cloned();
        let source =
            known.map_or_else(|| CellNote { place: Place::file(""), text: String::new() }, |value| value.source);
        // What is added up of numbers below [`MOST`] is finite.
        let number = exact::to_f64(&amount).unwrap_or_default();
        let value = Value { number, source, parts: Vec::new() };
        self.data.replace(Fact { school, field: field.clone(), year: None, value });
    }
}

/// A number that a step can have: whole persons, pupils and rooms.
fn number(field: &Field, number: f64) -> Result<Exact, Snag> {
    let exact = exact::of(number).filter(|_| (0.0..=MOST).contains(&number)).ok_or(Snag::OutOfRange)?;
    if field.quantity() == Quantity::Count && !exact.is_integer() { Err(Snag::NotWhole) } else { Ok(exact) }
}

/// The kind of a school that two have become, where it follows from theirs.
fn together(kinds: [Option<SchoolKind>; 2]) -> Option<SchoolKind> {
    let [one, other] = [kinds[0]?, kinds[1]?];
    if one == other {
        return Some(one);
    }
    let has = |stage: &Stage| one.stages().contains(stage) || other.stages().contains(stage);
    let special = |kind: SchoolKind| matches!(kind, SchoolKind::Special | SchoolKind::Vocational);
    match (has(&Stage::Primary), has(&Stage::Junior), has(&Stage::Senior)) {
        _ if special(one) || special(other) => None,
        (true, true, true) => Some(SchoolKind::TwelveYear),
        (true, true, false) => Some(SchoolKind::NineYear),
        (false, true, true) => Some(SchoolKind::Complete),
        (true, false, false) => Some(SchoolKind::Primary),
        (false, true, false) => Some(SchoolKind::Junior),
        _ => None,
    }
}
