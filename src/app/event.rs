//! Everything that can happen to the application, and who says so.

use serde::{Deserialize, Serialize};

use crate::basis::place::Place;
use crate::basis::text::Lang;

use super::act::{Act, Deed};
use super::draft::Draft;
use super::effect::Request;
use super::model::{Page, Preferences, Theme};
use super::sealed::Sealed;
use super::sight::Sight;
use super::task::{Answered, Outcome};
use super::typed::{Entry, Typed};

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
    /// The person puts away the notice.
    Dismiss,
    /// The person puts away the explanation.
    Understood,

    // From the data page.
    /// Files were dropped or chosen; the shell keeps them under these numbers.
    Chosen(Vec<ChosenFile>),
    /// The person opens a sample, by its file name.
    SampleChosen(String),
    /// The person stops what is under way.
    Cancel,
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
    /// The person takes a file out.
    Close(String),
    /// The person starts anew with nothing.
    Clear,
    /// The person has everything on this computer forgotten.
    ForgetAll,
    /// The person goes on with the project kept from last time, or not.
    Resume(bool),

    // From fields.
    /// A text was typed into a field.
    Typed(Typed),
    /// A slider stands where this text would bring it; it is still held.
    Slid(Typed),
    /// The person lets go of a slider, or leaves a number: the gesture ends.
    Settle,
    /// A step of the plan was put together.
    Drafted(Draft),

    // Taking away.
    /// The person saves the project file.
    Save,
    /// The person exports the workbook.
    Export,
    /// The person takes a file back with what was found marked in it.
    Mark(String),

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
    /// Nothing is kept any more; or the browser's words where it did not let go.
    Forgotten(Result<(), String>),
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

impl From<Act> for Event {
    fn from(act: Act) -> Self {
        Self::Do(act.into())
    }
}

impl From<Sight> for Event {
    fn from(sight: Sight) -> Self {
        Act::from(sight).into()
    }
}

impl Event {
    /// What a run of events has in common of which only the last matters while
    /// the application is busy. `None`: it stands alone.
    pub fn gesture(&self) -> Option<Sealed<Entry>> {
        match self {
            Self::Slid(typed) => Some(typed.entry.clone()),
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
