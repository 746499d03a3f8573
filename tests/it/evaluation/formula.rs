//! Normalisations, targets and ranks against vectors and naive definitions.

use std::collections::HashMap;

use suanpan::evaluation::evaluate;
use suanpan::measure::attainment::attainment;
use suanpan::measure::change::{Share, improvement};
use suanpan::measure::deviation::Deviation;
use suanpan::measure::direction::Direction;
use suanpan::measure::extent::Extent;
use suanpan::measure::mean::mean;
use suanpan::measure::normalise::interval::{Best, interval};
use suanpan::measure::normalise::penalty::Steps;
use suanpan::measure::normalise::{goalposts, min_max, penalty, place, ratio, standard};
use suanpan::measure::rank::competition;
use suanpan::word::dataset::Dataset;
use suanpan::word::field::Field;
use suanpan::word::scheme::evaluation::{
    Content, Indicator, MeanOfYears, MissingRule, Node, Normalisation, Source, Target,
};

use super::{Dice, fact, near, scheme, school};
use crate::vector::{self, Row};

/// The score of each present value, by the row's method; its scale is that of
/// the vector.
fn scores(method: &str, values: &[f64], parameters: &HashMap<String, serde_json::Value>) -> Vec<f64> {
    use Direction::{Higher, Lower};
    let number = |name: &str| parameters[name].as_f64().unwrap();
    let extent = Extent::of(values).unwrap();
    let middle = mean(values).unwrap();
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let of_full = |score: f64| score * number("full") / 100.0;
    let score = |x: f64| match method {
        "minmax_0_100 dir+" | "constant column minmax" => min_max::min_max(x, extent, Higher),
        "minmax_0_100 dir-" => min_max::min_max(x, extent, Lower),
        "zscore_pop" => standard::z(x, middle, Deviation::Population.of(values).unwrap(), Higher),
        "zscore_sample" => standard::z(x, middle, Deviation::Sample.of(values).unwrap(), Higher),
        "T=50+10Z(pop)" => standard::t(standard::z(x, middle, Deviation::Population.of(values).unwrap(), Higher)),
        "ratio_to_max*full" => of_full(ratio::to_best(x, extent, Higher)),
        "ratio_to_mean" => ratio::to_mean(x, middle, Higher),
        "rank_points(start15,step1)" => place::rank_points(x, &sorted, Higher, number("start"), number("step")),
        "percentile_rank_COINr n_prank" => place::percentile(x, &sorted, Higher) / 100.0,
        "borda" => place::borda(x, &sorted, Higher) as f64,
        "target_attainment capped" | "target_attainment uncapped to 120%" => {
            of_full(attainment(x, number("target"), Higher, 100.0 * number("cap") / number("full")))
        }
        "goalposts" => of_full(goalposts::goalposts(x, Extent { least: number("lo"), most: number("hi") }, Higher)),
        "penalty_per_pp" => {
            let points = 100.0 * number("per") / number("full");
            of_full(penalty::penalty(x, number("standard"), points, Steps::Continuous, Higher))
        }
        "interval_optimal" => {
            let (floor, ceiling) = (number("tol_lo"), number("tol_hi"));
            interval(x, Best { floor, low: number("lo"), high: number("hi"), ceiling }) / 100.0
        }
        other => panic!("no formula for {other}"),
    };
    values.iter().copied().map(score).collect()
}

#[test]
fn every_method_of_the_vector_gives_its_numbers() {
    let rows = vector::rows("eval_normalise.csv");
    assert_eq!(rows.len(), 16);
    for row in rows {
        let numbers = |name: &str| serde_json::from_str::<Vec<Option<f64>>>(&row[name]).unwrap();
        let parameters = serde_json::from_str(&row["params_json"]).unwrap();
        let (values, expected) = (numbers("x_json"), numbers("expected_json"));
        // What is missing stays missing.
        assert!(values.iter().zip(&expected).all(|(value, score)| value.is_some() == score.is_some()));
        let present: Vec<f64> = values.into_iter().flatten().collect();
        let found = scores(&row["method"], &present, &parameters);
        for (found, expected) in found.iter().zip(expected.into_iter().flatten()) {
            assert!((found - expected).abs() < 1e-9, "{}: {found} is not {expected}", row["method"]);
        }
    }
}

/// The vector's schools, as counts of 2023 to 2025.
fn two_years(rows: &[Row]) -> Dataset {
    let mut dataset = Dataset::default();
    for row in rows {
        let at = school(&mut dataset, &row["school"], None);
        let columns = [("n_y2", "bottom_y2", 2023), ("n_y1", "bottom_y1", 2024), ("n_now", "bottom_now", 2025)];
        for (whole, part, year) in columns {
            if let (Ok(whole), Ok(part)) = (row[whole].parse(), row[part].parse()) {
                fact(&mut dataset, at, Field::Graduands, Some(year), whole);
                fact(&mut dataset, at, Field::BottomCount, Some(year), part);
            }
        }
    }
    dataset
}

fn bottom(normalisation: Normalisation) -> Node {
    let source = Source::Rate { part: Field::BottomCount, whole: Field::Graduands, typed: Field::BottomRate };
    let content = Content::Indicator(Indicator { source, direction: Direction::Lower, normalisation });
    Node { name: "后20%率".into(), weight: 10_000, locked: false, content }
}

