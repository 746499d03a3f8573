//! Moving weights: the sum stays, locks hold, wishes are granted.

use suanpan::evaluation::{bounds, lock, reweight};
use suanpan::word::scheme::evaluation::{EvaluationScheme, MissingRule, Normalisation, WHOLE, Weight};

use super::{Dice, group, leaf, scheme};

fn of(weights: &[Weight]) -> EvaluationScheme {
    let nodes = weights.iter().map(|weight| leaf("x", *weight, Normalisation::MinMax)).collect();
    scheme(nodes, MissingRule::Renormalise)
}

fn weights(scheme: &EvaluationScheme) -> Vec<Weight> {
    scheme.nodes.iter().map(|node| node.weight).collect()
}

#[test]
fn siblings_make_room_in_proportion() {
    let mut scheme = of(&[4_000, 3_000, 2_000, 1_000]);
    reweight(&mut scheme, &[0], 5_000);
    assert_eq!(weights(&scheme), [5_000, 2_500, 1_667, 833]);
}

#[test]
fn siblings_at_zero_share_equally() {
    let mut scheme = of(&[10_000, 0, 0, 0]);
    reweight(&mut scheme, &[0], 0);
    assert_eq!(weights(&scheme), [0, 3_334, 3_333, 3_333]);
}

#[test]
fn locked_siblings_bound_the_move() {
    let mut scheme = of(&[4_000, 3_000, 2_000, 1_000]);
    lock(&mut scheme, &[1], true);
    assert_eq!(bounds(&scheme, &[0]), Some((0, 7_000)));
    reweight(&mut scheme, &[0], WHOLE);
    assert_eq!(weights(&scheme), [7_000, 3_000, 0, 0]);
    lock(&mut scheme, &[2], true);
    lock(&mut scheme, &[3], true);
    assert_eq!(bounds(&scheme, &[0]), Some((7_000, 7_000)), "nobody can make room");
    assert_eq!(bounds(&scheme, &[1]), Some((3_000, 3_000)), "locked itself");
    assert_eq!(bounds(&scheme, &[9]), None);
}

#[test]
fn only_siblings_move() {
    let inner = vec![leaf("a", 6_000, Normalisation::MinMax), leaf("b", 4_000, Normalisation::MinMax)];
    let mut scheme =
        scheme(vec![group("g", 5_000, inner), leaf("c", 5_000, Normalisation::MinMax)], MissingRule::Renormalise);
    reweight(&mut scheme, &[0, 1], 9_000);
    assert_eq!(scheme.nodes[0].children().iter().map(|node| node.weight).collect::<Vec<_>>(), [1_000, 9_000]);
    assert_eq!(weights(&scheme), [5_000, 5_000]);
}

#[test]
fn whatever_is_moved_the_laws_hold() {
    let mut dice = Dice(42);
    for _ in 0..2_000 {
        let count = 1 + usize::try_from(dice.roll(7)).unwrap();
        let mut scheme = of(&vec![0; count]);
        // Start from some valid weights: the first takes what the others leave.
        let mut left = WHOLE;
        for node in scheme.nodes.iter_mut().skip(1) {
            node.weight = Weight::try_from(dice.roll(u64::from(left) + 1)).unwrap();
            node.locked = dice.roll(3) == 0;
            left -= node.weight;
        }
        scheme.nodes[0].weight = left;
        for _ in 0..4 {
            let at = usize::try_from(dice.roll(count as u64)).unwrap();
            let wish = Weight::try_from(dice.roll(12_000)).unwrap();
            let before = scheme.clone();
            let (least, most) = bounds(&scheme, &[at]).unwrap();
            reweight(&mut scheme, &[at], wish);
            assert_eq!(weights(&scheme).iter().sum::<Weight>(), WHOLE);
            assert_eq!(scheme.nodes[at].weight, wish.clamp(least, most));
            let pairs = before.nodes.iter().zip(&scheme.nodes);
            assert!(pairs.clone().all(|(before, after)| !before.locked || before == after));
            // Order among those that made room is kept.
            let others: Vec<_> =
                pairs.enumerate().filter(|(i, (b, _))| *i != at && !b.locked).map(|(_, p)| p).collect();
            for (before, after) in &others {
                assert!(others.iter().all(|(b, a)| before.weight <= b.weight || after.weight >= a.weight));
            }
        }
    }
}
