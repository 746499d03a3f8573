//! The evaluation's scheme: an indicator tree with weights, directions,
//! normalisations and policies.

use serde::{Deserialize, Serialize};

pub use crate::measure::direction::Direction;
use crate::word::field::Field;

mod county;
mod label;
mod normalisation;

pub use county::node_label;
pub use normalisation::{Aim, MeanOfYears, Method, Normalisation, Parameter, Target};

/// The way to a node: its position among the top level, then among that one's
/// children, and so on.
pub type Path = Vec<usize>;

/// A weight in hundredths of a percent: 10,000 is 100.00. The weights of the
/// children of one node add up to 10,000.
pub type Weight = u32;

/// The whole: the sum of the weights of siblings.
pub const WHOLE: Weight = 10_000;

/// The evaluation's decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvaluationScheme {
    /// The year evaluated; `None`: the latest in the data.
    #[serde(default)]
    pub year: Option<i32>,
    /// The top level of the tree.
    pub nodes: Vec<Node>,
    /// Added to or taken from the weighted score.
    pub adjustments: Vec<Adjustment>,
    /// What happens to a school that lacks an indicator.
    pub missing: MissingRule,
    /// Which schools are ranked together besides all of them.
    pub grouping: Grouping,
}

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// Its name, as the person wrote it.
    pub name: String,
    /// Its share among its siblings.
    pub weight: Weight,
    /// Kept when siblings' weights change.
    pub locked: bool,
    /// A group of nodes, or an indicator.
    pub content: Content,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// A weighted mean of further nodes.
    Group(Vec<Node>),
    /// A leaf.
    Indicator(Indicator),
}

/// A leaf: where its raw value comes from and how it becomes a score 0–100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// The raw value.
    pub source: Source,
    /// Whether more or less is better.
    pub direction: Direction,
    /// How a raw value becomes a score.
    pub normalisation: Normalisation,
}

/// Where a raw value comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Source {
    /// A field as it stands.
    Field(Field),
    /// 100 × part / whole, from two counts; where one of them is absent, the
    /// field with the rate as typed.
    Rate {
        /// The count above the line.
        part: Field,
        /// The count below the line.
        whole: Field,
        /// The typed rate that stands in when a count is absent.
        typed: Field,
    },
}

/// A term outside the weights: points per unit of a field, capped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Adjustment {
    /// The field counted.
    pub field: Field,
    /// Points per unit, negative for deductions.
    pub per_unit: f64,
    /// The most points given or taken, as a positive number.
    pub cap: f64,
}

/// What happens to a school that lacks an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MissingRule {
    /// Its other indicators share the weight. The default.
    Renormalise,
    /// The indicator scores 0.
    Zero,
    /// The indicator scores the mean of the schools that have it.
    Mean,
    /// The school is not ranked.
    Exclude,
}

/// Groups within which schools are ranked besides the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Grouping {
    /// 城乡.
    Location,
    /// 举办者.
    Sponsor,
    /// 学区, 教育集团 or 乡镇.
    District,
    /// 办学类型.
    Kind,
}

impl MissingRule {
    /// Every rule.
    pub const ALL: &[Self] = &[Self::Renormalise, Self::Zero, Self::Mean, Self::Exclude];
}

impl Grouping {
    /// Every grouping.
    pub const ALL: &[Self] = &[Self::Location, Self::Sponsor, Self::District, Self::Kind];
}

impl Node {
    /// The nodes below; none for an indicator.
    pub fn children(&self) -> &[Node] {
        match &self.content {
            Content::Group(nodes) => nodes,
            Content::Indicator(_) => &[],
        }
    }

    /// The indicator, if it is a leaf.
    pub fn indicator(&self) -> Option<&Indicator> {
        match &self.content {
            Content::Group(_) => None,
            Content::Indicator(indicator) => Some(indicator),
        }
    }
}

impl Source {
    /// The fields that it reads.
    pub fn fields(&self) -> Vec<&Field> {
        match self {
            Self::Field(field) => vec![field],
            Self::Rate { part, whole, typed } => vec![part, whole, typed],
        }
    }

    /// The field that names the value and its unit.
    pub fn field(&self) -> &Field {
        match self {
            Self::Field(field) | Self::Rate { typed: field, .. } => field,
        }
    }
}

impl EvaluationScheme {
    /// The node at a path.
    pub fn node(&self, path: &[usize]) -> Option<&Node> {
        let (last, above) = path.split_last()?;
        above.iter().try_fold(self.nodes.as_slice(), |nodes, at| Some(nodes.get(*at)?.children()))?.get(*last)
    }

    /// The siblings among which the path's last step chooses.
    pub fn siblings_mut(&mut self, path: &[usize]) -> Option<&mut [Node]> {
        let (_, above) = path.split_last()?;
        above.iter().try_fold(self.nodes.as_mut_slice(), |nodes, at| match &mut nodes.get_mut(*at)?.content {
            Content::Group(children) => Some(children.as_mut_slice()),
            Content::Indicator(_) => None,
        })
    }

    /// The node at a path, to be changed.
    pub fn node_mut(&mut self, path: &[usize]) -> Option<&mut Node> {
        let last = *path.last()?;
        self.siblings_mut(path)?.get_mut(last)
    }
}
