//! 极差率: the range ratio.
//!
//! Formula: max y ∕ min y. No unit; 1 (all alike) upwards; less is better.
//!
//! Conventions: a least value of 0 leaves it infinite ([`Undefined::Zero`]);
//! negative values are refused; one unit gives 1.
//! Source: as for the range.

use super::distribution::quotient;
use super::{Distribution, Undefined};

/// The range ratio.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index, Undefined};
/// let ratio = |values: &[f64]| Index::RangeRatio.of(&Distribution::of_values(values).unwrap());
/// assert_eq!(ratio(&[10.0, 20.0, 50.0]), Ok(5.0));
/// assert_eq!(ratio(&[0.0, 20.0, 50.0]), Err(Undefined::Zero));
/// ```
pub(super) fn range_ratio(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    quotient(distribution.most(), distribution.least())
}
