//! A quantity that is best within a range (适度指标: 班额, 生师比).

use serde::{Deserialize, Serialize};

/// The best range and the tolerances around it, in the unit of the quantity,
/// in the order floor ≤ low ≤ high ≤ ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Best {
    /// At and below it the score is 0.
    pub floor: f64,
    /// From here on the score is 100.
    pub low: f64,
    /// Up to here the score is 100.
    pub high: f64,
    /// At and above it the score is 0.
    pub ceiling: f64,
}

/// 100 on [low, high], falling in straight lines to 0 at floor and ceiling.
/// A tolerance of no width is a wall: beyond it the score is 0 at once.
///
/// ```
/// use suanpan::measure::normalise::interval::{Best, interval};
/// let best = Best { floor: 50.0, low: 70.0, high: 80.0, ceiling: 95.0 };
/// assert_eq!(interval(75.5, best), 100.0);
/// assert_eq!(interval(62.0, best), 60.0);
/// assert_eq!(interval(95.0, best), 0.0);
/// assert_eq!(interval(69.0, Best { floor: 70.0, ..best }), 0.0);
/// ```
pub fn interval(x: f64, best: Best) -> f64 {
    let (inside, width) = match (x < best.low, x > best.high) {
        (true, _) => (x - best.floor, best.low - best.floor),
        (_, true) => (best.ceiling - x, best.ceiling - best.high),
        _ => return 100.0,
    };
    if width > 0.0 { (100.0 * inside / width).clamp(0.0, 100.0) } else { 0.0 }
}
