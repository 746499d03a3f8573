//! What must hold for every index on any distribution.

use suanpan::measure::direction::Direction;
use suanpan::measure::inequality::lorenz::{Point, curve};
use suanpan::measure::inequality::{Aversion, Distribution, Index, Transfers, Weighting};
use suanpan::measure::logarithm::{exp, ln};

use super::{Dice, close, of_values, spread};

/// How far an index is from equality; of HHI only differences mean something.
fn distance(index: Index, value: f64) -> f64 {
    match index.direction() {
        Direction::Higher => index.at_equality().unwrap() - value,
        Direction::Lower => value - index.at_equality().unwrap_or_default(),
    }
}

#[test]
fn every_index_stays_in_its_bounds() {
    let mut dice = Dice(1);
    for round in 0..200 {
        let units = dice.units(2 + round % 23);
        for weighting in Weighting::ALL {
            let spread = spread(&units, *weighting);
            for index in Index::ALL {
                let (low, high) = index.bounds();
                let value = index.of(&spread).unwrap();
                assert!(low <= value && value <= high, "{index:?} {value}");
                assert!(distance(*index, value) >= 0.0, "{index:?} {value}");
            }
        }
    }
}

#[test]
fn one_unit_with_all_reaches_the_upper_ends() {
    let units = [(0.0, 30.0), (0.0, 60.0), (7.0, 10.0)];
    let spread = spread(&units, Weighting::Pupils);
    let of = |index: Index| index.of(&spread).unwrap();
    assert!(close(of(Index::Variation), 3.0)); // √(100 ∕ 10 − 1)
    assert!(close(of(Index::Gini), 0.9) && close(of(Index::Hoover), 0.9)); // 1 − 10 ∕ 100
    assert!(close(of(Index::TheilT), std::f64::consts::LN_10)); // ln(100 ∕ 10)
    assert!(close(of(Index::HalfSquare), 4.5));
    assert_eq!((of(Index::Concentration), of(Index::ConcentrationNormalised)), (1.0, 1.0));
    assert!(close(of_values(Index::GiniCorrected, &[0.0, 0.0, 0.0, 5.0]).unwrap(), 1.0));
    // By pupils it has no such end: 0.9 ∕ (1 − 0.09 − 0.36 − 0.01).
    assert!(of(Index::GiniCorrected) > 1.0);
}

#[test]
fn equal_values_are_equality_exactly() {
    // 0.1 three times adds up to more than 0.3 in binary.
    let equal = spread(&[(0.1, 1.0); 3], Weighting::Pupils);
    for index in Index::ALL {
        if let Some(value) = index.at_equality() {
            assert_eq!(index.of(&equal), Ok(value), "{index:?}");
        }
    }
    let shares = spread(&[(4.0, 1.0), (4.0, 1.0)], Weighting::Pupils);
    assert_eq!(Index::Concentration.of(&shares), Ok(0.5));
    assert_eq!(Index::ConcentrationNormalised.of(&shares), Ok(0.0));
}

#[test]
fn neither_the_unit_of_measure_nor_that_of_the_weights_matters() {
    let mut dice = Dice(2);
    for _ in 0..50 {
        let units = dice.units(30);
        let scaled: Vec<_> = units.iter().map(|(total, size)| (total * 37.5 * 3.0, size * 3.0)).collect();
        for weighting in Weighting::ALL {
            for index in Index::ALL {
                let factor = if index.scale_free() { 1.0 } else { 37.5 };
                let [plain, scaled] = [&units, &scaled].map(|units| index.of(&spread(units, *weighting)).unwrap());
                assert!(close(plain * factor, scaled), "{index:?} {weighting:?} {plain} {scaled}");
            }
        }
    }
}

#[test]
fn the_order_of_the_units_changes_no_bit() {
    let mut dice = Dice(3);
    for _ in 0..20 {
        let mut units = dice.units(40);
        units.extend([(10.0, 1.0), (20.0, 2.0), (30.0, 3.0), (10.0, 1.0)]); // ties
        let other = dice.shuffled(&units);
        assert_ne!(units, other);
        for weighting in Weighting::ALL {
            assert_eq!(spread(&units, *weighting), spread(&other, *weighting));
        }
    }
}

