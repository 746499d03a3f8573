//! Units in the order of their values, with running sums: sorted once, for all
//! indices.

use serde::{Deserialize, Serialize};

use super::Undefined;
use crate::basis::order;
use crate::measure::rank::compare;

/// What counts: pupils or schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Weighting {
    /// w_i = P_i: every pupil counts the same, with the value of the own school.
    /// The official way.
    Pupils,
    /// w_i = 1: every school counts the same.
    Schools,
}

impl Weighting {
    /// Both.
    pub const ALL: &[Self] = &[Self::Pupils, Self::Schools];

    /// What a unit (x, P) has and weighs: (x, P) or (x ∕ P, 1).
    pub(super) fn weigh(self, (total, size): (f64, f64)) -> (f64, f64) {
        match self {
            Self::Pupils => (total, size),
            Self::Schools => (total / size, 1.0),
        }
    }
}

/// A unit in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// y, the value per pupil.
    pub value: f64,
    /// w, above 0.
    pub weight: f64,
    /// w·y, what it has.
    pub total: f64,
    /// Σw up to and with it.
    pub weight_so_far: f64,
    /// Σw·y up to and with it.
    pub total_so_far: f64,
}

/// At least one unit, in ascending order of the values (then of the weights,
/// so that the order they came in changes no bit of any sum).
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    units: Vec<Unit>,
    weighting: Weighting,
    weight: f64,
    total: f64,
    mean: f64,
}

impl Distribution {
    /// Prepares units given as (x_i, P_i), in O(n log n).
    ///
    /// # Errors
    /// [`Undefined::NoUnit`]; [`Undefined::OutOfRange`] for a size that is not
    /// above 0, or for what is not finite. Negative x are taken: some indices
    /// know what to do with them.
    ///
    /// ```
    /// use suanpan::measure::inequality::{Distribution, Weighting};
    /// let books = [(279.0, 45.0), (137.0, 37.0), (935.0, 89.0), (160.0, 76.0), (402.0, 55.0)];
    /// let mean = |weighting| Distribution::of(&books, weighting).unwrap().mean();
    /// assert_eq!(mean(Weighting::Pupils), 1913.0 / 302.0); // 6.33 for a pupil
    /// assert!((mean(Weighting::Schools) - 5.9645).abs() < 1e-4); // the mean of five schools
    /// ```
    pub fn of(units: &[(f64, f64)], weighting: Weighting) -> Result<Self, Undefined> {
        if units.is_empty() {
            return Err(Undefined::NoUnit);
        }
        let mut sorted = Vec::with_capacity(units.len());
        for (total, size) in units {
            let value = total / size + 0.0;
            if !(size.is_finite() && *size > 0.0 && value.is_finite()) {
                return Err(Undefined::OutOfRange);
            }
            let (total, weight) = weighting.weigh((*total, *size));
            sorted.push(Unit { value, weight, total, weight_so_far: 0.0, total_so_far: 0.0 });
        }
        order::sort_by(&mut sorted, |one, other| {
            // Of equal values few are compared further: only then, for speed.
            compare(one.value, other.value)
                .then_with(|| compare(one.weight, other.weight).then(compare(one.total, other.total)))
        });
        let (mut weight, mut total) = (0.0, 0.0);
        for unit in &mut sorted {
            weight += unit.weight;
            total += unit.total;
            (unit.weight_so_far, unit.total_so_far) = (weight, total);
        }
        let mut prepared = Self { units: sorted, weighting, weight, total, mean: total / weight };
        if !(weight.is_finite() && prepared.mean.is_finite()) {
            return Err(Undefined::OutOfRange);
        }
        // The rounded quotient may lie a bit beside the values of which it is the mean.
        prepared.mean = prepared.mean.clamp(prepared.least(), prepared.most());
        Ok(prepared)
    }

