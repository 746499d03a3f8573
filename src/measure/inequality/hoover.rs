//! 胡佛指数: Hoover's index, also Schutz's coefficient and the Robin Hood index.
//!
//! Formula: H = ½·Σ p_i·|r_i − 1| = ½·Σ |s_i − p_i|. No unit; 0 (all alike) to
//! 1 − min w ∕ W; less is better: the part of the resource that would have to
//! change schools for all to have the same. Moving within one side of the mean
//! does not change it.
//!
//! Conventions: 0 is a value; negative values are refused; one unit gives 0.
//! Source: Hoover, *Interstate Redistribution of Population*, Journal of Economic
//! History 1 (1941); Schutz, American Economic Review 41 (1951).

use super::{Distribution, Undefined};

/// Hoover's index.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert!((Index::Hoover.of(&spread).unwrap() - 0.2).abs() < 1e-15);
/// ```
pub(super) fn hoover(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    Ok(distribution.relative().map(|(p, r)| p * (r - 1.0).abs()).sum::<f64>() / 2.0)
}
