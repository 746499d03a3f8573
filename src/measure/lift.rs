//! The least that must be added, in whole steps, so that the coefficient of
//! variation weighted by pupils comes to a limit.
//!
//! CV ≤ T ⇔ ΣP·Q ≤ (1 + T²)·(Σx)² with Q = Σ xᵢ² ∕ Pᵢ. When k steps of g are
//! added in all, Σx is given, and Q is least when each step goes where it adds
//! least: (2x + g)·g ∕ P. That is the unit with about the least per pupil, so
//! the poorest are lifted together up to one level; and the first k that meets
//! the limit is the least.
//!
//! Range: nothing where the limit is met already. It can always be met, by
//! lifting all to the richest.
//!
//! Source: greedy allocation with convex costs, as in [`super::transfer`]. The
//! tests compare with all ways on small cases.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::transfer::meets;
use super::variation;
use crate::basis::exact::{self, Exact};

/// What is added.
#[derive(Clone, Debug, PartialEq)]
pub struct Lift {
    /// For each unit, what it gets: a multiple of the step, in the order of the
    /// units.
    pub added: Vec<f64>,
    /// CV before.
    pub before: f64,
    /// CV after.
    pub after: f64,
    /// Whether the limit is met then, compared exactly.
    pub reached: bool,
}

/// The least to be added to units given as (xᵢ, Pᵢ), by steps, after which CV ≤
/// limit. `None`: there is no coefficient, or the step is not above 0.
///
/// ```
/// use suanpan::{basis::exact::parse, measure::lift::lift};
/// let found = lift(&[(1.0, 1.0), (3.0, 1.0)], 1.0, &parse("0.25").unwrap()).unwrap();
/// assert_eq!(found.added, [1.0, 0.0]); // 2 and 3: CV 0.2
/// ```
pub fn lift(units: &[(f64, f64)], step: f64, limit: &Exact) -> Option<Lift> {
    if step <= 0.0 {
        return None;
    }
    let before = variation::variation(units).ok()?.coefficient;
    let mut lifted = at_once(units, step, limit);
    let mut sums = Sums::of(&lifted);
    // What `at_once` leaves, and some for each unit; sizes that no county has would
    // take for ever.
    let most = (3.0 * sums.sizes / smallest(units) + 4.0 * units.len() as f64).min(MOST);
    let adds = |(amount, size): &(f64, f64)| (2.0 * amount + step) / size;
    let mut queue: BinaryHeap<_> = lifted.iter().enumerate().map(|(at, unit)| Reverse(Next(adds(unit), at))).collect();
    let mut taken = 0.0;
    while !sums.meet(limit, &lifted) && taken < most {
        let Reverse(Next(added, at)) = queue.pop()?;
        let poorest = lifted.get_mut(at)?;
        sums.total += step;
        sums.squares += step * added;
        poorest.0 += step;
        queue.push(Reverse(Next(adds(poorest), at)));
        taken += 1.0;
    }
    let after = variation::variation(&lifted).ok()?.coefficient;
    let added = lifted.iter().zip(units).map(|((after, _), (before, _))| ((after - before) / step).round() * step);
    Some(Lift { added: added.collect(), before, after, reached: meets(after, &lifted, limit) })
}

/// So many steps are tried one by one at the most.
const MOST: f64 = 200_000.0;

/// What the next step of a unit adds to Q for a step of 1, and which unit; the
/// earlier of equals comes first.
struct Next(f64, usize);

impl Ord for Next {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for Next {}

impl PartialEq for Next {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

/// What the coefficient follows from, kept up while steps are taken.
struct Sums {
    total: f64,
    sizes: f64,
    /// Σ xᵢ² ∕ Pᵢ.
    squares: f64,
}

impl Sums {
    fn of(units: &[(f64, f64)]) -> Self {
        let total = units.iter().map(|(amount, _)| amount).sum();
        let sizes = units.iter().map(|(_, size)| size).sum();
        Self { total, sizes, squares: units.iter().map(|(amount, size)| amount * amount / size).sum() }
    }

    /// Whether CV ≤ limit; units are looked at only where it is close.
    fn meet(&self, limit: &Exact, units: &[(f64, f64)]) -> bool {
        const CLOSE: f64 = 1e-4;
        let near = exact::to_f64(limit).unwrap_or(f64::INFINITY);
        let coefficient = (self.sizes * self.squares / (self.total * self.total) - 1.0).max(0.0).sqrt();
        if coefficient > near + CLOSE {
            return false;
        }
        coefficient < near - CLOSE || variation::variation(units).is_ok_and(|v| meets(v.coefficient, units, limit))
    }
}

fn smallest(units: &[(f64, f64)]) -> f64 {
    units.iter().map(|(_, size)| *size).fold(f64::INFINITY, f64::min)
}

/// The steps that are needed at any rate, where they are many: all up to a
/// level that is lower than the one searched for by a step of the smallest unit.
fn at_once(units: &[(f64, f64)], step: f64, limit: &Exact) -> Vec<(f64, f64)> {
    let to_level = |level: f64| -> Vec<(f64, f64)> {
        let steps = |amount: f64, size: f64| ((level * size - amount) / step).floor().max(0.0);
        units.iter().map(|(amount, size)| (amount + steps(*amount, *size) * step, *size)).collect()
    };
    let (mut low, mut high) = (0.0, units.iter().map(|(amount, size)| amount / size).fold(0.0, f64::max));
    // Sixty halvings are all that binary numbers have.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        let lifted = to_level(middle);
        if Sums::of(&lifted).meet(limit, &lifted) { high = middle } else { low = middle }
    }
    to_level(low - 2.0 * step / smallest(units))
}
