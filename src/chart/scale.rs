//! Linear scales with round ticks.

use super::value::Value;
use crate::basis::format::fixed;

/// Maps values to pixels.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

/// Round values on a scale: steps of 1, 2 or 5 times a power of ten.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The values, ascending.
    pub values: Vec<f64>,
    /// How many decimals tell them apart.
    pub decimals: u32,
}

/// The most decimals of a tick's label.
const MOST_DECIMALS: u32 = 12;

impl Scale {
    /// A scale over values between two places in pixels; its ends are round
    /// values on or beyond the least and the greatest, its ticks at most `most`
    /// steps apart.
    pub fn over(values: &[Value], (start, end): (f64, f64), most: u32) -> (Self, Ticks) {
        let (low, high) = extent(values);
        let ticks = Ticks::between(low, high, most);
        let from = ticks.values.first().map_or(low, |first| first.min(low));
        let to = ticks.values.last().map_or(high, |last| last.max(high));
        (Self { from, to, start, end }, ticks)
    }

    /// Where a value stands; values beyond the ends stand at them.
    pub fn at(&self, value: f64) -> f64 {
        // Halves, because the span of the widest range is beyond all numbers.
        let part = (value / 2.0 - self.from / 2.0) / (self.to / 2.0 - self.from / 2.0);
        self.start + part.clamp(0.0, 1.0) * (self.end - self.start)
    }
}

impl Ticks {
    /// Ticks around two values, the first of them smaller.
    fn between(low: f64, high: f64, most: u32) -> Self {
        let (step, power) = step(high / 2.0 - low / 2.0, f64::from(most.max(1)) / 2.0);
        let unit = |count: f64| {
            let (count, size) = (count * step, ten(power.unsigned_abs()));
            // A division by a power of ten gives the nearest number to the decimal.
            if power < 0 { count / size } else { count * size }
        };
        let (first, last) = (steps(low / unit(1.0), f64::floor), steps(high / unit(1.0), f64::ceil));
        let counts = (0..=most.saturating_add(2)).map(|count| first + f64::from(count));
        let mut values: Vec<f64> = counts.take_while(|count| *count <= last).map(|count| unit(count) + 0.0).collect();
        values.retain(|value| value.is_finite());
        values.dedup();
        Self { values, decimals: u32::try_from(-power).unwrap_or(0).min(MOST_DECIMALS) }
    }

    /// A tick's label.
    pub fn label(&self, value: f64) -> String {
        fixed(value, self.decimals)
    }
}

/// Whole steps; binary noise, such as 0.6 ÷ 0.2 has, makes no further one.
fn steps(quotient: f64, whole: fn(f64) -> f64) -> f64 {
    let nearest = quotient.round();
    if (quotient - nearest).abs() < 1e-9 { nearest } else { whole(quotient) }
}

/// The smallest of 1, 2, 5 × 10ⁿ that goes into a span at most so often, as 1, 2
/// or 5 and n.
fn step(span: f64, most: f64) -> (f64, i32) {
    let mut power = 0;
    while ten_to(power) * most < span && power < 308 {
        power += 1;
    }
    while ten_to(power - 1) * most >= span && power > -300 {
        power -= 1;
    }
    // Now 10ⁿ goes in at most so often, and 10ⁿ⁻¹ more often.
    let finer = [2.0, 5.0].into_iter().find(|step| ten_to(power - 1) * step * most >= span);
    finer.map_or((1.0, power), |step| (step, power - 1))
}

fn ten_to(power: i32) -> f64 {
    let size = ten(power.unsigned_abs());
    if power < 0 { 1.0 / size } else { size }
}

/// A power of ten, the same on every machine, which `powi` is not bound to give.
fn ten(power: u32) -> f64 {
    (0..power).fold(1.0, |product, _| product * 10.0)
}

/// The least and the greatest value; two that lie apart, if all are the same.
fn extent(values: &[Value]) -> (f64, f64) {
    let numbers = || values.iter().map(|value| value.get());
    let low = numbers().fold(f64::INFINITY, f64::min);
    let high = numbers().fold(f64::NEG_INFINITY, f64::max);
    // Too near to each other to be told apart by labels, too.
    let apart = (high / 2.0 - low / 2.0) > (low.abs().max(high.abs())) * 1e-9;
    match (low.is_finite(), apart) {
        (false, _) => (0.0, 1.0),
        (true, true) if high / 2.0 - low / 2.0 > 1e-290 => (low, high),
        (true, _) if low.abs().max(high.abs()) < 1e-280 => (0.0, 1.0),
        (true, _) => (low - low.abs() / 2.0, high.min(f64::MAX / 2.0) + high.abs().min(f64::MAX / 2.0) / 2.0),
    }
}
