//! 一贯制、完全中学的资源拆分: which part of a combined school's resource
//! belongs to one of its stages.
//!
//! Formula: share of stage k = w_k·P_k ∕ Σ w_j·P_j, with w = 1 : 1.1 : 1.32 for
//! primary, junior and senior. 完全中学 (junior and senior only) then come to
//! 1 : 1.2, as the rules say, because 1.32 = 1.1 × 1.2.
//!
//! Symbols: P_k pupils of stage k (≥ 0). Range: 0 to 1, the shares add up to 1.
//! Conventions: a stage without pupils gets nothing; a school without any
//! pupils has no shares (`None`). A school of one stage gives it everything.
//!
//! Source: 县域义务教育校际均衡指标计算方法 (rules to 教督〔2012〕3号, kept for
//! 教督〔2017〕6号); a published case is in `tests/vector/balance_05_split.csv`.

use num_traits::{FromPrimitive, Num};

/// The weights of primary, junior and senior pupils: 1 : 1.1 : 1.32.
pub const WEIGHTS: [u8; 3] = [50, 55, 66];

/// The share of the stage with this index (0 primary, 1 junior, 2 senior). The
/// same code serves binary and exact numbers.
///
/// ```
/// use suanpan::{basis::exact::whole, measure::split::share};
/// // 500 primary, 400 junior, 300 senior pupils: 500 of 500 + 440 + 396.
/// assert_eq!(share(&[500, 400, 300].map(whole), 0), Some(whole(500) / whole(1336)));
/// // 完全中学, 900 junior and 600 senior: 900 of 900 + 1.2 × 600.
/// assert_eq!(share(&[0.0, 900.0, 600.0], 1), Some(900.0 / 1620.0));
/// assert_eq!(share(&[0.0, 0.0, 0.0], 1), None);
/// ```
pub fn share<N: Num + FromPrimitive + Clone>(pupils: &[N; 3], stage: usize) -> Option<N> {
    let (own, all) = weighted(pupils, stage)?;
    if all.is_zero() { None } else { Some(own / all) }
}

/// The weighted pupils of the stage, and of the school.
pub fn weighted<N: Num + FromPrimitive + Clone>(pupils: &[N; 3], stage: usize) -> Option<(N, N)> {
    let part = |index: usize| Some(pupils.get(index)?.clone() * N::from_u8(*WEIGHTS.get(index)?)?);
    Some((part(stage)?, part(0)? + part(1)? + part(2)?))
}
