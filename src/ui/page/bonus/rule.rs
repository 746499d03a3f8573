//! The rule's sentence and its controls.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::bonus::{Control, Controlled, Rule, RulePart};
use crate::app::view::section::{Field, Select};
use crate::ui::part::click::press;
use crate::ui::part::entry::{entry as field, is_refused};
use crate::ui::part::number::NumberLook;
use crate::ui::part::select::list;

/// Properties of [`RuleSide`].
#[derive(Properties, PartialEq)]
pub struct RuleProps {
    /// The rule.
    pub rule: Rule,
    /// What was typed last and could not be read.
    pub refused: Option<Typed>,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// The rule as a sentence, whose decisions lead to the controls below it.
#[component]
pub fn RuleSide(props: &RuleProps) -> Html {
    let RuleProps { rule, refused, send } = props;
    let side = use_node_ref();
    let reset = rule.reset.as_ref().map(|reset| press(reset, send));
    html! {
        <div ref={side.clone()} class="rule">
            <h2>{ rule.title.clone() }{ reset }</h2>
            <p>{ for rule.sentence.iter().map(|part| words(part, &side)) }</p>
            { entry(&rule.pool, refused, send) }
            { for rule.selects.iter().map(|select| choice(select, send)) }
            { entry(&rule.baseline, refused, send) }
        </div>
    }
}

/// Words of the sentence; a decision is a button that leads to its control.
fn words(part: &RulePart, side: &NodeRef) -> Html {
    let Some(control) = part.control else { return html! { { part.text.clone() } } };
    let side = side.clone();
    let onclick = Callback::from(move |_: MouseEvent| lead_to(&side, control));
    html! { <button type="button" class="decision" {onclick}>{ part.text.clone() }</button> }
}

fn lead_to(side: &NodeRef, control: Control) {
    let name = control.name();
    let selector = format!("[data-control={name}] input, [data-control={name}] select");
    let found = side.cast::<Element>().and_then(|side| side.query_selector(&selector).ok().flatten());
    if let Some(field) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Focus can only fail on an element that has left the page.
        field.focus().ok();
    }
}

fn choice(select: &Controlled<Select>, send: &Callback<Event>) -> Html {
    html! { <div class="setting" data-control={select.control.name()}>{ list(&select.by, false, send) }</div> }
}

/// A field, and under it what to do about a text that could not be read.
fn entry(shown: &Controlled<Field>, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let look = NumberLook { class: classes!("wide"), ..NumberLook::default() };
    let invalid = if is_refused(&shown.by, refused) { &*shown.by.invalid } else { "" };
    html! {
        <div class="setting" data-control={shown.control.name()}>
            { field(&shown.by, refused, look, send) }
            <p class="refused" aria-live="polite">{ invalid.to_owned() }</p>
        </div>
    }
}
