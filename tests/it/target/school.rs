//! Which schools a target is about, and by which limit each is judged. Expected
//! values are worked out by hand.

use suanpan::balance::target::preset::relaxations;
use suanpan::balance::target::reading::Lack;
use suanpan::balance::target::{Line, Reason, wording};
use suanpan::balance::verdict::Verdict::{self, *};
use suanpan::basis::text::Lang;
use suanpan::word::dataset::SchoolKind::{self, *};
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::target::{
    Aggregation, Column, Comparator, Condition, Departure, Given, Limit, Measure, Missing, Part, Scope, Target,
    TargetScheme,
};

use super::super::balance::county::County;
use super::{assess, each, given, plain, scheme};

const PRIMARY: Field = Field::Pupils(Stage::Primary);

fn other(name: &str) -> Field {
    Field::Other(name.into())
}

fn located(mut county: County, places: &[&str]) -> County {
    for (school, place) in county.0.schools.iter_mut().zip(places) {
        school.location = (!place.is_empty()).then(|| (*place).into());
    }
    county
}

fn line(county: &County, scheme: &TargetScheme, id: &str, part: Part) -> Line {
    assess(&county.0, scheme).line(id, part).unwrap().clone()
}

/// A nine-year school with 1,500 primary pupils and a blank: it may have 2,600.
#[test]
fn the_pupils_of_a_school_are_missing_while_those_of_one_of_its_stages_are() {
    let of = |numbers| line(&County::of(NineYear, numbers), &TargetScheme::default(), "G4", Part::Combined);
    let blank = of(vec![(PRIMARY, 1_500.0)]);
    assert_eq!((blank.verdict, blank.units.len()), (Pending, 1));
    let Err(Lack::Column(lacks)) = &blank.units[0].value else { panic!("{blank:?}") };
    assert_eq!(lacks.of(Lang::Zh), Field::Pupils(Stage::Junior).label(Lang::Zh));
    let junior = Field::Pupils(Stage::Junior);
    assert_eq!(of(vec![(PRIMARY, 1_500.0), (junior.clone(), 1_000.0)]).verdict, Met);
    assert_eq!(of(vec![(PRIMARY, 1_500.0), (junior.clone(), 1_001.0)]).verdict, NotMet);
    // A primary school has no junior stage to miss, one of unknown kind those
    // that are given.
    let whole = Target {
        measure: Measure::Number(vec![Column::Pupils]),
        ..each(plain(Comparator::AtMost, "2000"), Aggregation::All)
    };
    let of = |kind: Option<SchoolKind>, numbers| {
        assess(&County::of(kind, numbers).0, &scheme(whole.clone(), &[])).lines.remove(0).verdict
    };
    assert_eq!(of(Some(Primary), vec![(PRIMARY, 1_500.0)]), Met);
    assert_eq!(of(None, vec![(PRIMARY, 1_500.0)]), Met);
    assert_eq!(of(Some(NineYear), vec![(PRIMARY, 1_500.0)]), Pending);
    assert_eq!(of(Some(TwelveYear), vec![(junior, 900.0)]), Pending);
}

fn small_schools() -> County {
    let school = |pupils: f64| vec![(PRIMARY, pupils)];
    let county = County::default()
        .and("村小", Primary, school(99.0))
        .and("村中心校", Primary, school(100.0))
        .and("镇小", Primary, school(60.0))
        .and("教学点", TeachingPoint, school(30.0))
        .and("大校", Primary, school(1_200.0));
    located(county, &["村庄", "乡村", "镇乡结合区", "", "主城区"])
}

/// G6: 不足100人的村小学和教学点. 99 pupils in a village and a teaching point
/// are concerned; 100 pupils, a town's school of 60 and a large one are not.
#[test]
fn funds_of_100_pupils_are_asked_of_small_schools_in_the_country_alone() {
    let county = small_schools();
    let say = |school: &str, text: &str| Given { school: school.into(), ..given("G6", Part::Whole, text) };
    let of = |given: Vec<Given>| line(&county, &TargetScheme { given, ..TargetScheme::default() }, "G6", Part::Whole);
    let names = |line: &Line| line.units.iter().map(|unit| county.0.name(unit.school).to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&of(Vec::new())), ["村小", "教学点"]);
    assert_eq!(of(vec![say("村小", "1")]).verdict, Pending);
    assert_eq!(of(vec![say("村小", "1"), say("教学点", "1")]).verdict, Met, "no other school is waited for");
    assert_eq!(of(vec![say("村小", "1"), say("教学点", "0")]).verdict, NotMet);
    // Typed for all at once: two are concerned.
    assert_eq!(of(vec![given("G6", Part::Whole, "2/2")]).verdict, Met);
    let five = of(vec![given("G6", Part::Whole, "5/5")]);
    assert_eq!((five.verdict, five.reasons), (Met, vec![Reason::OtherCount(5, 2)]));
    let large = located(County::of(Primary, vec![(PRIMARY, 100.0)]), &["村庄"]);
    assert_eq!(line(&large, &TargetScheme::default(), "G6", Part::Whole).verdict, NotApplicable);
}

