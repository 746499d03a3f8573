//! An indicator over all schools: raw values, targets, scores.

use super::{Column, Lack, Mark, reading};
use crate::basis::order;
use crate::measure::attainment::attainment;
use crate::measure::extent::Extent;
use crate::measure::mean::mean;
use crate::measure::normalise::{goalposts, interval, min_max, penalty, place, ratio, standard};
use crate::measure::rank::compare;
use crate::word::dataset::Dataset;
use crate::word::scheme::evaluation::{Indicator, MissingRule, Normalisation};

/// Scores the marks of an indicator, one a school, and says what they have in
/// common.
pub fn score(mut marks: Vec<Mark>, indicator: &Indicator, missing: MissingRule) -> (Vec<Mark>, Column) {
    let mut values: Vec<f64> = marks.iter().filter_map(|mark| mark.raw).collect();
    let mut column = describe(&values, indicator);
    if matches!(indicator.normalisation, Normalisation::Percentile | Normalisation::RankPoints { .. }) {
        order::sort_by(&mut values, |a, b| compare(*a, *b));
    }
    for mark in &mut marks {
        mark.score = mark.raw.and_then(|raw| normalise(raw, mark, indicator, &column, &values));
        mark.lack = lack(mark);
    }
    column.mean_score = mean(&marks.iter().filter_map(|mark| mark.score).collect::<Vec<_>>());
    let substitute = match missing {
        MissingRule::Renormalise | MissingRule::Exclude => None,
        MissingRule::Zero => Some(0.0),
        MissingRule::Mean => column.mean_score,
    };
    for mark in &mut marks {
        mark.score = mark.score.or(substitute);
    }
    (marks, column)
}

/// A school's value and target.
pub fn read(dataset: &Dataset, school: usize, indicator: &Indicator, year: Option<i32>) -> Mark {
    let source = &indicator.source;
    let raw = reading::find(dataset, school, source, year).map(|found| found.number);
    let target = indicator.normalisation.target();
    let goal = target.and_then(|target| reading::goal(dataset, school, source, year, target));
    Mark { raw, goal, ..Mark::default() }
}

fn describe(values: &[f64], indicator: &Indicator) -> Column {
    let deviation = match &indicator.normalisation {
        Normalisation::TScore(deviation) => deviation.of(values),
        _ => None,
    };
    Column { count: values.len(), extent: Extent::of(values), mean: mean(values), deviation, mean_score: None }
}

fn normalise(raw: f64, mark: &Mark, indicator: &Indicator, column: &Column, sorted: &[f64]) -> Option<f64> {
    let direction = indicator.direction;
    let goal = mark.goal.map(|goal| goal.value);
    let score = match &indicator.normalisation {
        Normalisation::MinMax => min_max::min_max(raw, column.extent?, direction),
        Normalisation::Target { cap, .. } => attainment(raw, goal?, direction, *cap),
        Normalisation::Penalty { points, steps, .. } => penalty::penalty(raw, goal?, *points, *steps, direction),
        Normalisation::Goalposts(posts) => goalposts::goalposts(raw, *posts, direction),
        Normalisation::Interval(best) => interval::interval(raw, *best),
        Normalisation::ToBest => ratio::to_best(raw, column.extent?, direction),
        Normalisation::ToMean => ratio::to_mean(raw, column.mean?, direction),
        Normalisation::Percentile => place::percentile(raw, sorted, direction),
        Normalisation::RankPoints { first, step } => place::rank_points(raw, sorted, direction, *first, *step),
        // One school as a sample has no deviation: nobody stands out.
        Normalisation::TScore(_) => {
            standard::t(standard::z(raw, column.mean?, column.deviation.unwrap_or(0.0), direction))
        }
    };
    Some(score).filter(|score| score.is_finite())
}

fn lack(mark: &Mark) -> Option<Lack> {
    match (mark.raw, mark.score) {
        (_, Some(_)) => None,
        (Some(_), None) => Some(Lack::Target),
        (None, None) => Some(Lack::Value),
    }
}

impl Column {
    /// Whether all schools that have a value have the same one, so that the
    /// indicator tells none from another.
    pub fn is_constant(&self) -> bool {
        self.count > 1 && self.extent.is_some_and(Extent::is_constant)
    }
}
