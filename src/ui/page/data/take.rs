//! What can be taken away: the own files with their findings marked, and blank
//! tables.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::data::DataView;
use crate::basis::text::Lang;
use crate::ui::part::click::press;

/// A button for each file in which something was found; nothing when there is
/// none.
pub fn marked(view: &DataView, lang: Lang, send: &Callback<Event>) -> Html {
    let several = view.markable.len() > 1;
    let button = |name: &String| {
        let name_of = name.clone();
        let onclick = send.reform(move |_: MouseEvent| Event::Mark(name_of.clone()));
        html! {
            <button type="button" class="button ghost" {onclick}>
                { lang.mark_button() }{ if several { format!(" · {name}") } else { String::new() } }
            </button>
        }
    };
    html! { if !view.markable.is_empty() { <div class="tools take">{ for view.markable.iter().map(button) }</div> } }
}

/// A quiet line of blank tables; `first` says that nothing is open yet.
pub fn templates(view: &DataView, first: bool, lang: Lang, send: &Callback<Event>) -> Html {
    html! {
        <div class="tools take">
            <span class="quiet">{ if first { lang.template_none() } else { lang.template_more() } }</span>
            { for view.templates.iter().map(|blank| press(blank, send)) }
        </div>
    }
}