#[test]
fn two_year_targets_are_those_of_the_vector() {
    let rows = vector::rows("eval_target_two_year.csv");
    let dataset = two_years(&rows);
    let own = |how| Target::OwnTwoYears(how);
    let penalty =
        |steps| Normalisation::Penalty { target: own(MeanOfYears::Simple), points: 100.0 * 0.5 / 15.0, steps };
    let attained = |how| Normalisation::Target { target: own(how), cap: 1_000.0 };
    // Each column: the normalisation that gives it, and whether it is the target or the score (times its full marks).
    let columns = [
        ("target_simple_mean%", attained(MeanOfYears::Simple), None),
        ("target_pooled%", attained(MeanOfYears::Pooled), None),
        ("attainment_complement%=(100-now)/(100-target)", attained(MeanOfYears::Simple), Some(1.0)),
        ("score_continuous(15,-0.5 per pp)", penalty(Steps::Continuous), Some(0.15)),
        ("score_ceil_step", penalty(Steps::Begun), Some(0.15)),
    ];
    for (name, normalisation, scale) in columns {
        let result = evaluate(&dataset, &scheme(vec![bottom(normalisation)], MissingRule::Renormalise));
        assert_eq!(result.schools.len(), rows.len());
        for (standing, row) in result.schools.iter().zip(&rows) {
            let mark = &standing.marks[0];
            assert!((mark.raw.unwrap() - row["rate_now%"].parse::<f64>().unwrap()).abs() < 1e-4);
            let found = match scale {
                None => mark.goal.map(|goal| goal.value),
                Some(scale) => mark.score.map(|score| score * scale),
            };
            let expected = row[name].parse::<f64>().ok();
            let same = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-6,
                (found, expected) => found.is_none() && expected.is_none(),
            };
            assert!(same, "{} {name}: {found:?} is not {expected:?}", row["school"]);
        }
    }
}

#[test]
fn the_significance_of_a_change_is_that_of_the_vector() {
    for row in vector::rows("eval_target_two_year.csv") {
        let share =
            |part: &str, whole: &str| Some(Share { part: row[part].parse().ok()?, whole: row[whole].parse().ok()? });
        let before: Vec<Share> =
            [share("bottom_y2", "n_y2"), share("bottom_y1", "n_y1")].into_iter().flatten().collect();
        let found = improvement(share("bottom_now", "n_now").unwrap(), &before);
        let expected = row["z(improvement/SE)"].parse::<f64>().ok();
        match (found, expected) {
            (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-4, "{}", row["school"]),
            (found, expected) => assert_eq!(found, expected, "{}", row["school"]),
        }
    }
}

#[test]
fn targets_without_a_ratio_have_an_answer() {
    use Direction::{Higher, Lower};
    assert_eq!(attainment(-1.0, 0.0, Higher, 120.0), 0.0);
    assert_eq!(attainment(5.0, 0.0, Higher, 120.0), 100.0);
    assert_eq!(attainment(5.0, 0.0, Higher, 80.0), 80.0);
    assert_eq!(attainment(-3.0, -2.0, Higher, 100.0), 0.0);
    assert_eq!(attainment(100.0, 100.0, Lower, 120.0), 100.0);
    assert_eq!(attainment(101.0, 100.0, Lower, 120.0), 0.0);
    assert_eq!(attainment(130.0, 20.0, Lower, 100.0), 0.0);
    assert_eq!(attainment(0.0, 0.0, Lower, 100.0), 100.0);
}

#[test]
fn ranks_are_one_more_than_the_better_scores() {
    let mut dice = Dice(7);
    for size in 0..60 {
        let scores: Vec<f64> = (0..size).map(|_| dice.roll(20) as f64 / 7.0).collect();
        let naive: Vec<usize> =
            scores.iter().map(|own| 1 + scores.iter().filter(|other| *other > own).count()).collect();
        assert_eq!(competition(&scores), naive);
    }
}

#[test]
fn only_the_same_number_ties() {
    let third = 0.1 + 0.2;
    assert_eq!(competition(&[0.3, third, 0.3]), [2, 1, 2]);
    assert_eq!(competition(&[0.0, -0.0]), [1, 1]);
}

#[test]
fn directions_mirror_each_other() {
    let values = [62.0, 75.5, 75.5, 88.0, 93.0];
    let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
    let (extent, other) = (Extent::of(&values).unwrap(), Extent::of(&mirrored).unwrap());
    let sorted_mirror: Vec<f64> = mirrored.iter().rev().copied().collect();
    for (x, y) in values.into_iter().zip(mirrored.iter().copied()) {
        let pairs = [
            (min_max::min_max(x, extent, Direction::Higher), min_max::min_max(y, other, Direction::Lower)),
            (goalposts::goalposts(x, extent, Direction::Higher), goalposts::goalposts(y, other, Direction::Lower)),
            (place::percentile(x, &values, Direction::Higher), place::percentile(y, &sorted_mirror, Direction::Lower)),
            (
                place::rank_points(x, &values, Direction::Higher, 9.0, 2.0),
                place::rank_points(y, &sorted_mirror, Direction::Lower, 9.0, 2.0),
            ),
            (standard::z(x, 70.0, 5.0, Direction::Higher), standard::z(y, -70.0, 5.0, Direction::Lower)),
        ];
        assert!(pairs.iter().all(|(higher, lower)| near(*higher, *lower)), "{x}: {pairs:?}");
    }
}
