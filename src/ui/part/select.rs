//! What can be chosen or switched, as views offer it.

use yew::prelude::*;

use super::choice::Choice;
use super::click::picks;
use super::segment::Segment;
use super::sentence::tone_class;
use crate::app::event::Event;
use crate::app::view::Tone;
use crate::app::view::section::{Select, Toggle};

/// A row of buttons or a list, with its label.
pub fn select(view: &Select, send: &Callback<Event>) -> Html {
    if !view.row {
        return list(view, false, send);
    }
    html! {
        <span class="choice">
            <span class="label" aria-hidden="true">{ view.label.clone() }</span>
            { row(view, send) }
        </span>
    }
}

/// A row of buttons; its label is for screen readers only.
pub fn row(view: &Select, send: &Callback<Event>) -> Html {
    let (label, options) = (view.label.clone().into(), labels(view));
    Segment { label, options, chosen: Some(view.chosen), pick: picks(&view.options, send) }.html()
}

/// A list to unfold; `quiet`: its label is for screen readers only.
pub fn list(view: &Select, quiet: bool, send: &Callback<Event>) -> Html {
    let groups = view.groups.iter().map(|(name, from)| (name.clone().into(), *from)).collect();
    let (label, options) = (view.label.clone().into(), labels(view));
    Choice { label, quiet, options, groups, chosen: view.chosen, pick: picks(&view.options, send) }.html()
}

fn labels(view: &Select) -> Vec<AttrValue> {
    view.options.iter().map(|(label, _)| label.clone().into()).collect()
}

/// A switch with what has to be known about it.
pub fn toggle(view: &Toggle, send: &Callback<Event>) -> Html {
    let deed = view.press.clone();
    let onchange = send.reform(move |_: yew::Event| Event::Do(deed.clone()));
    let class = classes!("switch", (view.tone == Tone::Near).then_some("departs"));
    html! {
        <div>
            <label {class}><input type="checkbox" checked={view.on} {onchange} />{ view.label.clone() }</label>
            if !view.remark.is_empty() { <small class={tone_class(Tone::Quiet)}>{ view.remark.clone() }</small> }
        </div>
    }
}
