//! The standard deviation.

use serde::{Deserialize, Serialize};

use super::extent::Extent;
use super::mean::mean;

/// What the sum of squares is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deviation {
    /// By n: the schools are the whole population. Excel's STDEV.P.
    Population,
    /// By n − 1: they are a sample of one. Excel's STDEV.S.
    Sample,
}

impl Deviation {
    /// Both.
    pub const ALL: &[Self] = &[Self::Population, Self::Sample];

    /// σ = √(Σ(x − x̄)² / n), or with n − 1; in the unit of x, at least 0.
    /// `None` for no numbers, and for one number as a sample. Equal numbers give
    /// exactly 0, although their mean may be rounded away from them.
    ///
    /// ```
    /// use suanpan::measure::deviation::Deviation;
    /// assert_eq!(Deviation::Population.of(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]), Some(2.0));
    /// assert_eq!(Deviation::Sample.of(&[1.0, 3.0]), Some(2.0_f64.sqrt()));
    /// assert_eq!(Deviation::Sample.of(&[1.0]), None);
    /// assert_eq!(Deviation::Population.of(&[0.1, 0.1, 0.1]), Some(0.0));
    /// ```
    pub fn of(self, values: &[f64]) -> Option<f64> {
        let middle = mean(values)?;
        let constant = Extent::of(values).is_some_and(Extent::is_constant);
        let squares: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
        let count = values.len() as f64;
        let divisor = match self {
            Self::Population => count,
            Self::Sample => count - 1.0,
        };
        (divisor > 0.0).then(|| if constant { 0.0 } else { (squares / divisor).sqrt() })
    }
}
