//! 阿特金森指数: Atkinson's index.
//!
//! Formula: A = 1 − (Σ p_i·r_i^(1−ε))^(1∕(1−ε)), and for ε = 1
//! A = 1 − exp(Σ p_i·ln r_i) = 1 − e^−L. No unit; 0 (all alike) to 1; less is
//! better: the part of the resource that could be given up, if the rest were
//! spread evenly, without loss to who cares about the badly-off as much as ε says.
//!
//! Conventions: with a unit at 0, A = 1 for ε ≥ 1; negative values are refused;
//! one unit gives 0.
//! Source: Atkinson, *On the Measurement of Inequality*, Journal of Economic
//! Theory 2 (1970), doi:10.1016/0022-0531(70)90039-6.

use serde::{Deserialize, Serialize};

use super::theil_l::theil_l;
use super::{Distribution, Undefined};
use crate::measure::logarithm::exp;

/// ε, how much the bottom counts. The choices in use; each needs no power but a
/// root, a logarithm or a quotient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Aversion {
    /// ε = 0.5.
    Half,
    /// ε = 1.
    One,
    /// ε = 2.
    Two,
}

impl Aversion {
    /// All.
    pub const ALL: &[Self] = &[Self::Half, Self::One, Self::Two];

    /// ε.
    pub const fn value(self) -> f64 {
        match self {
            Self::Half => 0.5,
            Self::One => 1.0,
            Self::Two => 2.0,
        }
    }
}

/// Atkinson's index.
///
/// ```
/// use suanpan::measure::inequality::{Aversion, Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// let pysal = [0.063_153_392_227, 0.131_609_638_434, 0.270_072_992_701];
/// for (aversion, expected) in Aversion::ALL.iter().zip(pysal) {
///     assert!((Index::Atkinson(*aversion).of(&spread).unwrap() - expected).abs() < 1e-12);
/// }
/// ```
pub(super) fn atkinson(distribution: &Distribution, aversion: Aversion) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    let zero = distribution.least() <= 0.0;
    // What every pupil would have, relative to the mean, if all had the same.
    let equivalent = match aversion {
        Aversion::Half => {
            let sum: f64 = distribution.relative().map(|(p, r)| p * r.sqrt()).sum();
            sum * sum
        }
        Aversion::One | Aversion::Two if zero => 0.0,
        Aversion::One => exp(-theil_l(distribution)?),
        Aversion::Two => 1.0 / distribution.relative().map(|(p, r)| p / r).sum::<f64>(),
    };
    Ok((1.0 - equivalent).max(0.0))
}
