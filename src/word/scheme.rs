//! What the person decided: policies, weights, limits, pools. Saved in project
//! files, so every part is plain data with a version.

use serde::{Deserialize, Serialize};

pub mod balance;
pub mod bonus;
pub mod evaluation;
pub mod plan;
pub mod target;

/// All decisions of a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scheme {
    /// The evaluation's tree and policies.
    pub evaluation: evaluation::EvaluationScheme,
    /// The balance standard's policies.
    pub balance: balance::BalanceScheme,
    /// The bonus pool and its rule.
    pub bonus: bonus::BonusScheme,
    /// What is tried out on the balance.
    #[serde(default)]
    pub plan: plan::Plan,
    /// Compliance targets, and what was typed about them.
    #[serde(default)]
    pub targets: target::TargetScheme,
}

impl Default for Scheme {
    fn default() -> Self {
        Self {
            evaluation: evaluation::EvaluationScheme::county_junior(),
            balance: balance::BalanceScheme::default(),
            bonus: bonus::BonusScheme::default(),
            plan: plan::Plan::default(),
            targets: target::TargetScheme::default(),
        }
    }
}
