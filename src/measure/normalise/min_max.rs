//! Min–max normalisation (极差法).

use crate::measure::direction::Direction;
use crate::measure::extent::Extent;

/// 100·(x − min)/(max − min), mirrored when lower is better; 0 to 100 for x
/// within the extent.
///
/// A constant column tells no school from another: all get 100 (COINr gives
/// not-a-number there), and the evaluation warns.
///
/// ```
/// use suanpan::measure::{direction::Direction, extent::Extent, normalise::min_max::min_max};
/// let extent = Extent { least: 20.0, most: 60.0 };
/// assert_eq!(min_max(30.0, extent, Direction::Higher), 25.0);
/// assert_eq!(min_max(30.0, extent, Direction::Lower), 75.0);
/// assert_eq!(min_max(5.0, Extent { least: 5.0, most: 5.0 }, Direction::Lower), 100.0);
/// ```
pub fn min_max(x: f64, extent: Extent, direction: Direction) -> f64 {
    if extent.is_constant() {
        return 100.0;
    }
    let above_worst = match direction {
        Direction::Higher => x - extent.least,
        Direction::Lower => extent.most - x,
    };
    100.0 * above_worst / (extent.most - extent.least)
}
