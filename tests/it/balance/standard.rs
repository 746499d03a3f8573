//! The standards beside each other, departures from them, and other ways to
//! compute a coefficient.

use std::cmp::Ordering;

use suanpan::app::act::Act;
use suanpan::app::typed::{Entry, Typed};
use suanpan::app::view::balance::{BalanceLook, BalanceView, Part, view};
use suanpan::balance::Balance;
use suanpan::balance::cell::State;
use suanpan::balance::check::checks;
use suanpan::balance::edit::BalanceEdit;
use suanpan::balance::explain::explain;
use suanpan::balance::rule::{Departure, departures, figure, figures};
use suanpan::balance::scope::Reason;
use suanpan::balance::standard::{Figure, Item, STAGES, Standard, Switch};
use suanpan::balance::subject::Subject;
use suanpan::balance::variation::Outcome;
use suanpan::balance::verdict::Verdict;
use suanpan::basis::exact::{parse, whole};
use suanpan::basis::text::Lang;
use suanpan::measure::composite::compare_exactly;
use suanpan::measure::variant::Variant;
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::Field::{self, *};
use suanpan::word::field::Stage::{self, Junior, Primary};
use suanpan::word::scheme::Scheme;
use suanpan::word::scheme::balance::BalanceScheme;

use super::county::{County, Numbers, exact_school, look, with};

/// The decisions of a standard as it was published.
fn published(standard: Standard) -> BalanceScheme {
    edited(&BalanceScheme::default(), BalanceEdit::SetStandard(standard))
}

pub fn basic() -> BalanceScheme {
    published(Standard::Basic2012)
}

pub(super) fn edited(scheme: &BalanceScheme, edit: BalanceEdit) -> BalanceScheme {
    let mut scheme = scheme.clone();
    edit.apply(&mut scheme);
    scheme
}

/// Two primary schools whose coefficients are exactly those given in
/// thousandths, in the order of 2012: of t² + 1 pupils one school has 1, and
/// (1 + ct, 1 − c ∕ t) per pupil give the coefficient c about a mean of 1.
pub fn two_schools(t: i64, coefficients: [i64; 8]) -> County {
    let millionth = 1_000_000;
    let school = |of_small: bool| -> Numbers {
        let pupils = if of_small { millionth } else { t * t };
        let mut numbers = vec![(Pupils(Primary), pupils as f64)];
        for (item, c) in Standard::Basic2012.preset().items.iter().zip(coefficients) {
            let moved = c * t;
            let total = if of_small { pupils + moved } else { pupils - moved };
            numbers.push((item.terms(Primary, false).swap_remove(0).field, total as f64));
        }
        numbers
    };
    County::of(SchoolKind::Primary, school(true)).and("B", SchoolKind::Primary, school(false))
}

fn composite(county: &County) -> (Option<f64>, Outcome, bool) {
    let balance = county.by(&basic());
    let composite = &balance.stage(Primary).unwrap().composite;
    (composite.value, composite.outcome, composite.passes_only_after_rounding)
}

fn close(value: Option<f64>, expected: f64) -> bool {
    (value.unwrap() - expected).abs() < 1e-12
}

fn page(county: &County, scheme: &BalanceScheme, checks: bool, lang: Lang) -> BalanceView {
    let (plan, windows) = Default::default();
    let look = BalanceLook { checks, ..look(Part::Verdict, Primary, &plan, &windows) };
    view(&county.0, &county.by(scheme), &look, lang)
}

fn lead(view: &BalanceView) -> String {
    view.lead.iter().map(|span| span.text.as_str()).collect()
}

