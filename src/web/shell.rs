//! Carries out what the application asks for, and answers with events.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::engine::{Engine, Said};
use super::store::Kept;
use super::worker::{Reply, Worker};
use super::{download, preferences, store, time};
use crate::app::effect::{Effect, Request};
use crate::app::engine::Call;
use crate::app::event::{ChosenFile, Event};
use crate::app::model::Preferences;
use crate::app::sealed::Sealed;
use crate::app::task::{Answered, NamedBytes};
use crate::app::view::data::SAMPLES;
use crate::app::view::frame::Advance;

/// How long after the last change the project is kept, in milliseconds.
const PAUSE: u32 = 800;

/// The browser's side of the application.
pub struct Shell {
    engine: Engine,
    helper: Helper,
    /// The files that the person chose. They are no more than handles, kept
    /// because a file may have to be read again with an answer.
    files: HashMap<u32, web_sys::File>,
    next_file: u32,
    /// The files that were opened last under each name: they are asked for once
    /// more when findings are marked in them.
    opened: HashMap<String, Opened>,
    /// The pending keeping of the project; a later change replaces it.
    keeping: Option<Timeout>,
    /// How many changes of the project there were, and how many of them are kept.
    changes: u32,
    kept: Rc<Cell<u32>>,
}

impl Shell {
    /// Starts the application; its answers go to `say`.
    pub fn start(say: Callback<Said>, chosen: Preferences) -> Self {
        let engine = Engine::start(say);
        send(&engine, Event::Started(chosen));
        let (recalling, helper) = (engine.clone(), Helper::default());
        let warming = helper.clone();
        spawn_local(async move {
            if let Ok(Some(layouts)) = store::recall(Kept::Layouts).await {
                send(&recalling, Event::LayoutsRecalled(layouts.to_vec()));
            }
            if let Ok(Some(project)) = store::recall(Kept::Project).await {
                let event = Event::Recalled(Vec::new());
                recalling.call(None, Call::Event { event, now: time::now() }, Array::of1(&project));
            }
            // Without it, the first file takes longer, no more.
            let _ = warm_up(&recalling, &warming).await;
        });
        let (files, opened) = (HashMap::new(), HashMap::new());
        Self { engine, helper, files, next_file: 0, opened, keeping: None, changes: 0, kept: Rc::default() }
    }

