//! Walking an indicator tree.

use crate::word::scheme::evaluation::{Indicator, Node, Path, WHOLE, Weight};

/// A node met on the walk.
pub struct Visit<'a> {
    /// Its path.
    pub path: Path,
    /// Itself.
    pub node: &'a Node,
    /// Its effective weight, from 0 to 1.
    pub weight: f64,
}

/// All nodes, parents before their children.
pub fn walk(nodes: &[Node]) -> Vec<Visit<'_>> {
    let mut visits = Vec::new();
    descend(nodes, &[], 1.0, &mut visits);
    visits
}

/// The indicators, in the order of [`walk`].
pub fn indicators(nodes: &[Node]) -> Vec<&Indicator> {
    walk(nodes).into_iter().filter_map(|visit| visit.node.indicator()).collect()
}

/// A weight as a fraction of the whole.
pub fn fraction(weight: Weight) -> f64 {
    f64::from(weight) / f64::from(WHOLE)
}

fn descend<'a>(nodes: &'a [Node], above: &[usize], weight: f64, visits: &mut Vec<Visit<'a>>) {
    for (index, node) in nodes.iter().enumerate() {
        let path: Path = above.iter().copied().chain([index]).collect();
        let weight = weight * fraction(node.weight);
        visits.push(Visit { path: path.clone(), node, weight });
        descend(node.children(), &path, weight, visits);
    }
}