/// 庐阳区 as published: one coefficient of 1.299, the composite 0.592.
#[test]
fn a_county_passes_the_basic_standard_with_a_coefficient_above_one() {
    let county = two_schools(1_299, [1_299, 491, 491, 491, 491, 491, 491, 491]);
    let balance = county.by(&basic());
    let stage = balance.stage(Primary).unwrap();
    assert!(close(stage.variations[0].coefficient(), 1.299) && close(stage.variations[7].coefficient(), 0.491));
    assert!(close(stage.composite.value, 0.592));
    assert_eq!(stage.composite.outcome, Outcome::Within);
    assert!(stage.variations.iter().all(|variation| variation.outcome == Outcome::Informative));
    assert_eq!((stage.verdict, balance.verdict), (Verdict::Met, Verdict::Met));
    let view = page(&county, &basic(), false, Lang::Zh);
    assert_eq!(
        lead(&view),
        "2 所小学(各校标准值由省定,没有填,不逐校判定);综合差异系数 0.592 ≤ 0.65,最大的是教辅用房 1.299、运动场馆 0.491。\
         本县资源配置达标。"
    );
    let foot = view.table.unwrap().footer;
    assert_eq!((&*foot.limit, foot.verdict, &*foot.composite.limit), ("", None, "≤ 0.65"));
    assert_eq!(foot.composite.verdict.unwrap().text, "达标");
    let why = explain(&county.0, &balance, &Subject::Composite(Primary), Lang::Zh).unwrap();
    assert_eq!(why.title, "小学 · 综合差异系数:0.592");
    let terms = ["0.491000"; 7].join(" + ");
    assert_eq!(why.numbers, format!("(1.299000 + {terms}) ÷ 8 = 0.592000 ≤ 0.65"));
    assert_eq!(why.parts.len(), 8);
    let drivers = view.sections[1].grid.as_ref().unwrap();
    assert_eq!(drivers.rows.last().unwrap().cells[2].note, "27%", "1.299 of 4.736");
}

#[test]
fn the_composite_is_compared_exactly_and_rounding_is_told() {
    // 1.3 + 6 × 0.5 + 0.9 = 5.2 = 8 × 0.65.
    let (value, outcome, rounds) = composite(&two_schools(1_300, [1_300, 500, 500, 500, 500, 500, 500, 900]));
    assert!(close(value, 0.65) && outcome == Outcome::Within && !rounds);
    let (_, outcome, rounds) = composite(&two_schools(1_300, [1_300, 500, 500, 500, 500, 500, 500, 901]));
    assert_eq!((outcome, rounds), (Outcome::Beyond, true));
    // 0.655 is rounded up.
    let (_, outcome, rounds) = composite(&two_schools(1_300, [1_300, 500, 500, 500, 500, 500, 500, 940]));
    assert_eq!((outcome, rounds), (Outcome::Beyond, false));
    let view = page(&two_schools(1_300, [1_300, 500, 500, 500, 500, 500, 500, 901]), &basic(), false, Lang::Zh);
    let bar = view.table.unwrap().footer.composite.bar.figure;
    assert_eq!((&*bar.mark, &*bar.text), ("✕", "0.6501"));
    assert_eq!(bar.spoken, Lang::Zh.balance_rounds_to_limit());
}

/// √2 + √3 to 30 decimals, from tables.
#[test]
fn sums_of_irrational_roots_are_decided_however_near() {
    let roots = [whole(2), whole(3)];
    let below = parse("3.146264369941972342329135065715").unwrap() / whole(2);
    let above = parse("3.146264369941972342329135065716").unwrap() / whole(2);
    assert_eq!(compare_exactly(&roots, &below), Ordering::Greater);
    assert_eq!(compare_exactly(&roots, &above), Ordering::Less);
    // √8 − as 2√2 − and √2 are no rational sum, whatever the limit.
    assert_ne!(compare_exactly(&[whole(2), whole(8)], &parse("2.1213203435596425732").unwrap()), Ordering::Equal);
    assert_eq!(compare_exactly(&[whole(4) / whole(9), whole(0)], &(whole(1) / whole(3))), Ordering::Equal);
}

#[test]
fn the_composite_waits_for_values_and_says_what_it_cannot_be() {
    let whole = two_schools(1_000, [400; 8]);
    let mut missing = two_schools(1_000, [400; 8]);
    missing.0.schools[0].kind = Some(SchoolKind::Primary);
    let lacking = County::of(SchoolKind::Primary, vec![(Pupils(Primary), 100.0), (Books, 500.0)]);
    assert_eq!(composite(&whole).1, Outcome::Within);
    assert_eq!(composite(&lacking).1, Outcome::Pending);
    assert_eq!(lacking.by(&basic()).verdict, Verdict::Pending);
    // One school has nothing to differ from; of what nobody has, there is no mean.
    let one = |books: f64| {
        let items = Standard::Basic2012.preset().items.iter();
        let mut numbers: Numbers = items.map(|item| (item.terms(Primary, false).swap_remove(0).field, 10.0)).collect();
        numbers.push((Pupils(Primary), 100.0));
        County::of(SchoolKind::Primary, with(numbers, Books, books))
    };
    assert_eq!(composite(&one(10.0)), (Some(0.0), Outcome::Single, false));
    assert_eq!(composite(&one(0.0)), (None, Outcome::ZeroMean, false));
    assert_eq!(composite(&one(-1.0)).1, Outcome::Pending);
    let none = County::of(SchoolKind::Junior, vec![(Pupils(Junior), 100.0), (Books, 500.0)]);
    assert_eq!(composite(&none).1, Outcome::NoUnit);
}

