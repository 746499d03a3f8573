//! 倍率 P90/P10.
//!
//! Formula: Q(0.9) ∕ Q(0.1). No unit; 1 (all alike) upwards; less is better. It
//! leaves out the tenths at both ends.
//!
//! Conventions: Q(0.1) = 0 leaves it infinite ([`Undefined::Zero`]); negative
//! values are refused; one unit gives 1. The quantile by pupils and by schools
//! are two: see [`Distribution::quantile`].
//! Source: NCES 2000-020, *Trends in Disparities in School District Level Expenditures*.

use super::distribution::quotient;
use super::{Distribution, Undefined};

/// P90/P10.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert_eq!(Index::PercentileRatio.of(&spread), Ok(46.0 / 14.0));
/// ```
pub(super) fn percentile_ratio(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    quotient(distribution.quantile(90), distribution.quantile(10))
}
