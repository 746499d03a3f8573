//! 后X%: the pupils with the lowest scores, and the schools that have most of
//! them. Ties make the group larger rather than cut through it.

use std::cmp::Ordering;

use num_traits::ToPrimitive;

use crate::basis::exact::{Exact, whole};
use crate::basis::order;

/// The score up to which pupils are in the bottom group: of the scores in
/// ascending order that at the place `⌊share · n⌋`, from 0. All who have it are
/// in the group. `None` without scores, or with a share outside 0 to 1.
pub fn bottom_cut(scores: &[f64], share: &Exact) -> Option<f64> {
    if *share < whole(0) || *share > whole(1) {
        return None;
    }
    let mut sorted = scores.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    let place = (share * whole(i64::try_from(sorted.len()).ok()?)).floor().to_integer().to_usize()?;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied()
}

/// Which are among the worst of `all`, of whom these have values: those whose
/// rank is at most `share · all`, the worst first; equal ones share the better
/// rank, so that they are in or out together.
pub fn worst(values: &[Exact], all: usize, highest: bool, share: &Exact) -> Vec<bool> {
    let most = share * whole(i64::try_from(all).unwrap_or(i64::MAX));
    let way = |one: &Exact, other: &Exact| if highest { other.cmp(one) } else { one.cmp(other) };
    let mut sorted: Vec<&Exact> = values.iter().collect();
    order::sort_by(&mut sorted, |one, other| way(one, other));
    let rank = |value: &Exact| 1 + sorted.partition_point(|other| way(other, value) == Ordering::Less);
    values.iter().map(|value| whole(i64::try_from(rank(value)).unwrap_or(i64::MAX)) <= most).collect()
}