    /// Tells the application that something happened.
    pub fn send(&self, event: Event) {
        send(&self.engine, event);
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

    /// Has how far the work is told to the one who shows it. It goes past the
    /// application, which has nothing to decide about it.
    pub fn tell_advance(&self, listener: Callback<Advance>) {
        *self.helper.advance.borrow_mut() = listener;
    }

    /// Stops the heavy work at once, whatever the application is busy with.
    pub fn stop(&self) {
        self.helper.stop();
    }

    /// Whether a change is not kept yet.
    pub fn is_behind(&self) -> bool {
        self.kept.get() != self.changes
    }

    /// Does one thing that the application asked for.
    /// Its content is the next of those that came with it.
    pub fn carry_out(&mut self, mut effect: Effect, contents: &Array, chosen: Preferences) {
        let content = effect.content().map(|_| contents.shift());
        match effect {
            Effect::Open { request, files, .. } => {
                let mut opened = Vec::new();
                for (token, answer) in files {
                    let Some(file) = self.files.get(&token) else { continue };
                    self.opened.insert(file.name(), Opened::File(file.clone()));
                    opened.push((file.clone(), token, answer));
                }
                self.run(request, async move { read(opened, content.unwrap_or_default()).await });
            }
            Effect::OpenSample { request, name, .. } => {
                self.opened.insert(name.clone(), Opened::Sample);
                self.run(request, async move {
                    let bytes = sample(&name).await?;
                    let call = Call::open(vec![NamedBytes::new(name, Vec::new())]);
                    Ok((call, Array::of2(&bytes, &content.unwrap_or_default())))
                });
            }
            Effect::Mark { request, name, task } => {
                let opened = self.opened.get(&name).cloned();
                self.run(request, async move {
                    // A file that was moved away since cannot be read: it is gone.
                    let bytes = match opened {
                        Some(Opened::File(file)) => bytes(&file).await.unwrap_or_default(),
                        Some(Opened::Sample) => sample(&name).await?,
                        None => Uint8Array::default(),
                    };
                    Ok((Call::Task { task, bytes: Vec::new() }, Array::of1(&bytes)))
                });
            }
            Effect::Run { request, task } => {
                self.run(request, async move { Ok((Call::Task { task, bytes: Vec::new() }, Array::new())) });
            }
            Effect::Stop => self.helper.stop(),
            Effect::Download { name, mime, .. } => {
                if let Err(error) = download::download(&name, &mime, &content.unwrap_or_default()) {
                    self.send(Event::Failed { request: 0, reason: words(&error) });
                }
            }
            Effect::KeepSoon => {
                self.changes += 1;
                let engine = self.engine.clone();
                self.keeping = Some(Timeout::new(PAUSE, move || send(&engine, Event::Keep)));
            }
            Effect::Keep(_) => {
                let (engine, changes, told) = (self.engine.clone(), self.changes, self.kept.clone());
                spawn_local(async move {
                    let kept = store::keep(Kept::Project, &content.unwrap_or_default()).await.is_ok();
                    if kept {
                        told.set(changes);
                    }
                    send(&engine, Event::Kept(kept.then(time::time_of_day)));
                });
            }
            Effect::KeepLayouts(json) => spawn_local(async move {
                // Where storage is refused they last for the visit.
                let _ = store::keep(Kept::Layouts, &Uint8Array::from(&*json)).await;
            }),
            Effect::Forget => {
                self.keeping = None;
                self.kept.set(self.changes);
                preferences::forget();
                let engine = self.engine.clone();
                spawn_local(async move {
                    let answer = store::forget().await;
                    send(&engine, Event::Forgotten(answer.map_err(|error| error.to_string())));
                });
            }
            Effect::KeepPreferences => preferences::keep(chosen),
        }
    }

    /// Prepares a task and hands it to the helper.
    fn run(&self, request: Request, task: impl Future<Output = Result<(Call, Array), JsValue>> + 'static) {
        let (engine, helper) = (self.engine.clone(), self.helper.clone());
        helper.current.set(request);
        spawn_local(async move {
            if let Err(error) = hand_over(&engine, &helper, request, task).await {
                send(&engine, Event::Failed { request, reason: words(&error) });
            }
        });
    }
}

/// Where an opened file's bytes are.
#[derive(Clone)]
enum Opened {
    /// With the person.
    File(web_sys::File),
    /// With the loader.
    Sample,
}

/// The worker for heavy tasks. It can be stopped without loss.
#[derive(Clone, Default)]
struct Helper {
    worker: Rc<RefCell<Option<Worker>>>,
    /// The request it is, or will be, busy with, or [`WARMING`]. One that was stopped
    /// while its files were still read must not reach the worker.
    current: Rc<Cell<Request>>,
    /// Told how far it is.
    advance: Rc<RefCell<Callback<Advance>>>,
}

impl Helper {
    fn stop(&self) {
        self.current.set(WARMING);
        let mut worker = self.worker.borrow_mut();
        // One that cannot be restarted is started afresh by the next task.
        if worker.as_mut().is_some_and(|worker| worker.restart().is_err()) {
            *worker = None;
        }
    }
}

/// Tells the application that something happened.
fn send(engine: &Engine, event: Event) {
    engine.call(event.gesture(), Call::Event { event, now: time::now() }, Array::new());
}

/// Hands a task to the helper, which is started if there is none, unless it
/// was stopped meanwhile.
async fn hand_over(
    engine: &Engine,
    helper: &Helper,
    request: Request,
    task: impl Future<Output = Result<(Call, Array), JsValue>>,
) -> Result<(), JsValue> {
    let (task, contents) = task.await?;
    let bytes = postcard::to_stdvec(&task).map_err(|error| JsValue::from(error.to_string()))?;
    if helper.worker.borrow().is_none() {
        let (engine, heard) = (engine.clone(), helper.clone());
        let worker = Worker::start(move |reply| answer(&engine, &heard, reply)).await?;
        // Another task may have been quicker.
        helper.worker.borrow_mut().get_or_insert(worker);
    }
    if helper.current.get() != request {
        return Ok(());
    }
    helper.worker.borrow().as_ref().map_or(Ok(()), |worker| worker.send(request, &bytes, &contents))
}

/// The request that nobody made.
const WARMING: Request = 0;

/// Starts the helper while nothing is to do, and has it read a workbook: code
/// that has run before runs twice as fast.
async fn warm_up(engine: &Engine, helper: &Helper) -> Result<(), JsValue> {
    let name = SAMPLES.first().copied().unwrap_or_default();
    let task = async {
        let bytes = sample(name).await?;
        Ok((Call::open(vec![NamedBytes::new(name, Vec::new())]), Array::of2(&bytes, &Uint8Array::default())))
    };
    hand_over(engine, helper, WARMING, task).await
}

/// Passes on what the helper says.
fn answer(engine: &Engine, helper: &Helper, reply: Reply) {
    match reply {
        Reply::Done { request: WARMING, .. } => {}
        Reply::Progress { request, bytes } => {
            if helper.current.get() == request
                && let Ok(advance) = postcard::from_bytes(&bytes)
            {
                helper.advance.borrow().emit(advance);
            }
        }
        // The outcome goes on as it is.
        Reply::Done { request, contents, .. } => {
            let event = Event::Done { request, outcome: Sealed::default() };
            engine.call(None, Call::Event { event, now: time::now() }, contents);
        }
        Reply::Lost { reason } => {
            let request = helper.current.get();
            if request == WARMING {
                // Nobody waits for it; the next task starts another.
                *helper.worker.borrow_mut() = None;
            } else {
                send(engine, Event::Failed { request, reason });
                helper.stop();
            }
        }
    }
}

/// The call to open files, and their contents and what they are opened into
/// beside it.
async fn read(files: Vec<(web_sys::File, u32, Option<Answered>)>, ground: JsValue) -> Result<(Call, Array), JsValue> {
    let (mut named, contents) = (Vec::new(), Array::new());
    for (file, token, answer) in files {
        // A folder, or a file that is gone since, must not keep the others out.
        let (content, unreadable) = match bytes(&file).await {
            Ok(content) => (content, None),
            Err(error) => (Uint8Array::default(), Some(words(&error))),
        };
        let sha256 = fingerprint(&content).await.ok();
        contents.push(&content);
        named.push(NamedBytes { name: file.name(), bytes: Vec::new(), sha256, unreadable, token, answer });
    }
    contents.push(&ground);
    Ok((Call::open(named), contents))
}

async fn bytes(file: &web_sys::File) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?))
}

/// SHA-256 as the browser computes it, several times faster than the worker;
/// only pages from a safe origin may ask.
async fn fingerprint(bytes: &Uint8Array) -> Result<String, JsValue> {
    let subtle = Reflect::get(&Reflect::get(&js_sys::global(), &"crypto".into())?, &"subtle".into())?;
    let digest: Function = Reflect::get(&subtle, &"digest".into())?.dyn_into()?;
    let promise: Promise = digest.call2(&subtle, &"SHA-256".into(), bytes)?.dyn_into()?;
    let digest = Uint8Array::new(&JsFuture::from(promise).await?).to_vec();
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A sample's bytes, which the loader has fetched before.
async fn sample(name: &str) -> Result<Uint8Array, JsValue> {
    let loader = Reflect::get(&js_sys::global(), &"suanpanLoader".into())?;
    let function: Function = Reflect::get(&loader, &"sample".into())?.dyn_into()?;
    let promise: Promise = function.call1(&loader, &name.into())?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

/// The browser's words for an error.
pub(crate) fn words(error: &JsValue) -> String {
    let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    message.or_else(|| error.as_string()).unwrap_or_else(|| format!("{error:?}"))
}
