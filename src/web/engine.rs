//! The page's side of the application, which lives in a worker: hands events
//! over one at a time, gives the answers back.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::shell::words;
use super::worker::{Reply, Worker};
use crate::app::engine::{Answer, Call};

/// What the engine says.
pub enum Said {
    /// An answer to a call.
    Answer(Box<Answer>),
    /// It is lost with everything in it: the reason.
    Lost(String),
}

/// A handle on the running application. Calls made before it is there wait.
#[derive(Clone)]
pub struct Engine(Rc<RefCell<State>>);

struct State {
    worker: Option<Worker>,
    /// Calls to be made, each with the gesture that it belongs to.
    waiting: VecDeque<(Option<String>, Call)>,
    /// A call is under way.
    busy: bool,
    say: Callback<Said>,
}

impl Engine {
    /// Starts the application as soon as its module has been fetched.
    pub fn start(say: Callback<Said>) -> Self {
        let engine = Self(Rc::new(RefCell::new(State { worker: None, waiting: VecDeque::new(), busy: false, say })));
        let this = engine.clone();
        spawn_local(async move {
            let heard = this.clone();
            match Worker::start(move |reply| heard.hear(reply)).await {
                Ok(worker) => {
                    this.0.borrow_mut().worker = Some(worker);
                    this.advance();
                }
                Err(error) => this.say(Said::Lost(words(&error))),
            }
        });
        engine
    }

    /// Hands a call over, after those before it. Of calls of one gesture that
    /// still wait, such as a slider's, only the last is made.
    pub fn call(&self, gesture: Option<String>, call: Call) {
        {
            let waiting = &mut self.0.borrow_mut().waiting;
            match waiting.back_mut() {
                Some(last) if gesture.is_some() && last.0 == gesture => last.1 = call,
                _ => waiting.push_back((gesture, call)),
            }
        }
        self.advance();
    }

    fn advance(&self) {
        let state = &mut *self.0.borrow_mut();
        let Some(worker) = state.worker.as_ref().filter(|_| !state.busy) else { return };
        let Some((_, call)) = state.waiting.pop_front() else { return };
        let sent = postcard::to_stdvec(&call).is_ok_and(|bytes| worker.send(0, &bytes).is_ok());
        state.busy = sent;
    }

    fn hear(&self, reply: Reply) {
        match reply {
            Reply::Progress { .. } => {}
            Reply::Done { bytes, .. } => {
                self.0.borrow_mut().busy = false;
                self.advance();
                self.say(match postcard::from_bytes(&bytes) {
                    Ok(answer) => Said::Answer(Box::new(answer)),
                    Err(error) => Said::Lost(error.to_string()),
                });
            }
            Reply::Lost { reason } => {
                self.0.borrow_mut().worker = None;
                self.say(Said::Lost(reason));
            }
        }
    }

    fn say(&self, said: Said) {
        let say = self.0.borrow().say.clone();
        say.emit(said);
    }
}
