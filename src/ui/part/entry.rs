//! A field whose text the application reads: what it cannot read stays, marked.

use yew::prelude::*;

use super::number::{NumberLook, number};
use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::Tone;
use crate::app::view::section::Field;

/// Whether what could not be read last was typed into a field.
pub fn is_refused(field: &Field, refused: &Option<Typed>) -> bool {
    refused.as_ref().is_some_and(|refused| refused.entry == field.entry)
}

/// A field that sends what was typed. What could not be read last stands in its
/// field.
pub fn entry(field: &Field, refused: &Option<Typed>, look: NumberLook, send: &Callback<Event>) -> Html {
    let refused = refused.as_ref().filter(|refused| refused.entry == field.entry);
    let value = refused.map_or(&field.value, |refused| &refused.text);
    let class = classes!(look.class, (field.tone == Tone::Near).then_some("departs"));
    let (hint, words) = (field.hint.clone().into(), field.wide);
    let look = NumberLook { invalid: refused.is_some(), hint, words, class, ..look };
    let of = field.entry.clone();
    let commit = send.reform(move |text: String| Event::Typed(Typed { entry: of.clone(), text }));
    number(field.label.clone(), value.clone(), look, commit)
}
