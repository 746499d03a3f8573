//! What must hold for any county.

use std::cmp::Ordering;

use suanpan::balance::standard::Item;
use suanpan::balance::variation::Outcome;
use suanpan::basis::exact::{Exact, of, to_f64, whole};
use suanpan::measure::threshold;
use suanpan::measure::variation::{Undefined, compare, compare_exactly, variation};
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::{Field, Stage};

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
        let exact = || whole(42) * whole(pupils) / whole(1000);
        let approximate = 4.2 * pupils as f64 / 100.0;
        let expected = (42 * pupils + 999) / 1000;
        assert_eq!(threshold::ceil(approximate, approximate, exact), Some(expected as f64), "{pupils}");
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
