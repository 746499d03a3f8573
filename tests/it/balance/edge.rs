//! Who counts, what is missing, and what that means.

use std::hint::black_box;

use suanpan::balance::cell::{Lack, State};
use suanpan::balance::scope::{Exclusion, Reason};
use suanpan::balance::standard::Item;
use suanpan::balance::variation::Outcome;
use suanpan::balance::verdict::Verdict;
use suanpan::balance::{Unit, assess};
use suanpan::basis::place::Place;
use suanpan::word::dataset::{Dataset, SchoolKind};
use suanpan::word::field::Field::*;
use suanpan::word::field::Stage::{Junior, Primary, Senior};
use suanpan::word::scheme::balance::BalanceScheme;

use super::county::{County, Numbers, exact_school, with, without};

fn state(unit: &Unit, item: Item) -> &State {
    &unit.cell(item).unwrap().state
}

fn reasons(county: &County) -> Vec<Reason> {
    county.assess().excluded.into_iter().map(|entry| entry.reason).collect()
}

#[test]
fn a_school_exactly_on_every_threshold_meets_them() {
    for (stage, kind) in [(Primary, SchoolKind::Primary), (Junior, SchoolKind::Junior)] {
        let county = County::of(kind, exact_school(stage, 1000.0)).and("B", kind, exact_school(stage, 3000.0));
        let result = county.stage(stage);
        assert!(result.units.iter().all(|unit| unit.met == 7 && unit.verdict == Verdict::Met));
        assert!(result.variations.iter().all(|entry| entry.outcome == Outcome::Within));
        assert_eq!(county.assess().verdict, Verdict::Met);
    }
}

#[test]
fn nine_for_a_thousand_is_nine_tenths() {
    let unit = County::of(SchoolKind::Primary, with(exact_school(Primary, 1000.0), ArtsTeachers(Primary), 9.0));
    assert!(black_box(9.0) / 1000.0 * 100.0 < 0.9, "binary numbers would fail it");
    assert_eq!(state(&unit.first(Primary), Item::Arts), &State::Met);
}

#[test]
fn indoor_sports_rooms_move_from_teaching_to_sports() {
    let numbers = with(exact_school(Primary, 1000.0), IndoorSportsArea, 500.0);
    let unit = County::of(SchoolKind::Primary, numbers).first(Primary);
    assert_eq!(unit.cell(Item::TeachingArea).unwrap().value, Some(4.0));
    assert_eq!(unit.cell(Item::SportsArea).unwrap().value, Some(8.0));
}

#[test]
fn combined_schools_count_once_in_each_stage() {
    let numbers: Numbers = vec![
        (Pupils(Primary), 600.0),
        (Pupils(Junior), 300.0),
        (Equipment, 5580.0),
        (BackboneTeachers(Primary), 6.0),
        (BackboneTeachers(Junior), 1.0),
    ];
    let county = County::of(SchoolKind::NineYear, numbers);
    let [primary, junior] = [Primary, Junior].map(|stage| county.first(stage));
    assert!(primary.combined && junior.combined);
    let total = |unit: &Unit, item| unit.cell(item).unwrap().total.unwrap();
    assert!((total(&primary, Item::Equipment) - 3600.0).abs() < 1e-9);
    assert!((total(&junior, Item::Equipment) - 1980.0).abs() < 1e-9);
    assert_eq!((total(&primary, Item::Backbone), total(&junior, Item::Backbone)), (6.0, 1.0));
}

#[test]
fn a_combined_school_exactly_on_the_threshold_after_the_split_meets_it() {
    // 900 junior, 600 senior: the junior part is 900 of 1,620. 16,200 ㎡ less
    // nothing: 9,000 ㎡, 10 a pupil; 9,396 ㎡ give exactly 5.8.
    let numbers =
        vec![(Pupils(Junior), 900.0), (Pupils(Senior), 600.0), (TeachingArea, 9396.0), (IndoorSportsArea, 0.0)];
    let unit = County::of(SchoolKind::Complete, numbers.clone()).first(Junior);
    assert_eq!(state(&unit, Item::TeachingArea), &State::Met);
    let unit = County::of(SchoolKind::Complete, with(numbers, TeachingArea, 9395.9)).first(Junior);
    assert_eq!(state(&unit, Item::TeachingArea), &State::Within);
    assert_eq!(unit.cell(Item::TeachingArea).unwrap().gap, Some(0.1));
}

#[test]
fn without_the_senior_pupils_a_complete_school_cannot_be_split() {
    let county = County::of(SchoolKind::Complete, exact_school(Junior, 900.0));
    let unit = county.first(Junior);
    assert_eq!(state(&unit, Item::Equipment), &State::Missing(Lack::Pupils(Senior)));
    assert_eq!(state(&unit, Item::Backbone), &State::Met);
    assert_eq!(unit.verdict, Verdict::Pending);
}

