//! Comparing with a threshold: fast in binary, exact where it matters.
//!
//! Rule: let ṽ be computed for the true v with |ṽ − v| ≤ 5·10⁻¹⁰·(1 + |v|).
//! Then ṽ lies on v's side of a limit L whenever |ṽ − L| > 10⁻⁹·(1 + |L|).
//! Only within that margin is the exact comparison made, so that thousands of
//! figures are judged within a frame and none of them wrongly: in binary,
//! `9 / 1000 * 100 < 0.9`.
//!
//! Proof: if L lay between v and ṽ (or met v), then |ṽ − L| ≤ |ṽ − v| and
//! |v| ≤ |L| + |ṽ − v|, hence |ṽ − v|·(1 − 5·10⁻¹⁰) ≤ 5·10⁻¹⁰·(1 + |L|), which
//! is below the margin.

use std::cmp::Ordering;

/// How close to a limit a binary number may come before the exact comparison
/// decides, relative to `1 + |limit|`.
pub const MARGIN: f64 = 1e-9;

/// How a quantity stands to a limit. `approximate` must meet the precision
/// named above; `exact` is called only within the margin.
///
/// ```
/// use std::cmp::Ordering;
/// use suanpan::{basis::exact::whole, measure::threshold::compare};
/// // 9 arts teachers for 1,000 pupils, by the hundred, against 0.9:
/// let exact = || (whole(9) / whole(1000) * whole(100)).cmp(&(whole(9) / whole(10)));
/// assert!(9.0 / 1000.0 * 100.0 < 0.9);
/// assert_eq!(compare(9.0 / 1000.0 * 100.0, 0.9, exact), Ordering::Equal);
/// ```
pub fn compare(approximate: f64, limit: f64, exact: impl FnOnce() -> Ordering) -> Ordering {
    let margin = MARGIN * (1.0 + limit.abs());
    if approximate > limit + margin {
        Ordering::Greater
    } else if approximate < limit - margin {
        Ordering::Less
    } else {
        exact()
    }
}

/// The smallest whole number not below a difference of two quantities, each of
/// at most `magnitude`. `exact` is called only when the approximate difference
/// is so close to a whole number that binary arithmetic might miss it; it gives
/// that number from exact ones.
///
/// ```
/// use suanpan::{basis::exact::{to_f64, whole}, measure::threshold::ceil};
/// // 4.2 teachers per 100 pupils, 50 pupils: 2.1, so 3; with 2 there, 1 more.
/// assert_eq!(ceil(4.2 * 50.0 / 100.0 - 2.0, 2.1, || to_f64(&(whole(1) / whole(10)).ceil())), Some(1.0));
/// ```
pub fn ceil(approximate: f64, magnitude: f64, exact: impl FnOnce() -> Option<f64>) -> Option<f64> {
    let margin = MARGIN * (1.0 + magnitude.abs());
    if (approximate - approximate.round()).abs() > margin {
        return Some(approximate.ceil()).filter(|number| number.is_finite());
    }
    exact()
}
