//! 基尼系数: the Gini coefficient.
//!
//! Formula: G = ΣΣ w_i·w_j·|y_i − y_j| ∕ (2·W²·μ), half the mean difference of
//! two pupils relative to the mean; twice the area between the Lorenz curve and
//! the diagonal. No unit; 0 (all alike) to 1 − min w ∕ W (one unit has all);
//! less is better.
//!
//! Computed over the gaps between neighbours in ascending order: each gap
//! y_{k+1} − y_k stands between the C_k below and the W − C_k above, so that
//! ½·ΣΣ … = Σ (y_{k+1} − y_k)·C_k·(W − C_k). One pass, and no term is negative.
//! The 实用公式 1 − Σ P_i·(2·Q_i − W_i) is the same number.
//!
//! Conventions: 0 is a value; negative values are taken while the mean is above
//! 0, and it may then exceed 1; one unit gives 0, corrected it is undefined.
//! Source: Gini, *Variabilità e mutabilità* (1912); R `reldist`, `affluenceIndex`.

use super::distribution::quotient;
use super::{Distribution, Undefined};

/// The Gini coefficient.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let mut values = [10.0; 10];
/// values[0] = 100.0;
/// let spread = Distribution::of_values(&values).unwrap();
/// assert!((Index::Gini.of(&spread).unwrap() - 0.426_315_8).abs() < 1e-7); // published
/// ```
pub(super) fn gini(distribution: &Distribution) -> Result<f64, Undefined> {
    let (mean, weight) = (distribution.mean(), distribution.weight());
    if mean <= 0.0 {
        return Err(Undefined::ZeroMean);
    }
    let above = distribution.units().iter().skip(1);
    let gaps = distribution.units().iter().zip(above).map(|(unit, next)| {
        let below = unit.weight_so_far;
        (next.value - unit.value) / mean * (below / weight) * ((weight - below) / weight)
    });
    Ok(gaps.sum())
}

/// 修正基尼系数 G ∕ (1 − Σp_i²), which is G·n ∕ (n − 1) by schools: 1 where one
/// unit has all, however few there are. By pupils it exceeds 1 where a small
/// unit has nearly all. R `ineq` (corr = TRUE), `acid`.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index, Undefined};
/// let gini = |values: &[f64]| Index::GiniCorrected.of(&Distribution::of_values(values).unwrap());
/// assert!((gini(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap() - 1.0 / 3.0).abs() < 1e-15);
/// assert_eq!(gini(&[10.0]), Err(Undefined::OneUnit));
/// ```
pub(super) fn gini_corrected(distribution: &Distribution) -> Result<f64, Undefined> {
    let weight = distribution.weight();
    let plain = gini(distribution)?;
    if distribution.units().len() < 2 {
        return Err(Undefined::OneUnit);
    }
    quotient(
        plain,
        distribution.units().iter().map(|unit| unit.weight / weight * ((weight - unit.weight) / weight)).sum(),
    )
}
