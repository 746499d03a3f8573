//! The application behind a door through which only bytes pass: it lives in a
//! worker, so that the page's module stays small and the page never waits.
//! Natively the tests go through the same door.

use serde::{Deserialize, Serialize};

use super::effect::{Effect, Request};
use super::event::Event;
use super::model::Model;
use super::screen::Screen;
use super::task::{Outcome, Task, perform};
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
    /// A task is done. Answered by an [`Answer`].
    Done {
        /// Whose.
        request: Request,
        /// The [`Outcome`], as the other worker encoded it.
        #[serde(with = "serde_bytes")]
        outcome: Vec<u8>,
        /// Now (ISO 8601).
        now: String,
    },
    /// Do this. Answered by an [`Outcome`].
    Task(Task),
}

/// What the application answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What is to be shown.
    pub screen: Screen,
    /// What is to be done.
    pub effects: Vec<Effect>,
}

/// Takes a call in and gives the answer back, both as `postcard` encodes them.
///
/// # Errors
/// The call is not one of this program's.
pub fn serve(model: &mut Model, call: &[u8], watch: &mut dyn Watch) -> postcard::Result<Vec<u8>> {
    match postcard::from_bytes(call)? {
        Call::Event { event, now } => answer(model, event, now),
        Call::Done { request, outcome, now } => {
            let outcome: Outcome = postcard::from_bytes(&outcome)?;
            answer(model, Event::Done { request, outcome }, now)
        }
        Call::Task(task) => postcard::to_stdvec(&perform(task, watch)),
    }
}

fn answer(model: &mut Model, event: Event, now: String) -> postcard::Result<Vec<u8>> {
    model.now = now;
    let effects = update(model, event);
    postcard::to_stdvec(&Answer { screen: Screen::of(model), effects })
}
