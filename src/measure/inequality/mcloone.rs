//! 麦克卢恩指数: the McLoone index.
//!
//! Formula: Σ_{y ≤ M} w·y ∕ (M·Σ_{y ≤ M} w), M = Q(0.5) the median: the mean of
//! the lower half as a part of the median. No unit; 0 to 1, and **1 is equal**:
//! more is better.
//!
//! Conventions: of three readings in use this takes the units at the median in
//! (Berne and Stiefel); M = 0 leaves it undefined ([`Undefined::Zero`]); negative
//! values are refused; one unit gives 1. For the median see
//! [`Distribution::quantile`].
//! Source: Berne and Stiefel (1984); NCES 2000-020. 0.95 and more is called good
//! in American school finance.

use super::distribution::quotient;
use super::{Distribution, Undefined};

/// The McLoone index.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert!((Index::McLoone.of(&spread).unwrap() - 60.0 / 90.0).abs() < 1e-15);
/// ```
pub(super) fn mcloone(distribution: &Distribution) -> Result<f64, Undefined> {
    side(distribution, |value, median| value <= median)
}

/// The mean of one side of the median, relative to it.
pub(super) fn side(distribution: &Distribution, takes: fn(f64, f64) -> bool) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    let median = distribution.quantile(50);
    let (mut weights, mut sum) = (0.0, 0.0);
    for unit in distribution.units().iter().filter(|unit| takes(unit.value, median)) {
        weights += unit.weight;
        sum += unit.weight * quotient(unit.value, median)?;
    }
    quotient(sum, weights)
}
