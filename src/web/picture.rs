//! Gives the person a picture: as SVG, or drawn as PNG by the browser itself.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::download::{blob, download, save as save_blob};

/// The format of a picture's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines and words, sharp at any size.
    Svg,
    /// Dots, twice as fine as the screen's: goes into any document.
    Png,
}

/// The media type of SVG.
const SVG_MIME: &str = "image/svg+xml";
/// How many dots of a PNG go into a CSS pixel.
const DOTS: u32 = 2;

/// Saves a picture, given as the text of an SVG file.
///
/// # Errors
/// The browser cannot draw it, or has no memory for it.
pub async fn save(name: &str, svg: &JsValue, format: Format) -> Result<(), JsValue> {
    match format {
        Format::Svg => download(&format!("{name}.svg"), SVG_MIME, svg),
        Format::Png => save_blob(&format!("{name}.png"), &png(svg).await?),
    }
}

async fn png(svg: &JsValue) -> Result<Blob, JsValue> {
    let url = Url::create_object_url_with_blob(&blob(SVG_MIME, svg)?)?;
    let drawn = draw(&url).await;
    // A URL that is gone already needs no revoking.
    let _ = Url::revoke_object_url(&url);
    // What cannot be written comes as null.
    JsFuture::from(written(&drawn?)).await?.dyn_into()
}

async fn draw(url: &str) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = gloo::utils::document().create_element("canvas")?.dyn_into()?;
    let (width, height) = (image.natural_width() * DOTS, image.natural_height() * DOTS);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

fn written(canvas: &HtmlCanvasElement) -> Promise {
    Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            // A promise takes its first answer.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    })
}
