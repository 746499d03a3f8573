//! The closed set of indices.

use serde::{Deserialize, Serialize};

use super::atkinson::{Aversion, atkinson};
use super::concentration::{concentration, normalised};
use super::federal_ratio::federal_ratio;
use super::gini::{gini, gini_corrected};
use super::half_square::half_square;
use super::hoover::hoover;
use super::mcloone::mcloone;
use super::percentile_ratio::percentile_ratio;
use super::range::range;
use super::range_ratio::range_ratio;
use super::restricted_range::restricted_range;
use super::theil_l::theil_l;
use super::theil_t::theil_t;
use super::variation::variation;
use super::verstegen::verstegen;
use super::wolfson::wolfson;
use super::{Distribution, Undefined};
use crate::measure::direction::Direction;

/// A measure of how unequally a resource is spread. Formula, range, conventions
/// and source stand in the file of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Index {
    /// 校际差异系数 (CV), the official one.
    Variation,
    /// 极差.
    Range,
    /// 极差率.
    RangeRatio,
    /// 倍率 P90/P10.
    PercentileRatio,
    /// 限制极差 P95 − P5.
    RestrictedRange,
    /// 联邦极差比 (P95 − P5) ∕ P5.
    FederalRatio,
    /// 基尼系数.
    Gini,
    /// 修正基尼系数.
    GiniCorrected,
    /// 泰尔指数 T, GE(1).
    TheilT,
    /// 泰尔指数 L, GE(0), MLD.
    TheilL,
    /// 广义熵 GE(2), half the square of CV.
    HalfSquare,
    /// 阿特金森指数.
    Atkinson(Aversion),
    /// 胡佛指数.
    Hoover,
    /// 麦克卢恩指数.
    McLoone,
    /// 韦斯特根指数.
    Verstegen,
    /// 赫芬达尔指数 (HHI).
    Concentration,
    /// 标准化赫芬达尔指数.
    ConcentrationNormalised,
    /// 沃尔夫森极化指数.
    Wolfson,
}

/// What a transfer from a better-off to a worse-off unit, that leaves it the
/// better-off, does to an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transfers {
    /// Always brings it nearer to equality.
    Narrow,
    /// Never takes it away from equality, and may leave it as it is.
    NeverWiden,
    /// May take it away from equality.
    MayWiden,
}

impl Index {
    /// Every index.
    pub const ALL: &[Self] = &[
        Self::Variation,
        Self::Range,
        Self::RangeRatio,
        Self::PercentileRatio,
        Self::RestrictedRange,
        Self::FederalRatio,
        Self::Gini,
        Self::GiniCorrected,
        Self::TheilT,
        Self::TheilL,
        Self::HalfSquare,
        Self::Atkinson(Aversion::Half),
        Self::Atkinson(Aversion::One),
        Self::Atkinson(Aversion::Two),
        Self::Hoover,
        Self::McLoone,
        Self::Verstegen,
        Self::Concentration,
        Self::ConcentrationNormalised,
        Self::Wolfson,
    ];

    /// The index of a distribution, in one pass over it.
    ///
    /// # Errors
    /// [`Undefined`] says why there is none; [`Undefined::OutOfRange`] also
    /// where the result is too large for a number.
    ///
    /// ```
    /// use suanpan::measure::inequality::{Distribution, Index, Weighting};
    /// let books = [(279.0, 45.0), (137.0, 37.0), (935.0, 89.0), (160.0, 76.0), (402.0, 55.0)];
    /// let spread = Distribution::of(&books, Weighting::Pupils)?;
    /// assert!((Index::Gini.of(&spread)? - 0.288_377).abs() < 1e-6); // as PySAL, each pupil a row
    /// # Ok::<(), suanpan::measure::inequality::Undefined>(())
    /// ```
    pub fn of(self, distribution: &Distribution) -> Result<f64, Undefined> {
        let value = match self {
            Self::Variation => variation(distribution),
            Self::Range => range(distribution),
            Self::RangeRatio => range_ratio(distribution),
            Self::PercentileRatio => percentile_ratio(distribution),
            Self::RestrictedRange => restricted_range(distribution),
            Self::FederalRatio => federal_ratio(distribution),
            Self::Gini => gini(distribution),
            Self::GiniCorrected => gini_corrected(distribution),
            Self::TheilT => theil_t(distribution),
            Self::TheilL => theil_l(distribution),
            Self::HalfSquare => half_square(distribution),
            Self::Atkinson(aversion) => atkinson(distribution, aversion),
            Self::Hoover => hoover(distribution),
            Self::McLoone => mcloone(distribution),
            Self::Verstegen => verstegen(distribution),
            Self::Concentration => concentration(distribution),
            Self::ConcentrationNormalised => normalised(distribution),
            Self::Wolfson => wolfson(distribution),
        }?;
        // An empty sum is −0.
        if value.is_finite() { Ok(value + 0.0) } else { Err(Undefined::OutOfRange) }
    }