#[test]
fn in_the_standard_of_2017_the_composite_only_informs() {
    let school = |backbone| with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), backbone);
    let county = County::of(SchoolKind::Primary, school(10.0)).and("B", SchoolKind::Primary, school(90.0));
    let stage = county.stage(Primary);
    // Six coefficients of 0 and one of 0.8.
    assert!(close(stage.composite.value, 0.8 / 7.0));
    assert_eq!(stage.composite.outcome, Outcome::Informative);
    assert_eq!(stage.verdict, Verdict::NotMet, "the one decides, not the mean");
    let row = page(&county, &BalanceScheme::default(), false, Lang::Zh).table.unwrap().footer.composite;
    assert_eq!((&*row.label, &*row.bar.figure.text), ("L8 综合差异系数(七项平均)", "0.114"));
    assert_eq!((row.verdict, &*row.remark, row.bar.limit), (None, "供参考,不作判定", None));
}

#[test]
fn provincial_thresholds_judge_schools_and_are_no_departure() {
    let county = two_schools(1_000, [400; 8]);
    let set = |scheme: BalanceScheme, figure, value| edited(&scheme, BalanceEdit::Set(figure, Some(value)));
    // Per pupil the schools have 1.4 and 0.6 of everything (140 and 60 computers
    // a hundred pupils).
    let two = set(basic(), Figure::Threshold(Item::Books, Primary), 1.0);
    let two = set(two, Figure::Threshold(Item::TeacherRatio, Primary), 0.6);
    let verdicts = |scheme: &BalanceScheme| -> Vec<Verdict> {
        county.by(scheme).stage(Primary).unwrap().units.iter().map(|unit| unit.verdict).collect()
    };
    assert_eq!(verdicts(&basic()), [Verdict::NotApplicable; 2]);
    assert_eq!(verdicts(&two), [Verdict::Met, Verdict::NotMet], "both must be met until the province says less");
    let one_of_two = set(two.clone(), Figure::LeastMet, 1.0);
    assert_eq!(verdicts(&one_of_two), [Verdict::Met, Verdict::Met]);
    assert_eq!(verdicts(&set(one_of_two.clone(), Figure::Floor, 60.0)), [Verdict::Met, Verdict::Met], "0.6 is 60 %");
    assert_eq!(verdicts(&set(one_of_two.clone(), Figure::Floor, 60.1)), [Verdict::Met, Verdict::NotMet]);
    assert_eq!(departures(&one_of_two), []);
    let unit = county.by(&two).stage(Primary).unwrap().units[0].clone();
    assert_eq!(unit.cell(Item::Equipment).unwrap().state, State::Open);
    assert_eq!(county.by(&two).stage(Primary).unwrap().verdict, Verdict::NotMet, "schools count, too");
}

#[test]
fn a_published_standard_departs_in_nothing_and_each_change_in_one_thing() {
    for standard in Standard::ALL {
        let scheme = published(*standard);
        assert_eq!(departures(&scheme), [], "{standard:?}");
        for switch in Switch::ALL {
            let on = !scheme.is_on(*switch);
            let changed = edited(&scheme, BalanceEdit::Switch(*switch, on));
            assert_eq!(departures(&changed), [Departure::Switch(*switch, on)]);
            assert_eq!(edited(&changed, BalanceEdit::Reset), scheme);
        }
        for which in figures(*standard) {
            let to = figure(&scheme, which).map_or(1.0, |value| if value > 1.0 { value - 1.0 } else { value / 2.0 });
            let changed = edited(&scheme, BalanceEdit::Set(which, Some(to)));
            let expected = standard.figure(which).map(|from| Departure::Figure { figure: which, from, to });
            assert_eq!(departures(&changed), expected.into_iter().collect::<Vec<_>>());
            assert_eq!(figure(&changed, which), Some(to));
            assert_eq!(edited(&changed, BalanceEdit::Set(which, None)), scheme);
            assert_eq!(edited(&changed, BalanceEdit::Reset), scheme);
            // Its own value is no change.
            let own = standard.figure(which).map(|own| edited(&changed, BalanceEdit::Set(which, Some(own))));
            assert!(own.is_none_or(|own| own == scheme));
        }
    }
}

