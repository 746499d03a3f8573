//! The conditions of schools as the balance reads them: which year counts.

use crate::word::dataset::{Dataset, Value};
use crate::word::field::{Field, Stage};

/// The data with the year chosen: values of tables without years first, else
/// those of the latest year in which any condition is given. One year serves
/// all schools and fields, so that years are never mixed within a comparison.
pub(super) struct Conditions<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// The latest year of the tables that have years.
    pub year: Option<i32>,
    /// By school: whether it has any condition.
    present: Vec<bool>,
}

impl<'a> Conditions<'a> {
    /// Chooses the year.
    pub fn of(data: &'a Dataset) -> Self {
        let mut present = vec![false; data.schools.len()];
        let mut year = None;
        for fact in data.facts().iter().filter(|fact| is_condition(&fact.field)) {
            year = year.max(fact.year);
            if let Some(flag) = present.get_mut(fact.school) {
                *flag = true;
            }
        }
        Self { data, year, present }
    }

    /// The data of a year that was chosen, where nobody asks which schools have
    /// any.
    pub fn of_year(data: &'a Dataset, year: Option<i32>) -> Self {
        Self { data, year, present: Vec::new() }
    }

    /// A school's value of a field.
    pub fn value(&self, school: usize, field: &Field) -> Option<&'a Value> {
        let yearless = self.data.value(school, field, None);
        yearless.or_else(|| self.data.value(school, field, Some(self.year?)))
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

/// The fields that the standard reads. Senior pupils only share in a split.
fn is_condition(field: &Field) -> bool {
    field.is_resource() || matches!(field, Field::Pupils(Stage::Primary | Stage::Junior))
}
