//! A figure that can be asked why.

use yew::prelude::*;

use super::click::does;
use super::sentence::tone_class;
use crate::app::event::Event;
use crate::app::view::Tone;
use crate::app::view::figure::Figure;

/// A figure as a quiet button, which opens its explanation; plain words where it
/// cannot be asked about. What is to be said below follows.
pub fn figure(figure: &Figure, class: Classes, send: &Callback<Event>) -> Html {
    let tone = (figure.tone != Tone::Plain).then(|| tone_class(figure.tone));
    let inside = html! {
        <>
            if !figure.mark.is_empty() { <span class="mark" aria-hidden="true">{ figure.mark.clone() }</span> }
            { figure.text.clone() }
            if !figure.spoken.is_empty() { <span class="unseen">{ format!(" {}", figure.spoken) }</span> }
        </>
    };
    let class = classes!(tone, class);
    let shown = match &figure.ask {
        Some(ask) => html! {
            <button type="button" class={classes!("figure", class)} aria-expanded={figure.open.to_string()}
                onclick={does(ask, send)}>{ inside }</button>
        },
        None if class.is_empty() => inside,
        None => html! { <span {class}>{ inside }</span> },
    };
    html! { <>{ shown }if !figure.note.is_empty() { <small>{ figure.note.clone() }</small> }</> }
}
