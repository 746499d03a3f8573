//! Points taken off per unit of shortfall (每低 1 个百分点扣若干分,扣完为止).

use serde::{Deserialize, Serialize};

use crate::measure::direction::Direction;

/// How "每多 1%" is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Steps {
    /// In proportion: 0.82 units cost 0.82 times the points.
    Continuous,
    /// Every unit begun costs the full points.
    Begun,
}

impl Steps {
    /// Both readings.
    pub const ALL: &[Self] = &[Self::Continuous, Self::Begun];
}

/// 100 − points·d, at least 0, where d is how far x is on the bad side of the
/// standard, in the unit of x (percentage points for rates), as a number or
/// rounded up to whole units. Nothing is given for being better than asked.
///
/// ```
/// use suanpan::measure::{direction::Direction, normalise::penalty::{Steps, penalty}};
/// assert_eq!(penalty(75.5, 80.0, 5.0, Steps::Continuous, Direction::Higher), 77.5);
/// assert_eq!(penalty(75.5, 80.0, 5.0, Steps::Begun, Direction::Higher), 75.0);
/// assert_eq!(penalty(75.5, 80.0, 5.0, Steps::Begun, Direction::Lower), 100.0);
/// ```
pub fn penalty(x: f64, standard: f64, points: f64, steps: Steps, direction: Direction) -> f64 {
    let shortfall = direction.shortfall(x, standard);
    let units = match steps {
        Steps::Continuous => shortfall,
        Steps::Begun => shortfall.ceil(),
    };
    (100.0 - points * units).max(0.0)
}