#[test]
fn a_weight_is_a_repetition() {
    let mut dice = Dice(4);
    for _ in 0..20 {
        let units = dice.units(9);
        let pupils: Vec<f64> =
            units.iter().flat_map(|(total, size)| std::iter::repeat_n(total / size, *size as usize)).collect();
        let (weighted, repeated) = (spread(&units, Weighting::Pupils), Distribution::of_values(&pupils).unwrap());
        for index in Index::ALL {
            let [one, other] = [&weighted, &repeated].map(|spread| index.of(spread).unwrap());
            if index.replicable() {
                assert!(close(one, other), "{index:?} {one} {other}");
            }
        }
        for percent in 0..=100 {
            let place = (pupils.len() * usize::from(percent)).div_ceil(100).max(1) - 1;
            assert_eq!(weighted.quantile(percent), repeated.units()[place].value, "{percent}");
        }
    }
    let (weighted, repeated) =
        ([(10.0, 5.0), (40.0, 4.0), (42.0, 1.0)], [2.0, 2.0, 2.0, 2.0, 2.0, 10.0, 10.0, 10.0, 10.0, 42.0]);
    let differ = |index: &&Index| {
        !close(index.of(&spread(&weighted, Weighting::Pupils)).unwrap(), of_values(**index, &repeated).unwrap())
    };
    let differing: Vec<&Index> = Index::ALL.iter().filter(differ).collect();
    let stated: Vec<&Index> = Index::ALL.iter().filter(|index| !index.replicable()).collect();
    assert_eq!(differing, stated, "what is said not to hold does not");
}

/// A transfer between two units, rich to poor per pupil, that leaves the order
/// of the two.
fn transfer(dice: &mut Dice, units: &mut [(f64, f64)]) -> bool {
    let [one, other] = [0; 2].map(|_| dice.below(units.len() as u32) as usize);
    let value = |unit: (f64, f64)| unit.0 / unit.1;
    let (poor, rich) = if value(units[one]) < value(units[other]) { (one, other) } else { (other, one) };
    let gap = value(units[rich]) - value(units[poor]);
    if gap < 0.5 {
        return false;
    }
    let moved = gap * units[rich].1.min(units[poor].1) * f64::from(1 + dice.below(9)) / 20.0;
    units[rich].0 -= moved;
    units[poor].0 += moved;
    true
}

#[test]
fn transfers_from_rich_to_poor_do_what_is_stated() {
    let mut dice = Dice(5);
    let mut widened = vec![false; Index::ALL.len()];
    for round in 0..600 {
        let before = dice.units(3 + round % 9);
        let mut after = before.clone();
        if !transfer(&mut dice, &mut after) {
            continue;
        }
        for (index, widened) in Index::ALL.iter().zip(&mut widened) {
            let [was, is] =
                [&before, &after].map(|units| distance(*index, index.of(&spread(units, Weighting::Pupils)).unwrap()));
            match index.transfers() {
                Transfers::Narrow => assert!(is < was, "{index:?} {was} {is}"),
                Transfers::NeverWiden => assert!(is <= was + 1e-12, "{index:?} {was} {is}"),
                Transfers::MayWiden => *widened |= is > was + 1e-9,
            }
        }
    }
    for (index, widened) in Index::ALL.iter().zip(widened) {
        assert_eq!(index.transfers() == Transfers::MayWiden, widened, "{index:?}");
    }
}

#[test]
fn concentration_narrows_by_transfers_among_schools_that_count_the_same() {
    let mut dice = Dice(6);
    for _ in 0..200 {
        let before: Vec<_> = dice.units(8).iter().map(|(total, size)| (total / size, 1.0)).collect();
        let mut after = before.clone();
        if transfer(&mut dice, &mut after) {
            let [was, is] =
                [&before, &after].map(|units| Index::Concentration.of(&spread(units, Weighting::Pupils)).unwrap());
            assert!(is < was);
        }
    }
}

/// A binary 0.07·100 is above 7.
#[test]
fn quantiles_of_whole_pupils_are_exact() {
    let units: Vec<(f64, f64)> = (1..=100).map(|value| (f64::from(value), 1.0)).collect();
    let spread = spread(&units, Weighting::Pupils);
    assert!((1..=100).all(|percent| spread.quantile(percent) == f64::from(percent)));
}

#[test]
fn of_one_to_n_the_closed_forms_come_out() {
    for n in 2..60_u32 {
        let values: Vec<f64> = (1..=n).map(f64::from).collect();
        let of = |index| of_values(index, &values).unwrap();
        let n = f64::from(n);
        assert!(close(of(Index::Gini), (n - 1.0) / (3.0 * n)));
        assert!(close(of(Index::GiniCorrected), 1.0 / 3.0));
        assert!(close(of(Index::Variation), ((n - 1.0) / (3.0 * (n + 1.0))).sqrt()));
        assert!(close(of(Index::HalfSquare), (n - 1.0) / (6.0 * (n + 1.0))));
        assert!(close(of(Index::Concentration), 2.0 * (2.0 * n + 1.0) / (3.0 * n * (n + 1.0))));
        assert!(close(of(Index::RangeRatio), n) && close(of(Index::Range), n - 1.0));
        assert!(close(of(Index::RestrictedRange), 0.9 * (n - 1.0)));
        assert!(close(of(Index::FederalRatio), 0.9 * (n - 1.0) / (1.0 + 0.05 * (n - 1.0))));
    }
}

