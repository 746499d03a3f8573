//! How far the schools lie apart per head.
//!
//! Formula: highest, lowest, gap = highest − lowest, ratio = highest ÷ lowest,
//! over the per-capita amounts aᵢ ÷ hᵢ rounded half up to 分, as they are shown:
//! unrounded, two schools of one score would differ by the fraction of a 分
//! that the division of the pool left them. The mean is weighted by
//! headcount, Σaᵢ ÷ Σhᵢ, and not the mean of the schools' means.
//!
//! Range: gap ≥ 0, ratio ≥ 1. One school: gap 0, ratio 1. Lowest 0: no ratio.

use num_traits::{ToPrimitive, Zero};
use serde::Serialize;

use super::Line;
use crate::basis::exact::{self, Exact};
use crate::basis::money::Fen;

/// The per-capita figures of a distribution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The highest per head.
    pub highest: Fen,
    /// The schools that have it, in the dataset's order.
    pub highest_schools: Vec<usize>,
    /// The lowest per head.
    pub lowest: Fen,
    /// The schools that have it, in the dataset's order.
    pub lowest_schools: Vec<usize>,
    /// Highest − lowest.
    pub gap: Fen,
    /// Highest ÷ lowest; `None` when the lowest is 0.
    pub ratio: Option<f64>,
    /// Σ paid ÷ Σ headcount, in 分, unrounded.
    #[serde(serialize_with = "exact::as_text")]
    pub mean: Exact,
}

impl Line {
    /// The amount for one person, rounded half up to 分.
    pub fn per_capita_fen(&self) -> Fen {
        fen(&self.per_capita)
    }
}

/// An exact amount in 分, rounded half up.
pub(crate) fn fen(amount: &Exact) -> Fen {
    // Amounts are at most a pool times 12, far within the range.
    Fen(amount.round().to_integer().to_i64().unwrap_or(i64::MAX))
}

/// The figures of some lines; `None` when there is none.
pub(super) fn spread(lines: &[Line]) -> Option<Spread> {
    // Rounding fractions is slow, and every change of a weight comes by here.
    let heads: Vec<(usize, Fen)> = lines.iter().map(|line| (line.school, line.per_capita_fen())).collect();
    let highest = heads.iter().map(|(_, fen)| *fen).max()?;
    let lowest = heads.iter().map(|(_, fen)| *fen).min()?;
    let schools = |end| heads.iter().filter(|(_, fen)| *fen == end).map(|(school, _)| *school).collect();
    let paid: Fen = lines.iter().map(|line| line.part.amount).sum();
    let headcount: Exact = lines.iter().map(|line| &line.headcount).sum();
    let ratio = (lowest.0 > 0).then(|| exact::to_f64(&(exact::whole(highest.0) / exact::whole(lowest.0)))).flatten();
    Some(Spread {
        highest,
        highest_schools: schools(highest),
        lowest,
        lowest_schools: schools(lowest),
        gap: highest - lowest,
        ratio,
        mean: if headcount.is_zero() { Exact::zero() } else { exact::whole(paid.0) / headcount },
    })
}
