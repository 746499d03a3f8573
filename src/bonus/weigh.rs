//! From scores and headcounts to weights: w = counted × max(0, score − baseline).

use std::sync::Arc;

use num_traits::{Signed, Zero};

use super::{Reason, Scores, Unpaid};
use crate::basis::exact::{self, Exact};
use crate::basis::order;
use crate::measure::apportion::Claim;
use crate::word::dataset::{Dataset, Value};
use crate::word::scheme::bonus::{BonusScheme, ScoreBasis};

/// A school that takes part.
pub(super) struct Candidate {
    pub school: usize,
    pub name: Arc<str>,
    pub counted: Exact,
    pub headcount: Exact,
    pub score: Exact,
    pub points: Exact,
    pub weight: Exact,
}

impl Candidate {
    /// The claim. Ties are decided by the school's code, or its name where it
    /// has none; names are unique within a dataset.
    pub fn claim<'a>(&self, dataset: &'a Dataset) -> Claim<(Option<&'a str>, Arc<str>)> {
        let code = dataset.schools.get(self.school).and_then(|school| school.code.as_deref());
        Claim { key: (code, self.name.clone()), weight: self.weight.clone() }
    }
}

/// The schools that take part, and those that do not, each in the dataset's
/// order.
pub(super) fn candidates(dataset: &Dataset, scores: &Scores, scheme: &BonusScheme) -> (Vec<Candidate>, Vec<Unpaid>) {
    let mut scored: Vec<(usize, Option<f64>)> =
        scores.schools.iter().map(|entry| (entry.school, entry.score)).collect();
    order::sort_by_key(&mut scored, |(school, _)| *school);
    let (mut taking_part, mut unpaid) = (Vec::new(), Vec::new());
    for (school, score) in scored {
        let Some(entry) = dataset.schools.get(school) else { continue };
        let counted = headcount(dataset, school, scores.year, scheme);
        match candidate(school, entry.name.clone(), score, counted, scheme) {
            Ok(candidate) => taking_part.push(candidate),
            Err(reason) => unpaid.push(Unpaid { school, name: entry.name.clone(), reason }),
        }
    }
    (taking_part, unpaid)
}

/// The cell with a school's headcount: that of the year, else that of a table
/// without years.
pub(super) fn headcount<'a>(
    dataset: &'a Dataset,
    school: usize,
    year: Option<i32>,
    scheme: &BonusScheme,
) -> Option<&'a Value> {
    let field = scheme.headcount.field();
    dataset.value(school, &field, year).or_else(|| dataset.value(school, &field, None))
}

fn candidate(
    school: usize,
    name: Arc<str>,
    score: Option<f64>,
    counted: Option<&Value>,
    scheme: &BonusScheme,
) -> Result<Candidate, Reason> {
    let score = score.and_then(exact::of).ok_or(Reason::NoScore)?;
    let score = match scheme.score {
        ScoreBasis::Unrounded => score,
        ScoreBasis::TwoDecimals => exact::round(&score, 2),
    };
    let counted = counted.and_then(|value| exact::of(value.number)).ok_or(Reason::NoHeadcount)?;
    if !counted.is_positive() {
        return Err(Reason::EmptyHeadcount);
    }
    let points = (&score - baseline(scheme)).max(Exact::zero());
    let headcount = &counted / exact::whole(scheme.headcount.per_person());
    let weight = &points * &counted;
    Ok(Candidate { school, name, counted, headcount, score, points, weight })
}

/// The baseline in points.
pub(crate) fn baseline(scheme: &BonusScheme) -> Exact {
    exact::whole(scheme.baseline.into()) / exact::whole(100)
}
