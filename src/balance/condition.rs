//! The conditions of schools as the balance reads them: which fields and which
//! year count.

use super::scope::Entry;
use super::standard::{Item, STAGES, Term};
use crate::word::dataset::{Dataset, Value};
use crate::word::field::{Field, Stage};
use crate::word::scheme::balance::BalanceScheme;

/// The data with the year chosen: values of tables without years first, else
/// those of the latest year in which any condition is given. One year serves
/// all schools and fields, so that years are never mixed within a comparison.
pub(super) struct Conditions<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// The decisions.
    pub scheme: &'a BalanceScheme,
    /// The latest year of the tables that have years.
    pub year: Option<i32>,
    /// By school: whether it has any condition.
    present: Vec<bool>,
    /// The values of the fields that the standard reads, by school: looked up
    /// many times for each school.
    columns: Vec<(Field, Vec<Option<&'a Value>>)>,
}

impl<'a> Conditions<'a> {
    /// Chooses the year.
    pub fn of(data: &'a Dataset, scheme: &'a BalanceScheme) -> Self {
        let read = fields(scheme);
        let mut present = vec![false; data.schools.len()];
        let mut year = None;
        // Most facts of a county are no conditions: that is told soonest.
        let conditions = || data.facts().iter().filter(|fact| fact.field.is_condition());
        for fact in conditions().filter(|fact| read.contains(&fact.field)) {
            year = year.max(fact.year);
            if let Some(flag) = present.get_mut(fact.school) {
                *flag = true;
            }
        }
        let read = read.into_iter().chain([Field::Pupils(Stage::Senior)]);
        let mut columns: Vec<_> = read.map(|field| (field, vec![None; data.schools.len()])).collect();
        for fact in conditions().filter(|fact| fact.year.is_none() || fact.year == year) {
            let column = columns.iter_mut().find(|(field, _)| *field == fact.field);
            // Facts of a school and field come by year, those without one first.
            if let Some(slot @ None) = column.and_then(|(_, values)| values.get_mut(fact.school)) {
                *slot = Some(&fact.value);
            }
        }
        Self { data, scheme, year, present, columns }
    }

    /// A school's value of a field.
    pub fn value(&self, school: usize, field: &Field) -> Option<&'a Value> {
        match self.columns.iter().find(|(known, _)| known == field) {
            Some((_, values)) => values.get(school).copied().flatten(),
            None => value(self.data, self.year, school, field),
        }
    }

    /// The terms of a unit's total. Visiting teachers count where the scheme has
    /// them count and the data have them.
    pub fn terms(&self, entry: &Entry, item: Item) -> Vec<Term> {
        let mut terms = item.terms(entry.stage, self.scheme.rooms_moved);
        let visiting = Field::VisitingArtsTeachers(entry.stage);
        if item == Item::Arts && entry.visited && self.value(entry.school, &visiting).is_some() {
            terms.push(Term::plus(visiting));
        }
        terms
    }

    /// Whether the school has any condition.
    pub fn has(&self, school: usize) -> bool {
        self.present.get(school).copied().unwrap_or(false)
    }

    /// Whether any school has any condition.
    pub fn any(&self) -> bool {
        self.present.contains(&true)
    }
}

/// A school's value of a field in tables without years, or else of a year.
pub(super) fn value<'a>(data: &'a Dataset, year: Option<i32>, school: usize, field: &Field) -> Option<&'a Value> {
    data.value(school, field, None).or_else(|| data.value(school, field, Some(year?)))
}

/// The fields that the standard reads, each once; not senior pupils, who only
/// share in a split.
pub fn fields(scheme: &BalanceScheme) -> Vec<Field> {
    let mut fields: Vec<Field> = STAGES.map(Field::Pupils).into();
    for item in scheme.standard.preset().items {
        for term in STAGES.into_iter().flat_map(|stage| item.terms(stage, scheme.rooms_moved)) {
            if !fields.contains(&term.field) {
                fields.push(term.field);
            }
        }
    }
    fields
}
