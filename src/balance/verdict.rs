//! The four answers of the standard, and how they combine.

use serde::{Deserialize, Serialize};

use super::cell::{Cell, State};
use super::rule::Rule;
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

    /// A school: at least as many thresholds met as the rule wants, and every
    /// other value at its floor or above (six of seven and 85 % in the standard
    /// of 2017). Too many values below, or one below its floor, decide against
    /// it even while others are missing; enough thresholds met decide for it
    /// where a missing value has no floor to fall below. Without thresholds
    /// nothing is judged.
    pub fn of_school(cells: &[Cell], rule: &Rule) -> Self {
        let (mut judged, mut met, mut missing, mut below) = (0, 0, 0, 0);
        for cell in cells.iter().filter(|cell| rule.threshold(cell.item).is_some()) {
            judged += 1;
            match cell.state {
                State::Met => met += 1,
                State::Missing(_) => missing += 1,
                State::Below => below += 1,
                State::Within | State::Open => {}
            }
        }
        if judged == 0 {
            Self::NotApplicable
        } else if below > 0 || met + missing < rule.least_met {
            Self::NotMet
        } else if missing > 0 && (met < rule.least_met || rule.has_floor()) {
            Self::Pending
        } else {
            Self::Met
        }
    }
}
