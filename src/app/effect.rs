//! What the application asks of the world. Layer 6 carries it out and answers
//! with events of the same request number; natively a test does.

use serde::{Deserialize, Serialize};

use super::ground::Ground;
use super::sealed::Sealed;
use super::task::{Answered, Task};

/// A request number. Answers to older requests are dropped.
pub type Request = u32;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// Read these files of the person's, by the numbers under which the shell
    /// keeps them, and open them in the worker. Answered by `Event::Done` or
    /// `Event::Failed`; the shell shows the progress itself.
    Open {
        /// Number of the request.
        request: Request,
        /// The files, each with what was answered about it.
        files: Vec<(u32, Option<Answered>)>,
        /// What they are opened into.
        ground: Sealed<Ground>,
    },
    /// Get a sample's bytes, and open them in the worker. Answered as `Open`.
    OpenSample {
        /// Number of the request.
        request: Request,
        /// The sample's file name.
        name: String,
        /// What it is opened into.
        ground: Sealed<Ground>,
    },
    /// Do this in the worker. Answered as `Open`.
    Run {
        /// Number of the request.
        request: Request,
        /// The work.
        task: Sealed<Task>,
    },
    /// Mark findings in the file that was opened under a name, with its bytes as
    /// they are now, or none. Answered as `Open`.
    Mark {
        /// Number of the request.
        request: Request,
        /// The file's name.
        name: String,
        /// The work, without the bytes.
        task: Sealed<Task>,
    },
    /// Stop whatever the worker does. Not answered.
    Stop,
    /// Give the person a file. Answered by `Event::Failed` for request 0 if
    /// that fails.
    Download {
        /// The suggested name.
        name: String,
        /// The media type.
        mime: String,
        /// The content.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// The project changed: send `Event::Keep` when there is a pause.
    KeepSoon,
    /// Keep this project on this computer for the next start, in place of an
    /// earlier one. Answered by `Event::Kept`; not answered where storage is
    /// refused or full.
    Keep(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Keep what was decided on layouts on this computer. Not answered.
    KeepLayouts(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Forget the kept project, the layouts and the preferences. Answered by
    /// `Event::Forgotten`.
    Forget,
    /// Remember the language and theme. Not answered.
    KeepPreferences,
}

impl Effect {
    /// What passes beside it through the door of the application.
    pub fn content(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            Self::Download { bytes, .. } | Self::Keep(bytes) => Some(bytes),
            Self::Open { ground, .. } | Self::OpenSample { ground, .. } => Some(ground.bytes()),
            _ => None,
        }
    }
}
