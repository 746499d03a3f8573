//! A unit's total of one indicator, its numbers kept both ways: as binary
//! numbers for showing, and exactly for comparing.

use num_traits::Zero;

use super::cell::Lack;
use super::condition::Conditions;
use super::scope::Entry;
use super::standard::Item;
use crate::basis::exact::{self, Exact, whole};
use crate::measure::{split, threshold};
use crate::word::field::{Field, Quantity, Stage};

/// The numbers of one unit and one indicator, none of them missing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    item: Item,
    stage: Stage,
    /// The signed terms of the school's total.
    pub terms: Vec<f64>,
    /// Pupils of the stage, above 0.
    pub pupils: f64,
    /// Pupils of all stages, when the total is to be split.
    pub split: Option<[f64; 3]>,
}

/// Below this part of its terms' magnitude a difference has lost so many digits
/// that it is computed exactly; above it, its relative error is below 10⁻¹².
const CANCELLATION: f64 = 1e-3;

impl Amount {
    /// Gathers the numbers, or says which is lacking.
    pub fn read(conditions: &Conditions<'_>, entry: &Entry, item: Item) -> Result<Self, Lack> {
        let Entry { school, stage, enrolment, .. } = *entry;
        let pupils = enrolment.of(stage).ok_or_else(|| {
            let field = Field::Pupils(stage);
            let given = conditions.value(school, &field).is_some();
            if given { Lack::Negative(field) } else { Lack::Pupils(stage) }
        })?;
        let mut terms = Vec::with_capacity(2);
        for term in conditions.terms(entry, item) {
            let number = conditions.value(school, &term.field).map(|value| value.number);
            let number = number.ok_or_else(|| Lack::Value(term.field.clone()))?;
            if number < 0.0 {
                return Err(Lack::Negative(term.field));
            }
            terms.push(if term.minus { -number } else { number });
        }
        // Two decimals compare as their nearest binary numbers do.
        if terms.iter().sum::<f64>() < 0.0 {
            return Err(Lack::NegativeDifference);
        }
        let split = if item.split() && enrolment.combined() { Some(all_known(enrolment.pupils)?) } else { None };
        let amount = Self { item, stage, terms, pupils, split };
        if amount.value().is_finite() { Ok(amount) } else { Err(Lack::TooLarge) }
    }

    /// The school's total before any split.
    pub fn school_total(&self) -> f64 {
        let sum: f64 = self.terms.iter().sum();
        let magnitude: f64 = self.terms.iter().map(|term| term.abs()).sum();
        if sum >= magnitude * CANCELLATION { sum } else { exact::to_f64(&self.exact_school_total()).unwrap_or(sum) }
    }

    /// The stage's part of the total, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.split.and_then(|pupils| split::share(&pupils, self.stage as usize)).unwrap_or(1.0)
    }

    /// x: the stage's total.
    pub fn total(&self) -> f64 {
        self.school_total() * self.share()
    }

    /// The indicator's value: per pupil or per hundred.
    pub fn value(&self) -> f64 {
        self.total() * f64::from(self.item.factor()) / self.pupils
    }

    /// x, exactly.
    pub fn exact_total(&self) -> Exact {
        self.exact_school_total() * self.exact_share()
    }

    /// The pupils, exactly.
    pub fn exact_pupils(&self) -> Exact {
        exactly(self.pupils)
    }

    /// The value, exactly.
    pub fn exact_value(&self) -> Exact {
        self.exact_total() * whole(self.item.factor().into()) / self.exact_pupils()
    }

    /// How much more the school needs to reach the threshold, in whole persons,
    /// rooms and yuan and in tenths of a square metre, rounded up. For a
    /// combined school it is what the whole school needs, as the split goes.
    pub fn gap(&self, threshold: f64) -> Option<f64> {
        let grain = if self.item.quantity() == Quantity::Area { 10.0 } else { 1.0 };
        let needed = threshold * self.pupils / f64::from(self.item.factor()) / self.share();
        let exactly_short = || {
            let needed = exactly(threshold) * self.exact_pupils() / self.exact_share();
            (needed / whole(self.item.factor().into()) - self.exact_school_total()) * exactly(grain)
        };
        let short = (needed - self.school_total()) * grain;
        let magnitude = (needed + self.school_total()) * grain;
        threshold::ceil(short, magnitude, exactly_short).map(|steps| steps / grain)
    }

    /// The least whole number that the school needs more, so that the stage's
    /// part is at least so much more.
    pub fn for_stage(&self, by: f64) -> Option<f64> {
        exact::to_f64(&(exactly(by) / self.exact_share()).ceil())
    }

    fn exact_school_total(&self) -> Exact {
        self.terms.iter().map(|term| exactly(*term)).sum()
    }

    fn exact_share(&self) -> Exact {
        let share = self.split.and_then(|pupils| split::share(&pupils.map(exactly), self.stage as usize));
        share.unwrap_or_else(|| whole(1))
    }
}

/// The decimal as typed; values in a dataset are finite, so none is lost.
fn exactly(number: f64) -> Exact {
    exact::of(number).unwrap_or_else(Exact::zero)
}

fn all_known(pupils: [Option<f64>; 3]) -> Result<[f64; 3], Lack> {
    let [primary, junior, senior] = pupils;
    Ok([
        primary.ok_or(Lack::Pupils(Stage::Primary))?,
        junior.ok_or(Lack::Pupils(Stage::Junior))?,
        senior.ok_or(Lack::Pupils(Stage::Senior))?,
    ])
}
