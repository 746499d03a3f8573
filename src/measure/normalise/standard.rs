//! Standard scores: Z and T.

use crate::measure::direction::Direction;

/// Z = (x − x̄)/σ, negated when lower is better. 0 when σ is 0: nobody stands
/// out.
///
/// ```
/// use suanpan::measure::{direction::Direction, normalise::standard::z};
/// assert_eq!(z(70.0, 60.0, 5.0, Direction::Higher), 2.0);
/// assert_eq!(z(60.0, 60.0, 0.0, Direction::Lower), 0.0);
/// ```
pub fn z(x: f64, mean: f64, deviation: f64, direction: Direction) -> f64 {
    if deviation <= 0.0 {
        return 0.0;
    }
    match direction {
        Direction::Higher => (x - mean) / deviation,
        Direction::Lower => (mean - x) / deviation,
    }
}

/// T = 50 + 10·Z: 50 is the mean; nearly all lie between 20 and 80, but
/// nothing bounds it.
///
/// ```
/// assert_eq!(suanpan::measure::normalise::standard::t(-1.5), 35.0);
/// ```
pub fn t(z: f64) -> f64 {
    50.0 + 10.0 * z
}
