//! The worker: takes a call, reports progress, answers. The page's side is
//! `suanpan::web::worker`; what is said, `suanpan::app::engine`.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use suanpan::app::engine::{Parcel, serve};
use suanpan::app::model::Model;
use suanpan::app::view::frame::Advance;
use suanpan::intake::{Encoding, Progress, Watch};
use suanpan::web::worker::{DONE, PANIC, PROGRESS, number, packed};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, TextDecoder};

thread_local! {
    /// The application, in the worker that keeps it.
    static MODEL: RefCell<Model> = RefCell::default();
}

/// Posts the progress of a request. Stopping a request ends the whole worker,
/// so this watch never says stop.
struct Reporter {
    request: u32,
    file: u32,
}

impl Watch for Reporter {
    fn go_on(&mut self, progress: Progress) -> bool {
        if let Ok(bytes) = postcard::to_stdvec(&Advance { file: self.file, progress }) {
            post(self.request, PROGRESS, &bytes, &[]);
        }
        true
    }

    fn turn_to(&mut self, file: u32) {
        self.file = file;
    }

    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
        let decoder = TextDecoder::new_with_label(encoding.label());
        let decoded = decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes));
        decoded.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
    }
}

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        post(0, PANIC, panic.to_string().as_bytes(), &[]);
        console_error_panic_hook::hook(panic);
    }));
    let listener = Closure::<dyn Fn(MessageEvent)>::new(|event| answer(&event));
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

fn answer(event: &MessageEvent) {
    let Ok(data) = event.data().dyn_into::<Array>() else { return };
    let (Some(request), Ok(call)) = (number(&data.get(0)), data.get(1).dyn_into::<Uint8Array>()) else { return };
    let contents = data.slice(2, data.length());
    let contents = contents.iter().filter_map(|content| content.dyn_into::<Uint8Array>().ok());
    let call = Parcel { message: call.to_vec(), contents: contents.map(|content| content.to_vec()).collect() };
    match MODEL.with_borrow_mut(|model| serve(model, call, &mut Reporter { request, file: 0 })) {
        Ok(Parcel { message, contents }) => post(request, DONE, &message, &contents),
        Err(error) => post(request, PANIC, error.to_string().as_bytes(), &[]),
    }
}

fn post(request: u32, kind: u32, bytes: &[u8], contents: &[Vec<u8>]) {
    let contents: Array = contents.iter().map(|content| Uint8Array::from(content.as_slice())).collect();
    let (message, transfer) = packed(Array::of2(&request.into(), &kind.into()), bytes, &contents);
    // Nobody is left to tell when a reply cannot be posted.
    let _ = scope().post_message_with_transfer(&message, &transfer);
}

fn scope() -> DedicatedWorkerGlobalScope {
    JsValue::from(js_sys::global()).unchecked_into()
}
