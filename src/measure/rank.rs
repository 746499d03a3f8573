//! Competition ranks (1, 2, 2, 4).

use std::cmp::Ordering;

use crate::basis::order;

/// The ranks of scores, the greatest first: 1 + the number of greater scores,
/// as Excel's RANK. Equal scores share the better rank, and the next one is
/// skipped.
///
/// Scores are compared unrounded, by all their bits (0 and −0 are one): two
/// schools tie only when their scores are the same number, not when they are
/// shown the same.
///
/// ```
/// use suanpan::measure::rank::competition;
/// assert_eq!(competition(&[80.0, 90.0, 80.0, 70.0]), [2, 1, 2, 4]);
/// ```
pub fn competition(scores: &[f64]) -> Vec<usize> {
    let mut falling: Vec<(usize, f64)> = scores.iter().copied().enumerate().collect();
    order::sort_by(&mut falling, |a, b| compare(b.1, a.1));
    let mut ranked = Vec::with_capacity(falling.len());
    let mut last: Option<(f64, usize)> = None;
    for (position, (index, score)) in falling.into_iter().enumerate() {
        let rank = match last {
            Some((above, rank)) if compare(above, score).is_eq() => rank,
            _ => position + 1,
        };
        last = Some((score, rank));
        ranked.push((index, rank));
    }
    order::sort_by_key(&mut ranked, |(index, _)| *index);
    ranked.into_iter().map(|(_, rank)| rank).collect()
}

/// The order of two scores, over all their bits; 0 and −0 are equal.
pub fn compare(a: f64, b: f64) -> Ordering {
    (a + 0.0).total_cmp(&(b + 0.0))
}
