//! 泰尔指数 L: the mean logarithmic deviation (MLD), GE(0).
//!
//! Formula: L = Σ p_i·ln(μ ∕ y_i). No unit; 0 (all alike) upwards; less is
//! better. It answers more to the bottom than T.
//!
//! Computed as Σ p_i·(r_i − 1 − ln r_i): the p_i·(r_i − 1) add up to 0, and so no
//! term is negative.
//!
//! Conventions: a unit with 0 makes it infinite ([`Undefined::Zero`]; some
//! packages drop such units or replace the 0); negative values are refused; one
//! unit gives 0.
//! Source: Theil (1967); `theil` of R's package REAT, whose documented example
//! this is.

use super::{Distribution, Undefined};
use crate::measure::logarithm::ln;

/// Theil's L.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index, Undefined};
/// let l = |values: &[f64]| Index::TheilL.of(&Distribution::of_values(values).unwrap());
/// assert!((l(&[10.0, 10.0, 10.0, 20.0, 50.0]).unwrap() - 0.232_630_2).abs() < 1e-7); // published
/// assert_eq!(l(&[0.0, 1.0, 2.0, 3.0]), Err(Undefined::Zero));
/// ```
pub(super) fn theil_l(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    if distribution.least() <= 0.0 {
        return Err(Undefined::Zero);
    }
    let sum: f64 = distribution.relative().map(|(p, r)| p * (r - 1.0 - ln(r))).sum();
    Ok(sum.max(0.0))
}
