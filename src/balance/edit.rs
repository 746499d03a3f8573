//! What a person can change about the balance.

use serde::{Deserialize, Serialize};

use crate::word::scheme::balance::BalanceScheme;

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
