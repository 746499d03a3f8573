//! 联邦极差比: the federal range ratio.
//!
//! Formula: (Q(0.95) − Q(0.05)) ∕ Q(0.05). No unit; 0 (all alike) upwards; less
//! is better: by how much the well-off exceed the badly-off, with the
//! twentieths at both ends left out.
//!
//! Conventions: Q(0.05) = 0 leaves it infinite ([`Undefined::Zero`]); negative
//! values are refused; one unit gives 0. For the quantile see
//! [`Distribution::quantile`].
//! Source: Picus, *Understanding equity statistics*; NCES 2000-020.

use super::distribution::quotient;
use super::{Distribution, Undefined};

/// The federal range ratio.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert_eq!(Index::FederalRatio.of(&spread), Ok(3.0));
/// ```
pub(super) fn federal_ratio(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    let low = distribution.quantile(5);
    quotient(distribution.quantile(95) - low, low)
}
