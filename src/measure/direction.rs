//! Which way is good.

use serde::{Deserialize, Serialize};

/// Which direction of a quantity is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Direction {
    /// Both directions.
    pub const ALL: &[Self] = &[Self::Higher, Self::Lower];

    /// How far `x` is on the bad side of `standard`, in the unit of both; 0 on
    /// the good side.
    ///
    /// ```
    /// use suanpan::measure::direction::Direction;
    /// assert_eq!(Direction::Higher.shortfall(75.5, 80.0), 4.5);
    /// assert_eq!(Direction::Lower.shortfall(75.5, 80.0), 0.0);
    /// ```
    pub fn shortfall(self, x: f64, standard: f64) -> f64 {
        match self {
            Self::Higher => (standard - x).max(0.0),
            Self::Lower => (x - standard).max(0.0),
        }
    }
}
