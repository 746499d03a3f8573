//! Odd inputs: each gives what the conventions say, or a reason.

use suanpan::measure::dissimilarity::dissimilarity;
use suanpan::measure::inequality::lorenz::curve;
use suanpan::measure::inequality::{Aversion, Distribution, Index, Undefined, Weighting};

use super::of_values;

/// What an index is to give.
type Expected = Result<f64, Undefined>;

/// Checks all indices but those named against one outcome.
fn expect(values: &[f64], others: Expected, named: &[(Index, Expected)]) {
    for index in Index::ALL {
        let expected = named.iter().find(|(name, _)| name == index).map_or(others, |(_, expected)| *expected);
        assert_eq!(of_values(*index, values), expected, "{index:?} of {values:?}");
    }
}

#[test]
fn a_single_unit_is_equal_to_itself_or_cannot_be_compared() {
    let one = Ok(1.0);
    let named = [
        (Index::RangeRatio, one),
        (Index::PercentileRatio, one),
        (Index::McLoone, one),
        (Index::Verstegen, one),
        (Index::Concentration, one),
        (Index::GiniCorrected, Err(Undefined::OneUnit)),
        (Index::ConcentrationNormalised, Err(Undefined::OneUnit)),
    ];
    expect(&[7.3], Ok(0.0), &named);
}

#[test]
fn where_nobody_has_anything_only_differences_are_known() {
    let named = [(Index::Range, Ok(0.0)), (Index::RestrictedRange, Ok(0.0))];
    expect(&[0.0, 0.0], Err(Undefined::ZeroMean), &named);
    expect(&[0.0], Err(Undefined::ZeroMean), &named);
}

#[test]
fn negative_values_are_refused_but_by_two() {
    let values = [-1.0, 2.0, 3.0];
    // Σ|y − y′| = 2·(3 + 4 + 1) = 16; 16 ∕ (2·9·4∕3).
    let named = [(Index::RestrictedRange, of_values(Index::RestrictedRange, &values)), (Index::Gini, Ok(2.0 / 3.0))];
    for index in Index::ALL {
        let found = of_values(*index, &values);
        match index {
            Index::RestrictedRange => assert!((found.unwrap() - 3.6).abs() < 1e-15),
            Index::Gini => assert!((found.unwrap() - named[1].1.unwrap()).abs() < 1e-15),
            Index::GiniCorrected => assert!((found.unwrap() - 1.0).abs() < 1e-15),
            _ => assert_eq!(found, Err(Undefined::Negative), "{index:?}"),
        }
    }
    assert_eq!(of_values(Index::Gini, &[-3.0, 1.0]), Err(Undefined::ZeroMean));
    assert!(of_values(Index::Gini, &[-3.0, 4.0]).unwrap() > 1.0);
}

#[test]
fn a_zero_is_a_value_where_it_can_be() {
    let values = [0.0, 1.0, 2.0, 3.0];
    let of = |index| of_values(index, &values);
    assert!((of(Index::Gini).unwrap() - 0.416_666_666_667).abs() < 1e-12);
    assert!((of(Index::TheilT).unwrap() - 0.374_890_096_413).abs() < 1e-12);
    assert!((of(Index::Atkinson(Aversion::Half)).unwrap() - 0.283_687_157_273).abs() < 1e-12);
    assert!((of(Index::Variation).unwrap() - 0.745_355_992_5).abs() < 1e-10);
    assert_eq!(of(Index::Atkinson(Aversion::One)), Ok(1.0));
    assert_eq!(of(Index::Atkinson(Aversion::Two)), Ok(1.0));
    assert_eq!(of(Index::TheilL), Err(Undefined::Zero));
    assert_eq!(of(Index::RangeRatio), Err(Undefined::Zero));
    // By schools the lower quantiles lie above the 0, by pupils on it.
    assert!(of(Index::PercentileRatio).is_ok() && of(Index::FederalRatio).is_ok());
    let pupils = Distribution::of(&values.map(|value| (value, 1.0)), Weighting::Pupils).unwrap();
    assert_eq!(Index::PercentileRatio.of(&pupils), Err(Undefined::Zero));
    assert_eq!(Index::FederalRatio.of(&pupils), Err(Undefined::Zero));
    assert_eq!(Index::RestrictedRange.of(&pupils), Ok(3.0));
}

#[test]
fn a_median_of_zero_leaves_its_indices_undefined() {
    for index in [Index::McLoone, Index::Verstegen, Index::Wolfson] {
        assert_eq!(of_values(index, &[0.0, 0.0, 3.0]), Err(Undefined::Zero), "{index:?}");
    }
}

#[test]
fn what_is_no_unit_is_refused() {
    let of = |units: &[(f64, f64)]| Distribution::of(units, Weighting::Pupils).map(|_| ());
    assert_eq!(of(&[]), Err(Undefined::NoUnit));
    let odd = [(1.0, 0.0), (1.0, -2.0), (f64::NAN, 1.0), (f64::INFINITY, 1.0), (1.0, f64::INFINITY), (0.0, f64::NAN)];
    for unit in odd {
        assert_eq!(of(&[(1.0, 1.0), unit]), Err(Undefined::OutOfRange), "{unit:?}");
    }
    assert_eq!(of(&[(f64::MAX, 1.0), (f64::MAX, 1.0)]), Err(Undefined::OutOfRange));
    assert_eq!(of(&[(1.0, f64::MAX), (1.0, f64::MAX)]), Err(Undefined::OutOfRange));
    assert_eq!(of(&[(-0.0, 1.0)]), Ok(()));
    assert_eq!(of_values(Index::RangeRatio, &[1e-300, 1e300]), Err(Undefined::OutOfRange));
}

#[test]
fn the_curve_of_nothing_or_less_is_none() {
    let curve = |values: &[f64]| curve(&Distribution::of_values(values).unwrap()).map(|points| points.len());
    assert_eq!(curve(&[0.0]), Err(Undefined::ZeroMean));
    assert_eq!(curve(&[-1.0, 2.0]), Err(Undefined::Negative));
    assert_eq!(curve(&[0.0, 2.0]), Ok(3));
}

#[test]
fn dissimilarity_needs_two_groups() {
    assert_eq!(dissimilarity(&[]), Err(Undefined::NoUnit));
    assert_eq!(dissimilarity(&[(3.0, 0.0)]), Err(Undefined::EmptyGroup));
    assert_eq!(dissimilarity(&[(0.0, 3.0)]), Err(Undefined::EmptyGroup));
    assert_eq!(dissimilarity(&[(-1.0, 3.0), (5.0, 1.0)]), Err(Undefined::Negative));
    assert_eq!(dissimilarity(&[(f64::NAN, 3.0)]), Err(Undefined::OutOfRange));
    assert_eq!(dissimilarity(&[(4.0, 3.0)]), Ok(0.0));
    assert_eq!(dissimilarity(&[(4.0, 0.0), (0.0, 3.0), (0.0, 0.0)]), Ok(1.0));
}
