//! A field whose text the application reads: what it cannot read stays, marked.

use yew::prelude::*;

use super::number::{NumberLook, number};
use crate::app::event::Event;
use crate::app::typed::{Entry, Typed};

/// A number field that sends what was typed. What could not be read last stands
/// in its field.
pub fn entry_field(
    entry: Entry,
    refused: &Option<Typed>,
    label: impl Into<AttrValue>,
    value: impl Into<AttrValue>,
    look: NumberLook,
    send: &Callback<Event>,
) -> Html {
    let refused = refused.as_ref().filter(|refused| refused.entry == entry);
    let value = refused.map_or_else(|| value.into(), |refused| refused.text.clone().into());
    let look = NumberLook { invalid: refused.is_some(), ..look };
    let commit = send.reform(move |text: String| Event::Typed(Typed { entry: entry.clone(), text }));
    number(label, value, look, commit)
}