#[test]
fn schools_that_the_data_do_not_tell_about_leave_it_open() {
    // 80 pupils, and nobody knows where.
    let unknown = County::of(Primary, vec![(PRIMARY, 80.0)]);
    let of = |county: &County, given: Vec<Given>| {
        line(county, &TargetScheme { given, ..TargetScheme::default() }, "G6", Part::Whole)
    };
    let open = of(&unknown, Vec::new());
    assert_eq!((open.verdict, open.reasons), (Pending, vec![Reason::Unsituated(1)]));
    assert_eq!(of(&unknown, vec![given("G6", Part::Whole, "1/1")]).verdict, Met, "what is said counts");
    // One that is known does not speak for it.
    let both = located(unknown.and("教学点", TeachingPoint, vec![(PRIMARY, 30.0)]), &["", ""]);
    let one = Given { school: "教学点".into(), ..given("G6", Part::Whole, "1") };
    assert_eq!(of(&both, vec![one]).verdict, Pending);
    // 500 pupils are enough to know.
    let large = County::of(Primary, vec![(PRIMARY, 500.0)]);
    assert_eq!(of(&large, Vec::new()).verdict, NotApplicable);
}

/// Of a school built in 2008 with more than half migrants' children two
/// relaxations apply; which stands first decides nothing.
#[test]
fn a_school_passes_by_any_limit_that_applies_to_it() {
    let numbers = |pupils| {
        vec![(PRIMARY, pupils), (other("建成年份"), 2008.0), (other("最大班额"), 29.0), (other("音乐教室面积"), 60.0)]
    };
    // A school of 90 pupils in a village, built by 2016: 96, 73 or 54 ㎡.
    let county = located(County::of(Primary, numbers(90.0)), &["村庄"]);
    let of = |relaxed: &[&str], limits: Vec<Departure>| {
        let relaxed = relaxed.iter().map(|id| (*id).to_owned()).collect();
        let line = line(&county, &TargetScheme { relaxed, limits, ..TargetScheme::default() }, "G3c", Part::Primary);
        let unit = line.units[0].clone();
        (line.verdict, unit.limit, unit.relaxed, line.reasons)
    };
    assert_eq!(of(&[], vec![]).0, NotMet, "60 < 96");
    let (verdict, limit, relaxed, _) = of(&["music-2016"], vec![]);
    assert_eq!((verdict, &*limit, relaxed.as_deref()), (NotMet, "73", Some("music-2016")), "the nearest, 60 < 73");
    for order in [["music-2016", "rooms-rural"], ["rooms-rural", "music-2016"]] {
        let (verdict, limit, relaxed, reasons) = of(&order, vec![]);
        assert_eq!((verdict, &*limit, relaxed.as_deref()), (Met, "54", Some("rooms-rural")), "60 ≥ 54");
        assert_eq!(reasons, [Reason::Relaxed(1)]);
    }
    // The person's own limit is more lenient than 73: it stays.
    let own = |value: &str| vec![Departure { target: "G3c".into(), part: Part::Primary, value: value.into() }];
    let (verdict, limit, relaxed, reasons) = of(&["music-2016"], own("60"));
    assert_eq!((verdict, &*limit, relaxed, reasons), (Met, "60", None, Vec::new()));
    let (verdict, limit, relaxed, _) = of(&["music-2016"], own("70"));
    assert_eq!((verdict, &*limit, relaxed), (NotMet, "70", None), "a relaxation makes nothing stricter");
}

#[test]
fn the_relaxation_that_was_used_is_named_with_its_date() {
    let county = County::of(Primary, vec![(PRIMARY, 2_300.0), (other("建成年份"), 2010.0)]);
    let scheme = TargetScheme { relaxed: vec!["size-2010".into()], ..TargetScheme::default() };
    let line = line(&county, &scheme, "G4", Part::Primary);
    assert_eq!(line.verdict, Met);
    assert_eq!(wording::remarks(&line, Lang::Zh), ["其中 1 所按放宽的限值达到"]);
    let named = wording::relaxed(&line.units[0], Lang::Zh).unwrap();
    assert_eq!(named, "2010 年及以前建成的学校:规模 2400 / 3000 人(2017 年之后才有,确切日期未核实)");
    // §1.5: all of them came after 2017.
    assert!(relaxations().iter().all(|relaxation| relaxation.after == "2017"));
}

