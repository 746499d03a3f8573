//! 校际差异系数: the coefficient of variation weighted by pupils.
//!
//! Formula: X_i = x_i ∕ P_i, X̄ = Σ x_i ∕ Σ P_i,
//! S = √( Σ (P_i ∕ P_N)·(X_i − X̄)² ), CV = S ∕ X̄.
//!
//! Symbols: x_i the resource of school i (persons, ㎡, 元, rooms), P_i its
//! pupils of the stage, P_N = Σ P_i. X̄ and S have the unit of x ∕ P, CV none.
//! Range: 0 (all alike) to √(P_N ∕ min P_i − 1). Less is better.
//!
//! It is the population CV (no n − 1) of the county in which every pupil has
//! the value of the own school; the mean is that of pupils, not of schools. It
//! is not the 差异系数 of entropy weighting, which is 1 − entropy.
//!
//! Conventions: x_i = 0 is a value and stays in; one unit gives CV 0, which
//! says nothing; X̄ = 0 leaves CV undefined; units without pupils do not belong
//! in; negative x_i are refused.
//!
//! Source: 县域义务教育校际均衡指标计算方法, whose published example of five
//! schools is `tests/vector/balance_01_books5.csv`.

use std::cmp::Ordering;

use num_traits::Zero;

use super::threshold;
use crate::basis::exact::{Exact, to_f64, whole};

/// The coefficient with the steps that lead to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Variation {
    /// X̄ = Σx ∕ ΣP.
    pub mean: f64,
    /// S.
    pub deviation: f64,
    /// CV = S ∕ X̄.
    pub coefficient: f64,
    /// c_i = (P_i ∕ P_N)·(X_i − X̄)², in the order of the units; they add up to
    /// S².
    pub contributions: Vec<f64>,
}

/// Why there is no coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// No unit.
    NoUnit,
    /// A unit without pupils, a negative resource, or numbers too large.
    OutOfRange,
    /// Nobody has any of the resource.
    ZeroMean,
}

/// The weighted coefficient of variation of units given as (x_i, P_i).
///
/// # Errors
/// [`Undefined`] says why there is none.
///
/// ```
/// use suanpan::measure::variation::{Undefined, variation};
/// let books = [(279.0, 45.0), (137.0, 37.0), (935.0, 89.0), (160.0, 76.0), (402.0, 55.0)];
/// let cv = variation(&books).unwrap().coefficient;
/// assert!((cv - 0.515_256_629_884).abs() < 1e-12); // published: 0.52
/// assert_eq!(variation(&[(0.0, 45.0), (0.0, 37.0)]), Err(Undefined::ZeroMean));
/// ```
pub fn variation(units: &[(f64, f64)]) -> Result<Variation, Undefined> {
    if units.is_empty() {
        return Err(Undefined::NoUnit);
    }
    if !units.iter().all(|(total, size)| *total >= 0.0 && *size > 0.0) {
        return Err(Undefined::OutOfRange);
    }
    let sizes: f64 = units.iter().map(|(_, size)| size).sum();
    let mean = units.iter().map(|(total, _)| total).sum::<f64>() / sizes;
    if mean <= 0.0 {
        return Err(Undefined::ZeroMean);
    }
    let contributions: Vec<f64> =
        units.iter().map(|(total, size)| size / sizes * (total / size - mean) * (total / size - mean)).collect();
    let deviation = contributions.iter().sum::<f64>().sqrt();
    let coefficient = deviation / mean;
    if !coefficient.is_finite() {
        return Err(Undefined::OutOfRange);
    }
    Ok(Variation { mean, deviation, coefficient, contributions })
}

/// How CV stands to a limit T ≥ 0, without roots and exactly:
/// CV ≤ T ⇔ P_N·Σ x_i²∕P_i ≤ (1 + T²)·(Σ x_i)².
/// Units are (x_i, P_i) as [`variation`] accepts them.
///
/// ```
/// use std::cmp::Ordering;
/// use suanpan::{basis::exact::whole, measure::variation::compare_exactly};
/// // One and three for a pupil each: X̄ = 2, S = 1, CV exactly 1/2.
/// let units = [(whole(1), whole(1)), (whole(3), whole(1))];
/// assert_eq!(compare_exactly(&units, &(whole(1) / whole(2))), Ordering::Equal);
/// ```
pub fn compare_exactly(units: &[(Exact, Exact)], limit: &Exact) -> Ordering {
    let (spread, total) = sums(units);
    spread.cmp(&((whole(1) + limit * limit) * &total * &total))
}

/// CV², exactly: P_N·Σ x_i²∕P_i ∕ (Σ x_i)² − 1; `None` when nobody has any of
/// the resource.
pub fn square(units: &[(Exact, Exact)]) -> Option<Exact> {
    let (spread, total) = sums(units);
    (!total.is_zero()).then(|| spread / (&total * &total) - whole(1))
}

/// P_N·Σ x_i²∕P_i and Σ x_i.
fn sums(units: &[(Exact, Exact)]) -> (Exact, Exact) {
    let mut squares = Exact::zero();
    let (mut total, mut sizes) = (Exact::zero(), Exact::zero());
    for (amount, size) in units {
        squares += amount * amount / size;
        total += amount;
        sizes += size;
    }
    (sizes * squares, total)
}

/// As [`compare_exactly`], asking for the exact units only when `coefficient`
/// (of [`variation`]) is too close to the limit to be trusted.
///
/// With x_i to a relative 10⁻¹² and up to a million units, the coefficient is
/// off by less than 5·10⁻¹⁰·(1 + CV), as [`threshold::compare`] wants: each
/// X_i − X̄ is off by at most 2·10⁻¹²·(X_i + X̄), which moves CV by at most
/// 2·10⁻¹²·√(CV² + 4); sums of n positive terms in any order are off by at most
/// a relative n·2⁻⁵³, which moves CV by less than 3·10⁻¹⁰·CV.
pub fn compare(coefficient: f64, limit: &Exact, units: impl FnOnce() -> Vec<(Exact, Exact)>) -> Ordering {
    // Limits are small decimals; one beyond f64 could only be met exactly.
    let near = to_f64(limit).unwrap_or(f64::INFINITY);
    threshold::compare(coefficient, near, || compare_exactly(&units(), limit))
}
