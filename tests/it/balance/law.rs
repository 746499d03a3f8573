//! What must hold for any county.

use std::cmp::Ordering;

use suanpan::balance::edit::BalanceEdit;
use suanpan::balance::rule;
use suanpan::balance::standard::{Figure, Item, Standard, Switch};
use suanpan::balance::variation::Outcome;
use suanpan::balance::{Spare, follow};
use suanpan::basis::exact::{Exact, of, parse, to_f64, whole};
use suanpan::basis::fraction::Fraction;
use suanpan::measure::threshold;
use suanpan::measure::variation::{Undefined, compare, compare_exactly, variation};
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::balance::BalanceScheme;

use super::county::{County, exact_school, with};

/// A small deterministic generator (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % bound) as f64
    }

    fn units(&mut self, count: usize) -> Vec<(f64, f64)> {
        (0..count).map(|_| (self.below(5_000_000) / 100.0, 1.0 + self.below(2_000))).collect()
    }
}

fn coefficient(units: &[(f64, f64)]) -> f64 {
    variation(units).unwrap().coefficient
}

fn exactly(units: &[(f64, f64)]) -> Vec<(Exact, Exact)> {
    units.iter().map(|(total, size)| (of(*total).unwrap(), of(*size).unwrap())).collect()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * (1.0 + a.abs())
}

#[test]
fn it_is_the_population_cv_of_all_pupils() {
    let mut dice = Dice(1);
    for _ in 0..20 {
        let units = dice.units(7);
        let pupils: Vec<f64> =
            units.iter().flat_map(|(total, size)| std::iter::repeat_n(total / size, *size as usize)).collect();
        let count = pupils.len() as f64;
        let mean = pupils.iter().sum::<f64>() / count;
        let square = pupils.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
        assert!((coefficient(&units) - square.sqrt() / mean).abs() < 1e-9);
    }
}

#[test]
fn neither_scale_nor_order_nor_copying_the_county_matters() {
    let mut dice = Dice(2);
    for _ in 0..50 {
        let units = dice.units(40);
        let cv = coefficient(&units);
        let scaled: Vec<_> = units.iter().map(|(total, size)| (total * 37.5, size * 3.0)).collect();
        let reversed: Vec<_> = units.iter().rev().copied().collect();
        let doubled: Vec<_> = units.iter().chain(&units).copied().collect();
        assert!(
            close(coefficient(&scaled), cv) && close(coefficient(&reversed), cv) && close(coefficient(&doubled), cv)
        );
        assert_eq!(
            compare_exactly(&exactly(&reversed), &of(0.5).unwrap()),
            compare_exactly(&exactly(&units), &of(0.5).unwrap())
        );
    }
}

#[test]
fn a_transfer_from_rich_to_poor_narrows_it() {
    let mut dice = Dice(3);
    for _ in 0..50 {
        let mut units = dice.units(10);
        let before = coefficient(&units);
        units.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        let moved = (units[9].0 / units[9].1 - units[0].0 / units[0].1) * units[0].1.min(units[9].1) / 4.0;
        units[0].0 += moved;
        units[9].0 -= moved;
        assert!(coefficient(&units) < before);
    }
}

#[test]
fn contributions_add_up_to_the_variance() {
    let result = variation(&Dice(4).units(200)).unwrap();
    assert!(close(result.contributions.iter().sum::<f64>(), result.deviation * result.deviation));
}

#[test]
fn the_fast_comparison_agrees_with_the_exact_one_near_the_limit() {
    let mut dice = Dice(5);
    for _ in 0..20 {
        let units = dice.units(12);
        let cv = coefficient(&units);
        for step in [0.0, 1e-16, 1e-14, 1e-12, 1e-10, 1e-9, 2e-9, 1e-8, 1e-6, 1e-3] {
            for limit in [cv - step, cv + step] {
                let limit = of(limit).unwrap();
                assert_eq!(compare(cv, &limit, || exactly(&units)), compare_exactly(&exactly(&units), &limit));
            }
        }
    }
}

