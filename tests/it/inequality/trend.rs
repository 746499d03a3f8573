//! An index over years.

use suanpan::measure::inequality::trend::{Year, trend};
use suanpan::measure::inequality::{Index, Undefined, Weighting};

use super::close;

/// Two schools of ten pupils whose coefficient of variation is that of the year.
fn year(year: i32, units: &[(usize, f64, f64)]) -> Year<'_> {
    Year { year, units }
}

fn pair(cv: f64) -> Vec<(usize, f64, f64)> {
    vec![(1, 100.0 * (1.0 - cv), 10.0), (2, 100.0 * (1.0 + cv), 10.0)]
}

#[test]
fn changes_and_slope_are_those_of_the_values() {
    let sets = [pair(0.5), pair(0.4), pair(0.45), pair(0.2)];
    let years: Vec<_> = [2019, 2020, 2022, 2023].iter().zip(&sets).map(|(of, units)| year(*of, units)).collect();
    let found = trend(Index::Variation, Weighting::Pupils, &years).unwrap();
    let changes: Vec<Option<f64>> = found.readings.iter().map(|reading| reading.change).collect();
    assert!(changes[0].is_none() && found.readings[0].relative.is_none());
    for (change, expected) in changes[1..].iter().zip([-0.1, 0.05, -0.25]) {
        assert!(close(change.unwrap(), expected));
    }
    assert!(close(found.readings[3].relative.unwrap(), 0.2 / 0.45 - 1.0));
    // numpy.polyfit([2019, 2020, 2022, 2023], [.5, .4, .45, .2], 1) gives −0.055.
    assert!(close(found.slope.unwrap(), -0.055), "{:?}", found.slope);
    assert!(found.converges && !found.every_year);
    let mut reversed = years.clone();
    reversed.reverse();
    assert_eq!(trend(Index::Variation, Weighting::Pupils, &reversed), Ok(found));
}

#[test]
fn nearer_is_upwards_where_more_is_equal() {
    let three = |low: f64| vec![(1, low, 1.0), (2, 10.0, 1.0), (3, 12.0, 1.0)];
    let sets = [three(2.0), three(4.0), three(6.0)];
    let years: Vec<_> = (2021..).zip(&sets).map(|(of, units)| year(of, units)).collect();
    let found = trend(Index::McLoone, Weighting::Pupils, &years).unwrap();
    assert!(found.slope.unwrap() > 0.0 && found.converges && found.every_year);
    let worse: Vec<_> = (2021..).zip(sets.iter().rev()).map(|(of, units)| year(of, units)).collect();
    assert!(!trend(Index::McLoone, Weighting::Pupils, &worse).unwrap().converges);
}

#[test]
fn only_units_of_all_years_are_compared() {
    let mut first = pair(0.3);
    first.extend([(9, 9_999.0, 1.0), (3, 5.0, 1.0)]);
    let mut second = pair(0.3);
    second.push((4, 1.0, 70.0));
    let found = trend(Index::Variation, Weighting::Pupils, &[year(2020, &first), year(2021, &second)]).unwrap();
    assert_eq!((found.common, found.dropped), (vec![1, 2], vec![3, 4, 9]));
    assert!(close(found.readings[0].value.unwrap(), 0.3));
    assert!(!found.converges && !found.every_year, "nothing changed for the same schools");
}

#[test]
fn a_year_without_a_value_stands_without_one() {
    let (a, nothing, c) = (pair(0.5), vec![(1, 0.0, 10.0), (2, 0.0, 10.0)], pair(0.3));
    let years = [year(2020, &a), year(2021, &nothing), year(2022, &c)];
    let found = trend(Index::Variation, Weighting::Pupils, &years).unwrap();
    assert_eq!(found.readings[1].value, Err(Undefined::ZeroMean));
    assert_eq!((found.readings[1].change, found.readings[1].relative), (None, None));
    assert!(close(found.readings[2].change.unwrap(), -0.2) && close(found.slope.unwrap(), -0.1));
}

#[test]
fn from_equality_there_is_no_relative_change() {
    let (alike, apart) = (pair(0.0), pair(0.5));
    let years = [year(2020, &alike), year(2021, &apart)];
    let found = trend(Index::Variation, Weighting::Pupils, &years).unwrap();
    assert_eq!(found.readings[1].relative, None);
    assert!(close(found.readings[1].change.unwrap(), 0.5));
}

#[test]
fn one_year_has_no_trend_and_twice_is_refused() {
    let units = pair(0.5);
    let of = |years: &[Year<'_>]| trend(Index::Variation, Weighting::Pupils, years);
    let one = of(&[year(2020, &units)]).unwrap();
    assert_eq!((one.slope, one.converges, one.every_year, one.readings.len()), (None, false, false, 1));
    assert_eq!(of(&[]), Err(Undefined::NoUnit));
    assert_eq!(of(&[year(2020, &units), year(2021, &[(5, 1.0, 1.0)])]), Err(Undefined::NoUnit));
    assert_eq!(of(&[year(2020, &units), year(2020, &units)]), Err(Undefined::Repeated));
    assert_eq!(of(&[year(2020, &[(1, 1.0, 1.0), (1, 2.0, 1.0)])]), Err(Undefined::Repeated));
    assert_eq!(of(&[year(2020, &[]), year(2020, &[])]), Err(Undefined::Repeated));
}
