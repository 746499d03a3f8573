//! 泰尔指数 T: Theil's index, GE(1).
//!
//! Formula: T = Σ p_i·r_i·ln r_i = Σ s_i·ln(s_i ∕ p_i). No unit; 0 (all alike)
//! to ln(W ∕ min w); less is better. It answers more to the top than L.
//!
//! Computed as Σ p_i·(r_i·ln r_i − (r_i − 1)): the p_i·(r_i − 1) add up to 0, and
//! so no term is negative.
//!
//! Conventions: a unit with 0 has r·ln r = 0, its limit; negative values are
//! refused; one unit gives 0. `theil` of R's package REAT is L, not this.
//! Source: Theil, *Economics and Information Theory* (1967).

use super::{Distribution, Undefined};
use crate::measure::logarithm::ln;

/// Theil's T.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 10.0, 10.0, 20.0, 50.0]).unwrap();
/// assert!((Index::TheilT.of(&spread).unwrap() - 0.250_201_211_769).abs() < 1e-12);
/// ```
pub(super) fn theil_t(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    let information = |r: f64| if r > 0.0 { r * ln(r) } else { 0.0 };
    let sum: f64 = distribution.relative().map(|(p, r)| p * (information(r) - (r - 1.0))).sum();
    Ok(sum.max(0.0))
}
