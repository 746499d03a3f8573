//! Where the rules of the balance end, worked out by hand.

use suanpan::balance::edit::BalanceEdit;
use suanpan::balance::standard::{Figure, Item};
use suanpan::balance::variation::Outcome;
use suanpan::balance::verdict::Verdict;
use suanpan::word::dataset::{School, SchoolKind};
use suanpan::word::field::Field::*;
use suanpan::word::field::Stage::Primary;
use suanpan::word::scheme::balance::BalanceScheme;

use super::county::{County, Numbers, exact_school, with};
use super::standard::{basic, edited, two_schools};

/// The seven classes of official statistics (主城区 … 村庄): the country is 210
/// and 220, whatever else has 乡 or 村 in its name.
#[test]
fn the_country_is_what_official_statistics_call_so() {
    for country in ["乡中心区", "村庄", "乡村", "农村", " 乡村 ", "rural", "Rural", "rural area"] {
        assert!(School::is_country(country), "{country}");
    }
    for town in ["主城区", "城乡结合区", "镇中心区", "镇乡结合区", "特殊区域", "城区", "镇区"]
    {
        assert!(!School::is_country(town), "{town}");
    }
    for town in ["城乡接合部", "镇乡接合区", "乡镇结合区", "城中村", "县镇", "Urban", "urban-rural fringe", ""]
    {
        assert!(!School::is_country(town), "{town}");
    }
}

/// One of two wanted, no floor: a school with one is judged whatever the other
/// turns out to be; with a floor it could still fall below it.
#[test]
fn what_is_missing_is_not_waited_for_once_enough_is_reached_without_a_floor() {
    let set = |scheme: BalanceScheme, figure, value| edited(&scheme, BalanceEdit::Set(figure, Some(value)));
    let two = set(basic(), Figure::Threshold(Item::Books, Primary), 10.0);
    let two = set(two, Figure::Threshold(Item::Equipment, Primary), 1000.0);
    let numbers: Numbers = vec![(Pupils(Primary), 100.0), (Books, 1000.0)];
    let county = County::of(SchoolKind::Primary, numbers);
    let verdict = |scheme: &BalanceScheme| county.by(scheme).stage(Primary).unwrap().units[0].verdict;
    assert_eq!(verdict(&two), Verdict::Pending, "both are wanted");
    let one = set(two, Figure::LeastMet, 1.0);
    assert_eq!(verdict(&one), Verdict::Met);
    assert_eq!(verdict(&set(one.clone(), Figure::Floor, 0.0)), Verdict::Met, "nothing is below 0");
    assert_eq!(verdict(&set(one.clone(), Figure::Floor, 60.0)), Verdict::Pending);
    // 9 of 10 books, nothing known of the equipment: one is still in reach.
    let county = County::of(SchoolKind::Primary, vec![(Pupils(Primary), 100.0), (Books, 900.0)]);
    assert_eq!(county.by(&one).stage(Primary).unwrap().units[0].verdict, Verdict::Pending);
}

/// Limits of three decimals: what rounds to 0.51 is above 0.505, what rounds to
/// 0.50 is not above 0.502. Two decimals are as before.
#[test]
fn rounding_meets_a_limit_only_by_a_number_that_is_within_it() {
    // Two schools alike in size with 1 ∓ c about a mean of 1: the CV is c.
    let county = |thousandths: f64| {
        let school = |backbone| with(exact_school(Primary, 1_000_000.0), BackboneTeachers(Primary), backbone);
        let (low, high) = (school((1_000.0 - thousandths) * 10.0), school((1_000.0 + thousandths) * 10.0));
        County::of(SchoolKind::Primary, low).and("B", SchoolKind::Primary, high)
    };
    let cases = [
        (508.0, 0.505, false), // 0.51 > 0.505
        (503.0, 0.502, true),  // 0.50 ≤ 0.502
        (506.0, 0.502, false), // 0.51 > 0.502
        (506.0, 0.5055, false),
        (503.0, 0.5, true), // 0.50 ≤ 0.50
        (506.0, 0.5, false),
    ];
    for (thousandths, limit, rounds) in cases {
        let scheme = edited(&BalanceScheme::default(), BalanceEdit::Set(Figure::Limit(Primary), Some(limit)));
        let balance = county(thousandths).by(&scheme);
        let variation = balance.stage(Primary).unwrap().variation(Item::Backbone).unwrap();
        let found = (variation.outcome, variation.passes_only_after_rounding);
        assert_eq!(found, (Outcome::Beyond, rounds), "{thousandths} {limit}");
    }
    // The mean of the eight, 0.508 and 0.503, by the same rule.
    for (thousandths, limit, rounds) in [(508, 0.505, false), (503, 0.502, true), (503, 0.5, true)] {
        let scheme = edited(&basic(), BalanceEdit::Set(Figure::Limit(Primary), Some(limit)));
        let balance = two_schools(1_000, [thousandths; 8]).by(&scheme);
        let composite = &balance.stage(Primary).unwrap().composite;
        let found = (composite.outcome, composite.passes_only_after_rounding);
        assert_eq!(found, (Outcome::Beyond, rounds), "{thousandths} {limit}");
    }
}
