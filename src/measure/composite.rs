//! 综合差异系数: the mean of several coefficients of variation.
//!
//! Formula: (CV_1 + … + CV_k) ∕ k. No unit; 0 (all alike) upwards, less is
//! better. One undefined coefficient leaves it undefined; that is the caller's
//! to see.
//!
//! Comparing it with a limit T exactly means comparing a sum of square roots:
//! CV_i = √q_i with q_i rational. If every q_i is the square of a rational
//! number, the sum is rational and compared as such. If one is not, the sum is
//! irrational (square roots of different square-free numbers are independent
//! over the rationals, and no term is negative), so it never equals kT, and
//! closer and closer bounds decide.
//!
//! Source: 县域义务教育校际均衡指标计算方法 (教督〔2012〕3号).

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{Pow, Signed, Zero};

use super::threshold;
use crate::basis::exact::{Exact, to_f64, whole};

/// How the mean of √q_i stands to a limit T ≥ 0, exactly. No term: equal to 0.
///
/// ```
/// use std::cmp::Ordering;
/// use suanpan::{basis::exact::whole, measure::composite::compare_exactly};
/// // √4 and √16: the mean is 3.
/// assert_eq!(compare_exactly(&[whole(4), whole(16)], &whole(3)), Ordering::Equal);
/// // √2 and √8 = 4.2426…: the mean is below 2.1214.
/// assert_eq!(compare_exactly(&[whole(2), whole(8)], &(whole(21_214) / whole(10_000))), Ordering::Less);
/// ```
pub fn compare_exactly(squares: &[Exact], limit: &Exact) -> Ordering {
    let count = whole(i64::try_from(squares.len()).unwrap_or(i64::MAX));
    let sum = limit * count;
    let rational: Option<Exact> = squares.iter().map(root).sum();
    if let Some(roots) = rational {
        return roots.cmp(&sum);
    }
    let mut digits = 20_u32;
    loop {
        let scale: BigInt = Pow::pow(BigInt::from(10), digits);
        let below: BigInt = squares.iter().map(|square| scaled_root(square, &scale)).sum();
        let wanted = &sum * Exact::from_integer(scale);
        // Each root lies less than 1 above its bound.
        let above = &below + BigInt::from(squares.len());
        if Exact::from_integer(below) >= wanted {
            return Ordering::Greater;
        }
        if Exact::from_integer(above) <= wanted {
            return Ordering::Less;
        }
        digits = digits.saturating_mul(2);
    }
}

/// As [`compare_exactly`], asking for the squares only when `mean`, computed to
/// the precision that [`threshold::compare`] wants, is too close to the limit.
/// Each CV being off by at most 5·10⁻¹⁰·(1 + CV), so is their mean.
pub fn compare(mean: f64, limit: &Exact, squares: impl FnOnce() -> Vec<Exact>) -> Ordering {
    threshold::compare(mean, to_f64(limit).unwrap_or(f64::INFINITY), || compare_exactly(&squares(), limit))
}

/// The root, if it is rational.
fn root(square: &Exact) -> Option<Exact> {
    if square.is_negative() {
        return None;
    }
    let of = |number: &BigInt| {
        let root = number.sqrt();
        (&root * &root == *number).then_some(root)
    };
    Some(Exact::new(of(square.numer())?, of(square.denom())?))
}

/// The root times the scale, rounded down.
fn scaled_root(square: &Exact, scale: &BigInt) -> BigInt {
    let scaled = (square * Exact::from_integer(scale * scale)).floor().to_integer();
    if scaled.is_negative() { BigInt::zero() } else { scaled.sqrt() }
}