#[test]
fn the_standards_are_whole() {
    for standard in Standard::ALL {
        let preset = standard.preset();
        for lang in Lang::ALL {
            assert!(!standard.label(*lang).is_empty() && !standard.source(*lang).is_empty());
            let mut names: Vec<&str> = preset.items.iter().map(|item| item.short_name(*lang)).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), preset.items.len(), "no two alike");
        }
        assert!(preset.thresholds.is_empty() || preset.thresholds.len() == preset.items.len());
        for which in figures(*standard) {
            assert!(standard.figure(which).is_none_or(|value| standard.accepts(which, value)), "{which:?}");
            for bad in [-1.0, f64::NAN, f64::INFINITY] {
                assert!(!standard.accepts(which, bad), "{which:?} {bad}");
            }
        }
        assert!(!standard.accepts(Figure::LeastMet, 2.5));
        // What the other one compares alone is not known here.
        let strange = Item::ALL.iter().find(|item| standard.number(**item) == 0).unwrap();
        assert!(!standard.accepts(Figure::Threshold(*strange, Primary), 1.0));
    }
    assert!(Item::ALL.iter().all(|item| Standard::ALL.iter().any(|standard| standard.number(*item) > 0)));
}

#[test]
fn numbers_stay_with_their_standard_and_switches_go_with_it() {
    let changed = edited(&BalanceScheme::default(), BalanceEdit::Set(Figure::Limit(Primary), Some(0.4)));
    let there = edited(&changed, BalanceEdit::SetStandard(Standard::Basic2012));
    assert_eq!(figure(&there, Figure::Limit(Primary)), Some(0.65));
    assert!(!there.private_in && !there.rooms_moved && !there.points_in);
    let back = edited(&there, BalanceEdit::SetStandard(Standard::Quality2017));
    assert_eq!(back, changed);
}

#[test]
fn a_changed_threshold_is_compared_exactly_as_typed() {
    let county = County::of(SchoolKind::Primary, with(exact_school(Primary, 1000.0), ArtsTeachers(Primary), 7.0));
    let threshold = Figure::Threshold(Item::Arts, Primary);
    let state = |limit| {
        let scheme = edited(&BalanceScheme::default(), BalanceEdit::Set(threshold, Some(limit)));
        county.by(&scheme).stage(Primary).unwrap().units[0].cell(Item::Arts).unwrap().state.clone()
    };
    assert!(std::hint::black_box(7.0) / 1000.0 * 100.0 > 0.7, "binary numbers are above");
    assert_eq!(state(0.7), State::Met);
    assert_eq!(state(0.7000000000000001), State::Within);
}

#[test]
fn departures_stand_in_the_lead_and_under_every_explanation() {
    let county = County::of(SchoolKind::Primary, exact_school(Primary, 1000.0));
    let area = Figure::Threshold(Item::TeachingArea, Primary);
    let scheme = edited(&BalanceScheme::default(), BalanceEdit::Set(area, Some(4.0)));
    let scheme = edited(&scheme, BalanceEdit::Switch(Switch::Private, false));
    let zh = "本结果偏离标准:小学教辅用房 ≥ 4(标准 4.5);民办学校不纳入。";
    assert!(lead(&page(&county, &scheme, false, Lang::Zh)).ends_with(zh));
    let en = "This result departs from the standard: Primary: Teaching area ≥ 4 (standard: 4.5); \
              private schools left out. ";
    assert!(lead(&page(&county, &scheme, false, Lang::En)).ends_with(en));
    let balance: Balance = county.by(&scheme);
    let (stage, school, item) = (Primary, 0, Item::TeachingArea);
    let subjects = [
        Subject::Cell { stage, school, item },
        Subject::Variation { stage, item },
        Subject::Composite(stage),
        Subject::School { stage, school },
        Subject::Stage(stage),
        Subject::County,
    ];
    for subject in subjects {
        let why = explain(&county.0, &balance, &subject, Lang::Zh).unwrap();
        assert!(why.notes.contains(&zh.to_owned()), "{subject:?}");
        let plain = explain(&county.0, &county.assess(), &subject, Lang::Zh).unwrap();
        assert!(plain.notes.iter().all(|note| !note.contains("偏离")), "{subject:?}");
    }
}

