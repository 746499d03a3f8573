//! What views offer to do. The page hands it back unread, so that its module
//! need not know what only the application understands.

use serde::{Deserialize, Serialize};

use crate::balance::edit::{BalanceEdit, PlanEdit};
use crate::balance::target::edit::TargetEdit;
use crate::basis::place::Place;
use crate::basis::problem::ProblemKind;
use crate::bonus::edit::BonusEdit;
use crate::evaluation::EvaluationEdit;
use crate::word::correction::{Ruling, SameSchool, SheetChoice};
use crate::word::reading::{Choice, TableKind};

use super::model::Page;
use super::sealed::Sealed;
use super::sight::Sight;

/// An act as the page sees it.
pub type Deed = Sealed<Act>;

/// Something that a view offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Act {
    /// Goes to a page.
    Go(Page),

    // On the data page.
    /// Says what a column means.
    Choose(Choice),
    /// Says how a sheet is to be read.
    ReadAs(SheetChoice),
    /// Brings a cell back to what stands in the file.
    Restore {
        /// The cell.
        place: Place,
        /// What stands there.
        text: String,
    },
    /// Carries out what findings propose, or takes repairs back.
    Rule(Ruling),
    /// Takes a decision on proposals back, so that they wait again.
    Withdraw {
        /// Their kind.
        kind: ProblemKind,
        /// The one at a cell; `None`: all of the kind.
        place: Option<Place>,
    },
    /// Says whether two names are one school.
    Unite(SameSchool),
    /// Takes such a decision on two names back.
    Reconsider(SameSchool),
    /// Takes a blank table of a kind.
    Template(TableKind),

    // On the pages' scheme sides.
    /// A decision about the evaluation.
    Evaluation(EvaluationEdit),
    /// A decision about the balance.
    Balance(BalanceEdit),
    /// A change of what is tried out on the balance.
    Plan(PlanEdit),
    /// A decision about compliance targets, or a value of one.
    Target(TargetEdit),
    /// A decision about the bonus.
    Bonus(BonusEdit),

    /// Looks at results otherwise.
    See(Sight),
}

impl From<Sight> for Act {
    fn from(sight: Sight) -> Self {
        Self::See(sight)
    }
}

impl From<Sight> for Deed {
    fn from(sight: Sight) -> Self {
        Act::See(sight).into()
    }
}