#[test]
fn gaps_are_whole_and_exact() {
    let base = exact_school(Primary, 1000.0);
    let gap = |field, number: f64, item| {
        County::of(SchoolKind::Primary, with(base.clone(), field, number)).first(Primary).cell(item).unwrap().gap
    };
    assert_eq!(gap(ArtsTeachers(Primary), 9.0, Item::Arts), None);
    assert_eq!(gap(ArtsTeachers(Primary), 7.0, Item::Arts), Some(2.0));
    assert_eq!(gap(BackboneTeachers(Primary), 0.0, Item::Backbone), Some(10.0));
    assert_eq!(gap(TeachingArea, 4496.0, Item::TeachingArea), Some(4.0));
    assert_eq!(gap(TeachingArea, 4495.96, Item::TeachingArea), Some(4.1));
    assert_eq!(gap(Equipment, 1_999_999.5, Item::Equipment), Some(1.0));
    // 2.3 rooms for 101 pupils are 2.323: three, so two more than one.
    let small = with(with(base.clone(), Pupils(Primary), 101.0), MultimediaRooms, 1.0);
    assert_eq!(County::of(SchoolKind::Primary, small).first(Primary).cell(Item::Multimedia).unwrap().gap, Some(2.0));
}

#[test]
fn teaching_points_are_left_out_below_fifty() {
    let point = |pupils| County::of(SchoolKind::TeachingPoint, exact_school(Primary, pupils));
    assert_eq!(reasons(&point(49.0)), [Reason::SmallTeachingPoint(49.0)]);
    assert_eq!(point(49.0).assess().verdict, Verdict::NotApplicable);
    assert_eq!(reasons(&point(50.0)), []);
    assert_eq!(point(50.0).stage(Primary).units.len(), 1);
    let small = County::of(SchoolKind::Primary, exact_school(Primary, 49.0));
    assert_eq!(small.stage(Primary).units.len(), 1, "the standard names teaching points only");
    let scheme = BalanceScheme { small_schools_out: true, ..BalanceScheme::default() };
    assert_eq!(assess(&small.0, &scheme).excluded[0].reason, Reason::SmallSchool(49.0));
}

#[test]
fn special_vocational_and_senior_schools_are_left_out_with_reasons() {
    let county = County::of(SchoolKind::Special, exact_school(Primary, 100.0))
        .and("B", SchoolKind::Vocational, vec![(Pupils(Senior), 900.0)])
        .and("C", SchoolKind::Senior, vec![(Pupils(Senior), 900.0), (TeachingArea, 1.0)])
        .and("D", None, vec![(Satisfaction, 90.0)])
        .and("E", SchoolKind::NineYear, with(exact_school(Primary, 100.0), Pupils(Junior), 0.0));
    let balance = county.assess();
    let reasons =
        [Reason::Special, Reason::Vocational, Reason::NoCompulsoryStage, Reason::NoConditions, Reason::NoPupils];
    assert_eq!(balance.excluded.iter().map(|entry| entry.reason).collect::<Vec<_>>(), reasons);
    assert_eq!(balance.excluded[4], Exclusion { school: 4, stage: Some(Junior), reason: Reason::NoPupils });
    assert_eq!(balance.stage(Primary).unwrap().units.len(), 1);
    assert!(balance.stage(Junior).unwrap().units.is_empty());
}

#[test]
fn private_schools_count_unless_left_out() {
    let mut county = County::of(SchoolKind::Primary, exact_school(Primary, 1000.0));
    county.0.schools[0].sponsor = Some("民办".into());
    assert_eq!(county.stage(Primary).units.len(), 1);
    let scheme = BalanceScheme { private_in: false, ..BalanceScheme::default() };
    assert_eq!(assess(&county.0, &scheme).excluded[0].reason, Reason::Private);
}

#[test]
fn a_missing_enrolment_keeps_the_school_pending() {
    let county = County::of(SchoolKind::Primary, without(exact_school(Primary, 1000.0), Pupils(Primary))).and(
        "B",
        SchoolKind::Primary,
        exact_school(Primary, 1000.0),
    );
    let result = county.stage(Primary);
    assert_eq!(result.units[0].pupils, None);
    assert!(result.units[0].cells.iter().all(|cell| cell.state == State::Missing(Lack::Pupils(Primary))));
    assert_eq!(result.units[0].verdict, Verdict::Pending);
    assert!(result.variations.iter().all(|entry| entry.outcome == Outcome::Pending && entry.missing == [0]));
    assert_eq!(result.verdict, Verdict::Pending);
    let unknown = County::of(None, vec![(TeachingArea, 100.0)]).assess();
    assert!(unknown.stages.iter().all(|stage| stage.units.len() == 1), "of unknown kind: in both stages");
}