    /// Which way is equal.
    pub const fn direction(self) -> Direction {
        match self {
            Self::McLoone => Direction::Higher,
            _ => Direction::Lower,
        }
    }

    /// Its value where all pupils have the same; `None` for HHI, which depends
    /// on how the pupils are spread over the schools.
    pub const fn at_equality(self) -> Option<f64> {
        match self {
            Self::RangeRatio | Self::PercentileRatio | Self::McLoone | Self::Verstegen => Some(1.0),
            Self::Concentration | Self::ConcentrationNormalised => None,
            _ => Some(0.0),
        }
    }

    /// Between what it lies, for values that are not negative.
    pub const fn bounds(self) -> (f64, f64) {
        match self {
            Self::RangeRatio | Self::PercentileRatio | Self::Verstegen => (1.0, f64::INFINITY),
            Self::Gini
            | Self::Atkinson(_)
            | Self::Hoover
            | Self::McLoone
            | Self::Concentration
            | Self::ConcentrationNormalised => (0.0, 1.0),
            Self::Variation
            | Self::Range
            | Self::RestrictedRange
            | Self::FederalRatio
            | Self::GiniCorrected
            | Self::TheilT
            | Self::TheilL
            | Self::HalfSquare
            | Self::Wolfson => (0.0, f64::INFINITY),
        }
    }

    /// Whether it is a pure number, the same in 元 and 万元. Else it has the
    /// unit of the resource per pupil.
    pub const fn scale_free(self) -> bool {
        !matches!(self, Self::Range | Self::RestrictedRange)
    }

    /// Whether a unit of weight k is as good as k units of weight 1. Not where
    /// units are counted, nor where a quantile is used: that by schools is
    /// interpolated.
    pub const fn replicable(self) -> bool {
        match self {
            Self::Variation
            | Self::Range
            | Self::RangeRatio
            | Self::Gini
            | Self::TheilT
            | Self::TheilL
            | Self::HalfSquare
            | Self::Atkinson(_)
            | Self::Hoover => true,
            Self::PercentileRatio
            | Self::RestrictedRange
            | Self::FederalRatio
            | Self::GiniCorrected
            | Self::McLoone
            | Self::Verstegen
            | Self::Concentration
            | Self::ConcentrationNormalised
            | Self::Wolfson => false,
        }
    }

    /// Pigou and Dalton's principle of transfers, for values above 0. HHI keeps it by schools only:
    /// of two schools the larger may be the worse-off.
    pub const fn transfers(self) -> Transfers {
        match self {
            Self::Variation
            | Self::Gini
            | Self::GiniCorrected
            | Self::TheilT
            | Self::TheilL
            | Self::HalfSquare
            | Self::Atkinson(_) => Transfers::Narrow,
            Self::Range | Self::RangeRatio | Self::Hoover => Transfers::NeverWiden,
            Self::PercentileRatio
            | Self::RestrictedRange
            | Self::FederalRatio
            | Self::McLoone
            | Self::Verstegen
            | Self::Concentration
            | Self::ConcentrationNormalised
            | Self::Wolfson => Transfers::MayWiden,
        }
    }
}
