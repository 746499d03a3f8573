//! Moving a weight: the others make room, and the sum stays 100.00.

use crate::basis::order;
use crate::word::scheme::evaluation::{EvaluationScheme, Node, WHOLE, Weight};

/// The least and the most that the node's weight can be set to: what locked
/// siblings leave. Without an unlocked sibling, and when the node itself is
/// locked, both are the same. `None` for a path that leads nowhere.
pub fn bounds(scheme: &EvaluationScheme, path: &[usize]) -> Option<(Weight, Weight)> {
    let node = scheme.node(path)?;
    let (last, above) = path.split_last()?;
    let siblings = if above.is_empty() { &scheme.nodes } else { scheme.node(above)?.children() };
    if node.locked {
        return Some((node.weight, node.weight));
    }
    Some(room(siblings, *last))
}

/// Gives the node a weight, as near to the wish as [`bounds`] allow. Unlocked
/// siblings share the rest in proportion to their weights (equally when all are
/// 0), in hundredths of a percent by largest remainder; locked ones keep
/// theirs. A locked node, and a path that leads nowhere, change nothing.
pub fn reweight(scheme: &mut EvaluationScheme, path: &[usize], wish: Weight) {
    let Some((last, siblings)) = path.last().copied().zip(scheme.siblings_mut(path)) else { return };
    if siblings.get(last).is_none_or(|node| node.locked) {
        return;
    }
    let (least, most) = room(siblings, last);
    let weight = wish.clamp(least, most);
    let (mut moved, mut others) = (None, Vec::new());
    let mut locked: Weight = 0;
    for (index, node) in siblings.iter_mut().enumerate() {
        match (index == last, node.locked) {
            (true, _) => moved = Some(node),
            (false, true) => locked = locked.saturating_add(node.weight),
            (false, false) => others.push(node),
        }
    }
    if let Some(node) = moved {
        node.weight = weight;
    }
    let rest = WHOLE.saturating_sub(locked).saturating_sub(weight);
    let parts = share(rest, &others.iter().map(|node| node.weight).collect::<Vec<_>>());
    for (node, part) in others.into_iter().zip(parts) {
        node.weight = part;
    }
}

/// Locks or unlocks a node's weight.
pub fn lock(scheme: &mut EvaluationScheme, path: &[usize], locked: bool) {
    if let Some(node) = scheme.node_mut(path) {
        node.locked = locked;
    }
}

/// The bounds of the unlocked sibling at an index.
fn room(siblings: &[Node], index: usize) -> (Weight, Weight) {
    let others = || siblings.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, node)| node);
    let locked = others().filter(|node| node.locked).fold(0, |sum: Weight, node| sum.saturating_add(node.weight));
    let most = WHOLE.saturating_sub(locked);
    (if others().any(|node| !node.locked) { 0 } else { most }, most)
}

/// Splits a whole in proportion to weights, by largest remainder; equal
/// remainders go by order. All-zero weights share equally.
fn share(whole: Weight, weights: &[Weight]) -> Vec<Weight> {
    let zero = weights.iter().all(|weight| *weight == 0);
    let weights: Vec<u64> = weights.iter().map(|weight| if zero { 1 } else { u64::from(*weight) }).collect();
    let sum: u64 = weights.iter().sum::<u64>().max(1);
    // (position, floor, remainder): each below 2^64, as weights are below 2^32.
    let mut parts: Vec<(usize, u64, u64)> = weights
        .iter()
        .enumerate()
        .map(|(position, weight)| {
            let product = u64::from(whole) * weight;
            (position, product / sum, product % sum)
        })
        .collect();
    let floors: u64 = parts.iter().map(|(_, floor, _)| floor).sum();
    let left = usize::try_from(u64::from(whole).saturating_sub(floors)).unwrap_or(0);
    order::sort_by_key(&mut parts, |(position, _, remainder)| (std::cmp::Reverse(*remainder), *position));
    for (_, part, _) in parts.iter_mut().take(left) {
        *part += 1;
    }
    order::sort_by_key(&mut parts, |(position, ..)| *position);
    parts.into_iter().map(|(_, part, _)| Weight::try_from(part).unwrap_or(WHOLE)).collect()
}
