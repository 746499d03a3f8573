//! Attainment of a target (目标完成率).

use super::direction::Direction;

/// Attainment of target T by x, in percent, at least 0, at most `cap`.
///
/// * Higher is better: 100·x / T. For T ≤ 0 no ratio makes sense: 100 when
///   x ≥ T, else 0.
/// * Lower is better, for rates in percent: 100·(100 − x) / (100 − T). It is
///   bounded, unlike T / x, which explodes near x = 0. For T ≥ 100 the target
///   asks for nothing: 100 when x ≤ T, else 0.
///
/// ```
/// use suanpan::measure::{attainment::attainment, direction::Direction};
/// assert_eq!(attainment(75.0, 60.0, Direction::Higher, 120.0), 120.0);
/// assert_eq!(attainment(36.0, 20.0, Direction::Lower, 100.0), 80.0);
/// assert_eq!(attainment(0.0, 0.0, Direction::Higher, 100.0), 100.0);
/// assert_eq!(attainment(99.0, 100.0, Direction::Lower, 100.0), 100.0);
/// ```
pub fn attainment(x: f64, target: f64, direction: Direction, cap: f64) -> f64 {
    let (reached, asked) = match direction {
        Direction::Higher => (x, target),
        Direction::Lower => (100.0 - x, 100.0 - target),
    };
    let percent = match (asked > 0.0, reached >= asked) {
        (true, _) => 100.0 * reached / asked,
        (false, true) => 100.0,
        (false, false) => 0.0,
    };
    percent.min(cap).max(0.0)
}
