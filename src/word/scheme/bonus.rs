//! The bonus pool and the rule by which it is shared among schools.

use serde::{Deserialize, Serialize};

use crate::basis::money::Fen;

/// The bonus decisions. Weights are score × headcount, less a baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BonusScheme {
    /// The pool; `None` until somebody has entered it.
    pub pool: Option<Fen>,
    /// What headcount means.
    pub headcount: Headcount,
    /// Which score weighs.
    pub score: ScoreBasis,
    /// Taken from each score before weighing, in hundredths of a point: 6,000
    /// is 60.00. A score below it weighs nothing.
    pub baseline: u32,
    /// The smallest unit paid, in 分: 1, 10, 100 …
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

/// What happens to what division leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TailRule {
    /// 最大余额法: each gets the floor, the largest remainders one unit more.
    LargestRemainder,
    /// 同权同额: a unit more only to whole groups of equal weight.
    EqualGroups,
    /// Floors only; the rest stays as 尾差.
    Floor,
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
