//! Ratios to the best school and to the mean (比均率).

use crate::measure::direction::Direction;
use crate::measure::extent::Extent;

/// 100·x/max, or 100·min/x when lower is better; 0 to 100, for values of at
/// least 0 (negative ones score 0).
///
/// Best value 0: schools that have it score 100 when lower is better; when
/// higher is better all score 0, because nobody achieved anything.
///
/// ```
/// use suanpan::measure::{direction::Direction, extent::Extent, normalise::ratio::to_best};
/// let extent = Extent { least: 10.0, most: 40.0 };
/// assert_eq!(to_best(30.0, extent, Direction::Higher), 75.0);
/// assert_eq!(to_best(25.0, extent, Direction::Lower), 40.0);
/// assert_eq!(to_best(0.0, Extent { least: 0.0, most: 0.0 }, Direction::Higher), 0.0);
/// ```
pub fn to_best(x: f64, extent: Extent, direction: Direction) -> f64 {
    let score = match direction {
        Direction::Higher if extent.most > 0.0 => 100.0 * x / extent.most,
        Direction::Higher => 0.0,
        Direction::Lower if x > 0.0 => 100.0 * extent.least / x,
        Direction::Lower if x >= 0.0 => 100.0,
        Direction::Lower => 0.0,
    };
    score.clamp(0.0, 100.0)
}

/// 100·x/x̄, or its mirror image at 100, 200 − 100·x/x̄, when lower is better;
/// 100 is the mean, at least 0, no upper bound for higher.
///
/// A mean of 0 or less gives 100 to all: there is nothing to compare with.
///
/// ```
/// use suanpan::measure::{direction::Direction, normalise::ratio::to_mean};
/// assert_eq!(to_mean(44.0, 40.0, Direction::Higher), 110.0);
/// assert_eq!(to_mean(44.0, 40.0, Direction::Lower), 90.0);
/// ```
pub fn to_mean(x: f64, mean: f64, direction: Direction) -> f64 {
    if mean <= 0.0 {
        return 100.0;
    }
    let ratio = 100.0 * x / mean;
    match direction {
        Direction::Higher => ratio.max(0.0),
        Direction::Lower => (200.0 - ratio).max(0.0),
    }
}
