//! What others hold an index against. None of it is part of the standard.

use crate::measure::inequality::Index;

/// A mark that others set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Benchmark {
    /// CV about 0.10 or less: school finance in the United States.
    Variation,
    /// Gini coefficient of 0.05 or less: the same.
    Gini,
    /// McLoone's index of 0.95 or more: the same.
    McLoone,
}

/// The bands of the Gini coefficient that are in use for incomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GiniBand {
    /// Below 0.2: 高度平均.
    VeryEven,
    /// 0.2 to 0.3: 比较平均.
    Even,
    /// 0.3 to 0.4: 相对合理.
    Fair,
    /// 0.4 to 0.5: 差距较大.
    Wide,
    /// 0.5 and above: 差距悬殊.
    VeryWide,
}

impl Benchmark {
    /// All.
    pub const ALL: &[Self] = &[Self::Variation, Self::Gini, Self::McLoone];

    /// What is held against it.
    pub const fn index(self) -> Index {
        match self {
            Self::Variation => Index::Variation,
            Self::Gini => Index::Gini,
            Self::McLoone => Index::McLoone,
        }
    }

    /// Whether a value keeps to it; the mark itself does.
    pub fn met(self, value: f64) -> bool {
        match self {
            Self::Variation => value <= 0.10,
            Self::Gini => value <= 0.05,
            Self::McLoone => value >= 0.95,
        }
    }
}

impl GiniBand {
    /// The band of a coefficient; a border belongs to the band above it.
    pub fn of(gini: f64) -> Self {
        match gini {
            _ if gini < 0.2 => Self::VeryEven,
            _ if gini < 0.3 => Self::Even,
            _ if gini < 0.4 => Self::Fair,
            _ if gini < 0.5 => Self::Wide,
            _ => Self::VeryWide,
        }
    }
}
