//! 差异分布指数 D: how differently two groups of pupils (随迁/本地) are spread
//! over the schools.
//!
//! Formula: D = ½·Σ |a_i ∕ A − b_i ∕ B|, a_i and b_i the pupils of both groups in
//! school i, A and B their sums. No unit; 0 (every school has the same mixture)
//! to 1 (no school has both); less is better: the part of one group that would
//! have to change schools for the same mixture everywhere.
//!
//! Conventions: a school without pupils of either group changes nothing; a
//! group without pupils leaves D undefined; negative counts are refused; one
//! school gives 0.
//! Source: Duncan and Duncan, *A Methodological Analysis of Segregation Indexes*,
//! American Sociological Review 20 (1955), doi:10.2307/2088328.

use super::undefined::Undefined;

/// D of schools given as (a_i, b_i).
///
/// # Errors
/// [`Undefined::NoUnit`], [`Undefined::Negative`], [`Undefined::EmptyGroup`],
/// [`Undefined::OutOfRange`].
///
/// ```
/// use suanpan::measure::dissimilarity::dissimilarity;
/// let schools = [(100.0, 0.0), (60.0, 40.0), (40.0, 60.0), (0.0, 100.0)];
/// assert!((dissimilarity(&schools).unwrap() - 0.6).abs() < 1e-15);
/// ```
pub fn dissimilarity(schools: &[(f64, f64)]) -> Result<f64, Undefined> {
    if schools.is_empty() {
        return Err(Undefined::NoUnit);
    }
    let sum = |of: fn(&(f64, f64)) -> f64| schools.iter().map(of).sum::<f64>();
    let (first, second) = (sum(|school| school.0), sum(|school| school.1));
    if !(first.is_finite() && second.is_finite()) {
        return Err(Undefined::OutOfRange);
    }
    if schools.iter().any(|(a, b)| *a < 0.0 || *b < 0.0) {
        return Err(Undefined::Negative);
    }
    if first <= 0.0 || second <= 0.0 {
        return Err(Undefined::EmptyGroup);
    }
    Ok(schools.iter().map(|(a, b)| (a / first - b / second).abs()).sum::<f64>() / 2.0)
}
