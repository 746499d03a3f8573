//! The scheme for a county's junior schools.

use super::{
    Adjustment, Content, Direction, EvaluationScheme, Grouping, Indicator, MeanOfYears, MissingRule, Node,
    Normalisation, Source, Target,
};
use crate::basis::text::Lang;
use crate::word::field::Field;

impl EvaluationScheme {
    /// The default for a county's junior schools: results against each
    /// school's own two previous years, retention and fitness, satisfaction,
    /// teacher exchange.
    pub fn county_junior() -> Self {
        let zh = Lang::Zh;
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
                    zh.county_academic(),
                    4_000,
                    vec![
                        leaf(zh.county_bottom_own(), 6_000, bottom.clone(), Direction::Lower, own_mean),
                        leaf(zh.county_bottom_all(), 4_000, bottom, Direction::Lower, Normalisation::MinMax),
                    ],
                ),
                group(
                    zh.county_care(),
                    3_000,
                    vec![
                        field(zh.field_retention(), 5_000, Field::Retention),
                        field(zh.field_fitness(), 5_000, Field::Fitness),
                    ],
                ),
                field(zh.field_satisfaction(), 2_000, Field::Satisfaction),
                leaf(zh.field_exchange(), 1_000, Source::Field(Field::Exchange), Direction::Higher, exchange),
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

/// The names that the default scheme gives.
const NAMES: [fn(Lang) -> &'static str; 8] = [
    Lang::county_academic,
    Lang::county_bottom_own,
    Lang::county_bottom_all,
    Lang::county_care,
    Lang::field_retention,
    Lang::field_fitness,
    Lang::field_satisfaction,
    Lang::field_exchange,
];

/// A node's name as it is shown: the default scheme's in the reader's language,
/// those that a person gave as they are.
pub fn node_label(name: &str, lang: Lang) -> &str {
    NAMES.iter().find(|known| known(Lang::Zh) == name).map_or(name, |known| known(lang))
}
