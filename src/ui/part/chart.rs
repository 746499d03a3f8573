//! A chart with its ways out: files.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::chart::ChartView;
use crate::basis::text::Lang;
use crate::web::picture::{self, Format};
use crate::web::shell::words;

/// A chart: one picture to screen readers.
pub fn chart(view: &Rc<ChartView>, lang: Lang, send: &Callback<Event>) -> Html {
    let picture = |svg: &String| Html::from_html_unchecked(svg.clone().into());
    let save = |format: Format| {
        let (view, send) = (view.clone(), send.clone());
        Callback::from(move |_: MouseEvent| save(view.clone(), format, send.clone()))
    };
    html! {
        <figure class="chart">
            <div class="picture" role="img" tabindex="0" aria-label={view.said.clone()}>
                <div class="wide">{ picture(&view.wide) }</div>
                <div class="narrow">{ picture(&view.narrow) }</div>
            </div>
            <div class="ways">
                <button type="button" class="plainbutton" onclick={save(Format::Svg)}>{ lang.chart_save_svg() }</button>
                <button type="button" class="plainbutton" onclick={save(Format::Png)}>{ lang.chart_save_png() }</button>
            </div>
        </figure>
    }
}

/// Makes a file of the picture and gives it to the person.
fn save(view: Rc<ChartView>, format: Format, send: Callback<Event>) {
    spawn_local(async move {
        let picture = JsValue::from(&*view.saved);
        if let Err(error) = picture::save(&view.file, &picture, format).await {
            send.emit(Event::Failed { request: 0, reason: words(&error) });
        }
    });
}
