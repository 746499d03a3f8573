//! The order of the table's rows.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::basis::order;
use crate::evaluation::Standing;
use crate::measure::rank::compare;
use crate::word::dataset::Dataset;

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EvaluationColumn {
    /// 名次.
    Rank,
    /// 学校.
    School,
    /// The group.
    Group,
    /// The rank within the group.
    GroupRank,
    /// 总分.
    Total,
    /// 加减分.
    Adjustments,
}

/// The order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EvaluationSort {
    /// The column.
    pub column: EvaluationColumn,
    /// The least first.
    pub ascending: bool,
}

impl Default for EvaluationSort {
    fn default() -> Self {
        Self { column: EvaluationColumn::Rank, ascending: true }
    }
}

impl EvaluationColumn {
    /// Every column.
    pub const ALL: &[Self] = &[Self::Rank, Self::School, Self::Group, Self::GroupRank, Self::Total, Self::Adjustments];

    /// The order that a first press gives: points from the top.
    const fn usual(self) -> bool {
        !matches!(self, Self::Total | Self::Adjustments)
    }
}

impl EvaluationSort {
    /// The order after a press on a column's head.
    pub fn pressed(self, column: EvaluationColumn) -> Self {
        let ascending = if self.column == column { !self.ascending } else { column.usual() };
        Self { column, ascending }
    }

    /// Sorts; schools without the column's value stay last, equal ones in the
    /// order of ranks.
    pub fn sort(self, dataset: &Dataset, standings: &mut Vec<&Standing>) {
        order::sort_by(standings, |a, b| {
            self.compare(dataset, a, b).then_with(|| last(a.rank, b.rank, true, usize::cmp))
        });
    }

    fn compare(self, dataset: &Dataset, a: &Standing, b: &Standing) -> Ordering {
        let points = |standing: &Standing| standing.adjustments.iter().sum::<f64>();
        let up = self.ascending;
        match self.column {
            EvaluationColumn::Rank => last(a.rank, b.rank, up, usize::cmp),
            EvaluationColumn::School => {
                last(Some(dataset.name(a.school)), Some(dataset.name(b.school)), up, |a, b| a.cmp(b))
            }
            EvaluationColumn::Group => last(a.group, b.group, up, usize::cmp),
            EvaluationColumn::GroupRank => last(a.group_rank, b.group_rank, up, usize::cmp),
            EvaluationColumn::Total => last(a.total, b.total, up, |a, b| compare(*a, *b)),
            EvaluationColumn::Adjustments => last(Some(points(a)), Some(points(b)), up, |a, b| compare(*a, *b)),
        }
    }
}

/// Compares two values in an order; what is absent comes last in either.
fn last<T>(a: Option<T>, b: Option<T>, ascending: bool, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if ascending => compare(&a, &b),
        (Some(a), Some(b)) => compare(&b, &a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
