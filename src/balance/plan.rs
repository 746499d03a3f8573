//! The data as they would be after a plan.

use std::sync::Arc;

use super::condition::{self, Conditions};
use super::{Balance, assess};
use crate::basis::exact::{self, Exact};
use crate::basis::place::Place;
use crate::basis::why::CellNote;
use crate::word::dataset::{Dataset, Fact, School, SchoolKind, Value};
use crate::word::field::{Field, Stage};
use crate::word::scheme::balance::BalanceScheme;
use crate::word::scheme::plan::{Plan, Step};

/// What a plan leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The conditions of the schools then, and nothing else of the data.
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
    /// There is a school of this name.
    NameTaken,
    /// Both schools are one.
    SameSchool,
    /// It would leave less than nothing.
    TooLittle,
    /// A number below 0, or one too large.
    OutOfRange,
}

/// Carries a plan out and assesses what it leads to.
pub fn planned(data: &Dataset, scheme: &BalanceScheme, plan: &Plan) -> Planned {
    let mut draft = Draft::of(data, scheme);
    let snags = plan.steps.iter().map(|step| draft.step(step).err()).collect();
    let balance = assess(&draft.data, scheme);
    Planned { data: draft.data, balance, snags }
}

struct Draft {
    data: Dataset,
    year: Option<i32>,
}

impl Draft {
    fn of(data: &Dataset, scheme: &BalanceScheme) -> Self {
        let year = Conditions::of(data, scheme).year;
        let facts = data.facts().iter().filter(|fact| fact.field.is_condition()).cloned().collect();
        let data = Dataset::collect(data.schools.clone(), facts, &mut |_, _| false);
        Self { data, year }
    }

    fn step(&mut self, step: &Step) -> Result<(), Snag> {
        match step {
            Step::Figure { school, field, value } => {
                let school = self.school(school)?;
                self.put(school, field, exact::of(*value).ok_or(Snag::OutOfRange)?)
            }
            Step::Move { from, to, field, amount } => {
                let (from, to) = (self.school(from)?, self.school(to)?);
                let amount = exact::of(*amount).ok_or(Snag::OutOfRange)?;
                if from == to {
                    return Err(Snag::SameSchool);
                }
                let left = self.amount(from, field) - &amount;
                if left < exact::whole(0) {
                    return Err(Snag::TooLittle);
                }
                self.put(to, field, self.amount(to, field) + amount)?;
                self.put(from, field, left)
            }
            Step::Merge { school, into } => self.merge(self.school(school)?, self.school(into)?),
            Step::Open { school, .. } if self.data.school(school).is_some() => Err(Snag::NameTaken),
            Step::Open { school, kind } => {
                let place = Place::file(school);
                let (name, kind) = (school.clone(), Some(*kind));
                self.data.schools.push(School { name, code: None, kind, location: None, sponsor: None, place });
                Ok(())
            }
        }
    }

    fn school(&self, name: &Arc<str>) -> Result<usize, Snag> {
        self.data.school(name).ok_or_else(|| Snag::NoSchool(name.clone()))
    }

    /// Adds all that a school has to another. What is left has no pupils.
    fn merge(&mut self, school: usize, into: usize) -> Result<(), Snag> {
        if school == into {
            return Err(Snag::SameSchool);
        }
        let own = self.data.facts().iter().filter(|fact| fact.school == school);
        let mut fields: Vec<Field> = own.map(|fact| fact.field.clone()).collect();
        fields.dedup();
        for field in fields {
            let both = self.amount(school, &field) + self.amount(into, &field);
            self.put(into, &field, both)?;
            self.put(school, &field, exact::whole(0))?;
        }
        let kinds = [school, into].map(|school| self.data.schools.get(school).and_then(|school| school.kind));
        if let (Some(taker), Some(kind)) = (self.data.schools.get_mut(into), together(kinds)) {
            taker.kind = Some(kind);
        }
        Ok(())
    }

    /// How much a school has; nothing where the data say nothing.
    fn amount(&self, school: usize, field: &Field) -> Exact {
        let value = condition::value(&self.data, self.year, school, field);
        value.and_then(|value| exact::of(value.number)).unwrap_or_else(|| exact::whole(0))
    }

    /// Says how much a school has, in the place that the assessment reads.
    fn put(&mut self, school: usize, field: &Field, amount: Exact) -> Result<(), Snag> {
        let number = exact::to_f64(&amount).filter(|number| *number >= 0.0).ok_or(Snag::OutOfRange)?;
        let yearless = self.data.value(school, field, None).is_some();
        let year = if yearless { None } else { self.year };
        let known = self.data.value(school, field, year).cloned();
        let source =
            known.map_or_else(|| CellNote { place: Place::file(""), text: String::new() }, |value| value.source);
        let value = Value { number, source, parts: Vec::new() };
        self.data.replace(Fact { school, field: field.clone(), year, value });
        Ok(())
    }
}

/// The kind of a school that two have become, where it follows from theirs.
fn together(kinds: [Option<SchoolKind>; 2]) -> Option<SchoolKind> {
    let [one, other] = [kinds[0]?, kinds[1]?];
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
