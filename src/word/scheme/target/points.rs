//! The points of targets, and how they are lost.

use serde::{Deserialize, Serialize};

/// The points of a target that is not met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scoring {
    /// None.
    #[default]
    PassFail,
    /// 每低 step 扣 per 分, in proportion; of a trend, `per` a year that breaks it.
    Deduct {
        /// Points taken …
        per: String,
        /// … for so much.
        step: String,
        /// The most that is taken; empty: all.
        most: String,
    },
    /// The first limit that is met gives its points, none gives 0.
    Bands(Vec<Band>),
}

/// A band of points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The limit, as [`Limit::value`](super::Limit::value).
    pub limit: String,
    /// What it brings, a decimal.
    pub points: String,
}

/// The points of an item that a standard leaves to the provinces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The item, as [`Target::item`](super::Target::item).
    pub item: String,
    /// The points that there are, and how they are lost: `6`, `100/17`,
    /// `6-1/0.5`; empty: not known.
    pub full: String,
    /// The points that were awarded, a decimal; empty: they follow from the
    /// verdict.
    pub awarded: String,
}