#[test]
fn scope_follows_the_switches_and_the_line_between_small_and_not() {
    let point = |pupils| County::of(SchoolKind::TeachingPoint, exact_school(Primary, pupils));
    let default = BalanceScheme::default();
    let reason =
        |county: &County, scheme: &BalanceScheme| county.by(scheme).excluded.first().map(|exclusion| exclusion.reason);
    let on = |switch, on| edited(&default, BalanceEdit::Switch(switch, on));
    assert_eq!(reason(&point(49.0), &default), Some(Reason::SmallTeachingPoint(49.0)));
    assert_eq!(reason(&point(50.0), &default), None);
    assert_eq!(reason(&point(49.0), &on(Switch::SmallPoints, true)), None);
    assert_eq!(reason(&point(500.0), &on(Switch::Points, false)), Some(Reason::TeachingPoint));
    let lower = edited(&default, BalanceEdit::Set(Figure::Small, Some(30.0)));
    assert_eq!(reason(&point(49.0), &lower), None);
    assert_eq!(reason(&point(29.0), &lower), Some(Reason::SmallTeachingPoint(29.0)));
    let special = County::of(SchoolKind::Special, exact_school(Primary, 100.0));
    assert_eq!(reason(&special, &default), Some(Reason::Special));
    assert_eq!(reason(&special, &on(Switch::Special, true)), None);
    let vocational = County::of(SchoolKind::Vocational, exact_school(Junior, 100.0));
    assert_eq!(reason(&vocational, &default), Some(Reason::Vocational));
    assert_eq!(reason(&vocational, &on(Switch::Vocational, true)), None);
    let mut private = two_schools(1_000, [400; 8]);
    private.0.schools[0].sponsor = Some("民办".into());
    assert_eq!(reason(&private, &basic()), Some(Reason::Private), "as the forms of 2012 have it");
}

#[test]
fn sports_rooms_move_by_the_switch_and_2012_leaves_them() {
    let numbers = with(exact_school(Primary, 1000.0), IndoorSportsArea, 500.0);
    let county = County::of(SchoolKind::Primary, numbers);
    let areas = |scheme: &BalanceScheme| {
        let unit = county.by(scheme).stage(Primary).unwrap().units[0].clone();
        [Item::TeachingArea, Item::SportsArea].map(|item| unit.cell(item).unwrap().value.unwrap())
    };
    assert_eq!(areas(&BalanceScheme::default()), [4.0, 8.0]);
    assert_eq!(areas(&basic()), [4.5, 7.5]);
    assert_eq!(areas(&edited(&basic(), BalanceEdit::Switch(Switch::RoomsMoved, true))), [4.0, 8.0]);
}

#[test]
fn visiting_teachers_count_in_small_rural_schools_by_the_switch() {
    let on = edited(&BalanceScheme::default(), BalanceEdit::Switch(Switch::Visiting, true));
    let value = |pupils: f64, location: &str, scheme: &BalanceScheme| {
        let numbers: Numbers =
            vec![(Pupils(Primary), pupils), (ArtsTeachers(Primary), 0.0), (VisitingArtsTeachers(Primary), 1.0)];
        let mut county = County::of(SchoolKind::Primary, numbers);
        county.0.schools[0].location = Some(location.into());
        let balance = county.by(scheme);
        balance.stage(Primary).unwrap().units[0].cell(Item::Arts).unwrap().value.unwrap()
    };
    assert_eq!(value(50.0, "乡村", &on), 2.0);
    assert_eq!(value(50.0, "乡村", &BalanceScheme::default()), 0.0);
    assert_eq!(value(50.0, "城区", &on), 0.0);
    assert_eq!(value(100.0, "乡村", &on), 0.0);
    assert_eq!(value(49.0, "乡村", &on), 0.0);
    assert_eq!(value(50.0, "镇乡结合区", &on), 0.0);
}

