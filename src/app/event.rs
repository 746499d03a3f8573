//! Everything that can happen to the application, and who says so.

use serde::{Deserialize, Serialize};

use crate::balance::edit::{BalanceEdit, PlanEdit};
use crate::balance::indices;
use crate::balance::target::edit::TargetEdit;
use crate::basis::place::Place;
use crate::basis::problem::ProblemKind;
use crate::basis::text::Lang;
use crate::bonus::edit::BonusEdit;
use crate::evaluation::EvaluationEdit;
use crate::word::correction::{Ruling, SameSchool, SheetChoice};
use crate::word::field::Stage;
use crate::word::reading::{Choice, TableKind};

use super::deed::Deed;
use super::effect::Request;
use super::model::{Page, Preferences, Shown, Theme};
use super::sealed::Sealed;
use super::task::{Answered, Outcome};
use super::typed::Typed;
use super::view::balance::{BalanceSort, Part};
use super::view::bonus::BonusSort;
use super::view::evaluation::EvaluationSort;
use super::view::pager::List;
use super::why::Subject;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The person does what a view offered.
    Do(Deed),

    // From the bar and the rail.
    /// The person goes to a page.
    Go(Page),
    /// The person chooses a language.
    SetLang(Lang),
    /// The person chooses a theme.
    SetTheme(Theme),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// The person lets go of a slider, or leaves a number: the gesture ends.
    Settle,
    /// The person puts away the notice.
    Dismiss,

    // From the data page.
    /// Files were dropped or chosen; the shell keeps them under these numbers.
    Chosen(Vec<ChosenFile>),
    /// The person opens a sample, by its file name.
    SampleChosen(String),
    /// The person stops what is under way.
    Cancel,
    /// The person says what a column means.
    Choose(Choice),
    /// The person answers a question about a file.
    Answer {
        /// The number under which the shell keeps the file.
        token: u32,
        /// The answer.
        answered: Answered,
    },
    /// The person leaves out a file that something is asked about, by its name.
    LeaveOut(String),
    /// The person types a cell anew.
    EditCell {
        /// The cell.
        place: Place,
        /// What shall stand there.
        text: String,
    },
    /// The person carries out what findings propose, or takes repairs back.
    Rule(Ruling),
    /// The person says whether two names are one school.
    Unite(SameSchool),
    /// The person takes a decision on proposals back, so that they wait again.
    Withdraw {
        /// Their kind.
        kind: ProblemKind,
        /// The one at a cell; `None`: all of the kind.
        place: Option<Place>,
    },
    /// The person takes such a decision on two names back.
    Reconsider(SameSchool),
    /// The person looks at a part of a sheet.
    Look(Shown),
    /// The person says how a sheet is to be read.
    ReadAs(SheetChoice),
    /// The person takes a file out.
    Close(String),
    /// The person starts anew with nothing.
    Clear,
    /// The person has everything on this computer forgotten.
    ForgetAll,
    /// The person goes on with the project kept from last time, or not.
    Resume(bool),

    // From the pages' scheme sides.
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

    /// A text was typed into a field.
    Typed(Typed),

    // From the pages' results.
    /// The person asks why, or closes the explanation.
    Explain(Option<Subject>),
    /// The person looks at another part of the balance page.
    ShowPart(Part),
    /// The person looks at another resource, or at it otherwise.
    ShowIndices(indices::Choice),
    /// The person looks at another stage.
    ShowStage(Stage),
    /// The person looks at one group of schools, or at all.
    ShowGroup(Option<String>),
    /// The person sorts the evaluation's table.
    SortEvaluation(EvaluationSort),
    /// The person sorts the balance's table; `None`: by the order of the data.
    SortBalance(Option<BalanceSort>),
    /// The person sorts the bonus table.
    SortBonus(BonusSort),
    /// The person looks at other rows of a long list.
    Turn {
        /// The list.
        list: List,
        /// The first row to show, from 0.
        from: usize,
    },
    /// The person unfolds a sheet's columns, or the problems of a kind.
    Unfold(Fold),

    // Taking away.
    /// The person saves the project file.
    Save,
    /// The person exports the workbook.
    Export,
    /// The person takes a file back with what was found marked in it.
    Mark(String),
    /// The person takes a blank table of a kind.
    Template(TableKind),

    // From the shell, in answer to effects.
    /// The start: the preferences of last time.
    Started(Preferences),
    /// The kept project of last time, at the start; a file may be open already.
    Recalled(#[serde(with = "serde_bytes")] Vec<u8>),
    /// The kept layouts of last time, at the start.
    LayoutsRecalled(#[serde(with = "serde_bytes")] Vec<u8>),
    /// There is a pause: the project may be kept now.
    Keep,
    /// The project is kept; the local time to show, such as "20:31".
    /// `None`: the browser refuses to keep it.
    Kept(Option<String>),
    /// The worker is done.
    Done {
        /// Whose answer.
        request: Request,
        /// What came of it.
        outcome: Sealed<Outcome>,
    },
    /// Something asked for could not be done.
    Failed {
        /// Whose answer; 0 for what has no number, such as a download.
        request: Request,
        /// The browser's words.
        reason: String,
    },
}

impl Event {
    /// What a run of events has in common of which only the last matters while
    /// the application is busy, and which undo takes back at once. `None`: it
    /// stands alone.
    pub fn gesture(&self) -> Option<String> {
        match self {
            Self::Evaluation(edit) => edit.gesture(),
            _ => None,
        }
    }
}

/// A file that the shell holds for the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenFile {
    /// The shell's number for it.
    pub token: u32,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A part of a page that can be unfolded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fold {
    /// The columns of a sheet, by its index.
    Columns(usize),
    /// The problems of a kind.
    Problems(crate::basis::problem::ProblemKind),
    /// Other ways to compute coefficients.
    Checks,
    /// A compliance target, by its id.
    Target(String),
}
