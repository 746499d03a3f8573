//! What the decisions are called.

use super::{Aim, Direction, Grouping, Method, MissingRule, Parameter};
use crate::basis::text::Lang;

impl Method {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::MinMax => lang.method_min_max(),
            Self::Target => lang.method_target(),
            Self::Penalty => lang.method_penalty(),
            Self::PenaltyBegun => lang.method_penalty_begun(),
            Self::Goalposts => lang.method_goalposts(),
            Self::Interval => lang.method_interval(),
            Self::ToBest => lang.method_to_best(),
            Self::ToMean => lang.method_to_mean(),
            Self::Percentile => lang.method_percentile(),
            Self::RankPoints => lang.method_rank_points(),
            Self::TPopulation => lang.method_population_t(),
            Self::TSample => lang.method_sample_t(),
        }
    }
}

impl Aim {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Fixed => lang.aim_fixed(),
            Self::OwnMean => lang.aim_own_mean(),
            Self::OwnPooled => lang.aim_own_pooled(),
        }
    }
}

impl Parameter {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Target => lang.parameter_target(),
            Self::Cap => lang.parameter_cap(),
            Self::Points => lang.parameter_points(),
            Self::Floor => lang.parameter_floor(),
            Self::Low => lang.parameter_low(),
            Self::High => lang.parameter_high(),
            Self::Ceiling => lang.parameter_ceiling(),
            Self::First => lang.parameter_first(),
            Self::Step => lang.parameter_step(),
        }
    }
}

impl MissingRule {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Renormalise => lang.missing_renormalise(),
            Self::Zero => lang.missing_zero(),
            Self::Mean => lang.missing_mean(),
            Self::Exclude => lang.missing_exclude(),
        }
    }
}

impl Grouping {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Location => lang.grouping_location(),
            Self::Sponsor => lang.grouping_sponsor(),
            Self::District => lang.grouping_district(),
            Self::Kind => lang.grouping_kind(),
        }
    }
}

impl Direction {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Higher => lang.direction_higher(),
            Self::Lower => lang.direction_lower(),
        }
    }
}
