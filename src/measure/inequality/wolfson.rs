//! 沃尔夫森极化指数: Wolfson's index of polarisation.
//!
//! Formula: (2·(½ − L(½)) − G)·μ ∕ M, with L(½) what the lower half of the pupils
//! has of the resource (on the straight lines of the Lorenz curve), G the Gini
//! coefficient, M = Q(0.5) the median. No unit; 0 (all alike) upwards, 1 where
//! one half has nothing and the median lies at the mean; less is better.
//!
//! It tells how far the middle is hollowed out, which is not inequality: a
//! transfer from rich to poor on one side of the median raises it.
//!
//! Conventions: M = 0 leaves it infinite ([`Undefined::Zero`]); negative values
//! are refused; one unit gives 0. For the median see [`Distribution::quantile`].
//! Source: Wolfson, *When Inequalities Diverge*, American Economic Review 84
//! (1994); PySAL `inequality`, whose documented example this is.

use super::distribution::quotient;
use super::gini::gini;
use super::{Distribution, Undefined};

/// Wolfson's index.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[6.0, 6.0, 8.0, 8.0, 10.0, 10.0, 12.0, 12.0]).unwrap();
/// assert!((Index::Wolfson.of(&spread).unwrap() - 1.0 / 12.0).abs() < 1e-15); // published: 0.0833
/// ```
pub(super) fn wolfson(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    let index = 1.0 - 2.0 * lower_half(distribution) - gini(distribution)?;
    quotient(index.max(0.0) * distribution.mean(), distribution.quantile(50))
}

/// L(½).
fn lower_half(distribution: &Distribution) -> f64 {
    let half = distribution.weight() / 2.0;
    let place = distribution.units().partition_point(|unit| unit.weight_so_far < half);
    let reached = distribution.units().get(place);
    reached.map_or(1.0, |unit| (unit.total_so_far - (unit.weight_so_far - half) * unit.value) / distribution.total())
}
