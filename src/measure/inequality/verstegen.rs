//! 韦斯特根指数: the Verstegen index.
//!
//! Formula: Σ_{y ≥ M} w·y ∕ (M·Σ_{y ≥ M} w), M = Q(0.5) the median: the mean of
//! the upper half as a multiple of the median. No unit; 1 (all alike) upwards;
//! less is better. The other half of McLoone's index.
//!
//! Conventions: the units at the median are in; M = 0 leaves it undefined
//! ([`Undefined::Zero`]); negative values are refused; one unit gives 1. For the
//! median see [`Distribution::quantile`].
//! Source: Verstegen, *Concepts and Measures of Fiscal Inequality*, Journal of
//! Education Finance 22 (1996).

use super::mcloone::side;
use super::{Distribution, Undefined};

/// The Verstegen index.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert!((Index::Verstegen.of(&spread).unwrap() - 120.0 / 90.0).abs() < 1e-15);
/// ```
pub(super) fn verstegen(distribution: &Distribution) -> Result<f64, Undefined> {
    side(distribution, |value, median| value >= median)
}
