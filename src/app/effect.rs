//! What the application asks of the world. Layer 5 carries it out and answers
//! with events of the same request number; natively a test does.

use super::task::Task;

/// A request number. Answers to older requests are dropped.
pub type Request = u32;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read these files of the person's, by the numbers under which the shell
    /// keeps them. Answered by `Event::Loaded` or `Event::Failed`.
    Load {
        /// Number of the request.
        request: Request,
        /// The files.
        files: Vec<u64>,
    },
    /// Get a sample's bytes. Answered by `Event::Loaded` or `Event::Failed`.
    LoadSample {
        /// Number of the request.
        request: Request,
        /// The sample's file name.
        name: String,
    },
    /// Do this in the worker. Answered by `Event::Progressed`, then
    /// `Event::Done` or `Event::Failed`.
    Run {
        /// Number of the request.
        request: Request,
        /// The work.
        task: Task,
    },
    /// Stop whatever the worker does. Not answered.
    Stop,
    /// Give the person a file. Not answered.
    Download {
        /// The suggested name.
        name: String,
        /// The media type.
        mime: &'static str,
        /// The content.
        bytes: Vec<u8>,
    },
    /// Keep this project on this computer for the next start, soon, in place
    /// of an earlier one. Answered by `Event::Kept`.
    Keep(String),
    /// Forget the kept project and the preferences. Not answered.
    Forget,
    /// Remember the language and theme. Not answered.
    KeepPreferences,
}