#[test]
fn a_true_zero_stays_in_and_a_blank_does_not_count_as_zero() {
    let zero = with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 0.0);
    let blank = without(exact_school(Primary, 1000.0), BackboneTeachers(Primary));
    let other = exact_school(Primary, 1000.0);
    let backbone = |numbers: &Numbers| {
        let county = County::of(SchoolKind::Primary, numbers.clone()).and("B", SchoolKind::Primary, other.clone());
        county.stage(Primary).variation(Item::Backbone).unwrap().clone()
    };
    let with_zero = backbone(&zero);
    assert_eq!((with_zero.outcome, with_zero.coefficient()), (Outcome::Beyond, Some(1.0)));
    let with_blank = backbone(&blank);
    assert_eq!((with_blank.outcome, with_blank.coefficient()), (Outcome::Pending, Some(0.0)));
}

#[test]
fn a_definite_failure_decides_before_missing_values() {
    let base = || without(exact_school(Primary, 1000.0), Equipment);
    let verdict = |numbers| County::of(SchoolKind::Primary, numbers).first(Primary).verdict;
    assert_eq!(verdict(base()), Verdict::Pending);
    let one_near = with(base(), ArtsTeachers(Primary), 8.0);
    assert_eq!(verdict(one_near.clone()), Verdict::Pending, "6 of 7 is still possible");
    assert_eq!(verdict(with(one_near, TeachingArea, 4400.0)), Verdict::NotMet, "two are short already");
    assert_eq!(verdict(with(base(), ArtsTeachers(Primary), 7.0)), Verdict::NotMet, "one is below 85 %");
    let mut all_missing = base();
    all_missing.retain(|(field, _)| matches!(field, Pupils(_)));
    assert_eq!(verdict(all_missing), Verdict::Pending);
}

#[test]
fn one_school_cannot_be_compared_and_zero_for_all_is_undefined() {
    let county = County::of(SchoolKind::Primary, exact_school(Primary, 1000.0));
    assert!(county.stage(Primary).variations.iter().all(|entry| entry.outcome == Outcome::Single));
    assert_eq!(county.assess().verdict, Verdict::Met);
    let zero = with(exact_school(Primary, 1000.0), MultimediaRooms, 0.0);
    let county = County::of(SchoolKind::Primary, zero.clone()).and("B", SchoolKind::Primary, zero);
    let variation = county.stage(Primary).variation(Item::Multimedia).unwrap().clone();
    assert_eq!((variation.outcome, variation.coefficient()), (Outcome::ZeroMean, None));
}

#[test]
fn data_without_conditions_give_an_empty_assessment() {
    for data in [Dataset::default(), County::of(SchoolKind::Junior, vec![(Satisfaction, 90.0)]).0] {
        let balance = assess(&data, &BalanceScheme::default());
        assert!(balance.is_empty());
        assert_eq!(balance.verdict, Verdict::NotApplicable);
        assert!(balance.stages.iter().all(|stage| stage.variations.iter().all(|v| v.outcome == Outcome::NoUnit)));
    }
}

#[test]
fn negative_and_absurd_numbers_are_reasons_not_values() {
    let base = exact_school(Primary, 1000.0);
    let lack = |field, number, item| {
        let unit = County::of(SchoolKind::Primary, with(base.clone(), field, number)).first(Primary);
        state(&unit, item).clone()
    };
    assert_eq!(lack(SportsGround, -1.0, Item::SportsArea), State::Missing(Lack::Negative(SportsGround)));
    assert_eq!(lack(IndoorSportsArea, 4501.0, Item::TeachingArea), State::Missing(Lack::NegativeDifference));
    assert_eq!(lack(BackboneTeachers(Primary), 1e307, Item::Backbone), State::Missing(Lack::TooLarge));
    assert_eq!(lack(Pupils(Primary), -5.0, Item::Backbone), State::Missing(Lack::Negative(Pupils(Primary))));
}

#[test]
fn of_tables_with_years_the_latest_counts() {
    let place = Place::file("y.csv");
    let mut county = County::default().and("A", SchoolKind::Primary, vec![]);
    for (year, pupils, backbone) in [(2024, 500.0, 5.0), (2025, 1000.0, 9.0)] {
        county = county.fact(0, Pupils(Primary), Some(year), pupils, place.clone());
        county = county.fact(0, BackboneTeachers(Primary), Some(year), backbone, place.clone());
    }
    county = county.fact(0, Satisfaction, Some(2026), 90.0, place.clone());
    county = county.fact(0, MultimediaRooms, Some(2024), 30.0, place);
    assert_eq!(county.assess().year, Some(2025));
    let unit = county.first(Primary);
    assert_eq!(unit.cell(Item::Backbone).unwrap().value, Some(0.9));
    assert!(state(&unit, Item::Multimedia).is_missing(), "years are not mixed");
}

#[test]
fn difference_of_nearly_equal_areas_is_still_exact() {
    // 1e15 + 4.5 − 1e15 loses digits in binary; the figures do not.
    let numbers = with(with(exact_school(Primary, 1.0), TeachingArea, 10_000_000_004.5), IndoorSportsArea, 1e10);
    let unit = County::of(SchoolKind::Primary, numbers).first(Primary);
    assert_eq!(unit.cell(Item::TeachingArea).unwrap().value, Some(4.5));
    assert_eq!(state(&unit, Item::TeachingArea), &State::Met);
}
