//! Shares of variance.

use suanpan::measure::undefined::Undefined;
use suanpan::measure::variance::analysis::Analysis;
use suanpan::measure::variance::eta::eta_squared;
use suanpan::measure::variance::intraclass::intraclass;

use super::Dice;

#[test]
fn odd_scores_have_a_reason() {
    assert_eq!(Analysis::of(&[]), Err(Undefined::NoUnit));
    assert_eq!(Analysis::of(&[(0, 1.0), (0, 2.0)]), Err(Undefined::OneUnit));
    assert_eq!(Analysis::of(&[(0, 0.1), (0, 0.1), (1, 0.1)]), Err(Undefined::NoSpread));
    assert_eq!(Analysis::of(&[(0, f64::NAN), (1, 2.0)]), Err(Undefined::OutOfRange));
    let single = Analysis::of(&[(0, 1.0), (1, 2.0)]).unwrap();
    assert_eq!((eta_squared(&single), intraclass(&single)), (1.0, Err(Undefined::NoneWithin)));
}

#[test]
fn schools_that_differ_less_than_by_chance_give_zero_and_a_flag() {
    let same_mean = Analysis::of(&[(0, 1.0), (0, 3.0), (1, 1.0), (1, 3.0)]).unwrap();
    let found = intraclass(&same_mean).unwrap();
    assert_eq!((found.share, found.floored, found.between, found.within), (0.0, true, 0.0, 2.0));
    let apart = Analysis::of(&[(0, 1.0), (0, 1.0), (1, 3.0), (1, 3.0)]).unwrap();
    let found = intraclass(&apart).unwrap();
    assert_eq!((found.share, found.floored, eta_squared(&apart)), (1.0, false, 1.0));
}

#[test]
fn the_sums_of_squares_add_up_and_know_no_order() {
    let mut dice = Dice(31);
    let scores: Vec<(usize, f64)> =
        (0..500).map(|_| (dice.below(20) as usize, f64::from(dice.below(1500)) / 10.0)).collect();
    let found = Analysis::of(&scores).unwrap();
    let mean = scores.iter().map(|(_, score)| score).sum::<f64>() / 500.0;
    let total: f64 = scores.iter().map(|(_, score)| (score - mean).powi(2)).sum();
    assert!((found.between + found.within - total).abs() < 1e-9 * total);
    assert_eq!(Analysis::of(&dice.shuffled(&scores)), Ok(found));
}
