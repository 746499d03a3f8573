//! The evaluation's scheme: an indicator tree with weights, directions,
//! normalisations and policies.

use serde::{Deserialize, Serialize};

use crate::word::field::Field;

/// A weight in hundredths of a percent: 10,000 is 100.00. The weights of the
/// children of one node add up to 10,000.
pub type Weight = u32;

/// The whole: the sum of the weights of siblings.
pub const WHOLE: Weight = 10_000;

/// The evaluation's decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvaluationScheme {
    /// The year evaluated; `None`: the latest in the data.
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

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// How a raw value becomes a score from 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Normalisation {
    /// 100 × (x − min)/(max − min) over the schools evaluated; mirrored when
    /// lower is better.
    MinMax,
    /// Attainment of a target, as a percentage capped at `cap`.
    /// Higher is better: 100·x/T. Lower is better: 100·(100 − x)/(100 − T)
    /// for rates in percent (bounded; T/x would explode near 0).
    Target {
        /// The target.
        target: Target,
        /// The most that can be scored, usually 100 or 120.
        cap: f64,
    },
}

/// What a school is measured against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Target {
    /// The same for all.
    Fixed(f64),
    /// The mean of the school's own two previous years.
    OwnTwoYears(MeanOfYears),
}

/// How two years are joined into one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeanOfYears {
    /// The mean of the two rates.
    Simple,
    /// Both years' counts put together: Σpart/Σwhole.
    Pooled,
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
    /// 办学类型.
    Kind,
}

impl EvaluationScheme {
    /// The default for a county's junior schools: results against each
    /// school's own two previous years, retention and fitness, satisfaction,
    /// teacher exchange.
    pub fn county_junior() -> Self {
        let bottom = Source::Rate { part: Field::BottomCount, whole: Field::Graduands, typed: Field::BottomRate };
        let own_mean = Normalisation::Target { target: Target::OwnTwoYears(MeanOfYears::Simple), cap: 100.0 };
        let exchange = Normalisation::Target { target: Target::Fixed(10.0), cap: 100.0 };
        let leaf = |name: &str, weight, source: Source, direction, normalisation| Node {
            name: name.to_owned(),
            weight,
            locked: false,
            content: Content::Indicator(Indicator { source, direction, normalisation }),
        };
        let field =
            |name, weight, field| leaf(name, weight, Source::Field(field), Direction::Higher, Normalisation::MinMax);
        let group = |name: &str, weight, nodes| Node {
            name: name.to_owned(),
            weight,
            locked: false,
            content: Content::Group(nodes),
        };
        Self {
            year: None,
            nodes: vec![
                group(
                    "学业质量",
                    4_000,
                    vec![
                        leaf("后20%率(比本校前两年均值)", 6_000, bottom.clone(), Direction::Lower, own_mean),
                        leaf("后20%率(全县比较)", 4_000, bottom, Direction::Lower, Normalisation::MinMax),
                    ],
                ),
                group(
                    "巩固与体质",
                    3_000,
                    vec![field("三年巩固率", 5_000, Field::Retention), field("学生体质优良率", 5_000, Field::Fitness)],
                ),
                field("群众满意度", 2_000, Field::Satisfaction),
                leaf("教师交流比例", 1_000, Source::Field(Field::Exchange), Direction::Higher, exchange),
            ],
            adjustments: vec![
                Adjustment { field: Field::Merit, per_unit: 1.0, cap: 5.0 },
                Adjustment { field: Field::Misconduct, per_unit: -2.0, cap: 10.0 },
            ],
            missing: MissingRule::Renormalise,
            grouping: Grouping::Location,
        }
    }
}
