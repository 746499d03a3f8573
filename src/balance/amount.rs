//! A unit's total of one indicator, its numbers kept both ways: as binary
//! numbers for showing, and exactly for comparing.

use num_traits::Zero;

use super::cell::Lack;
use super::condition::Conditions;
use super::scope::Entry;
use super::standard::Item;
use crate::basis::exact::{self, Exact, whole};
use crate::basis::fraction::Fraction;
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
    /// The stage's share of the school's total.
    share: f64,
    /// The school's total before any split.
    school_total: f64,
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
        for (term, value) in conditions.terms(entry, item) {
            let number = value.ok_or_else(|| Lack::Value(term.field.clone()))?.number;
            if number < 0.0 {
                return Err(Lack::Negative(term.field.clone()));
            }
            terms.push(if term.minus { -number } else { number });
        }
        // Two decimals compare as their nearest binary numbers do.
        if terms.iter().sum::<f64>() < 0.0 {
            return Err(Lack::NegativeDifference);
        }
        let split = if item.split() && enrolment.combined() { Some(all_known(enrolment.pupils)?) } else { None };
        let share = split.and_then(|pupils| split::share(&pupils, stage as usize)).unwrap_or(1.0);
        let mut amount = Self { item, stage, terms, pupils, split, share, school_total: 0.0 };
        amount.school_total = amount.sum();
        if amount.value().is_finite() { Ok(amount) } else { Err(Lack::TooLarge) }
    }

    /// The school's total before any split.
    pub const fn school_total(&self) -> f64 {
        self.school_total
    }

    fn sum(&self) -> f64 {
        let sum: f64 = self.terms.iter().sum();
        let magnitude: f64 = self.terms.iter().map(|term| term.abs()).sum();
        if sum >= magnitude * CANCELLATION { sum } else { exact::to_f64(&self.exact_school_total()).unwrap_or(sum) }
    }

    /// The stage's part of the total, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.share
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
        let steps = || self.steps_short(threshold, grain).or_else(|| exact::to_f64(&exactly_short().ceil()));
        let short = (needed - self.school_total()) * grain;
        let magnitude = (needed + self.school_total()) * grain;
        threshold::ceil(short, magnitude, steps).map(|steps| steps / grain)
    }

    /// The same exactly, in grains. `None`: the numbers are too long for a fraction.
    fn steps_short(&self, threshold: f64, grain: f64) -> Option<f64> {
        let needed = Fraction::of(threshold)?.times(Fraction::of(self.pupils)?)?;
        let mut short = needed.over(Fraction::of(self.item.factor().into())?)?.over(self.fraction_of_school()?)?;
        for term in &self.terms {
            short = short.minus(Fraction::of(*term)?)?;
        }
        short.times(Fraction::of(grain)?)?.ceil()
    }

    /// The stage's share, as a fraction.
    fn fraction_of_school(&self) -> Option<Fraction> {
        let Some(pupils) = self.split else { return Fraction::of(1.0) };
        // Weighted sums of whole numbers are exact.
        let (own, all) = split::weighted(&pupils, self.stage as usize)?;
        if pupils.iter().any(|count| count.fract() > 0.0) { None } else { Fraction::of(own)?.over(Fraction::of(all)?) }
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
