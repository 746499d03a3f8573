//! Values against limits, exactly on the decimals as typed.

use num_traits::Signed;

use crate::basis::exact::{self, Exact, whole};
use crate::word::scheme::target::Comparator;

/// A limit that can be compared with. Both are the same but for `About` and
/// `Band`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least that is met, or the limit.
    pub low: Exact,
    /// The most that is met, or the limit.
    pub high: Exact,
}

/// How far a value is from its limit, in natural units where there are any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How much, above 0; 0 where a strict limit is only touched.
    pub amount: Exact,
    /// It has to become less.
    pub less: bool,
    /// What it is counted in.
    pub unit: GapUnit,
}

/// What a gap is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapUnit {
    /// The numerator's pieces.
    Counted,
    /// The value's unit.
    Value,
    /// Schools.
    Schools,
    /// Classes.
    Classes,
}

impl Bounds {
    /// Reads a limit: a decimal, `15±2` for about, `45~55` for a band. `None`:
    /// it is not set, or unreadable, or a tolerance below 0, or a band upside
    /// down.
    pub fn parse(comparator: Comparator, text: &str) -> Option<Self> {
        match comparator {
            Comparator::About => {
                let (middle, tolerance) = text.split_once('±')?;
                let (middle, tolerance) = (exact::parse(middle)?, exact::parse(tolerance)?);
                (!tolerance.is_negative()).then(|| Self { low: &middle - &tolerance, high: &middle + &tolerance })
            }
            Comparator::Band => {
                let (low, high) = text.split_once('~')?;
                let (low, high) = (exact::parse(low)?, exact::parse(high)?);
                (low <= high).then_some(Self { low, high })
            }
            Comparator::True => Some(Self { low: whole(1), high: whole(1) }),
            _ => exact::parse(text).map(|limit| Self { low: limit.clone(), high: limit }),
        }
    }

    /// The same limit, so many times as high.
    pub fn times(&self, factor: &Exact) -> Self {
        Self { low: &self.low * factor, high: &self.high * factor }
    }
}

/// Whether a value meets a limit.
pub fn met(comparator: Comparator, value: &Exact, bounds: &Bounds) -> bool {
    let Bounds { low, high } = bounds;
    match comparator {
        Comparator::AtLeast => value >= low,
        Comparator::Above => value > low,
        Comparator::AtMost => value <= high,
        Comparator::Below => value < high,
        Comparator::Equal | Comparator::True => value == low,
        Comparator::About | Comparator::Band => value >= low && value <= high,
    }
}

/// Whether a value that fails would meet the limit once it is rounded to so
/// many decimals.
pub fn only_rounded(comparator: Comparator, value: &Exact, bounds: &Bounds, decimals: u32) -> bool {
    !met(comparator, value, bounds) && met(comparator, &exact::round(value, decimals), bounds)
}

/// Whether a value that fails has to become less.
fn too_high(comparator: Comparator, value: &Exact, bounds: &Bounds) -> bool {
    match comparator {
        Comparator::AtLeast | Comparator::Above | Comparator::True => false,
        Comparator::AtMost | Comparator::Below => true,
        Comparator::Equal | Comparator::About | Comparator::Band => *value > bounds.high,
    }
}

/// How far a value that fails is from its limit, in its own unit: not below 0,
/// and 0 only where it touches a strict limit.
pub fn shortfall(comparator: Comparator, value: &Exact, bounds: &Bounds) -> Exact {
    if too_high(comparator, value, bounds) { value - &bounds.high } else { &bounds.low - value }
}

/// The gap of a plain value.
pub fn gap(comparator: Comparator, value: &Exact, bounds: &Bounds) -> Gap {
    let less = too_high(comparator, value, bounds);
    Gap { amount: shortfall(comparator, value, bounds), less, unit: GapUnit::Value }
}

/// The gap of a ratio that fails, in its numerator: `⌈T·d ÷ f⌉ − n`, in whole
/// pieces where it is counted so.
pub fn counted_gap(
    comparator: Comparator,
    (numerator, denominator): (&Exact, &Exact),
    factor: u32,
    pieces: bool,
    bounds: &Bounds,
) -> Gap {
    let factor = whole(factor.into());
    let value = numerator * &factor / denominator;
    let less = too_high(comparator, &value, bounds);
    let limit = if less { &bounds.high } else { &bounds.low } * denominator / factor;
    let strict = matches!(comparator, Comparator::Above | Comparator::Below);
    let wanted = match (pieces, less) {
        (false, _) => limit,
        (true, false) if strict => limit.floor() + whole(1),
        (true, false) => limit.ceil(),
        (true, true) if strict => limit.ceil() - whole(1),
        (true, true) => limit.floor(),
    };
    Gap { amount: (wanted - numerator).abs(), less, unit: GapUnit::Counted }
}
