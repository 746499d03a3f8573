//! Why a measure of differences has no value.

use serde::{Deserialize, Serialize};

use super::variation;
use crate::basis::text::Lang;

/// Why there is no number. None of these is a 0, which would read as
/// "perfectly equal".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Undefined {
    /// No unit.
    NoUnit,
    /// One unit or group, and the measure compares several.
    OneUnit,
    /// A size that is not above 0, something that is not a number, or numbers
    /// too large to compute with.
    OutOfRange,
    /// A negative amount, which the measure has no meaning for.
    Negative,
    /// A 0 that would be divided by, or whose logarithm would be taken: the
    /// measure is infinite.
    Zero,
    /// Nobody has any of the resource.
    ZeroMean,
    /// One of two groups of pupils has nobody.
    EmptyGroup,
    /// All values are the same: there is no variance to take a share of.
    NoSpread,
    /// Every group has one member: nothing is known of differences within.
    NoneWithin,
    /// A unit stands twice in a year, or a year twice in a series.
    Repeated,
}

impl Undefined {
    /// All reasons.
    pub const ALL: &[Self] = &[
        Self::NoUnit,
        Self::OneUnit,
        Self::OutOfRange,
        Self::Negative,
        Self::Zero,
        Self::ZeroMean,
        Self::EmptyGroup,
        Self::NoSpread,
        Self::NoneWithin,
        Self::Repeated,
    ];

    /// The reason in a few words.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::NoUnit => lang.undefined_no_unit(),
            Self::OneUnit => lang.undefined_one_unit(),
            Self::OutOfRange => lang.undefined_out_of_range(),
            Self::Negative => lang.undefined_negative(),
            Self::Zero => lang.undefined_zero(),
            Self::ZeroMean => lang.undefined_zero_mean(),
            Self::EmptyGroup => lang.undefined_empty_group(),
            Self::NoSpread => lang.undefined_no_spread(),
            Self::NoneWithin => lang.undefined_none_within(),
            Self::Repeated => lang.undefined_repeated(),
        }
    }
}

impl From<variation::Undefined> for Undefined {
    fn from(reason: variation::Undefined) -> Self {
        match reason {
            variation::Undefined::NoUnit => Self::NoUnit,
            variation::Undefined::OutOfRange => Self::OutOfRange,
            variation::Undefined::ZeroMean => Self::ZeroMean,
        }
    }
}
