//! The four answers of the standard, and how they combine.

use serde::{Deserialize, Serialize};

use super::cell::{Cell, State};
use super::standard::LEAST_MET;
use crate::basis::text::Lang;

/// A verdict on a school, a coefficient, a stage or the county.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// 达标.
    Met,
    /// 未达标: certain, whatever values are still missing.
    NotMet,
    /// 待评估: it hangs on values that are missing.
    Pending,
    /// 不适用: there is nothing to assess.
    NotApplicable,
}

impl Verdict {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Met, Self::NotMet, Self::Pending, Self::NotApplicable];

    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Met => lang.balance_met(),
            Self::NotMet => lang.balance_not_met(),
            Self::Pending => lang.balance_pending(),
            Self::NotApplicable => lang.balance_not_applicable(),
        }
    }

    /// All must meet the standard: one failure decides, then one open question;
    /// what does not apply is passed over.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::NotApplicable;
        for verdict in verdicts {
            all = match (all, verdict) {
                (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
                (Self::Pending, _) | (_, Self::Pending) => Self::Pending,
                (Self::Met, _) | (_, Self::Met) => Self::Met,
                (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
            };
        }
        all
    }

    /// A school: at least six of seven met and every other at 85 % or more.
    /// Two values below their thresholds, or one below 85 %, decide against it
    /// even while others are missing.
    pub fn of_school(cells: &[Cell]) -> Self {
        let count = |wanted: fn(&State) -> bool| cells.iter().filter(|cell| wanted(&cell.state)).count();
        let met = count(State::is_met);
        let missing = count(State::is_missing);
        let below = count(|state| matches!(state, State::Below));
        if below > 0 || met + missing < LEAST_MET {
            Self::NotMet
        } else if missing > 0 {
            Self::Pending
        } else {
            Self::Met
        }
    }
}