#[test]
fn the_fast_gini_is_that_of_all_pairs_and_of_the_lorenz_curve() {
    let mut dice = Dice(7);
    for _ in 0..30 {
        let units = dice.units(50);
        let spread = spread(&units, Weighting::Pupils);
        let fast = Index::Gini.of(&spread).unwrap();
        let pairs = units.iter().flat_map(|one| units.iter().map(move |other| (one, other)));
        let naive: f64 = pairs.map(|(a, b)| a.1 * b.1 * (a.0 / a.1 - b.0 / b.1).abs()).sum();
        assert!(close(fast, naive / (2.0 * spread.weight() * spread.total())));
        // 1 − ΣP(2Q − W), the formula of Chinese textbooks.
        let points = curve(&spread).unwrap();
        let practical: f64 = points
            .windows(2)
            .map(|pair| {
                let (p, w) = (pair[1].population - pair[0].population, pair[1].resource - pair[0].resource);
                p * (2.0 * pair[1].resource - w)
            })
            .sum();
        assert!(close(fast, 1.0 - practical));
        // The greatest distance of the curve from the diagonal is Hoover's index.
        let deepest = points.iter().map(|point| point.population - point.resource).fold(0.0, f64::max);
        assert!(close(deepest, Index::Hoover.of(&spread).unwrap()));
    }
}

#[test]
fn the_lorenz_curve_rises_ever_more_steeply_from_nothing_to_all() {
    let points = curve(&spread(&Dice(8).units(300), Weighting::Pupils)).unwrap();
    assert_eq!(points.len(), 301);
    assert_eq!(points[0], Point { population: 0.0, resource: 0.0 });
    assert_eq!(points[300], Point { population: 1.0, resource: 1.0 });
    let slopes: Vec<f64> = points
        .windows(2)
        .map(|pair| (pair[1].resource - pair[0].resource) / (pair[1].population - pair[0].population))
        .collect();
    assert!(slopes.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9));
}

#[test]
fn indices_hang_together() {
    let mut dice = Dice(9);
    for _ in 0..50 {
        let spread = spread(&dice.units(15), Weighting::Pupils);
        let of = |index: Index| index.of(&spread).unwrap();
        let atkinson: Vec<f64> = Aversion::ALL.iter().map(|aversion| of(Index::Atkinson(*aversion))).collect();
        assert!(atkinson[0] < atkinson[1] && atkinson[1] < atkinson[2], "more aversion, more inequality");
        assert!(close(atkinson[1], 1.0 - (-of(Index::TheilL)).exp()));
        assert!(close(of(Index::HalfSquare), of(Index::Variation).powi(2) / 2.0));
        assert!(of(Index::Hoover) <= of(Index::Gini));
    }
}

#[test]
fn logarithm_and_exponential_are_within_two_units_of_the_last_place() {
    let mut dice = Dice(10);
    let mut numbers = vec![f64::MIN_POSITIVE, 5e-324, f64::MAX, 1.0 - 1e-16, 1.0 + 2e-16, 0.999, 1.001, 2.0, 0.5];
    numbers.extend((0..20_000).map(|_| f64::from(1 + dice.below(1_000_000)) / f64::from(1 + dice.below(1_000_000))));
    for x in numbers {
        let (found, expected) = (ln(x), x.ln());
        assert!((found - expected).abs() <= 2.0 * f64::EPSILON * expected.abs(), "ln {x}: {found} {expected}");
        let (found, expected) = (exp(-x), (-x).exp());
        assert!((found - expected).abs() <= 2.0 * f64::EPSILON * expected + 1e-300, "exp -{x}: {found} {expected}");
    }
    assert_eq!((ln(1.0), exp(0.0), exp(-1e9)), (0.0, 1.0, 0.0));
}

/// Far below a second, also where this is compiled for size.
#[test]
fn two_hundred_thousand_units_take_one_sort() {
    let units = Dice(11).units(200_000);
    let start = std::time::Instant::now();
    let spread = spread(&units, Weighting::Pupils);
    let values: Vec<f64> = Index::ALL.iter().map(|index| index.of(&spread).unwrap()).collect();
    assert!(values.iter().all(|value| value.is_finite()));
    // A quadratic pass would take minutes here.
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}
