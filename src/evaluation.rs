//! Layer 3: school evaluation. A tree of indicators with weights becomes
//! scores, totals and ranks, and every number can say why it is what it is.
//!
//! [`evaluate`] is pure: the same dataset and scheme give the same result, to
//! the bit. Nothing is rounded before it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::measure::extent::Extent;
use crate::word::dataset::SchoolKind;
use crate::word::scheme::evaluation::Path;

mod adjust;
mod column;
mod edit;
mod exam;
mod explain;
mod rank;
mod reading;
mod run;
mod tree;
mod warning;
mod weight;
pub(crate) mod wording;

pub(crate) use adjust::counted;
pub use edit::EvaluationEdit;
pub use exam::exam_indicators;
pub use explain::{Subject, explain};
pub(crate) use reading::{find, goal_parts};
pub use run::{evaluate, years};
pub use warning::Warning;
pub use weight::{bounds, lock, reweight};

/// The result of an evaluation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Evaluation {
    /// The year evaluated; `None` when no indicator has a year.
    pub year: Option<i32>,
    /// The nodes of the tree, parents before their children.
    pub nodes: Vec<NodeColumn>,
    /// The groups within which schools are ranked, as first met.
    pub groups: Vec<Group>,
    /// The schools that have any indicator of the tree in the year, in the
    /// dataset's order.
    pub schools: Vec<Standing>,
    /// What somebody should know before using the result.
    pub warnings: Vec<Warning>,
}

/// Ranks by school, an index into the dataset's schools.
pub type Ranks = BTreeMap<usize, usize>;

/// A node of the tree, over all schools.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeColumn {
    /// Where it stands in the scheme.
    pub path: Path,
    /// Its name.
    pub name: String,
    /// Its effective weight in the whole, from 0 to 1: the product of the
    /// weights on the way to it.
    pub weight: f64,
    /// For an indicator, what its schools' values have in common.
    pub column: Option<Column>,
}

/// What the values of an indicator have in common: the normalisation's base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Column {
    /// Schools that have a value.
    pub count: usize,
    /// The least and the greatest value.
    pub extent: Option<Extent>,
    /// The mean value.
    pub mean: Option<f64>,
    /// The standard deviation that a T score divides by.
    pub deviation: Option<f64>,
    /// The mean score of the schools that have one.
    pub mean_score: Option<f64>,
}

/// A group of schools.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Group {
    /// 城乡 or 举办者, as the file has it.
    Named(Arc<str>),
    /// 办学类型.
    Kind(SchoolKind),
}

/// A school's result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Index into [`Evaluation::groups`]; `None` where the file says nothing.
    pub group: Option<usize>,
    /// One mark for each of [`Evaluation::nodes`].
    pub marks: Vec<Mark>,
    /// The weighted mean of the top level, before adjustments.
    pub weighted: Option<f64>,
    /// The points of each of the scheme's adjustments, capped.
    pub adjustments: Vec<f64>,
    /// The final score, at least 0; `None`: not ranked.
    pub total: Option<f64>,
    /// The competition rank among all.
    pub rank: Option<usize>,
    /// The competition rank within its group.
    pub group_rank: Option<usize>,
}

/// A school's result at one node.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mark {
    /// The raw value, for an indicator.
    pub raw: Option<f64>,
    /// What it was measured against.
    pub goal: Option<Goal>,
    /// The score that counts; `None` when the weight went to others.
    pub score: Option<f64>,
    /// What was missing, even where the missing-data rule supplied a score.
    pub lack: Option<Lack>,
    /// The effective weight for this school, after the missing-data rule.
    pub weight: f64,
    /// weight × score; the contributions of the top level add up to
    /// [`Standing::weighted`].
    pub contribution: f64,
}

/// A school's target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Goal {
    /// The target, in the unit of the raw value.
    pub value: f64,
    /// What it rests on.
    pub basis: GoalBasis,
}

/// What a target rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum GoalBasis {
    /// The scheme: the same for all.
    Fixed,
    /// The school's own two previous years.
    TwoYears,
    /// The one previous year that the school has.
    OneYear(i32),
}

/// What a school lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lack {
    /// The value itself.
    Value,
    /// Both previous years, so that there is no target.
    Target,
}

impl Evaluation {
    /// A school's result, by its index in the dataset.
    pub fn standing(&self, school: usize) -> Option<&Standing> {
        self.schools.get(self.schools.binary_search_by_key(&school, |standing| standing.school).ok()?)
    }

    /// The index of the node at a path.
    pub fn node(&self, path: &[usize]) -> Option<usize> {
        self.nodes.iter().position(|node| node.path == path)
    }

    /// The rank of each ranked school.
    pub fn ranks(&self) -> Ranks {
        // One by one: collecting them would compile another sort.
        let mut ranks = Ranks::new();
        ranks.extend(self.schools.iter().filter_map(|standing| Some((standing.school, standing.rank?))));
        ranks
    }

    /// The nodes of the top level, with their indices.
    pub fn top(&self) -> impl Iterator<Item = (usize, &NodeColumn)> {
        self.nodes.iter().enumerate().filter(|(_, node)| node.path.len() == 1)
    }
}
