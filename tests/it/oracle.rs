//! The example county against `tests/oracle/county.json`, which a Python script
//! computed from the same workbook with exact fractions.

use std::sync::LazyLock;

use serde_json::Value;
use suanpan::balance::cell::State;
use suanpan::balance::target::{self, Targets};
use suanpan::balance::verdict::Verdict;
use suanpan::balance::{Balance, StageBalance, assess};
use suanpan::basis::exact::{Exact, to_f64};
use suanpan::basis::findings::Findings;
use suanpan::basis::money::Fen;
use suanpan::bonus::{Bonus, SchoolScore, Scores, distribute};
use suanpan::evaluation::{Evaluation, Standing, evaluate};
use suanpan::intake::{Unwatched, assemble, open, recognise};
use suanpan::word::correction::Corrections;
use suanpan::word::dataset::Dataset;
use suanpan::word::field::Stage;
use suanpan::word::scheme::Scheme;

/// The example county and its results by the default scheme and a pool of 8
/// million 元.
pub struct County {
    /// The data.
    pub dataset: Dataset,
    /// The decisions.
    pub scheme: Scheme,
    /// The three results.
    pub evaluation: Evaluation,
    /// The balance.
    pub balance: Balance,
    /// The compliance targets.
    pub targets: Targets,
    /// The bonus.
    pub bonus: Bonus,
    /// What was found while reading.
    pub problems: Findings,
}

/// Read and computed once for all tests.
pub static COUNTY: LazyLock<County> = LazyLock::new(County::read);

impl County {
    fn read() -> Self {
        let bytes = include_bytes!("../../examples/县域数据.xlsx");
        let opened = open("县域数据.xlsx", bytes, &mut Unwatched);
        let assembled = assemble(&opened.tables, &recognise(&opened.tables, &[]), &Corrections::default());
        let mut scheme = Scheme::default();
        scheme.bonus.pool = Some(Fen(800_000_000));
        let problems = opened.problems.into_iter().chain(assembled.problems.iter().cloned()).collect();
        Self { problems, ..Self::of(assembled.dataset, scheme) }
    }

    /// Computes any data by any scheme.
    pub fn of(dataset: Dataset, scheme: Scheme) -> Self {
        let evaluation = evaluate(&dataset, &scheme.evaluation);
        let balance = assess(&dataset, &scheme.balance);
        let targets = target::assess(&dataset, &scheme.targets, scheme.balance.standard);
        let schools = evaluation.schools.iter();
        let schools = schools.map(|standing| SchoolScore { school: standing.school, score: standing.total }).collect();
        let scores = Scores { year: evaluation.year, schools, exam_indicators: Vec::new() };
        let bonus = distribute(&dataset, &scores, &scheme.bonus);
        Self { dataset, scheme, evaluation, balance, targets, bonus, problems: Findings::default() }
    }

    fn name(&self, school: usize) -> &str {
        &self.dataset.schools[school].name
    }

    fn standing(&self, name: &str) -> &Standing {
        self.evaluation.standing(self.dataset.school(name).unwrap()).unwrap()
    }
}

fn oracle() -> Value {
    serde_json::from_str(include_str!("../oracle/county.json")).unwrap()
}

/// A fraction or decimal of the oracle as the nearest binary number.
fn number(value: &Value) -> f64 {
    let text = value.as_str().unwrap();
    text.parse().unwrap_or_else(|_| to_f64(&text.parse::<Exact>().unwrap()).unwrap())
}

fn assert_close(found: f64, expected: &Value, what: &str) {
    let expected = number(expected);
    assert!((found - expected).abs() <= 1e-12 * expected.abs().max(1e-3), "{what}: {found}, not {expected}");
}

fn entries<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap()
}

