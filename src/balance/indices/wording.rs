//! How indices read, the same in tables, sentences and explanations.

use super::{Benchmark, GiniBand, Group, Grouping, Indices, Resource, factor};
use crate::balance::wording::trimmed;
use crate::basis::format::fixed;
use crate::basis::text::Lang;
use crate::measure::direction::Direction;
use crate::measure::inequality::{Aversion, Index, Undefined};

/// The decimals that indices and their parts are shown with.
pub const DECIMALS: u32 = 4;

/// A resource's name.
pub fn resource(resource: &Resource, lang: Lang) -> String {
    match resource {
        Resource::Item(item) => item.name(lang).to_owned(),
        Resource::Column(field) => field.label(lang).into_owned(),
    }
}

/// A value of the resource, per pupil or per hundred.
pub fn amount(of: &Resource, value: f64) -> String {
    let shown = value * factor(of);
    match of {
        Resource::Item(item) => fixed(shown, item.decimals()),
        Resource::Column(_) => trimmed(shown, 4),
    }
}

/// An index; "—" where there is none. Those that have the resource's unit are
/// shown as its values are.
pub fn index(found: &Indices, index: Index) -> String {
    match (found.value(index), &found.choice.resource) {
        (Err(_), _) => "—".to_owned(),
        (Ok(value), Some(of)) if !index.scale_free() => amount(of, value),
        (Ok(value), _) => fixed(value, DECIMALS),
    }
}

/// Why there is no number, as a sentence's end; empty where there is one.
pub fn reason<T>(value: &Result<T, Undefined>, lang: Lang) -> &'static str {
    value.as_ref().err().map_or("", |reason| reason.label(lang))
}

/// Between what an index lies, and which way is equal: "0–1;0 为均等,越小越均等".
pub fn range(index: Index, lang: Lang) -> String {
    let (low, high) = index.bounds();
    let high = if high.is_finite() { trimmed(high, 0) } else { "∞".to_owned() };
    let way = match index.direction() {
        Direction::Lower => lang.indices_less(),
        Direction::Higher => lang.indices_more(),
    };
    let low = trimmed(low, 0);
    match index.at_equality() {
        Some(equal) => lang.indices_range(&low, &high, &trimmed(equal, 0), way),
        None => lang.indices_range_only(&low, &high, way),
    }
}

/// What an index makes of a school with 0.
pub const fn zeros(index: Index, lang: Lang) -> &'static str {
    match index {
        Index::RangeRatio => lang.indices_zero_least(),
        Index::PercentileRatio | Index::FederalRatio => lang.indices_zero_quantile(),
        Index::TheilT => lang.indices_zero_limit(),
        Index::TheilL => lang.indices_zero_infinite(),
        Index::Atkinson(Aversion::One | Aversion::Two) => lang.indices_zero_one(),
        Index::McLoone | Index::Verstegen | Index::Wolfson => lang.indices_zero_median(),
        Index::Variation
        | Index::Range
        | Index::RestrictedRange
        | Index::Gini
        | Index::GiniCorrected
        | Index::HalfSquare
        | Index::Atkinson(Aversion::Half)
        | Index::Hoover
        | Index::Concentration
        | Index::ConcentrationNormalised => lang.indices_zero_counts(),
    }
}

impl Grouping {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Location => lang.field_location(),
            Self::Sponsor => lang.field_sponsor(),
            Self::District => lang.grouping_district(),
            Self::Kind => lang.field_school_kind(),
        }
    }
}

impl Group {
    /// Its name.
    pub fn label(&self, lang: Lang) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Kind(kind) => kind.label(lang),
            Self::NotStated => lang.indices_not_stated(),
        }
    }
}

impl Benchmark {
    /// What it asks for, and who does.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Variation => lang.indices_mark_variation(),
            Self::Gini => lang.indices_mark_gini(),
            Self::McLoone => lang.indices_mark_mcloone(),
        }
    }
}

impl GiniBand {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::VeryEven => lang.indices_band_very_even(),
            Self::Even => lang.indices_band_even(),
            Self::Fair => lang.indices_band_fair(),
            Self::Wide => lang.indices_band_wide(),
            Self::VeryWide => lang.indices_band_very_wide(),
        }
    }
}
