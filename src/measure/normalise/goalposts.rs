//! Goalposts: min–max between fixed posts.

use crate::measure::direction::Direction;
use crate::measure::extent::Extent;

/// 100·(x − low)/(high − low), cut off at 0 and 100, mirrored when lower is
/// better. The posts do not move with the data, so years can be compared.
///
/// Posts that stand together (low ≥ high) are a threshold: 100 on the good side
/// of the worse post and on it, else 0.
///
/// ```
/// use suanpan::measure::{direction::Direction, extent::Extent, normalise::goalposts::goalposts};
/// let posts = Extent { least: 60.0, most: 90.0 };
/// assert_eq!(goalposts(75.0, posts, Direction::Higher), 50.0);
/// assert_eq!(goalposts(93.0, posts, Direction::Higher), 100.0);
/// assert_eq!(goalposts(93.0, posts, Direction::Lower), 0.0);
/// ```
pub fn goalposts(x: f64, posts: Extent, direction: Direction) -> f64 {
    let width = posts.most - posts.least;
    let inside = match direction {
        Direction::Higher => x - posts.least,
        Direction::Lower => posts.most - x,
    };
    match (width > 0.0, inside >= 0.0) {
        (true, _) => (100.0 * inside / width).clamp(0.0, 100.0),
        (false, true) => 100.0,
        (false, false) => 0.0,
    }
}
