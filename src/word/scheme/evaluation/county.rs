//! The scheme for a county's junior schools.

use super::{
    Adjustment, Content, Direction, EvaluationScheme, Grouping, Indicator, MeanOfYears, MissingRule, Node,
    Normalisation, Source, Target,
};
use crate::word::field::Field;

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
