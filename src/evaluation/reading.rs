//! Raw values and targets, read from the dataset.

use super::{Goal, GoalBasis};
use crate::measure::change::Share;
use crate::measure::mean::mean;
use crate::word::dataset::{Dataset, Value};
use crate::word::field::Field;
use crate::word::scheme::evaluation::{MeanOfYears, Source, Target};

/// A raw value and the cells that it was read from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// The value.
    pub number: f64,
    /// Its year; `None` in a table without years.
    pub year: Option<i32>,
    /// The counts of a rate, part and whole, when they were used.
    pub counts: Option<(&'a Value, &'a Value)>,
    /// The cell of the value itself, when that was used.
    pub typed: Option<&'a Value>,
}

/// The raw value of a school in the year evaluated, or in a table without
/// years where that year has none.
pub fn find<'a>(dataset: &'a Dataset, school: usize, source: &Source, year: Option<i32>) -> Option<Found<'a>> {
    in_year(dataset, school, source, year).or_else(|| in_year(dataset, school, source, None))
}

/// The raw value of a school in exactly this year. A rate comes from its counts, in one
/// correctly rounded division; from the typed rate where a count is absent or
/// the whole is 0.
fn in_year<'a>(dataset: &'a Dataset, school: usize, source: &Source, year: Option<i32>) -> Option<Found<'a>> {
    let typed = |field: &Field| {
        let value = dataset.value(school, field, year)?;
        Some(Found { number: value.number, year, counts: None, typed: Some(value) })
    };
    let found = match source {
        Source::Field(field) => typed(field),
        Source::Rate { part, whole, typed: rate } => {
            rate_from_counts(dataset, school, (part, whole), year).or_else(|| typed(rate))
        }
    };
    found.filter(|found| found.number.is_finite())
}

fn rate_from_counts<'a>(
    dataset: &'a Dataset,
    school: usize,
    (part, whole): (&Field, &Field),
    year: Option<i32>,
) -> Option<Found<'a>> {
    let (part, whole) = (dataset.value(school, part, year)?, dataset.value(school, whole, year)?);
    let number = 100.0 * part.number / whole.number;
    (whole.number > 0.0).then_some(Found { number, year, counts: Some((part, whole)), typed: None })
}

/// The previous years that a school's own target rests on, at most two, the
/// later one first.
pub fn goal_parts<'a>(
    dataset: &'a Dataset,
    school: usize,
    source: &Source,
    year: Option<i32>,
) -> Vec<(i32, Found<'a>)> {
    let before = |back| year.and_then(|year| year.checked_sub(back));
    let years = [before(1), before(2)].into_iter().flatten();
    years.filter_map(|year| Some((year, in_year(dataset, school, source, Some(year))?))).collect()
}

/// A school's target; `None` when it has neither of the two previous years.
pub fn goal(dataset: &Dataset, school: usize, source: &Source, year: Option<i32>, target: &Target) -> Option<Goal> {
    let how = match target {
        Target::Fixed(value) => return Some(Goal { value: *value, basis: GoalBasis::Fixed }),
        Target::OwnTwoYears(how) => *how,
    };
    let parts = goal_parts(dataset, school, source, year);
    let basis = match parts.as_slice() {
        [] => return None,
        [(year, _)] => GoalBasis::OneYear(*year),
        _ => GoalBasis::TwoYears,
    };
    Some(Goal { value: joined(&parts, how)?, basis })
}

fn joined(parts: &[(i32, Found<'_>)], how: MeanOfYears) -> Option<f64> {
    let shares: Option<Vec<Share>> = parts.iter().map(|(_, found)| found.share()).collect();
    match (how, shares) {
        (MeanOfYears::Pooled, Some(shares)) => {
            let part: f64 = shares.iter().map(|share| share.part).sum();
            let whole: f64 = shares.iter().map(|share| share.whole).sum();
            Some(100.0 * part / whole)
        }
        _ => mean(&parts.iter().map(|(_, found)| found.number).collect::<Vec<_>>()),
    }
}

impl<'a> Found<'a> {
    /// The counts as a share, when they were used.
    pub fn share(&self) -> Option<Share> {
        self.counts.map(|(part, whole)| Share { part: part.number, whole: whole.number })
    }

    /// The values whose cells it was read from.
    pub fn values(&self) -> Vec<&'a Value> {
        self.counts.into_iter().flat_map(|(part, whole)| [part, whole]).chain(self.typed).collect()
    }
}
