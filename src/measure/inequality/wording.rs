//! What the indices are called, and what they tell.

use super::decomposition::Decomposable;
use super::{Aversion, Index, Weighting};
use crate::basis::text::Lang;

impl Index {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Variation => lang.index_variation(),
            Self::Range => lang.index_range(),
            Self::RangeRatio => lang.index_range_ratio(),
            Self::PercentileRatio => lang.index_percentile_ratio(),
            Self::RestrictedRange => lang.index_restricted_range(),
            Self::FederalRatio => lang.index_federal_ratio(),
            Self::Gini => lang.index_gini(),
            Self::GiniCorrected => lang.index_gini_corrected(),
            Self::TheilT => lang.index_theil_t(),
            Self::TheilL => lang.index_theil_l(),
            Self::HalfSquare => lang.index_half_square(),
            Self::Atkinson(Aversion::Half) => lang.index_atkinson_half(),
            Self::Atkinson(Aversion::One) => lang.index_atkinson_one(),
            Self::Atkinson(Aversion::Two) => lang.index_atkinson_two(),
            Self::Hoover => lang.index_hoover(),
            Self::McLoone => lang.index_mcloone(),
            Self::Verstegen => lang.index_verstegen(),
            Self::Concentration => lang.index_concentration(),
            Self::ConcentrationNormalised => lang.index_concentration_normalised(),
            Self::Wolfson => lang.index_wolfson(),
        }
    }

    /// Its formula in a line, in the symbols of [`super`]; the same in every
    /// language.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::Variation => "√(Σp(y − μ)²) ÷ μ",
            Self::Range => "max y − min y",
            Self::RangeRatio => "max y ÷ min y",
            Self::PercentileRatio => "P90 ÷ P10",
            Self::RestrictedRange => "P95 − P5",
            Self::FederalRatio => "(P95 − P5) ÷ P5",
            Self::Gini => "ΣΣw·w′·abs(y − y′) ÷ (2W²μ)",
            Self::GiniCorrected => "G ÷ (1 − Σp²)",
            Self::TheilT => "Σp·r·ln r",
            Self::TheilL => "Σp·ln(1 ÷ r)",
            Self::HalfSquare => "CV² ÷ 2",
            Self::Atkinson(Aversion::Half) => "1 − (Σp·√r)²",
            Self::Atkinson(Aversion::One) => "1 − exp(Σp·ln r)",
            Self::Atkinson(Aversion::Two) => "1 − 1 ÷ Σ(p ÷ r)",
            Self::Hoover => "½·Σp·abs(r − 1)",
            Self::McLoone => "Σ(y≤M) w·y ÷ (M·Σ(y≤M) w)",
            Self::Verstegen => "Σ(y≥M) w·y ÷ (M·Σ(y≥M) w)",
            Self::Concentration => "Σs²",
            Self::ConcentrationNormalised => "(HHI − 1/n) ÷ (1 − 1/n)",
            Self::Wolfson => "(1 − 2L(½) − G)·μ ÷ M",
        }
    }

    /// What it tells, in a sentence.
    pub const fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Variation => lang.index_tells_variation(),
            Self::Range => lang.index_tells_range(),
            Self::RangeRatio => lang.index_tells_range_ratio(),
            Self::PercentileRatio => lang.index_tells_percentile_ratio(),
            Self::RestrictedRange => lang.index_tells_restricted_range(),
            Self::FederalRatio => lang.index_tells_federal_ratio(),
            Self::Gini => lang.index_tells_gini(),
            Self::GiniCorrected => lang.index_tells_gini_corrected(),
            Self::TheilT => lang.index_tells_theil_t(),
            Self::TheilL => lang.index_tells_theil_l(),
            Self::HalfSquare => lang.index_tells_half_square(),
            Self::Atkinson(Aversion::Half) => lang.index_tells_atkinson_half(),
            Self::Atkinson(Aversion::One) => lang.index_tells_atkinson_one(),
            Self::Atkinson(Aversion::Two) => lang.index_tells_atkinson_two(),
            Self::Hoover => lang.index_tells_hoover(),
            Self::McLoone => lang.index_tells_mcloone(),
            Self::Verstegen => lang.index_tells_verstegen(),
            Self::Concentration => lang.index_tells_concentration(),
            Self::ConcentrationNormalised => lang.index_tells_concentration_normalised(),
            Self::Wolfson => lang.index_tells_wolfson(),
        }
    }

    /// What it is easily mistaken for, where there is something.
    pub const fn trap(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Variation => Some(lang.index_trap_variation()),
            Self::PercentileRatio | Self::RestrictedRange | Self::FederalRatio => Some(lang.index_trap_quantile()),
            Self::Gini => Some(lang.index_trap_gini()),
            Self::GiniCorrected => Some(lang.index_trap_gini_corrected()),
            Self::TheilT | Self::TheilL => Some(lang.index_trap_theil()),
            Self::McLoone => Some(lang.index_trap_mcloone()),
            Self::Concentration | Self::ConcentrationNormalised => Some(lang.index_trap_concentration()),
            Self::Wolfson => Some(lang.index_trap_wolfson()),
            Self::Range | Self::RangeRatio | Self::HalfSquare | Self::Atkinson(_) | Self::Hoover | Self::Verstegen => {
                None
            }
        }
    }
}

impl Weighting {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Pupils => lang.index_by_pupils(),
            Self::Schools => lang.index_by_schools(),
        }
    }
}

impl Decomposable {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::TheilT => lang.index_theil_t(),
            Self::TheilL => lang.index_theil_l(),
            Self::VariationSquared => lang.index_variation_squared(),
            Self::Gini => lang.index_gini(),
        }
    }
}
