//! A field whose text the application reads: what it cannot read stays, marked.

use yew::prelude::*;

use super::number::Number;
use crate::app::event::Event;
use crate::app::typed::{Entry, Typed};

/// Properties of [`EntryField`].
#[derive(Properties, PartialEq)]
pub struct EntryProps {
    /// Which field it is.
    pub entry: Entry,
    /// What could not be read last, if anything.
    pub refused: Option<Typed>,
    /// Its value.
    pub value: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub quiet: bool,
    /// What stands in the empty field.
    #[prop_or_default]
    pub hint: AttrValue,
    /// More than a number may be typed.
    #[prop_or_default]
    pub words: bool,
    /// Not to be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Told what was typed.
    pub send: Callback<Event>,
}

/// A number field that sends what was typed.
#[component]
pub fn EntryField(props: &EntryProps) -> Html {
    let refused = props.refused.as_ref().filter(|refused| refused.entry == props.entry);
    let value = refused.map_or_else(|| props.value.clone(), |refused| refused.text.clone().into());
    let commit = {
        let entry = props.entry.clone();
        props.send.reform(move |text: String| Event::Typed(Typed { entry: entry.clone(), text }))
    };
    html! {
        <Number label={props.label.clone()} quiet={props.quiet} words={props.words} {value} hint={props.hint.clone()}
            invalid={refused.is_some()} disabled={props.disabled} class={props.class.clone()} {commit} />
    }
}