#[test]
fn a_cv_that_equals_the_limit_passes_whatever_binary_numbers_say() {
    // 0.55 and 1.45 per pupil: the mean is 1, S is 0.45, the junior limit.
    let mut missed = 0;
    for pupils in 1..400 {
        let size = f64::from(pupils);
        let total = |per_pupil: i64| to_f64(&(whole(per_pupil) * whole(pupils.into()) / whole(100))).unwrap();
        let units = [(total(55), size), (total(145), size)];
        let cv = coefficient(&units);
        missed += usize::from(cv > 0.45);
        assert_eq!(compare(cv, &of(0.45).unwrap(), || exactly(&units)), Ordering::Equal, "{pupils}");
    }
    assert!(missed > 0, "the cases must have teeth");
}

#[test]
fn the_stage_takes_the_limit_itself_as_within() {
    let county = |rich: f64| {
        let school =
            |backbone| with(exact_school(Stage::Primary, 10_000.0), Field::BackboneTeachers(Stage::Primary), backbone);
        County::of(SchoolKind::Primary, school(100.0)).and("B", SchoolKind::Primary, school(rich))
    };
    let backbone = |rich| county(rich).stage(Stage::Primary).variation(Item::Backbone).unwrap().clone();
    let at = backbone(300.0);
    assert_eq!((at.outcome, at.passes_only_after_rounding), (Outcome::Within, false));
    let just_above = backbone(301.0);
    assert_eq!((just_above.outcome, just_above.passes_only_after_rounding), (Outcome::Beyond, true));
    let above = backbone(400.0);
    assert_eq!((above.outcome, above.passes_only_after_rounding), (Outcome::Beyond, false));
}

#[test]
fn rounding_half_up_to_the_limit_ends_at_half_a_hundredth() {
    // CV exactly 0.505: rounded half up it is 0.51 and passes in no way.
    let school =
        |backbone| with(exact_school(Stage::Primary, 10_000.0), Field::BackboneTeachers(Stage::Primary), backbone);
    let county = County::of(SchoolKind::Primary, school(495.0)).and("B", SchoolKind::Primary, school(1505.0));
    let variation = county.stage(Stage::Primary).variation(Item::Backbone).unwrap().clone();
    assert_eq!((variation.outcome, variation.passes_only_after_rounding), (Outcome::Beyond, false));
}

#[test]
fn undefined_coefficients_say_why() {
    assert_eq!(variation(&[]), Err(Undefined::NoUnit));
    assert_eq!(variation(&[(0.0, 3.0), (0.0, 4.0)]), Err(Undefined::ZeroMean));
    assert_eq!(variation(&[(1.0, 0.0)]), Err(Undefined::OutOfRange));
    assert_eq!(variation(&[(-1.0, 2.0), (2.0, 2.0)]), Err(Undefined::OutOfRange));
    assert_eq!(variation(&[(1e300, 1.0), (1.0, 1.0)]), Err(Undefined::OutOfRange));
    assert_eq!(variation(&[(f64::NAN, 1.0)]), Err(Undefined::OutOfRange));
    assert_eq!(variation(&[(5.0, 3.0)]).unwrap().coefficient, 0.0);
}

#[test]
fn rounding_up_is_exact() {
    for pupils in 1..3_000_i64 {
        let exact = || to_f64(&(whole(42) * whole(pupils) / whole(1000)).ceil());
        let approximate = 4.2 * pupils as f64 / 100.0;
        let expected = (42 * pupils + 999) / 1000;
        assert_eq!(threshold::ceil(approximate, approximate, exact), Some(expected as f64), "{pupils}");
    }
}

/// What is missing is told by fractions where they fit: the same as by numbers of
/// any size, and the least that is enough.
#[test]
fn what_is_missing_is_the_least_that_is_enough() {
    let mut dice = Dice(77);
    for case in 0..400 {
        let (primary, junior) = (1.0 + dice.below(900), dice.below(3) * dice.below(700));
        let tenths = |dice: &mut Dice| dice.below(400_000) / [1.0, 10.0, 1000.0][case % 3];
        let area = tenths(&mut dice);
        let values = [
            (Field::Pupils(Stage::Primary), primary),
            (Field::Pupils(Stage::Junior), junior),
            (Field::SportsGround, area),
        ];
        let values: Vec<_> = values.into_iter().chain([(Field::IndoorSportsArea, 0.0)]).collect();
        let county = County::of(SchoolKind::NineYear, values);
        let unit = county.stage(Stage::Primary).units[0].clone();
        let cell = unit.cell(Item::SportsArea).unwrap();
        // 7.5 ㎡ for each pupil; the stage's part is 1 : 1.1 by pupils.
        let exact = |number: f64| of(number).unwrap();
        let weighted = exact(primary) + exact(junior) * whole(11) / whole(10);
        let wanted = whole(15) / whole(2) * weighted;
        let short = ((wanted - exact(area)) * whole(10)).ceil();
        let expected = (short > whole(0)).then(|| to_f64(&(short / whole(10))).unwrap());
        assert_eq!(cell.gap, expected, "{primary} {junior} {area}");
    }
}

