//! Scores from the order alone: Borda count, percentile rank, rank points.

use crate::measure::direction::Direction;
use crate::measure::rank::compare;

/// Borda count: the number of schools with a worse value; 0 to n − 1.
/// `sorted` is the column in ascending order.
///
/// ```
/// use suanpan::measure::{direction::Direction, normalise::place::borda};
/// let sorted = [62.0, 75.5, 75.5, 88.0];
/// assert_eq!(borda(75.5, &sorted, Direction::Higher), 1);
/// assert_eq!(borda(75.5, &sorted, Direction::Lower), 1);
/// assert_eq!(borda(62.0, &sorted, Direction::Lower), 3);
/// ```
pub fn borda(x: f64, sorted: &[f64], direction: Direction) -> usize {
    match direction {
        Direction::Higher => sorted.partition_point(|value| compare(*value, x).is_lt()),
        Direction::Lower => sorted.len() - sorted.partition_point(|value| compare(*value, x).is_le()),
    }
}

/// Percentile rank 100·(number worse)/(n − 1), as COINr's n_prank × 100; 0 to
/// 100. A single school gets 100.
///
/// ```
/// use suanpan::measure::{direction::Direction, normalise::place::percentile};
/// assert_eq!(percentile(88.0, &[62.0, 75.5, 75.5, 88.0, 93.0], Direction::Higher), 75.0);
/// assert_eq!(percentile(5.0, &[5.0], Direction::Higher), 100.0);
/// ```
pub fn percentile(x: f64, sorted: &[f64], direction: Direction) -> f64 {
    let others = sorted.len().saturating_sub(1) as f64;
    if others > 0.0 { 100.0 * borda(x, sorted, direction) as f64 / others } else { 100.0 }
}

/// Points by rank (第一名 15 分, 依次减 1): first − step·(rank − 1), at least 0;
/// ties share the better rank.
///
/// ```
/// use suanpan::measure::{direction::Direction, normalise::place::rank_points};
/// assert_eq!(rank_points(88.0, &[62.0, 75.5, 88.0, 93.0], Direction::Higher, 15.0, 1.0), 14.0);
/// ```
pub fn rank_points(x: f64, sorted: &[f64], direction: Direction, first: f64, step: f64) -> f64 {
    let better = match direction {
        Direction::Higher => borda(x, sorted, Direction::Lower),
        Direction::Lower => borda(x, sorted, Direction::Higher),
    };
    (first - step * better as f64).max(0.0)
}
