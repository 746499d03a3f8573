//! Against published figures and `tests/oracle/indices.py`: PySAL, numpy, scipy.

use std::collections::HashMap;

use suanpan::measure::dissimilarity::dissimilarity;
use suanpan::measure::inequality::decomposition::{Decomposable, decompose, decompose_nested};
use suanpan::measure::inequality::{Distribution, Index, Weighting};
use suanpan::measure::variance::analysis::Analysis;
use suanpan::measure::variance::eta::eta_squared;
use suanpan::measure::variance::intraclass::intraclass;

use super::{close, of_values};
use crate::vector::{Row, rows};

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap()
}

fn of_name<T: Copy + std::fmt::Debug>(all: &[T], name: &str) -> T {
    *all.iter().find(|item| format!("{item:?}") == name).unwrap_or_else(|| panic!("{name}"))
}

/// The index by its name in `balance_07_inequality_reference.csv`.
fn reference(name: &str) -> Option<Index> {
    Some(of_name(
        Index::ALL,
        match name.split([' ', '/']).next().unwrap() {
            "Gini" if name.contains("corrected") => "GiniCorrected",
            "Gini" => "Gini",
            "Theil" if name.contains('T') && name.contains("GE1") => "TheilT",
            "Theil" => "TheilL",
            "GE2" => "HalfSquare",
            "Atkinson" => match name.split('=').next_back().unwrap() {
                "0.5" => "Atkinson(Half)",
                "1" => "Atkinson(One)",
                _ => "Atkinson(Two)",
            },
            "Hoover" => "Hoover",
            "Wolfson" => "Wolfson",
            "CV" if name.contains("population") => "Variation",
            "CV" => return None, // n − 1 is not the rule
            "range" => "RangeRatio",
            "P90" => "PercentileRatio",
            "federal" => "FederalRatio",
            _ => panic!("{name}"),
        },
    ))
}

#[test]
fn reference_values_of_pysal_and_numpy_come_out() {
    let mut sets: HashMap<String, Vec<f64>> = HashMap::new();
    for row in rows("balance_07_datasets.csv") {
        sets.entry(row["dataset"].clone()).or_default().push(number(&row, "x"));
    }
    let mut held = 0;
    for row in rows("balance_07_inequality_reference.csv") {
        let Some(index) = reference(&row["index"]) else { continue };
        let found = of_values(index, &sets[&row["dataset"]]).unwrap();
        assert!((found - number(&row, "value")).abs() < 1e-11, "{} {index:?}: {found}", row["dataset"]);
        held += 1;
    }
    assert_eq!(held, 42);
}

#[test]
fn the_official_cv_is_that_of_the_published_example() {
    let schools = rows("balance_01_books5.csv");
    let units: Vec<(f64, f64)> =
        schools[..5].iter().map(|row| (number(row, "图书册数"), number(row, "在校生数"))).collect();
    let expected = rows("balance_01_books5_expected.csv");
    for (weighting, row) in [(Weighting::Pupils, 2), (Weighting::Schools, 3)] {
        let found = Index::Variation.of(&Distribution::of(&units, weighting).unwrap()).unwrap();
        assert!((found - number(&expected[row], "value")).abs() < 1e-12, "{weighting:?}");
    }
}

#[test]
fn published_dissimilarities_come_out() {
    type Case = (Vec<(f64, f64)>, Option<f64>);
    let mut cases: HashMap<String, Case> = HashMap::new();
    for row in rows("balance_10_dissimilarity.csv") {
        let (schools, expected) = cases.entry(row["case"].clone()).or_default();
        schools.push((number(&row, "group A"), number(&row, "group B")));
        *expected = expected.or(row["D"].parse().ok());
    }
    assert_eq!(cases.len(), 3);
    for (case, (schools, expected)) in cases {
        assert!((dissimilarity(&schools).unwrap() - expected.unwrap()).abs() < 1e-11, "{case}");
    }
}

/// A case of the oracle: units with outer and inner group, and what packages
/// found.
struct Case {
    weighting: Weighting,
    units: Vec<((f64, f64), [usize; 2])>,
    indices: HashMap<String, f64>,
    parts: HashMap<String, Vec<f64>>,
}

fn cases() -> Vec<Case> {
    let case = |row: &Row| {
        let units: Vec<(f64, f64, usize, usize)> = serde_json::from_str(&row["units_json"]).unwrap();
        Case {
            weighting: of_name(Weighting::ALL, &row["weighting"]),
            units: units.into_iter().map(|(total, size, outer, inner)| ((total, size), [outer, inner])).collect(),
            indices: serde_json::from_str(&row["indices_json"]).unwrap(),
            parts: serde_json::from_str(&row["parts_json"]).unwrap(),
        }
    };
    rows("inequality_oracle.csv").iter().map(case).collect()
}

#[test]
fn indices_are_those_of_the_oracle() {
    let mut held: HashMap<String, usize> = HashMap::new();
    for case in cases() {
        let units: Vec<(f64, f64)> = case.units.iter().map(|(unit, _)| *unit).collect();
        let spread = Distribution::of(&units, case.weighting).unwrap();
        for (name, expected) in &case.indices {
            let found = of_name(Index::ALL, name).of(&spread).unwrap();
            // The oracle's way to the Gini coefficient of thousands of pupils rounds more.
            assert!((found - expected).abs() <= 1e-11 * (1.0 + expected.abs()), "{name}: {found} {expected}");
            *held.entry(name.clone()).or_default() += 1;
        }
    }
    assert_eq!(held.len(), Index::ALL.len());
    assert!(held.values().all(|count| *count >= 40), "{held:?}");
}

#[test]
fn decompositions_are_those_of_the_oracle() {
    let mut held = 0;
    for case in cases() {
        let by_outer: Vec<_> = case.units.iter().map(|(unit, groups)| (*unit, groups[0])).collect();
        for (name, expected) in &case.parts {
            let index = of_name(Decomposable::ALL, name);
            let nested = decompose_nested(index, case.weighting, &case.units).unwrap();
            let outer = decompose(index, case.weighting, &by_outer).unwrap();
            assert_eq!(nested.outer, outer);
            let found = match index {
                Decomposable::Gini => vec![outer.total, outer.between, outer.within],
                _ => vec![outer.total, outer.between, nested.inner, nested.within],
            };
            for (found, expected) in found.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-11, "{name}: {found} {expected}");
            }
            held += 1;
        }
    }
    assert_eq!(held, 160);
}

#[test]
fn shares_of_variance_are_those_of_the_oracle() {
    let mut floored = 0;
    for row in rows("variance_oracle.csv") {
        let scores: Vec<(usize, f64)> = serde_json::from_str(&row["scores_json"]).unwrap();
        let analysis = Analysis::of(&scores).unwrap();
        assert!(close(eta_squared(&analysis), number(&row, "eta_squared")));
        let (found, expected) = (intraclass(&analysis).unwrap(), number(&row, "icc"));
        assert_eq!(found.floored, expected < 0.0);
        assert!(close(found.share, expected.max(0.0)), "{found:?} {expected}");
        floored += usize::from(found.floored);
    }
    assert!(floored > 0, "the cases must have teeth");
}