/// §1.5: 农村小规模 with the largest class below 30. 小规模 is below 100 pupils.
#[test]
fn rooms_are_relaxed_in_small_schools_of_the_country_only() {
    let of = |pupils: f64, class: f64, place: &str| {
        let numbers = vec![(PRIMARY, pupils), (other("最大班额"), class), (other("音乐教室面积"), 54.0)];
        let county = located(County::of(Primary, numbers), &[place]);
        let scheme = TargetScheme { relaxed: vec!["rooms-rural".into()], ..TargetScheme::default() };
        line(&county, &scheme, "G3c", Part::Primary).verdict
    };
    assert_eq!(of(99.0, 29.0, "乡中心区"), Met);
    assert_eq!(of(100.0, 29.0, "乡中心区"), NotMet, "not small");
    assert_eq!(of(99.0, 30.0, "乡中心区"), NotMet, "not below 30");
    assert_eq!(of(99.0, 29.0, "镇乡结合区"), NotMet, "a town");
    assert_eq!(of(99.0, 29.0, ""), NotMet, "what the data lack is not so");
}

fn rooms(counts: &[Option<f64>]) -> County {
    let school = |county: County, (place, count): (usize, &Option<f64>)| {
        let mut numbers = vec![(PRIMARY, 500.0)];
        numbers.extend(count.map(|count| (other("值"), count)));
        county.and(&format!("{place}"), Primary, numbers)
    };
    counts.iter().enumerate().fold(County::default(), school)
}

fn k_of_n(k: u32, floor: &str, missing: Missing, counts: &[Option<f64>]) -> (Verdict, Vec<Reason>) {
    let aggregation = Aggregation::KOfN { k, floor: floor.into() };
    let measure = Measure::Number(vec![Column::Header("值".into())]);
    let target = Target { measure, missing, ..each(plain(Comparator::AtLeast, "10"), aggregation) };
    let line = assess(&rooms(counts).0, &scheme(target, &[])).lines.remove(0);
    (line.verdict, line.reasons)
}

#[test]
fn no_more_schools_are_wanted_than_there_are() {
    let three = [Some(10.0); 3];
    assert_eq!(k_of_n(6, "0.85", Missing::Pending, &three), (Met, vec![Reason::Fewer(6, 3)]));
    let (verdict, reasons) = k_of_n(6, "0.85", Missing::Pending, &[Some(10.0), Some(10.0), Some(9.0)]);
    assert_eq!((verdict, reasons), (NotMet, vec![Reason::Fewer(6, 3), Reason::SchoolsFail(1)]));
    assert_eq!(k_of_n(3, "0.85", Missing::Pending, &three), (Met, vec![]));
}

/// As with schools: no floor, nothing to wait for once k reach it.
#[test]
fn without_a_floor_k_schools_decide_whatever_is_missing() {
    let two_and_none = [Some(10.0), Some(10.0), None];
    assert_eq!(k_of_n(2, "0", Missing::Pending, &two_and_none).0, Met);
    assert_eq!(k_of_n(2, "0.85", Missing::Pending, &two_and_none).0, Pending);
    assert_eq!(k_of_n(2, "0", Missing::Pending, &[Some(10.0), Some(0.0), None]).0, Pending);
    assert_eq!(k_of_n(2, "0", Missing::Pending, &[Some(10.0), Some(10.0), Some(0.0)]).0, Met);
}

/// §6: rank ≤ 0.5 · (number of schools), with or without a value: of six
/// schools, three of them ranked, 3 are the last half; of three it would be 1.
#[test]
fn the_share_of_a_ranked_subset_is_of_all_schools() {
    let mut county = County::default();
    for (place, rate) in [Some(30.0), Some(20.0), Some(10.0), None, None, None].into_iter().enumerate() {
        let mut numbers = vec![(PRIMARY, 500.0), (other("集团化"), 1.0)];
        numbers.extend(rate.map(|rate| (Field::BottomRate, rate)));
        county = county.and(&format!("{place}"), Primary, numbers);
    }
    let by = vec![Column::Field(Field::BottomRate)];
    let target = Target {
        scope: Scope::Subset { by, highest: true, percent: "50".into() },
        aggregation: Aggregation::All,
        measure: Measure::Number(vec![Column::Header("集团化".into())]),
        limits: vec![Limit { part: Part::Whole, value: "1".into() }],
        ..plain(Comparator::AtLeast, "1")
    };
    let line = assess(&county.0, &scheme(target, &[])).lines.remove(0);
    assert_eq!(line.units.iter().map(|unit| unit.school).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!((line.verdict, line.reasons), (Met, vec![Reason::Unranked(3)]));
}

#[test]
fn situations_are_named() {
    let few = Condition::Number { columns: vec![Column::Pupils], comparator: Comparator::Below, limit: "100".into() };
    let scope = Scope::EachOf { when: vec![few, Condition::Remote] };
    assert_eq!(scope.label(Lang::Zh), "每所这样的学校(在校生数 < 100,且乡村学校或教学点)");
}
