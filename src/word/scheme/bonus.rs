//! The bonus pool and the rule by which it is shared among schools.

use serde::{Deserialize, Serialize};

use crate::basis::money::Fen;
use crate::basis::text::Lang;
pub use crate::measure::apportion::TailRule;
use crate::word::field::Field;

/// The bonus decisions. Weights are score × headcount, less a baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BonusScheme {
    /// The pool; `None` until somebody has entered it.
    #[serde(default)]
    pub pool: Option<Fen>,
    /// What headcount means.
    pub headcount: Headcount,
    /// Which score weighs.
    pub score: ScoreBasis,
    /// Taken from each score before weighing, in hundredths of a point: 6,000
    /// is 60.00. A score below it weighs nothing.
    pub baseline: u32,
    /// The smallest unit paid, in 分: one of [`UNITS`] unless a project file
    /// says otherwise.
    pub unit: i64,
    /// What happens to what division leaves over.
    pub tail: TailRule,
}

/// What headcount means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Headcount {
    /// 人月 ÷ 12. The default: part years count in part.
    PersonMonths,
    /// 教职工人数.
    Staff,
}

/// Which score weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ScoreBasis {
    /// The full score. The default: nothing is rounded before money.
    Unrounded,
    /// The score as published, with two decimals, half up.
    TwoDecimals,
}

impl Default for BonusScheme {
    fn default() -> Self {
        Self {
            pool: None,
            headcount: Headcount::PersonMonths,
            score: ScoreBasis::Unrounded,
            baseline: 0,
            unit: 1,
            tail: TailRule::LargestRemainder,
        }
    }
}

/// The units offered: 分, 角, 元.
pub const UNITS: &[i64] = &[1, 10, 100];

impl Headcount {
    /// Every meaning, the default first.
    pub const ALL: &[Self] = &[Self::PersonMonths, Self::Staff];

    /// The column that holds it.
    pub const fn field(self) -> Field {
        match self {
            Self::PersonMonths => Field::PersonMonths,
            Self::Staff => Field::Staff,
        }
    }

    /// The column's numbers in one person: 12 months, or 1.
    pub const fn per_person(self) -> i64 {
        match self {
            Self::PersonMonths => 12,
            Self::Staff => 1,
        }
    }

    /// How it is reckoned: 人月 ÷ 12.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::PersonMonths => lang.headcount_person_months(),
            Self::Staff => lang.headcount_staff(),
        }
    }

    /// The column's name: 人月.
    pub const fn column(self, lang: Lang) -> &'static str {
        match self {
            Self::PersonMonths => lang.person_months(),
            Self::Staff => lang.staff(),
        }
    }
}

impl ScoreBasis {
    /// Every basis, the default first.
    pub const ALL: &[Self] = &[Self::Unrounded, Self::TwoDecimals];

    /// What it is called in the rule.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Unrounded => lang.score_unrounded(),
            Self::TwoDecimals => lang.score_two_decimals(),
        }
    }
}

impl TailRule {
    /// The rule's name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::LargestRemainder => lang.tail_largest_remainder(),
            Self::EqualGroups => lang.tail_equal_groups(),
            Self::Floor => lang.tail_floor(),
        }
    }
}
