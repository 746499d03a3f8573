//! Gives the person a file.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to begin a download, in milliseconds, before
/// the bytes are let go.
const GRACE: u32 = 60_000;

/// Saves the content (`Uint8Array` or text) under the name in the person's
/// download folder.
///
/// # Errors
/// The browser has no memory for the content.
pub fn download(name: &str, mime: &str, content: &JsValue) -> Result<(), JsValue> {
    save(name, &blob(mime, content)?)
}

/// A content (`Uint8Array` or text) as the browser's own.
pub(super) fn blob(mime: &str, content: &JsValue) -> Result<Blob, JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(mime);
    // One constructor takes both.
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(content), &properties)
}

/// Saves what is the browser's own.
pub(super) fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = gloo::utils::document().create_element("a")?.dyn_into()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    gloo::timers::callback::Timeout::new(GRACE, move || {
        // A URL that is gone already needs no revoking.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
