//! Indices of inequality: laws over all of them, independent packages,
//! published figures, odd inputs, and what is said of them.

mod decomposition;
mod edge;
mod law;
mod oracle;
mod trend;
mod variance;
mod wording;

use suanpan::measure::inequality::{Distribution, Index, Undefined, Weighting};

/// A small deterministic generator (xorshift).
pub struct Dice(pub u64);

impl Dice {
    /// A whole number below the bound.
    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % u64::from(bound)) as u32
    }

    /// Units (x, P) whose values per pupil lie between 0.01 and 50.
    pub fn units(&mut self, count: usize) -> Vec<(f64, f64)> {
        (0..count)
            .map(|_| {
                let size = f64::from(1 + self.below(40));
                (f64::from(1 + self.below(5_000)) / 100.0 * size, size)
            })
            .collect()
    }

    /// The same in another order.
    pub fn shuffled<T: Copy>(&mut self, items: &[T]) -> Vec<T> {
        let mut items = items.to_vec();
        for place in (1..items.len()).rev() {
            items.swap(place, self.below(place as u32 + 1) as usize);
        }
        items
    }
}

fn spread(units: &[(f64, f64)], weighting: Weighting) -> Distribution {
    Distribution::of(units, weighting).unwrap()
}

fn of_values(index: Index, values: &[f64]) -> Result<f64, Undefined> {
    index.of(&Distribution::of_values(values).unwrap())
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * (1.0 + a.abs())
}