    /// Prepares plain values that count the same.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn of_values(values: &[f64]) -> Result<Self, Undefined> {
        let units: Vec<(f64, f64)> = values.iter().map(|value| (*value, 1.0)).collect();
        Self::of(&units, Weighting::Schools)
    }

    /// The units in ascending order of their values.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// How they are weighted.
    pub const fn weighting(&self) -> Weighting {
        self.weighting
    }

    /// W = Σw.
    pub const fn weight(&self) -> f64 {
        self.weight
    }

    /// Σ w·y.
    pub const fn total(&self) -> f64 {
        self.total
    }

    /// μ = Σ w·y ∕ W.
    pub const fn mean(&self) -> f64 {
        self.mean
    }

    /// The least value.
    pub fn least(&self) -> f64 {
        self.units.first().map_or(0.0, |unit| unit.value)
    }

    /// The greatest value.
    pub fn most(&self) -> f64 {
        self.units.last().map_or(0.0, |unit| unit.value)
    }

    /// Q(percent ∕ 100), in the unit of the values; percent is 0 to 100.
    ///
    /// By pupils it is the inverse of the empirical distribution: the least
    /// value up to which at least so many of all pupils are. By schools it is
    /// type 7 of Hyndman and Fan: on a straight line between the two values
    /// around place (n − 1)·percent ∕ 100, as Excel's PERCENTILE.INC and numpy.
    ///
    /// ```
    /// use suanpan::measure::inequality::{Distribution, Weighting};
    /// let units = [(10.0, 1.0), (20.0, 1.0), (30.0, 1.0), (40.0, 1.0), (50.0, 1.0)];
    /// let quantile = |weighting| Distribution::of(&units, weighting).unwrap().quantile(90);
    /// assert_eq!(quantile(Weighting::Schools), 46.0);
    /// assert_eq!(quantile(Weighting::Pupils), 50.0);
    /// ```
    pub fn quantile(&self, percent: u8) -> f64 {
        match self.weighting {
            Weighting::Pupils => self.reached_at(percent),
            Weighting::Schools => self.between_places(percent),
        }
    }

    /// Compared as 100·Σw with percent·W: of whole pupils that is exact, where
    /// a binary 0.1 is not.
    fn reached_at(&self, percent: u8) -> f64 {
        let wanted = f64::from(percent) * self.weight;
        let place = self.units.partition_point(|unit| 100.0 * unit.weight_so_far < wanted);
        self.units.get(place).map_or(self.most(), |unit| unit.value)
    }

    fn between_places(&self, percent: u8) -> f64 {
        let hundredths = self.units.len().saturating_sub(1) * usize::from(percent);
        let value = |place: usize| self.units.get(place).map_or(self.most(), |unit| unit.value);
        let (below, above) = (value(hundredths / 100), value(hundredths / 100 + 1));
        below + (above - below) * ((hundredths % 100) as f64 / 100.0)
    }

    /// For each unit p_i and r_i = y_i ∕ μ, in ascending order; the mean must
    /// not be 0.
    pub(super) fn relative(&self) -> impl Iterator<Item = (f64, f64)> {
        self.units.iter().map(|unit| (unit.weight / self.weight, unit.value / self.mean))
    }

    /// Nothing where no value is negative.
    pub(super) fn refuse_negative(&self) -> Result<(), Undefined> {
        if self.least() < 0.0 { Err(Undefined::Negative) } else { Ok(()) }
    }

    /// Nothing where no value is negative and somebody has something.
    pub(super) fn refuse_nothing(&self) -> Result<(), Undefined> {
        self.refuse_negative()?;
        if self.mean > 0.0 { Ok(()) } else { Err(Undefined::ZeroMean) }
    }
}

/// a ∕ b, for b that must be above 0.
pub(super) fn quotient(a: f64, b: f64) -> Result<f64, Undefined> {
    if b > 0.0 { Ok(a / b) } else { Err(Undefined::Zero) }
}
