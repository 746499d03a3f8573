//! The conditions of schools as the balance reads them: which fields and which
//! year count.

use super::finder::Finder;
use super::scope::{ALL_STAGES, Entry};
use super::standard::{Item, STAGES, Term};
use crate::word::dataset::{Dataset, Fact, Value};
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
    /// By [`place`]: what makes up an indicator's total.
    totals: Vec<Vec<Part>>,
}

/// A part of an indicator's total.
struct Part {
    term: Term,
    /// Its place in the columns; none, where the standard does not read it.
    column: Option<usize>,
    /// It counts for schools with visiting teachers only, where it is known.
    visiting: bool,
}

/// The place of an indicator of a stage among all of them.
const fn place(item: Item, stage: Stage) -> usize {
    item as usize * ALL_STAGES.len() + stage as usize
}

impl<'a> Conditions<'a> {
    /// Chooses the year.
    pub fn of(data: &'a Dataset, scheme: &'a BalanceScheme) -> Self {
        let mut fields = fields(scheme);
        let read = fields.len();
        fields.extend([Field::Pupils(Stage::Senior)].into_iter().chain(STAGES.map(Field::VisitingArtsTeachers)));
        let (mut present, mut year) = (vec![false; data.schools.len()], None);
        let mut finder = Finder::of(&fields);
        // Most facts of a county are no conditions: that is told soonest.
        let conditions = data.facts().iter().filter(|fact| fact.field.is_condition());
        let found: Vec<(usize, &Fact)> =
            conditions.filter_map(|fact| Some((finder.find(&fact.field)?, fact))).collect();
        for (_, fact) in found.iter().filter(|(column, _)| *column < read) {
            year = year.max(fact.year);
            present.get_mut(fact.school).into_iter().for_each(|flag| *flag = true);
        }
        let mut values = vec![vec![None; data.schools.len()]; fields.len()];
        for (column, fact) in found.into_iter().filter(|(_, fact)| fact.year.is_none() || fact.year == year) {
            // Facts of a school and field come by year, those without one first.
            if let Some(slot @ None) = values.get_mut(column).and_then(|column| column.get_mut(fact.school)) {
                *slot = Some(&fact.value);
            }
        }
        let columns: Vec<_> = fields.into_iter().zip(values).collect();
        let parts = |item: &Item| ALL_STAGES.map(|stage| parts(&columns, *item, stage, scheme.rooms_moved));
        let totals = Item::ALL.iter().flat_map(parts).collect();
        Self { data, scheme, year, present, columns, totals }
    }

    /// A school's value of a field.
    pub fn value(&self, school: usize, field: &Field) -> Option<&'a Value> {
        match self.columns.iter().find(|(known, _)| known == field) {
            Some((_, values)) => values.get(school).copied().flatten(),
            None => value(self.data, self.year, school, field),
        }
    }

    /// The terms of a unit's total, and the school's values. Visiting teachers count
    /// where the scheme has them count and the data have them.
    pub fn terms(&self, entry: &Entry, item: Item) -> impl Iterator<Item = (&Term, Option<&'a Value>)> {
        let Entry { school, visited, .. } = *entry;
        self.totals.get(place(item, entry.stage)).into_iter().flatten().filter_map(move |part| {
            let column = part.column.and_then(|column| self.columns.get(column));
            let value = column.and_then(|(_, values)| values.get(school).copied().flatten());
            (!part.visiting || (visited && value.is_some())).then_some((&part.term, value))
        })
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

/// What makes up an indicator's total.
fn parts(columns: &[(Field, Vec<Option<&Value>>)], item: Item, stage: Stage, rooms_moved: bool) -> Vec<Part> {
    let visiting = (item == Item::Arts).then(|| Term::plus(Field::VisitingArtsTeachers(stage)));
    let terms = item.terms(stage, rooms_moved).into_iter().map(|term| (term, false));
    let part = |(term, visiting): (Term, bool)| {
        let column = columns.iter().position(|(field, _)| *field == term.field);
        Part { term, column, visiting }
    };
    terms.chain(visiting.map(|term| (term, true))).map(part).collect()
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