fn assert_units(county: &County, stage: &StageBalance, expected: &Value) {
    let rows = entries(expected, "units");
    assert_eq!(stage.units.len(), rows.len());
    for (unit, row) in stage.units.iter().zip(rows) {
        let name = county.name(unit.school);
        assert_eq!(name, row["school"]);
        assert_close(unit.pupils.unwrap(), &row["pupils"], name);
        for ((cell, value), state) in unit.cells.iter().zip(entries(row, "values")).zip(entries(row, "states")) {
            assert_close(cell.value.unwrap(), value, name);
            let found = match cell.state {
                State::Met => "met",
                State::Within => "near",
                State::Below => "below",
                State::Missing(_) => "missing",
                State::Open => "open",
            };
            assert_eq!(found, state, "{name} {:?}", cell.item);
        }
        assert_eq!(unit.verdict == Verdict::Met, row["met"], "{name}");
    }
}

fn assert_spreads(stage: &StageBalance, expected: &Value) {
    for (variation, spread) in stage.variations.iter().zip(entries(expected, "spreads")) {
        let what = format!("{:?}", variation.item);
        let figures = variation.figures.as_ref().unwrap();
        assert_close(figures.mean, &spread["mean"], &what);
        assert_close(figures.coefficient, &spread["cv"], &what);
        assert_eq!(variation.verdict() == Verdict::Met, spread["met"], "{what}");
        let shares = entries(spread, "shares");
        assert_eq!(figures.contributions.len(), shares.len());
        for part in &figures.contributions {
            assert_close(part.share, &shares[part.unit], &what);
        }
    }
}

#[test]
fn balance_is_that_of_the_oracle() {
    let (county, oracle) = (&*COUNTY, oracle());
    for (name, stage) in [("primary", Stage::Primary), ("junior", Stage::Junior)] {
        let (found, expected) = (county.balance.stage(stage).unwrap(), &oracle["balance"][name]);
        assert_units(county, found, expected);
        assert_spreads(found, expected);
    }
}

#[test]
fn evaluation_is_that_of_the_oracle() {
    let (county, oracle) = (&*COUNTY, oracle());
    let rows = entries(&oracle["evaluation"], "rows");
    assert_eq!(county.evaluation.year.unwrap(), oracle["evaluation"]["year"]);
    assert_eq!(county.evaluation.schools.len(), rows.len());
    for row in rows {
        let name = row["school"].as_str().unwrap();
        let standing = county.standing(name);
        assert_eq!(standing.rank.unwrap(), row["rank"], "{name}");
        assert_eq!(standing.group_rank.unwrap(), row["group_rank"], "{name}");
        assert_close(standing.total.unwrap(), &row["score"], name);
        assert_close(standing.weighted.unwrap(), &row["weighted"], name);
        assert_close(standing.adjustments.iter().sum(), &row["adjustment"], name);
        assert_close(standing.marks[1].goal.unwrap().value, &row["target"], name);
        let nodes = county.evaluation.nodes.iter().zip(&standing.marks);
        let (leaves, groups): (Vec<_>, Vec<_>) = nodes.partition(|(node, _)| node.column.is_some());
        for (place, (node, mark)) in leaves.into_iter().enumerate() {
            assert_eq!(node.name, oracle["evaluation"]["leaves"][place]);
            assert_close(mark.raw.unwrap(), &row["raw"][place], name);
            assert_close(mark.score.unwrap(), &row["scores"][place], name);
        }
        for (place, (_, mark)) in groups.into_iter().enumerate() {
            assert_close(mark.score.unwrap(), &row["groups"][place], name);
        }
    }
}

#[test]
fn bonus_is_that_of_the_oracle_to_the_fen() {
    let (county, oracle) = (&*COUNTY, oracle());
    let rows = entries(&oracle["bonus"], "rows");
    assert_eq!(county.bonus.shared().unwrap().lines.len(), rows.len());
    for row in rows {
        let name = row["school"].as_str().unwrap();
        let line = county.bonus.line(county.dataset.school(name).unwrap()).unwrap();
        assert_eq!(line.part.amount.0, row["amount"], "{name}");
        // The oracle's weight counts persons, ours months.
        assert_close(to_f64(&line.weight).unwrap() / 12.0, &row["weight"], name);
    }
}
