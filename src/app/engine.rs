//! The application behind a door through which only bytes pass: it lives in a
//! worker, so that the page's module stays small and the page never waits.
//! Natively the tests go through the same door. Large contents, such as
//! files, pass beside the message, so that nobody on the way has to touch them.

use std::mem;

use postcard::ser_flavors::Size;
use postcard::serialize_with_flavor;
use serde::{Deserialize, Serialize};

use super::effect::Effect;
use super::event::Event;
use super::ground::Ground;
use super::model::Model;
use super::screen::Screen;
use super::sealed::Sealed;
use super::task::{NamedBytes, Task, perform};
use super::update::update;
use crate::intake::Watch;

/// What the page asks of a worker. Every worker can do both: one keeps the
/// application, another does the heavy tasks and can be stopped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Call {
    /// Something happened. Answered by an [`Answer`].
    Event {
        /// What.
        event: Event,
        /// Now (ISO 8601).
        now: String,
    },
    /// Read these files. Answered by a sealed [`Outcome`], as a content.
    ///
    /// [`Outcome`]: super::task::Outcome
    Open {
        /// The files.
        files: Vec<NamedBytes>,
        /// What they are opened into; nothing is open without it.
        ground: Sealed<Ground>,
    },
    /// Do this. Answered as `Open`.
    Task {
        /// What.
        task: Sealed<Task>,
        /// The content of the file that it is about; empty without one.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}

/// What passes through the door.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// A [`Call`] or an [`Answer`], as `postcard` encodes it.
    pub message: Vec<u8>,
    /// What was taken out of it, in its order.
    pub contents: Vec<Vec<u8>>,
}

impl Call {
    /// Reads files where nothing is open, or into what passes beside the call.
    pub fn open(files: Vec<NamedBytes>) -> Self {
        Self::Open { files, ground: Sealed::default() }
    }

    /// What may pass beside it: bytes of files, of what they are opened into, of
    /// an outcome, of a project.
    pub fn contents(&mut self) -> Vec<&mut Vec<u8>> {
        match self {
            Self::Open { files, ground } => {
                files.iter_mut().map(|file| &mut file.bytes).chain([ground.bytes()]).collect()
            }
            Self::Task { bytes, .. } => vec![bytes],
            Self::Event { event: Event::Done { outcome, .. }, .. } => vec![outcome.bytes()],
            Self::Event { event: Event::Recalled(project), .. } => vec![project],
            Self::Event { .. } => Vec::new(),
        }
    }
}

/// What the application answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What is to be shown.
    pub screen: Screen,
    /// What is to be done.
    pub effects: Vec<Effect>,
}

/// Takes a call in and gives the answer back. Without contents, a call has
/// them in its message.
///
/// # Errors
/// The call is not one of this program's.
pub fn serve(model: &mut Model, call: Parcel, watch: &mut dyn Watch) -> postcard::Result<Parcel> {
    let mut called: Call = postcard::from_bytes(&call.message)?;
    drop(call.message);
    for (slot, content) in called.contents().into_iter().zip(call.contents) {
        *slot = content;
    }
    let task = match called {
        Call::Event { event, now } => return answer(model, event, now),
        Call::Open { files, ground } if ground.is_empty() => Task::open(files),
        Call::Open { files, ground } => Task::Open { files, ground: ground.open()?.into() },
        Call::Task { task, bytes } => task.open()?.about(bytes),
    };
    let outcome = perform(task, watch);
    // Measured first: bytes that grow by doubling are held three times over.
    let size = serialize_with_flavor(&outcome, Size::default())?;
    let outcome = postcard::to_extend(&outcome, Vec::with_capacity(size))?;
    Ok(Parcel { message: Vec::new(), contents: vec![outcome] })
}

fn answer(model: &mut Model, event: Event, now: String) -> postcard::Result<Parcel> {
    model.now = now;
    let mut effects = update(model, event);
    let contents = effects.iter_mut().filter_map(Effect::content).map(mem::take).collect();
    let message = postcard::to_stdvec(&Answer { screen: Screen::of(model), effects })?;
    Ok(Parcel { message, contents })
}
