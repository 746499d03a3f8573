//! The fewest moves of whole persons between units that bring the coefficient
//! of variation weighted by pupils to a limit.
//!
//! Moves leave Σx and P as they are, so that CV falls just as Q = Σ xᵢ² ∕ Pᵢ
//! does. Taking one from unit a lessens Q by (2x_a − 1) ∕ P_a, giving one to
//! unit b adds (2x_b + 1) ∕ P_b. Both grow with x: what a unit gives first
//! lessens most, what it gets first adds least. So for every number of moves
//! the largest of the first kind and the smallest of the second make Q the
//! least possible, and the first number that reaches the limit is the fewest.
//!
//! Range: 0 moves where the limit is met already; there may be no way, as whole
//! persons cannot be shared. Among equals the earlier unit gives and gets.
//!
//! Source: greedy allocation with convex costs, O. Gross 1956; T. Ibaraki and
//! N. Katoh, *Resource Allocation Problems*, 1988, chapter 4. The tests compare
//! with all ways on small cases.

use super::variation;
use crate::basis::exact::{self, Exact};

/// A unit that can give and get.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holder {
    /// xᵢ, a whole number at least 0: the persons that it has.
    pub amount: f64,
    /// Pᵢ, above 0: its pupils.
    pub size: f64,
    /// It gives none of so many.
    pub least: f64,
}

/// Persons that go from one unit to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Position of the unit that gives.
    pub from: usize,
    /// Position of the unit that gets.
    pub to: usize,
    /// How many persons, above 0.
    pub count: u32,
}

/// Moves that were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// Who gives how many to whom; none where the limit is met already.
    pub moves: Vec<Move>,
    /// CV before.
    pub before: f64,
    /// CV after.
    pub after: f64,
    /// Whether the limit is met then, compared exactly. If not, no moves bring
    /// CV further down, or it would take more than [`MOST`].
    pub reached: bool,
}

/// So many moves are looked for: more are no plan.
const MOST: u32 = 10_000;

/// Looks for the fewest moves after which CV ≤ limit. `None`: there is no
/// coefficient.
///
/// ```
/// use suanpan::{basis::exact::parse, measure::transfer::{Holder, transfer}};
/// let holder = |amount| Holder { amount, size: 100.0, least: 0.0 };
/// let found = transfer(&[holder(6.0), holder(0.0), holder(3.0)], &parse("0.5").unwrap()).unwrap();
/// // One person: 5, 1, 3 has CV 0.544; two: 4, 2, 3 has 0.272.
/// assert_eq!(found.moves.iter().map(|step| step.count).sum::<u32>(), 2);
/// assert!(found.reached && (found.after - 6_f64.sqrt() / 9.0).abs() < 1e-12);
/// ```
pub fn transfer(holders: &[Holder], limit: &Exact) -> Option<Transfer> {
    let mut units: Vec<(f64, f64)> = holders.iter().map(|holder| (holder.amount, holder.size)).collect();
    let before = variation::variation(&units).ok()?.coefficient;
    let (mut given, mut got) = (vec![0_u32; units.len()], vec![0_u32; units.len()]);
    let (mut after, mut reached) = (before, meets(before, &units, limit));
    for _ in 0..MOST {
        let Some((from, to)) = (if reached { None } else { best(holders, &units) }) else { break };
        shift(&mut units, &mut given, from, -1.0);
        shift(&mut units, &mut got, to, 1.0);
        after = variation::variation(&units).ok()?.coefficient;
        reached = meets(after, &units, limit);
    }
    Some(Transfer { moves: paired(given, got), before, after, reached })
}

/// Whether CV ≤ limit.
pub(super) fn meets(coefficient: f64, units: &[(f64, f64)], limit: &Exact) -> bool {
    let exactly = |(amount, size): &(f64, f64)| Some((exact::of(*amount)?, exact::of(*size)?));
    variation::compare(coefficient, limit, || units.iter().filter_map(exactly).collect()).is_le()
}

/// The unit that gives and the one that gets with the most gain; `None` when
/// there is no gain.
fn best(holders: &[Holder], units: &[(f64, f64)]) -> Option<(usize, usize)> {
    let (mut from, mut to) = (None, None);
    for (at, ((amount, size), holder)) in units.iter().zip(holders).enumerate() {
        let (lessens, adds) = ((2.0 * amount - 1.0) / size, (2.0 * amount + 1.0) / size);
        if *amount - 1.0 >= holder.least.max(0.0) && from.is_none_or(|(_, most)| lessens > most) {
            from = Some((at, lessens));
        }
        if to.is_none_or(|(_, least)| adds < least) {
            to = Some((at, adds));
        }
    }
    let ((from, lessens), (to, adds)) = (from?, to?);
    // Beyond the noise of binary numbers: moves to and fro would never end.
    (lessens > adds + 1e-12 * lessens.abs()).then_some((from, to))
}

fn shift(units: &mut [(f64, f64)], counts: &mut [u32], at: usize, by: f64) {
    if let (Some((amount, _)), Some(count)) = (units.get_mut(at), counts.get_mut(at)) {
        *amount += by;
        *count += 1;
    }
}

/// Who gives to whom: in the units' order, as few pairs as that allows.
fn paired(mut given: Vec<u32>, mut got: Vec<u32>) -> Vec<Move> {
    let mut moves = Vec::new();
    let mut to = 0;
    for (from, left) in given.iter_mut().enumerate() {
        while *left > 0 {
            let Some(wanted) = got.get_mut(to) else { return moves };
            let count = (*left).min(*wanted);
            (*left, *wanted) = (*left - count, *wanted - count);
            if count > 0 {
                moves.push(Move { from, to, count });
            }
            to += usize::from(*wanted == 0);
        }
    }
    moves
}
