//! What a person looks at, and what can be asked of it.

use serde::{Deserialize, Serialize};

use super::group::{self, Grouping};
use crate::balance::StageBalance;
use crate::balance::finder::Finder;
use crate::balance::standard::Item;
use crate::measure::inequality::decomposition::Decomposable;
use crate::measure::inequality::{Index, Weighting};
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Quantity, Stage};

/// What is spread over the schools.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Resource {
    /// An indicator of the standard: a total, per pupil.
    Item(Item),
    /// A column with a value a school, such as 群众满意度: taken as that of each
    /// of its pupils.
    Column(Field),
}

/// What a person looks at. What the data do not have gives way to what they
/// have: see [`Choice::settled`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Choice {
    /// The resource; `None`: the first.
    pub resource: Option<Resource>,
    /// What counts.
    pub weighting: Weighting,
    /// By what schools are grouped; `None`: the first that the data have.
    pub outer: Option<Grouping>,
    /// By what the groups are grouped again; `None`: by nothing.
    pub inner: Option<Grouping>,
    /// What is taken apart, group by group.
    pub apart: Decomposable,
}

impl Default for Choice {
    /// Weighted as the standard does.
    fn default() -> Self {
        Self { resource: None, weighting: Weighting::Pupils, outer: None, inner: None, apart: Decomposable::TheilT }
    }
}

/// A question about a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Question {
    /// The stage.
    pub stage: Stage,
    /// What was looked at.
    pub choice: Choice,
    /// What is asked about.
    pub what: What,
}

/// What can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum What {
    /// An index.
    Index(Index),
    /// An index taken apart.
    Split(Decomposable),
    /// A group's share in what is taken apart, by its number.
    Group(usize),
    /// An inner group's, by the number of its outer group and its own.
    InnerGroup(usize, usize),
    /// A school's value, by the index into the dataset's schools.
    School(usize),
    /// The coefficient of a year.
    Year(i32),
}

impl Choice {
    /// The choice with only what the data have: a resource and groupings are
    /// given where there are any, and there is no inner grouping without an
    /// outer one or by the same. `None`: there is no resource.
    pub fn settled(&self, data: &Dataset, within: &StageBalance) -> Option<Self> {
        let resources = super::resources(data, within);
        let resource = self.resource.as_ref().filter(|wanted| resources.contains(wanted)).or(resources.first())?;
        let groupings = group::present(data, within);
        let outer = self.outer.filter(|wanted| groupings.contains(wanted)).or(groupings.first().copied());
        let inner = self.inner.filter(|wanted| groupings.contains(wanted) && outer != Some(*wanted));
        Some(Self { resource: Some(resource.clone()), outer, inner, ..self.clone() })
    }
}

/// The columns with a value a school, in the order of the fields.
pub(super) fn columns(data: &Dataset) -> Vec<Resource> {
    let numeric = |field: &Field| matches!(field.quantity(), Quantity::Rate | Quantity::Number);
    let mut finder = Finder::default();
    let fields = data.facts().iter().map(|fact| &fact.field);
    fields.filter(|field| !field.is_condition() && numeric(field)).for_each(|field| finder.add(field));
    let mut columns = finder.fields;
    columns.sort_unstable();
    columns.into_iter().cloned().map(Resource::Column).collect()
}
