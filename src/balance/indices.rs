//! 差异指数: how unequally one resource is spread over the schools of a stage,
//! by all indices, what it comes from, and how it went over the years. A view
//! beside the standard; no verdict depends on it.

use super::{Balance, StageBalance};
use crate::basis::order;
use crate::measure::inequality::decomposition::Decomposable;
use crate::measure::inequality::lorenz::{self, Point};
use crate::measure::inequality::trend::Trend;
use crate::measure::inequality::{Distribution, Index, Undefined, Weighting};
use crate::measure::rank::compare;
use crate::word::dataset::Dataset;
use crate::word::field::Stage;

mod benchmark;
mod choice;
mod group;
mod overview;
mod split;
pub mod wording;
mod years;

pub use benchmark::{Benchmark, GiniBand};
pub use choice::{Choice, Question, Resource, What};
pub use group::{Group, Grouping, present as groupings};
pub use overview::{GroupCell, GroupRow, overview};
pub use split::{Inner, Split};
pub(super) use years::Looked;

/// How unequally a resource is spread over a stage's schools.
#[derive(Clone, Debug, PartialEq)]
pub struct Indices {
    /// What was looked at: what the person chose, as far as the data have it.
    pub choice: Choice,
    /// The schools with a value, in ascending order of it.
    pub members: Vec<Member>,
    /// Those without, by position in the stage's units.
    pub missing: Vec<usize>,
    /// The members as the indices take them, in the same order; or why they
    /// cannot.
    pub spread: Result<Distribution, Undefined>,
    /// All indices, in the order of [`Index::ALL`].
    pub values: Vec<(Index, Result<f64, Undefined>)>,
    /// The Lorenz curve: (0, 0), then a point a member.
    pub curve: Result<Vec<Point>, Undefined>,
    /// What can be taken apart, by the groups chosen, in the order of
    /// [`Decomposable::ALL`]; empty where no school has a group.
    pub splits: Vec<(Decomposable, Result<Split, Undefined>)>,
    /// The names of the outer and of the inner groups, by their numbers.
    pub groups: [Vec<Group>; 2],
    /// The official coefficient over the years; `None` below two years.
    pub trend: Option<Result<Trend, Undefined>>,
}

/// A school with a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// Index into the dataset's schools.
    pub school: usize,
    /// x: its total.
    pub total: f64,
    /// P: its pupils; 1 where its value is one a school and schools count the
    /// same.
    pub size: f64,
    /// The numbers of its outer and inner group.
    pub groups: [usize; 2],
}

impl Member {
    /// y = x ∕ P.
    pub fn value(&self) -> f64 {
        self.total / self.size + 0.0
    }
}

impl Indices {
    /// An index.
    pub fn value(&self, index: Index) -> Result<f64, Undefined> {
        self.values.iter().find(|(known, _)| *known == index).map_or(Err(Undefined::NoUnit), |(_, value)| *value)
    }

    /// An index taken apart.
    pub fn split(&self, index: Decomposable) -> Option<&Result<Split, Undefined>> {
        self.splits.iter().find(|(known, _)| *known == index).map(|(_, split)| split)
    }
}

/// Computes all of it, in O(n log n) for n schools and each year. `None`: the
/// stage has no school.
pub fn indices(data: &Dataset, balance: &Balance, stage: Stage, choice: &Choice) -> Option<Indices> {
    let within = balance.stage(stage).filter(|within| !within.units.is_empty())?;
    let choice = choice.settled(data, within)?;
    let looked = Looked { data, balance, stage, choice: &choice };
    let (mut members, missing) = looked.members(within);
    let groups = group::assign(data, within, &choice, &mut members);
    Some(of_members(choice.clone(), members, missing, groups, looked.trend(within)))
}

/// The same of schools that are known.
pub(super) fn of_members(
    choice: Choice,
    mut members: Vec<Member>,
    missing: Vec<usize>,
    groups: [Vec<Group>; 2],
    trend: Option<Result<Trend, Undefined>>,
) -> Indices {
    ascend(&mut members);
    let pairs: Vec<(f64, f64)> = members.iter().map(|member| (member.total, member.size)).collect();
    let spread = Distribution::of(&pairs, choice.weighting);
    let value = |index: &Index| (*index, spread.as_ref().map_err(|reason| *reason).and_then(|known| index.of(known)));
    let values = Index::ALL.iter().map(value).collect();
    let curve = spread.as_ref().map_err(|reason| *reason).and_then(lorenz::curve);
    let splits = split::splits(&choice, &members);
    Indices { choice, members, missing, spread, values, curve, splits, groups, trend }
}

/// Brings schools into the order in which a distribution has them, so that its
/// units and they go side by side.
fn ascend(members: &mut Vec<Member>) {
    order::sort_by(members, |one, other| {
        compare(one.value(), other.value())
            .then_with(|| compare(one.size, other.size).then(compare(one.total, other.total)))
    });
}

/// What a resource's values are multiplied with when they are shown: 100 for
/// what is counted per hundred pupils.
pub fn factor(resource: &Resource) -> f64 {
    match resource {
        Resource::Item(item) => f64::from(item.factor()),
        Resource::Column(_) => 1.0,
    }
}

/// The resources to choose from: the stage's indicators, then the data's
/// columns with a value a school.
pub fn resources(data: &Dataset, within: &StageBalance) -> Vec<Resource> {
    let items = within.variations.iter().map(|variation| Resource::Item(variation.item));
    items.chain(choice::columns(data)).collect()
}

/// What a school weighs beside its pupils.
pub(super) const fn sized(weighting: Weighting, value: f64, pupils: f64) -> (f64, f64) {
    match weighting {
        Weighting::Pupils => (value * pupils, pupils),
        Weighting::Schools => (value, 1.0),
    }
}
