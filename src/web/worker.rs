//! The page's side of the worker.
//!
//! Every message to the worker is `[request, bytes, contents…]`, every one from it
//! `[request, kind, bytes, contents…]`; bytes and contents (`Uint8Array`) are transferred, and
//! contents are never copied here. The worker's side is `src/bin/worker.rs`.

use gloo::events::EventListener;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The third part is an interim report of a request that goes on.
pub const PROGRESS: u32 = 0;
/// The third part is the answer of a request, which ends with it.
pub const DONE: u32 = 1;
/// The third part is the UTF-8 text of a panic: this worker answers nothing any more.
pub const PANIC: u32 = 2;

/// What the worker says.
#[derive(Debug, Clone)]
pub enum Reply {
    /// An interim report of a request that goes on.
    Progress {
        /// The number given to [`Worker::send`].
        request: u32,
        /// As the worker's side encoded it.
        bytes: Vec<u8>,
    },
    /// The answer; nothing follows for this request.
    Done {
        /// The number given to [`Worker::send`].
        request: u32,
        /// As the worker's side encoded it.
        bytes: Vec<u8>,
        /// What came beside it, as `Uint8Array`s.
        contents: Array,
    },
    /// The worker is lost with all its requests: [`Worker::restart`] is the way on. One fault
    /// may be told twice, first with the panic's text, then with the browser's.
    Lost {
        /// For a report of the fault, not for the person.
        reason: String,
    },
}

/// A running worker. It ends when this value is dropped.
pub struct Worker {
    worker: web_sys::Worker,
    on_reply: Rc<dyn Fn(Reply)>,
    /// Held because a dropped listener hears nothing.
    _listeners: [EventListener; 2],
}

impl Worker {
    /// Waits until every module has been fetched, then starts a worker.
    ///
    /// # Errors
    /// A module could not be fetched or the browser refuses the worker; another try may help.
    pub async fn start(on_reply: impl Fn(Reply) + 'static) -> Result<Self, JsValue> {
        let modules: Promise = call_loader("modules")?.dyn_into()?;
        JsFuture::from(modules).await?;
        Self::create(Rc::new(on_reply))
    }

    fn create(on_reply: Rc<dyn Fn(Reply)>) -> Result<Self, JsValue> {
        let worker: web_sys::Worker = call_loader("createWorker")?.dyn_into()?;
        let listeners = [
            EventListener::new(&worker, "message", {
                let on_reply = Rc::clone(&on_reply);
                move |event| {
                    if let Some(reply) = decode(event) {
                        on_reply(reply);
                    }
                }
            }),
            EventListener::new(&worker, "error", {
                let on_reply = Rc::clone(&on_reply);
                move |event| {
                    let error = event.dyn_ref::<web_sys::ErrorEvent>();
                    let reason = error.map(web_sys::ErrorEvent::message).unwrap_or_default();
                    on_reply(Reply::Lost { reason });
                }
            }),
        ];
        Ok(Self { worker, on_reply, _listeners: listeners })
    }

    /// Hands a request over, with contents beside it, which are gone here then. Its replies
    /// carry the same number.
    ///
    /// # Errors
    /// The browser cannot pass the message on, for want of memory.
    pub fn send(&self, request: u32, bytes: &[u8], contents: &Array) -> Result<(), JsValue> {
        let (message, transfer) = packed(Array::of1(&request.into()), bytes, contents);
        self.worker.post_message_with_transfer(&message, &transfer)
    }

    /// Ends the worker with all its requests, at once, and starts a new one: this is how a
    /// request is cancelled. Fetches nothing.
    ///
    /// # Errors
    /// The browser refuses the new worker; the old one is gone all the same.
    pub fn restart(&mut self) -> Result<(), JsValue> {
        self.worker.terminate();
        *self = Self::create(Rc::clone(&self.on_reply))?;
        Ok(())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Calls a function of `window.suanpanLoader`, which start.js documents.
fn call_loader(function: &str) -> Result<JsValue, JsValue> {
    let loader = Reflect::get(&js_sys::global(), &"suanpanLoader".into())?;
    let function: Function = Reflect::get(&loader, &function.into())?.dyn_into()?;
    function.call0(&loader)
}

fn decode(event: &web_sys::Event) -> Option<Reply> {
    let data: Array = event.dyn_ref::<web_sys::MessageEvent>()?.data().dyn_into().ok()?;
    let request = number(&data.get(0))?;
    let bytes = data.get(2).dyn_into::<Uint8Array>().ok()?.to_vec();
    match number(&data.get(1))? {
        PROGRESS => Some(Reply::Progress { request, bytes }),
        DONE => Some(Reply::Done { request, bytes, contents: data.slice(3, data.length()) }),
        PANIC => Some(Reply::Lost { reason: String::from_utf8_lossy(&bytes).into_owned() }),
        _ => None,
    }
}

/// A message with bytes and contents after its head, and what of it is to be transferred.
pub fn packed(head: Array, bytes: &[u8], contents: &Array) -> (Array, Array) {
    let transfer = Array::new();
    for content in Array::of1(&Uint8Array::from(bytes)).concat(contents) {
        transfer.push(&content.unchecked_ref::<Uint8Array>().buffer());
        head.push(&content);
    }
    (head, transfer)
}

/// A small whole number out of a message.
pub fn number(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