/// Schools that are all alike differ by a bit in binary numbers; nobody is to
/// be named for that.
#[test]
fn nobody_drives_a_coefficient_that_is_only_noise() {
    let mut county = County::default();
    for pupils in [303.0, 707.0, 1101.0, 1303.0] {
        let name = format!("{pupils}");
        let equipment = format!("{}e-1", pupils * 21_003.0).parse().unwrap();
        county = county.and(
            &name,
            SchoolKind::Primary,
            with(exact_school(Stage::Primary, pupils), Field::Equipment, equipment),
        );
    }
    let balance = county.assess();
    let figures = balance.stage(Stage::Primary).unwrap().variation(Item::Equipment).unwrap().figures.as_ref().unwrap();
    assert!(figures.deviation > 0.0 && figures.coefficient < 1e-12, "{figures:?}");
    assert!(figures.contributions.iter().all(|part| part.share == 0.0), "{figures:?}");
}

#[test]
fn fractions_are_the_decimals_that_numbers_were_written_as_or_none() {
    let mut dice = Dice(3);
    for _ in 0..2_000 {
        let number = dice.below(4_000_000_000) / 10_f64.powi(dice.below(9) as i32) - dice.below(1_000);
        let parsed = parse(&format!("{number}"));
        assert_eq!(of(number), parsed, "{number}");
        assert!(Fraction::of(number).is_none_or(|fraction| Some(fraction.exact()) == parsed), "{number}");
    }
    for odd in [f64::NAN, f64::INFINITY, 1e15, 1e-7, 0.1 + 0.2, -0.0] {
        assert!(Fraction::of(odd).is_none() || odd == 0.0, "{odd}");
    }
    assert_eq!(of(-0.0), Some(whole(0)));
}

/// Whatever decision is taken after whatever other, what follows it is what a new
/// assessment gives.
#[test]
fn a_followed_decision_is_assessed_anew() {
    let mut dice = Dice(11);
    let mut county = County::default();
    for index in 0..40 {
        let kind = [SchoolKind::Primary, SchoolKind::NineYear, SchoolKind::TeachingPoint][index % 3];
        let mut numbers = exact_school(Stage::Primary, 20.0 + dice.below(900));
        if index % 3 == 1 {
            numbers.push((Field::Pupils(Stage::Junior), 1.0 + dice.below(800)));
        }
        for (_, number) in &mut numbers {
            *number = (*number * (60.0 + dice.below(80)) / 100.0).round();
        }
        county = county.and(&format!("S{index}"), kind, numbers);
    }
    let mut scheme = BalanceScheme::default();
    let mut balance = county.by(&scheme);
    let mut spare = Spare::default();
    let figures: Vec<Figure> = Standard::ALL.iter().flat_map(|standard| rule::figures(*standard)).collect();
    for _ in 0..300 {
        let at = |dice: &mut Dice, length: usize| dice.below(length as u64) as usize;
        let edit = match at(&mut dice, 12) {
            0 => BalanceEdit::SetStandard(Standard::ALL[at(&mut dice, 2)]),
            1 => BalanceEdit::Switch(Switch::ALL[at(&mut dice, Switch::ALL.len())], at(&mut dice, 2) == 0),
            2 => BalanceEdit::Reset,
            3 => BalanceEdit::Set(figures[at(&mut dice, figures.len())], None),
            _ => BalanceEdit::Set(figures[at(&mut dice, figures.len())], Some(dice.below(90) / 10.0)),
        };
        edit.apply(&mut scheme);
        follow(&mut balance, &mut spare, &county.0, &scheme);
        assert_eq!(balance, county.by(&scheme), "{edit:?}");
    }
}
