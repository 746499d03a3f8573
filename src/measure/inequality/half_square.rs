//! 广义熵 GE(2).
//!
//! Formula: ½·Σ p_i·(r_i − 1)² = CV² ∕ 2. No unit; 0 (all alike) to
//! (W ∕ min w − 1) ∕ 2; less is better. Of the family of generalised entropy it
//! answers most to the top; T is GE(1), L is GE(0).
//!
//! Conventions: those of [`super::variation`].
//! Source: Shorrocks, *The Class of Additively Decomposable Inequality
//! Measures*, Econometrica 48 (1980), doi:10.2307/1913126.

use super::variation::variation;
use super::{Distribution, Undefined};

/// GE(2).
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert!((Index::HalfSquare.of(&spread).unwrap() - 1.0 / 9.0).abs() < 1e-15);
/// ```
pub(super) fn half_square(distribution: &Distribution) -> Result<f64, Undefined> {
    let coefficient = variation(distribution)?;
    Ok(coefficient * coefficient / 2.0)
}
