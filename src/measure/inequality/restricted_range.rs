//! 限制极差: the restricted range.
//!
//! Formula: Q(0.95) − Q(0.05). In the unit of y; 0 (all alike) upwards; less is
//! better.
//!
//! Conventions: 0 and negative values are values; one unit gives 0. For the
//! quantile see [`Distribution::quantile`].
//! Source: Picus, *Understanding equity statistics*; NCES 2000-020.

use super::{Distribution, Undefined};

/// The restricted range.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert_eq!(Index::RestrictedRange.of(&spread), Ok(36.0));
/// ```
pub(super) fn restricted_range(distribution: &Distribution) -> Result<f64, Undefined> {
    Ok(distribution.quantile(95) - distribution.quantile(5))
}
