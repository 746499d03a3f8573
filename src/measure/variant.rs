//! The coefficient of variation in other ways that are in use. None of them is
//! the rule: they are cross-checks beside [`variation`](super::variation).
//!
//! Symbols: X_i = x_i ∕ P_i as there, n the number of schools, M the mean of
//! the X_i.
//!
//! - population: √( Σ (X_i − M)² ∕ n ) ∕ M, every school counting the same;
//! - sample: the same with n − 1, as a spreadsheet's STDEV has it;
//! - rounded: the rule's formula with each X_i first rounded half up to two
//!   decimals of the indicator's own unit (per hundred pupils where it counts
//!   so); X̄ stays Σx ∕ ΣP.
//!
//! Source: tools and scripts of supervision bureaus; values of the first two in
//! `tests/vector/balance_01_books5_expected.csv`.

use num_traits::{FromPrimitive, Num};

use crate::basis::exact::{self, Exact};

/// Another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// Unweighted, n.
    Population,
    /// Unweighted, n − 1.
    Sample,
    /// Weighted, from rounded values.
    Rounded,
}

/// A number that can be rounded to two decimals as it is typed.
trait Rounded: Num + FromPrimitive + Clone {
    fn to_hundredths(&self) -> Self;
}

impl Rounded for f64 {
    fn to_hundredths(&self) -> Self {
        exact::of(*self).and_then(|number| exact::to_f64(&exact::round(&number, 2))).unwrap_or(*self)
    }
}

impl Rounded for Exact {
    fn to_hundredths(&self) -> Self {
        exact::round(self, 2)
    }
}

impl Variant {
    /// Every way.
    pub const ALL: &[Self] = &[Self::Population, Self::Sample, Self::Rounded];

    /// The coefficient of units (x_i, P_i) of an indicator that counts per
    /// `factor` pupils; `None` where it is undefined: no unit, one unit for
    /// n − 1, nobody with any of the resource, numbers too large.
    ///
    /// ```
    /// use suanpan::measure::variant::Variant;
    /// let books = [(279.0, 45.0), (137.0, 37.0), (935.0, 89.0), (160.0, 76.0), (402.0, 55.0)];
    /// let cv = Variant::Sample.coefficient(&books, 1).unwrap();
    /// assert!((cv - 0.546_462_234_739).abs() < 1e-12);
    /// ```
    pub fn coefficient(self, units: &[(f64, f64)], factor: u8) -> Option<f64> {
        square(self, units, factor).map(f64::sqrt).filter(|value| value.is_finite())
    }

    /// The square of the coefficient, exactly.
    pub fn square(self, units: &[(Exact, Exact)], factor: u8) -> Option<Exact> {
        square(self, units, factor)
    }
}

fn square<N: Rounded>(variant: Variant, units: &[(N, N)], factor: u8) -> Option<N> {
    let factor = N::from_u8(factor)?;
    let sum = |of: &dyn Fn(&(N, N)) -> N| units.iter().fold(N::zero(), |sum, unit| sum + of(unit));
    let each = |(total, size): &(N, N)| total.clone() * factor.clone() / size.clone();
    let count = N::from_usize(units.len()).filter(|count| !count.is_zero())?;
    let (mean, divisor) = match variant {
        Variant::Population => (sum(&each) / count.clone(), count),
        Variant::Sample => (sum(&each) / count.clone(), count - N::one()),
        Variant::Rounded => {
            let sizes = sum(&|(_, size)| size.clone());
            (sum(&|(total, _)| total.clone() * factor.clone()) / sizes.clone(), sizes)
        }
    };
    if mean.is_zero() || divisor.is_zero() {
        return None;
    }
    let spread = sum(&|unit| {
        let (value, weight) = match variant {
            Variant::Population | Variant::Sample => (each(unit), N::one()),
            Variant::Rounded => (each(unit).to_hundredths(), unit.1.clone()),
        };
        let gap = value - mean.clone();
        weight * gap.clone() * gap
    });
    Some(spread / divisor / (mean.clone() * mean))
}
