//! What somebody should know before using a result.

use serde::Serialize;

use super::{Column, GoalBasis, Lack, Mark, NodeColumn, Standing};
use crate::word::scheme::evaluation::{EvaluationScheme, Normalisation, Path, WHOLE};

/// A warning. Nodes are indices into the evaluation's nodes, schools into the
/// dataset's schools.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Warning {
    /// No school has the indicator.
    NobodyHas {
        /// The indicator.
        node: usize,
    },
    /// All schools have the same value, and the normalisation compares schools.
    Constant {
        /// The indicator.
        node: usize,
    },
    /// Schools without the value.
    NoValue {
        /// The indicator.
        node: usize,
        /// The schools.
        schools: Vec<usize>,
    },
    /// Schools without either of the two previous years.
    NoTarget {
        /// The indicator.
        node: usize,
        /// The schools.
        schools: Vec<usize>,
    },
    /// Schools whose target rests on one year.
    OneYear {
        /// The indicator.
        node: usize,
        /// The schools.
        schools: Vec<usize>,
    },
    /// The weights of some siblings do not add up to the whole.
    WeightSum {
        /// The parent; empty for the top level.
        parent: Path,
        /// What they add up to, in hundredths of a percent.
        sum: u64,
    },
}

/// All warnings, in the order of the tree.
pub fn warnings(scheme: &EvaluationScheme, nodes: &[NodeColumn], standings: &[Standing]) -> Vec<Warning> {
    let mut all: Vec<Warning> = weight_sum(Vec::new(), &scheme.nodes).into_iter().collect();
    for (node, found) in nodes.iter().enumerate() {
        let Some(visited) = scheme.node(&found.path) else { continue };
        match (visited.indicator(), &found.column) {
            (Some(indicator), Some(column)) => {
                all.extend(of_indicator(node, &indicator.normalisation, column, standings));
            }
            _ => all.extend(weight_sum(found.path.clone(), visited.children())),
        }
    }
    all
}

fn weight_sum(parent: Path, children: &[crate::word::scheme::evaluation::Node]) -> Option<Warning> {
    let sum: u64 = children.iter().map(|node| u64::from(node.weight)).sum();
    (sum != u64::from(WHOLE)).then_some(Warning::WeightSum { parent, sum })
}

fn of_indicator(node: usize, how: &Normalisation, column: &Column, standings: &[Standing]) -> Vec<Warning> {
    if column.count == 0 {
        return vec![Warning::NobodyHas { node }];
    }
    let with = |test: &dyn Fn(&Mark) -> bool| -> Option<Vec<usize>> {
        let has = |standing: &&Standing| standing.marks.get(node).is_some_and(test);
        let schools: Vec<usize> = standings.iter().filter(has).map(|standing| standing.school).collect();
        (!schools.is_empty()).then_some(schools)
    };
    let one_year = |mark: &Mark| mark.goal.is_some_and(|goal| matches!(goal.basis, GoalBasis::OneYear(_)));
    let constant = (compares_schools(how) && column.is_constant()).then_some(Warning::Constant { node });
    let no_value = with(&|mark| mark.lack == Some(Lack::Value)).map(|schools| Warning::NoValue { node, schools });
    let no_target = with(&|mark| mark.lack == Some(Lack::Target)).map(|schools| Warning::NoTarget { node, schools });
    let one_year = with(&one_year).map(|schools| Warning::OneYear { node, schools });
    [constant, no_value, no_target, one_year].into_iter().flatten().collect()
}

fn compares_schools(how: &Normalisation) -> bool {
    use Normalisation::{Goalposts, Interval, MinMax, Penalty, Percentile, RankPoints, TScore, Target, ToBest, ToMean};
    match how {
        MinMax | ToBest | ToMean | Percentile | RankPoints { .. } | TScore(_) => true,
        Target { .. } | Penalty { .. } | Goalposts(_) | Interval(_) => false,
    }
}
