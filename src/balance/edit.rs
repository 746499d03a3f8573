//! What a person can change about the balance.

use serde::{Deserialize, Serialize};

use crate::word::scheme::balance::BalanceScheme;
use crate::word::scheme::plan::{Plan, STEPS, Step};

/// One change of the decisions that the standard leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BalanceEdit {
    /// Leave out small schools that are not teaching points, too, or not.
    SetSmallSchoolsOut(bool),
    /// Count private schools, or not.
    SetPrivateIn(bool),
}

impl BalanceEdit {
    /// Carries the change out.
    pub const fn apply(self, scheme: &mut BalanceScheme) {
        match self {
            Self::SetSmallSchoolsOut(out) => scheme.small_schools_out = out,
            Self::SetPrivateIn(included) => scheme.private_in = included,
        }
    }
}

/// One change of what is tried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlanEdit {
    /// Adds steps at the end; as many as fit.
    Add(Vec<Step>),
    /// Takes the step at a position out.
    Remove(usize),
    /// Takes all out.
    Clear,
}

impl PlanEdit {
    /// Carries the change out.
    pub fn apply(self, plan: &mut Plan) {
        match self {
            Self::Add(steps) => {
                plan.steps.extend(steps);
                plan.steps.truncate(STEPS);
            }
            Self::Remove(index) if index < plan.steps.len() => drop(plan.steps.remove(index)),
            Self::Remove(_) => {}
            Self::Clear => plan.steps.clear(),
        }
    }
}
