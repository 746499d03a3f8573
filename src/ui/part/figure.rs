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
    let class = classes!(tone, class);
    let shown = match &figure.ask {
        // One text and a name: tables have hundreds of them, each element more would be felt.
        Some(ask) => html! {
            <button type="button" class={classes!("figure", class)} aria-expanded={figure.open.to_string()}
                aria-label={name(figure)} onclick={does(ask, send)}>{ marked(figure) }</button>
        },
        None if figure.mark.is_empty() && figure.spoken.is_empty() && class.is_empty() => {
            html! { { figure.text.clone() } }
        }
        None => html! {
            <span {class}>
                if !figure.mark.is_empty() { <span class="mark" aria-hidden="true">{ figure.mark.clone() }</span> }
                { figure.text.clone() }
                if !figure.spoken.is_empty() { <span class="unseen">{ format!(" {}", figure.spoken) }</span> }
            </span>
        },
    };
    html! { <>{ shown }if !figure.note.is_empty() { <small>{ figure.note.clone() }</small> }</> }
}

/// The text with its mark before it.
fn marked(figure: &Figure) -> String {
    if figure.mark.is_empty() { figure.text.clone() } else { format!("{}\u{a0}{}", figure.mark, figure.text) }
}

/// What is read out in place of the text where that does not say all: a mark is not
/// read, what it means is.
fn name(figure: &Figure) -> Option<String> {
    match (figure.mark.as_str(), figure.spoken.as_str()) {
        ("", "") => None,
        (_, "") => Some(figure.text.clone()),
        (_, spoken) if spoken.starts_with(&figure.text) => Some(spoken.to_owned()),
        (_, spoken) => Some(format!("{} {spoken}", figure.text)),
    }
}
