//! The evaluation itself: columns, then each school's tree, then ranks.

use std::collections::{BTreeSet, HashSet};

use super::tree::{Visit, fraction, indicators, walk};
use super::{Column, Evaluation, Group, Lack, Mark, NodeColumn, Standing, adjust, column, rank, warning};
use crate::measure::mean::weighted;
use crate::word::dataset::Dataset;
use crate::word::field::Field;
use crate::word::scheme::evaluation::{EvaluationScheme, Indicator, MissingRule, Node};

/// Evaluates the schools of a dataset by a scheme.
///
/// The year is the scheme's, or the latest of the tree's fields. Tables without
/// years stand in where that year has no value. The total is the weighted mean
/// plus the adjustments, at least 0.
pub fn evaluate(dataset: &Dataset, scheme: &EvaluationScheme) -> Evaluation {
    let fields = fields(scheme);
    let year = scheme.year.or_else(|| years(dataset, scheme).first().copied());
    let schools = members(dataset, &fields, year);
    let visits = walk(&scheme.nodes);
    let leaves = read(dataset, &schools, &indicators(&scheme.nodes), year);
    let (leaves, columns): (Vec<Vec<Mark>>, Vec<Column>) =
        leaves.map(|(marks, indicator)| column::score(marks, indicator, scheme.missing)).unzip();
    let nodes = nodes(visits, columns);
    let (mut groups, mut rows) = (Vec::new(), leaves.into_iter().map(Vec::into_iter).collect::<Vec<_>>());
    let mut standings = Vec::with_capacity(schools.len());
    for school in schools {
        let mut row = rows.iter_mut().filter_map(Iterator::next);
        let mut standing = stand(dataset, scheme, year, school, &mut row);
        if scheme.missing == MissingRule::Exclude && lacks(&standing, &nodes) {
            standing.total = None;
        }
        standing.group = dataset
            .schools
            .get(school)
            .and_then(|school| rank::group(school, scheme.grouping))
            .map(|group| index_of(&mut groups, group));
        standings.push(standing);
    }
    rank::rank(&mut standings, groups.len());
    let warnings = if standings.is_empty() { Vec::new() } else { warning::warnings(scheme, &nodes, &standings) };
    Evaluation { year, nodes, groups, schools: standings, warnings }
}

/// The years of the tree's fields, the latest first.
pub fn years(dataset: &Dataset, scheme: &EvaluationScheme) -> Vec<i32> {
    let fields = fields(scheme);
    let of_tree = dataset.facts().iter().filter(|fact| fields.contains(&&fact.field));
    let years: BTreeSet<i32> = of_tree.filter_map(|fact| fact.year).collect();
    years.into_iter().rev().collect()
}

/// The raw marks of each indicator. Read school by school, because that is how
/// facts lie in memory.
fn read<'a>(
    dataset: &Dataset,
    schools: &[usize],
    indicators: &[&'a Indicator],
    year: Option<i32>,
) -> impl Iterator<Item = (Vec<Mark>, &'a Indicator)> + use<'a> {
    let mut columns: Vec<(Vec<Mark>, &'a Indicator)> =
        indicators.iter().map(|indicator| (Vec::with_capacity(schools.len()), *indicator)).collect();
    for school in schools {
        for (marks, indicator) in &mut columns {
            marks.push(column::read(dataset, *school, indicator, year));
        }
    }
    columns.into_iter()
}

fn fields(scheme: &EvaluationScheme) -> HashSet<&Field> {
    indicators(&scheme.nodes).into_iter().flat_map(|indicator| indicator.source.fields()).collect()
}

fn members(dataset: &Dataset, fields: &HashSet<&Field>, year: Option<i32>) -> Vec<usize> {
    let mut schools: Vec<usize> = dataset
        .facts()
        .iter()
        .filter(|fact| (fact.year == year || fact.year.is_none()) && fields.contains(&&fact.field))
        .map(|fact| fact.school)
        .collect();
    // Facts are sorted by school.
    schools.dedup();
    schools
}

fn nodes(visits: Vec<Visit<'_>>, columns: Vec<Column>) -> Vec<NodeColumn> {
    let mut columns = columns.into_iter();
    let node = |visit: Visit<'_>| {
        let column = visit.node.indicator().and_then(|_| columns.next());
        NodeColumn { path: visit.path, name: visit.node.name.clone(), weight: visit.weight, column }
    };
    visits.into_iter().map(node).collect()
}

fn index_of(groups: &mut Vec<Group>, group: Group) -> usize {
    groups.iter().position(|known| *known == group).unwrap_or_else(|| {
        groups.push(group);
        groups.len() - 1
    })
}

fn stand(
    dataset: &Dataset,
    scheme: &EvaluationScheme,
    year: Option<i32>,
    school: usize,
    leaves: &mut dyn Iterator<Item = Mark>,
) -> Standing {
    let mut marks = Vec::new();
    let weighted = combine(&scheme.nodes, leaves, &mut marks);
    let adjustments: Vec<f64> =
        scheme.adjustments.iter().map(|adjustment| adjust::points(dataset, school, adjustment, year)).collect();
    let total = weighted.map(|score| (score + adjustments.iter().sum::<f64>()).max(0.0));
    Standing { school, group: None, marks, weighted, adjustments, total, rank: None, group_rank: None }
}

/// Appends the marks of siblings and all below them, with weights relative to
/// their parent, and gives the parent's score: the weighted mean of those that
/// have one. Siblings without a score leave their weight to the others.
fn combine(siblings: &[Node], leaves: &mut dyn Iterator<Item = Mark>, marks: &mut Vec<Mark>) -> Option<f64> {
    let mut spans = Vec::with_capacity(siblings.len());
    for node in siblings {
        let start = marks.len();
        let score = if node.indicator().is_some() {
            let mark = leaves.next().unwrap_or_default();
            let score = mark.score;
            marks.push(mark);
            score
        } else {
            marks.push(Mark::default());
            let score = combine(node.children(), leaves, marks);
            if let Some(own) = marks.get_mut(start) {
                *own = Mark { score, lack: score.is_none().then_some(Lack::Value), ..Mark::default() };
            }
            score
        };
        if let Some(own) = marks.get_mut(start) {
            (own.weight, own.contribution) = (1.0, score.unwrap_or(0.0));
        }
        spans.push((start..marks.len(), fraction(node.weight), score));
    }
    let present: Vec<(f64, f64)> = spans.iter().filter_map(|(_, weight, score)| Some((*weight, (*score)?))).collect();
    let mean = weighted(&present);
    let whole: f64 = present.iter().map(|(weight, _)| weight).sum();
    for (span, weight, score) in spans {
        let share = if score.is_some() && mean.is_some() { weight / whole } else { 0.0 };
        for mark in marks.get_mut(span).unwrap_or_default() {
            mark.weight *= share;
            mark.contribution *= share;
        }
    }
    mean
}

/// Whether the school lacks an indicator that weighs anything.
fn lacks(standing: &Standing, nodes: &[NodeColumn]) -> bool {
    let weighs = |node: &NodeColumn| node.column.is_some() && node.weight > 0.0;
    standing.marks.iter().zip(nodes).any(|(mark, node)| mark.lack.is_some() && weighs(node))
}
