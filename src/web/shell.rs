//! Carries out what the application asks for, and answers with events.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::worker::{Reply, Worker};
use super::{download, preferences, store, time};
use crate::app::effect::{Effect, Request};
use crate::app::event::{ChosenFile, Event};
use crate::app::model::Preferences;
use crate::app::task::{NamedBytes, Outcome, Task};
use crate::intake::Progress;

/// How long after the last change the project is kept, in milliseconds.
const PAUSE: u32 = 600;

/// The browser's side of the application.
pub struct Shell {
    send: Callback<Event>,
    /// The files that the person chose, until they are read.
    files: HashMap<u64, web_sys::File>,
    next_file: u64,
    worker: Rc<RefCell<Option<Worker>>>,
    /// The pending keeping of the project; a later change replaces it.
    keeping: Option<Timeout>,
}

impl Shell {
    /// A shell that sends its events there. The worker starts when idle.
    pub fn new(send: Callback<Event>) -> Self {
        Self { send, files: HashMap::new(), next_file: 0, worker: Rc::default(), keeping: None }
    }

    /// Takes files in and says under which numbers they are kept.
    pub fn take(&mut self, files: impl IntoIterator<Item = web_sys::File>) -> Vec<ChosenFile> {
        files
            .into_iter()
            .map(|file| {
                self.next_file += 1;
                // The browser gives sizes as doubles, exact for any file.
                let chosen = ChosenFile { token: self.next_file, name: file.name(), size: file.size() as u64 };
                self.files.insert(self.next_file, file);
                chosen
            })
            .collect()
    }

    /// Looks for the project of last time.
    pub fn recall(&self) {
        let send = self.send.clone();
        spawn_local(async move {
            if let Ok(Some(json)) = store::recall().await {
                send.emit(Event::Recalled(json));
            }
        });
    }

    /// Does one thing that the application asked for.
    pub fn carry_out(&mut self, effect: Effect, chosen: Preferences) {
        match effect {
            Effect::Load { request, files } => self.load(request, &files),
            Effect::LoadSample { request, name } => self.load_sample(request, name),
            Effect::Run { request, task } => self.run(request, &task),
            Effect::Stop => self.stop(),
            Effect::Download { name, mime, bytes } => {
                if let Err(error) = download::download(&name, mime, &bytes) {
                    self.send.emit(Event::Failed { request: 0, reason: words(&error) });
                }
            }
            Effect::Keep(json) => self.keep(json),
            Effect::Forget => {
                self.keeping = None;
                preferences::forget();
                spawn_local(async {
                    // Storage that is refused holds nothing.
                    let _ = store::forget().await;
                });
            }
            Effect::KeepPreferences => preferences::keep(chosen),
        }
    }

    fn load(&mut self, request: Request, tokens: &[u64]) {
        let files: Vec<_> = tokens.iter().filter_map(|token| self.files.remove(token)).collect();
        let send = self.send.clone();
        spawn_local(async move {
            let mut read = Vec::new();
            for file in files {
                match bytes_of(&file).await {
                    Ok(bytes) => read.push(NamedBytes { name: file.name(), bytes }),
                    Err(error) => return send.emit(Event::Failed { request, reason: words(&error) }),
                }
            }
            send.emit(Event::Loaded { request, files: read, now: time::now() });
        });
    }

    fn load_sample(&self, request: Request, name: String) {
        let send = self.send.clone();
        spawn_local(async move {
            send.emit(match sample(&name).await {
                Ok(bytes) => Event::Loaded { request, files: vec![NamedBytes { name, bytes }], now: time::now() },
                Err(error) => Event::Failed { request, reason: words(&error) },
            });
        });
    }

    fn run(&self, request: Request, task: &Task) {
        let (send, worker) = (self.send.clone(), self.worker.clone());
        let bytes = match postcard::to_stdvec(task) {
            Ok(bytes) => bytes,
            Err(error) => return send.emit(Event::Failed { request, reason: error.to_string() }),
        };
        spawn_local(async move {
            if let Err(error) = hand_over(&worker, &send, request, &bytes).await {
                send.emit(Event::Failed { request, reason: words(&error) });
            }
        });
    }

    fn stop(&self) {
        let mut worker = self.worker.borrow_mut();
        // A worker that cannot be restarted is started afresh by the next task.
        if worker.as_mut().is_some_and(|worker| worker.restart().is_err()) {
            *worker = None;
        }
    }

    fn keep(&mut self, json: String) {
        let send = self.send.clone();
        self.keeping = Some(Timeout::new(PAUSE, move || {
            spawn_local(async move {
                if store::keep(&json).await.is_ok() {
                    send.emit(Event::Kept(time::time_of_day()));
                }
            });
        }));
    }
}

/// Hands a task to the worker, which is started if there is none yet.
async fn hand_over(
    slot: &Rc<RefCell<Option<Worker>>>,
    send: &Callback<Event>,
    request: Request,
    task: &[u8],
) -> Result<(), JsValue> {
    if slot.borrow().is_none() {
        let send = send.clone();
        let worker = Worker::start(move |reply| answer(&send, reply)).await?;
        *slot.borrow_mut() = Some(worker);
    }
    slot.borrow().as_ref().map_or(Ok(()), |worker| worker.send(request, task))
}

fn answer(send: &Callback<Event>, reply: Reply) {
    let event = match reply {
        Reply::Progress { request, bytes } => match postcard::from_bytes::<Progress>(&bytes) {
            Ok(progress) => Event::Progressed { request, progress },
            Err(_) => return,
        },
        Reply::Done { request, bytes } => match postcard::from_bytes::<Outcome>(&bytes) {
            Ok(outcome) => Event::Done { request, outcome },
            Err(error) => Event::Failed { request, reason: error.to_string() },
        },
        Reply::Lost { reason } => Event::Lost { reason },
    };
    send.emit(event);
}

async fn bytes_of(file: &web_sys::File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A sample's bytes, which the loader has fetched before.
async fn sample(name: &str) -> Result<Vec<u8>, JsValue> {
    let loader = Reflect::get(&js_sys::global(), &"suanpanLoader".into())?;
    let function: Function = Reflect::get(&loader, &"sample".into())?.dyn_into()?;
    let promise: Promise = function.call1(&loader, &name.into())?.dyn_into()?;
    Ok(Uint8Array::new(&JsFuture::from(promise).await?).to_vec())
}

/// The browser's words for an error.
fn words(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
