//! Cases worked out by hand.

use suanpan::balance::target::compare::{Bounds, GapUnit, only_rounded};
use suanpan::balance::target::{Reason, wording};
use suanpan::balance::verdict::Verdict::{self, *};
use suanpan::basis::exact::{self, parse};
use suanpan::basis::text::Lang;
use suanpan::measure::subset::{bottom_cut, worst};
use suanpan::word::dataset::{Dataset, SchoolKind};
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::target::Comparator::*;
use suanpan::word::scheme::target::{
    Aggregation, Band, Column, Comparator, Given, Limit, Measure, Missing, Part, Scope, Scoring, Target, TargetScheme,
    Words,
};

use super::super::balance::county::County;
use super::{assess, each, given, judged, plain, scheme, share, verdict};

#[test]
fn every_comparator_at_below_and_above_its_limit() {
    // Of each: the verdict below, at and above the limit, or outside and at the
    // ends of the band.
    type Case = (Comparator, &'static str, &'static [(&'static str, Verdict)]);
    let cases: [Case; 8] = [
        (AtLeast, "95", &[("94.999", NotMet), ("95.0", Met), ("95.1", Met)]),
        (Above, "50", &[("49.9", NotMet), ("50", NotMet), ("50.0001", Met)]),
        (AtMost, "30", &[("29", Met), ("30.00", Met), ("30.01", NotMet)]),
        (Below, "0.15", &[("0.149999", Met), ("0.15", NotMet), ("0.1500001", NotMet)]),
        (Equal, "100", &[("99.99", NotMet), ("100", Met), ("100.01", NotMet)]),
        (About, "15±2", &[("12.99", NotMet), ("13", Met), ("15", Met), ("17", Met), ("17.01", NotMet)]),
        (Band, "45~55", &[("44.9", NotMet), ("45", Met), ("50", Met), ("55", Met), ("55.1", NotMet)]),
        (True, "", &[("1", Met), ("0", NotMet)]),
    ];
    assert_eq!(cases.map(|(comparator, ..)| comparator), Comparator::ALL);
    for (comparator, limit, values) in cases {
        for (value, expected) in values {
            let target = plain(comparator, limit);
            let target = if comparator == True { Target { measure: Measure::Truth, ..target } } else { target };
            assert_eq!(verdict(target, value), *expected, "{value} {comparator:?} {limit}");
        }
    }
}

/// 9 of 1,000 is 0.9 %, which binary arithmetic puts below 0.9; so is 18 of
/// 2,000.
#[test]
fn comparisons_are_exact() {
    for typed in ["9/1000", "18/2000"] {
        let line = judged(share(AtLeast, "0.9"), &[typed]);
        assert_eq!((line.verdict, line.gap), (Met, None), "{typed}");
    }
    // One third is more than 33.333333 and less than 33.333334.
    assert_eq!(verdict(share(AtLeast, "33.333333"), "1/3"), Met);
    assert_eq!(verdict(share(AtLeast, "33.333334"), "1/3"), NotMet);
}

#[test]
fn what_is_missing_to_pass_is_counted_in_natural_units() {
    // Numerators and denominators with what is missing, by hand.
    let cases: [(Comparator, &str, &str, i64, bool); 10] = [
        (AtLeast, "10", "31/330", 2, false),   // ⌈33⌉ − 31
        (AtLeast, "10", "31/331", 3, false),   // ⌈33.1⌉ − 31
        (AtLeast, "100", "329/330", 1, false), // all of them
        (Above, "50", "45/90", 1, false),      // more than 45
        (Above, "50", "40/89", 5, false),      // more than 44.5
        (AtMost, "30", "32/100", 2, true),     // ⌊30⌋
        (AtMost, "30", "32/101", 2, true),     // ⌊30.3⌋
        (Below, "15", "30/200", 1, true),      // less than 30
        (Equal, "100", "8/10", 2, false),
        (About, "15±2", "20/100", 3, true), // at most 17
    ];
    for (comparator, limit, typed, amount, less) in cases {
        let gap = judged(share(comparator, limit), &[typed]).gap.unwrap();
        assert_eq!((gap.amount, gap.less, gap.unit), (exact::whole(amount), less, GapUnit::Counted), "{typed}");
    }
    let target = Target { counted: Words::typed("名"), ..share(AtLeast, "10") };
    let line = judged(target, &["31/330"]);
    assert_eq!(wording::remarks(&line, Lang::Zh), ["还差 2 名"]);
    // A percentage without its numbers has no persons to count.
    let line = judged(Target { unit: Words::typed("%"), ..share(AtLeast, "95") }, &["94.5"]);
    assert_eq!(wording::remarks(&line, Lang::Zh), ["还差 0.5 个百分点"]);
    assert_eq!(judged(plain(AtLeast, "6000"), &["5800.5"]).gap.unwrap().amount, parse("199.5").unwrap());
    // A strict limit that is only touched is missed by nothing that counts.
    let line = judged(plain(Below, "0.15"), &["0.15"]);
    assert_eq!(wording::remarks(&line, Lang::Zh), ["恰好等于限值,要求严于它"]);
}

#[test]
fn what_passes_only_after_rounding_is_said_and_does_not_pass() {
    let line = judged(plain(AtLeast, "95"), &["94.996"]);
    assert_eq!(line.verdict, NotMet);
    assert!(line.reasons.contains(&Reason::OnlyRounded));
    assert_eq!(wording::found(&line, Lang::Zh).unwrap(), "94.996", "not 95");
    assert!(!judged(plain(AtLeast, "95"), &["94.99"]).reasons.contains(&Reason::OnlyRounded));
    // A limit with three decimals is rounded to three.
    let bounds = Bounds::parse(AtMost, "0.125").unwrap();
    assert!(only_rounded(AtMost, &parse("0.1253").unwrap(), &bounds, 3));
    assert!(!judged(plain(AtMost, "0.125"), &["0.1261"]).reasons.contains(&Reason::OnlyRounded));
}

#[test]
fn points_are_deducted_in_proportion_and_in_bands() {
    let scored = |comparator, limit: &str, points: &str, scoring, text: &str| {
        let line = judged(Target { points: points.into(), scoring, ..plain(comparator, limit) }, &[text]);
        line.points.map(|points| exact::decimal(&points).unwrap())
    };
    let deduct = |most: &str| Scoring::Deduct { per: "2".into(), step: "0.1".into(), most: most.into() };
    // 每低 0.1 个百分点扣 2 分,扣完为止: 0.3 short takes 6, 0.25 takes 5, 1 takes all.
    for (text, expected) in [("95", "10"), ("94.7", "4"), ("94.75", "5"), ("94", "0")] {
        assert_eq!(scored(AtLeast, "95", "10", deduct(""), text).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(scored(AtLeast, "95", "10", deduct("6"), "90").as_deref(), Some("4"), "at most 6 are taken");
    // 每高: of a ceiling what is above it.
    assert_eq!(scored(AtMost, "1.8", "10", deduct(""), "2").as_deref(), Some("6"));
    assert_eq!(scored(AtLeast, "95", "10", Scoring::PassFail, "94.9").as_deref(), Some("0"));
    let band = |limit: &str, points: &str| Band { limit: limit.into(), points: points.into() };
    let bands = || Scoring::Bands(vec![band("95", "10"), band("90", "6"), band("85", "3")]);
    for (text, expected) in [("96", "10"), ("95", "10"), ("94.9", "6"), ("85", "3"), ("84.99", "0")] {
        assert_eq!(scored(AtLeast, "95", "10", bands(), text).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(scored(AtLeast, "95", "10", bands(), ""), None, "pending brings no points yet");
    assert_eq!(scored(AtLeast, "95", "", Scoring::PassFail, "96"), None);
    // Each year that breaks a trend takes its points.
    let trend = Aggregation::Trend { years: 4, falling: false, strict: false };
    let scoring = Scoring::Deduct { per: "1".into(), step: "1".into(), most: String::new() };
    let target = Target { points: "5".into(), scoring, aggregation: trend, ..plain(AtLeast, "") };
    assert_eq!(judged(target, &["5", "4", "6", "3"]).points, Some(exact::whole(3)));
    // What is missing and counts as not met loses what can be lost.
    let strict = |texts: &[&str]| {
        let scoring = Scoring::Deduct { per: "1".into(), step: "1".into(), most: String::new() };
        let aggregation = Aggregation::Trend { years: 3, falling: false, strict: true };
        let own = Target { points: "10".into(), scoring, aggregation, missing: Missing::NotMet, ..plain(AtLeast, "") };
        let county = judged(own.clone(), texts);
        (county.verdict, county.points, judged(each(own.clone(), own.aggregation), &["5"]).points)
    };
    assert_eq!(strict(&[]), (NotMet, Some(exact::whole(0)), Some(exact::whole(0))));
    assert_eq!(strict(&["5", "6"]).1, Some(exact::whole(9)), "one pair cannot be seen");
    assert_eq!(strict(&["5", "", "6"]).1, Some(exact::whole(0)), "none can");
}

#[test]
fn a_trend_holds_in_every_year_or_says_where_it_breaks() {
    let trend = |falling, strict| Target {
        aggregation: Aggregation::Trend { years: 3, falling, strict },
        ..plain(AtLeast, "")
    };
    let cases: [(bool, bool, [&str; 3], Verdict); 9] = [
        (false, true, ["1", "2", "3"], Met),
        (false, true, ["1", "1", "3"], NotMet),
        (false, false, ["1", "1", "3"], Met),
        (false, false, ["2", "1", "3"], NotMet),
        (true, true, ["3", "2.5", "2"], Met),
        (true, false, ["3", "3", "3"], Met),
        (true, true, ["3", "3", "2"], NotMet),
        (false, true, ["1", "", "3"], Pending),
        // Whatever the third year is, the second broke it.
        (false, true, ["2", "1", ""], NotMet),
    ];
    for (falling, strict, values, expected) in cases {
        assert_eq!(judged(trend(falling, strict), &values).verdict, expected, "{falling} {strict} {values:?}");
    }
    let line = judged(trend(false, true), &["2", "1", ""]);
    assert_eq!(line.reasons, [Reason::Breaks(0), Reason::YearMissing(2), Reason::Definite]);
}

/// Five schools with so many classes and music rooms.
fn county(rooms: [Option<f64>; 5]) -> Dataset {
    let mut county = County::default();
    for (place, rooms) in rooms.into_iter().enumerate() {
        let mut numbers = vec![(Field::Pupils(Stage::Primary), 500.0), (Field::Other("班级数".into()), 25.0)];
        numbers.extend(rooms.map(|rooms| (Field::Other("音乐教室数(间)".into()), rooms)));
        county = county.and(&format!("第{place}小学"), SchoolKind::Primary, numbers);
    }
    county.0
}

#[test]
fn schools_are_read_from_columns_by_their_headers() {
    // ⌈25 ÷ 12⌉ = 3 rooms.
    let targets = assess(&county([Some(3.0), Some(2.0), None, Some(4.0), Some(0.0)]), &TargetScheme::default());
    let line = targets.line("G3a", Part::Whole).unwrap();
    assert_eq!(line.verdict, NotMet);
    let met: Vec<Option<bool>> = line.units.iter().map(|unit| unit.met).collect();
    assert_eq!(met, [Some(true), Some(false), None, Some(true), Some(false)], "a true 0 is no missing value");
    let gaps: Vec<_> = line.units.iter().filter_map(|unit| unit.gap.clone()).map(|gap| gap.amount).collect();
    assert_eq!(gaps, [exact::whole(1), exact::whole(3)]);
    assert_eq!(line.reasons, [Reason::SchoolsFail(2), Reason::SchoolsMissing(1), Reason::Definite]);
    let open = assess(&county([Some(3.0), Some(3.0), None, Some(3.0), Some(3.0)]), &TargetScheme::default());
    assert_eq!(open.line("G3a", Part::Whole).unwrap().verdict, Pending);
}

#[test]
fn a_share_and_k_of_n_with_a_floor_are_decided_as_soon_as_they_can_be() {
    let columns = vec![Column::Header("音乐教室数".into())];
    let target =
        |aggregation| Target { measure: Measure::Number(columns.clone()), ..each(plain(AtLeast, "100"), aggregation) };
    let of = |aggregation, rooms| {
        let line = assess(&county(rooms), &scheme(target(aggregation), &[])).lines.remove(0);
        (line.verdict, line.gap.map(|gap| gap.amount))
    };
    let share = || Aggregation::Share { least: "50".into() };
    // ⌈50 % of 5⌉ = 3 schools.
    assert_eq!(of(share(), [Some(100.0), Some(100.0), Some(100.0), None, None]), (Met, None));
    assert_eq!(of(share(), [Some(100.0), Some(1.0), Some(1.0), None, None]), (Pending, None));
    assert_eq!(of(share(), [Some(100.0), Some(1.0), Some(1.0), Some(1.0), None]), (NotMet, Some(exact::whole(2))));
    let count = || Aggregation::KOfN { k: 4, floor: "0.85".into() };
    assert_eq!(of(count(), [Some(100.0), Some(100.0), Some(100.0), Some(100.0), Some(85.0)]), (Met, None));
    assert_eq!(of(count(), [Some(100.0), Some(100.0), Some(100.0), Some(100.0), Some(84.9)]).0, NotMet);
    assert_eq!(of(count(), [Some(100.0), Some(100.0), Some(100.0), Some(99.0), Some(99.0)]).0, NotMet);
    assert_eq!(of(count(), [Some(100.0), Some(100.0), Some(100.0), Some(100.0), None]).0, Pending);
    assert_eq!(of(Aggregation::All, [Some(100.0), Some(100.0), Some(100.0), Some(100.0), None]).0, Pending);
    // A ceiling: 班额 ≤ 45 in most, none above 55.
    let ceiling = Target { comparator: AtMost, ..target(Aggregation::KOfN { k: 4, floor: "55/45".into() }) };
    let ceiling = Target { limits: vec![Limit { part: Part::Whole, value: "45".into() }], ..ceiling };
    let of = |last| {
        let rooms = [Some(45.0), Some(40.0), Some(45.0), Some(44.0), Some(last)];
        assess(&county(rooms), &scheme(ceiling.clone(), &[])).lines.remove(0).verdict
    };
    assert_eq!([of(55.0), of(55.5)], [Met, NotMet]);
}

#[test]
fn missing_values_follow_the_targets_policy() {
    let of = |missing| verdict(Target { missing, ..plain(AtLeast, "95") }, "");
    assert_eq!([Missing::Pending, Missing::NotMet, Missing::NotApplicable].map(of), [Pending, NotMet, NotApplicable]);
    let of = |missing| {
        let columns = vec![Column::Header("音乐教室数".into())];
        let target =
            Target { missing, measure: Measure::Number(columns), ..each(plain(AtLeast, "1"), Aggregation::All) };
        assess(&county([Some(1.0), Some(1.0), None, None, None]), &scheme(target, &[])).lines.remove(0).verdict
    };
    assert_eq!([Missing::Pending, Missing::NotMet, Missing::NotApplicable].map(of), [Pending, NotMet, Met]);
    assert_eq!(verdict(plain(AtLeast, ""), "95"), Pending, "no limit is set");
    assert_eq!(verdict(share(AtLeast, "95"), "1/0"), Pending, "nothing is divided by 0");
}

#[test]
fn what_is_said_of_all_schools_at_once_counts_where_no_school_is_given() {
    let truth = Target { measure: Measure::Truth, ..each(plain(True, ""), Aggregation::All) };
    for (text, expected) in [("38/40", NotMet), ("40/40", Met), ("1", Met), ("0", NotMet), ("", NotApplicable)] {
        assert_eq!(verdict(truth.clone(), text), expected, "{text}");
    }
    let line = judged(truth, &["38/40"]);
    assert_eq!((line.gap.unwrap().amount, line.tally.unwrap().short), (exact::whole(2), 2));
    // The largest class of all speaks for all.
    let class = each(plain(AtMost, "45"), Aggregation::All);
    assert_eq!([verdict(class.clone(), "45"), verdict(class, "46")], [Met, NotMet]);
}

/// Classes without rooms are no value of the schools.
#[test]
fn a_tally_counts_where_the_data_have_one_of_the_two_numbers_only() {
    let scheme = TargetScheme { given: vec![given("G3a", Part::Whole, "5/5")], ..TargetScheme::default() };
    assert_eq!(assess(&county([None; 5]), &scheme).line("G3a", Part::Whole).unwrap().verdict, Met);
    let bare = assess(&county([None; 5]), &TargetScheme::default());
    assert_eq!(bare.line("G3a", Part::Whole).unwrap().verdict, Pending);
}

/// A school's own value counts before that of the data.
#[test]
fn class_sizes_can_be_typed_school_by_school() {
    let say = |school: &str, text: &str| Given { school: school.into(), ..given("G5", Part::Primary, text) };
    let given = ["第0小学", "第1小学", "第2小学", "第3小学"].map(|school| say(school, "45")).to_vec();
    let mut scheme = TargetScheme { given, ..TargetScheme::default() };
    let of = |scheme: &TargetScheme| assess(&county([None; 5]), scheme).line("G5", Part::Primary).unwrap().verdict;
    assert_eq!(of(&scheme), Pending);
    scheme.given.push(say("第4小学", "46"));
    assert_eq!(of(&scheme), NotMet);
    // No school has junior pupils.
    let targets = assess(&county([None; 5]), &scheme);
    assert_eq!(targets.line("G5", Part::Junior).unwrap().verdict, NotApplicable);
}

#[test]
fn the_last_schools_are_those_with_the_worst_ranks_and_ties_stay_together() {
    let share = |text: &str| parse(text).unwrap();
    let values = |list: [i64; 6]| list.map(exact::whole).to_vec();
    // Rank ≤ 0.5 · 6 = 3, the highest first.
    assert_eq!(worst(&values([9, 1, 8, 2, 7, 3]), 6, true, &share("0.5")), [true, false, true, false, true, false]);
    // Two share rank 3: both are in; three share rank 2: all are in.
    assert_eq!(worst(&values([9, 1, 8, 7, 7, 3]), 6, true, &share("0.5")), [true, false, true, true, true, false]);
    assert_eq!(worst(&values([9, 8, 8, 8, 1, 1]), 6, true, &share("0.5")), [true, true, true, true, false, false]);
    assert_eq!(worst(&values([1, 2, 3, 4, 5, 6]), 6, false, &share("0.3")), [true, false, false, false, false, false]);
    assert!(worst(&values([5; 6]), 6, true, &share("0.1")).iter().all(|chosen| !chosen), "rank 1 > 0.6");
    // Sorted ascending, the place ⌊0.3 · 10⌋ = 3 from 0.
    let scores: Vec<f64> = [90.0, 40.0, 55.0, 60.0, 70.0, 52.0, 85.0, 77.0, 61.0, 95.0].to_vec();
    assert_eq!(bottom_cut(&scores, &share("0.3")), Some(60.0));
    assert_eq!(bottom_cut(&scores, &share("1")), Some(95.0));
    assert_eq!((bottom_cut(&[], &share("0.3")), bottom_cut(&scores, &share("1.1"))), (None, None));
}

#[test]
fn only_the_ranked_subset_has_to_reach_its_target() {
    let mut county = County::default();
    for (place, (rate, grouped)) in [(30.0, 1.0), (10.0, 0.0), (25.0, 1.0), (5.0, 0.0)].into_iter().enumerate() {
        let numbers = vec![
            (Field::Pupils(Stage::Junior), 500.0),
            (Field::BottomRate, rate),
            (Field::Other("是否集团化".into()), grouped),
        ];
        county = county.and(&format!("第{place}中学"), SchoolKind::Junior, numbers);
    }
    let scope = |percent: &str| Scope::Subset {
        by: vec![Column::Field(Field::BottomRate)],
        highest: true,
        percent: percent.into(),
    };
    let target = |percent| Target {
        scope: scope(percent),
        aggregation: Aggregation::All,
        measure: Measure::Number(vec![Column::Header("是否集团化".into())]),
        ..plain(AtLeast, "1")
    };
    let of = |percent| assess(&county.0, &scheme(target(percent), &[])).lines.remove(0);
    assert_eq!((of("50").verdict, of("50").units.len()), (Met, 2));
    assert_eq!((of("75").verdict, of("75").units.len()), (NotMet, 3));
}

/// What is asked of a school as a whole counts a combined school once.
#[test]
fn a_combined_school_counts_once_for_rooms_and_size() {
    let pupils = |stages: &[Stage]| stages.iter().map(|stage| (Field::Pupils(*stage), 500.0)).collect();
    let county = County::of(SchoolKind::Primary, pupils(&[Stage::Primary]))
        .and("九年", SchoolKind::NineYear, pupils(&[Stage::Primary, Stage::Junior]))
        .and("十二年", SchoolKind::TwelveYear, pupils(&[Stage::Primary, Stage::Junior, Stage::Senior]))
        .and("完中", SchoolKind::Complete, pupils(&[Stage::Junior, Stage::Senior]));
    let targets = assess(&county.0, &TargetScheme::default());
    for id in ["G3a", "G3b", "G3c", "G3d", "G4"] {
        let lines = targets.lines.iter().filter(|line| line.target.id == id);
        let mut schools: Vec<usize> = lines.flat_map(|line| &line.units).map(|unit| unit.school).collect();
        schools.sort_unstable();
        assert_eq!(schools, [0, 1, 2, 3], "{id}");
    }
}