#[test]
fn other_ways_stand_beside_the_official_one_and_decide_nothing() {
    // 9,000 pupils with 1 a hundred, 1,000 with none: weighted 1/3, every school
    // alike 1, with n − 1 √2.
    let school = |pupils, backbone| with(exact_school(Primary, pupils), BackboneTeachers(Primary), backbone);
    let county =
        County::of(SchoolKind::Primary, school(9000.0, 90.0)).and("B", SchoolKind::Primary, school(1000.0, 0.0));
    let stage = county.stage(Primary);
    let backbone = &checks(&stage)[1];
    assert_eq!(backbone.item, Some(Item::Backbone));
    let found: Vec<_> = backbone.others.iter().map(|other| (other.variant, other.differs)).collect();
    assert_eq!(found, [(Variant::Population, true), (Variant::Sample, true), (Variant::Rounded, false)]);
    for (other, expected) in backbone.others.iter().zip([1.0, 2.0_f64.sqrt(), 1.0 / 3.0]) {
        assert!(close(other.value, expected), "{other:?}");
    }
    assert_eq!(stage.variation(Item::Backbone).unwrap().outcome, Outcome::Within);
    assert_eq!(backbone.weighting(), Some(Ordering::Less), "the small school lies farther off");
    let section = |unfolded| page(&county, &BalanceScheme::default(), unfolded, Lang::Zh).sections.swap_remove(2);
    assert_eq!(section(false).grid, None, "computed on demand only");
    let shown = section(true).grid.unwrap().rows;
    assert_eq!(shown.len(), 8);
    assert_eq!(shown[1].cells.last().unwrap().text, "学生少的学校离均值更远,加权后更小");
    assert_eq!((&*shown[1].cells[2].text, &*shown[1].cells[2].mark), ("1.000", "异"));
    assert!(shown.iter().all(|row| row.cells.len() == 3 + Variant::ALL.len()));
    // Of 2012 the mean is what would be judged otherwise.
    let all = checks(two_schools(1_300, [700; 8]).by(&basic()).stage(Primary).unwrap());
    assert!(all.iter().take(8).all(|check| check.others.iter().all(|other| !other.differs)));
    let mean = all.last().unwrap();
    assert_eq!((mean.item, close(mean.official, 0.7)), (None, true));
    // Per pupil 1.91 and 6 ∕ 13: unweighted (1.91 − 6/13) ∕ (1.91 + 6/13) ≈ 0.611.
    let plain = (1.91 - 6.0 / 13.0) / (1.91 + 6.0 / 13.0);
    assert!(close(mean.others[0].value, plain) && mean.others[0].differs);
}

#[test]
fn typed_numbers_are_taken_within_bounds_and_an_empty_field_restores() {
    let scheme = Scheme::default();
    let edit = |figure, text: &str| Typed::new(Entry::Balance(figure), text).act(&scheme);
    let floor = |value| Some(Act::Balance(BalanceEdit::Set(Figure::Floor, value)));
    assert_eq!(edit(Figure::Floor, " ８０ % "), floor(Some(80.0)));
    assert_eq!(edit(Figure::Floor, ""), floor(None));
    // A comma separates thousands or is refused: 10,5 is not 105.
    let equipment = Figure::Threshold(Item::Equipment, Primary);
    for text in ["12,345.6", "１２，３４５．６"] {
        assert_eq!(edit(equipment, text), Some(Act::Balance(BalanceEdit::Set(equipment, Some(12_345.6)))));
    }
    for text in ["10,5", "4,2", "1,00", "0,125", "1234,567", "1,234.5,6", ",123", "1,234e5"] {
        assert_eq!(edit(equipment, text), None, "{text}");
        assert_eq!(Typed::new(Entry::Pool, text).act(&scheme), None, "{text}");
    }
    let pool = |text: &str| Typed::new(Entry::Pool, text).act(&scheme);
    assert_eq!(pool("1,427,000"), pool("142.7万"));
    assert_eq!(pool("1,427万"), pool("14270000"));
    for (figure, text) in [
        (Figure::Floor, "101"),
        (Figure::Floor, "-1"),
        (Figure::Floor, "高"),
        (Figure::LeastMet, "5.5"),
        (Figure::LeastMet, "8"),
        (Figure::Threshold(Item::Books, Primary), "3"),
    ] {
        assert_eq!(edit(figure, text), None, "{figure:?} {text}");
    }
}

#[test]
fn only_what_the_standard_reads_makes_a_county() {
    let books = County::of(SchoolKind::Primary, vec![(Books, 500.0)]);
    assert!(books.assess().is_empty() && !books.by(&basic()).is_empty());
    for standard in Standard::ALL {
        for lang in Lang::ALL {
            let needs = page(&County::default(), &published(*standard), false, *lang).needs;
            let fields: Vec<Field> = STAGES
                .into_iter()
                .flat_map(|stage: Stage| standard.preset().items.iter().map(move |item| (item, stage)))
                .flat_map(|(item, stage)| item.terms(stage, standard.preset().on.contains(&Switch::RoomsMoved)))
                .map(|term| term.field)
                .collect();
            assert!(fields.iter().all(|field| needs.contains(&field.label(*lang).into_owned())), "{needs:?}");
        }
    }
}
