//! The rule's sentence and its controls.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::{Entry, Typed};
use crate::app::view::bonus::{Control, Field, Rule, RulePart, Select};
use crate::ui::part::choice::Choice;
use crate::ui::part::click::picks;
use crate::ui::part::entry::entry_field;
use crate::ui::part::number::NumberLook;

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
    let reset = rule.reset.as_ref().map(|reset| {
        let edit = reset.edit;
        let onclick = send.reform(move |_: MouseEvent| Event::Bonus(edit));
        html! { <button type="button" class="plainbutton" {onclick}>{ reset.label.clone() }</button> }
    });
    html! {
        <div ref={side.clone()} class="rule">
            <h2>{ rule.title.clone() }{ reset }</h2>
            <p>{ for rule.sentence.iter().map(|part| words(part, &side)) }</p>
            { entry(Entry::Pool, &rule.pool, refused, send) }
            { for rule.selects.iter().map(|select| choice(select, send)) }
            { entry(Entry::Baseline, &rule.baseline, refused, send) }
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

fn choice(select: &Select, send: &Callback<Event>) -> Html {
    let options: Vec<AttrValue> = select.choices.iter().map(|choice| choice.label.clone().into()).collect();
    let chosen = select.choices.iter().position(|choice| choice.chosen).unwrap_or_default();
    let pick = picks(select.choices.iter().map(|choice| Event::Bonus(choice.edit)).collect(), send);
    html! {
        <div class="setting" data-control={select.control.name()}>
            { Choice { label: select.label.clone().into(), options, chosen, pick, ..Default::default() }.html() }
        </div>
    }
}

/// A field, and under it what to do about a text that could not be read.
fn entry(entry: Entry, field: &Field, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let here = refused.as_ref().is_some_and(|refused| refused.entry == entry);
    let look = NumberLook { hint: field.placeholder.clone().into(), class: classes!("wide"), ..NumberLook::default() };
    html! {
        <div class="setting" data-control={field.control.name()}>
            { entry_field(entry, refused, field.label.clone(), field.value.clone(), look, send) }
            <p class="refused" aria-live="polite">{ if here { field.invalid.as_ref() } else { "" } }</p>
        </div>
    }
}
