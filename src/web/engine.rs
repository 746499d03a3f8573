//! The page's side of the application, which lives in a worker: hands events
//! over one at a time, gives the answers back.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::shell::words;
use super::worker::{Reply, Worker};
use crate::app::engine::{Answer, Call};
use crate::app::sealed::Sealed;
use crate::app::typed::Entry;

/// What the engine says.
pub enum Said {
    /// An answer to a call, and what came beside it.
    Answer(Box<Answer>, Array),
    /// It is lost with everything in it: the reason.
    Lost(String),
}

/// A handle on the running application. Calls made before it is there wait.
#[derive(Clone)]
pub struct Engine(Rc<RefCell<State>>);

struct State {
    worker: Option<Worker>,
    /// Calls to be made, each with the gesture that it belongs to and the
    /// contents that pass beside it.
    waiting: VecDeque<(Option<Sealed<Entry>>, Call, Array)>,
    /// A call is under way.
    busy: bool,
    /// Why it is lost, once it is.
    lost: Option<String>,
    say: Callback<Said>,
}

impl Engine {
    /// Starts the application as soon as its module has been fetched.
    pub fn start(say: Callback<Said>) -> Self {
        let engine =
            Self(Rc::new(RefCell::new(State { worker: None, waiting: VecDeque::new(), busy: false, lost: None, say })));
        let this = engine.clone();
        spawn_local(async move {
            let heard = this.clone();
            match Worker::start(move |reply| heard.hear(reply)).await {
                Ok(worker) => {
                    this.0.borrow_mut().worker = Some(worker);
                    this.advance();
                }
                Err(error) => this.lose(words(&error)),
            }
        });
        engine
    }

    /// Hands a call over, after those before it, with contents (`Uint8Array`s)
    /// beside it. Of calls of one gesture that still wait, such as a slider's,
    /// only the last is made. A lost engine says so again.
    pub fn call(&self, gesture: Option<Sealed<Entry>>, call: Call, contents: Array) {
        let lost = self.0.borrow().lost.clone();
        if let Some(reason) = lost {
            return self.say(Said::Lost(reason));
        }
        {
            let waiting = &mut self.0.borrow_mut().waiting;
            match waiting.back_mut() {
                Some(last) if gesture.is_some() && last.0 == gesture => last.1 = call,
                _ => waiting.push_back((gesture, call, contents)),
            }
        }
        self.advance();
    }

    fn advance(&self) {
        if let Err(reason) = self.hand_over_next() {
            self.lose(reason);
        }
    }

    /// Hands the next call over, unless one is under way or the worker is not
    /// there yet.
    fn hand_over_next(&self) -> Result<(), String> {
        let state = &mut *self.0.borrow_mut();
        let Some(worker) = state.worker.as_ref().filter(|_| !state.busy) else { return Ok(()) };
        let Some((_, call, contents)) = state.waiting.pop_front() else { return Ok(()) };
        let bytes = postcard::to_stdvec(&call).map_err(|error| error.to_string())?;
        worker.send(0, &bytes, &contents).map_err(|error| words(&error))?;
        state.busy = true;
        Ok(())
    }

    fn hear(&self, reply: Reply) {
        match reply {
            Reply::Progress { .. } => {}
            Reply::Done { bytes, contents, .. } => {
                self.0.borrow_mut().busy = false;
                self.advance();
                match postcard::from_bytes(&bytes) {
                    Ok(answer) => self.say(Said::Answer(Box::new(answer), contents)),
                    Err(error) => self.lose(error.to_string()),
                }
            }
            Reply::Lost { reason } => self.lose(reason),
        }
    }

    fn lose(&self, reason: String) {
        {
            let state = &mut *self.0.borrow_mut();
            state.worker = None;
            state.waiting.clear();
            state.lost = Some(reason.clone());
        }
        self.say(Said::Lost(reason));
    }

    fn say(&self, said: Said) {
        let say = self.0.borrow().say.clone();
        say.emit(said);
    }
}
