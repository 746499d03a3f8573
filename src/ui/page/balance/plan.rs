//! What is missing, the ways to the limits, and what is tried out.

use std::sync::Arc;

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::{Entry, Typed};
use crate::app::view::balance::{Form, Listing, ListingRow, PlanView};
use crate::balance::edit::PlanEdit;
use crate::basis::text::Lang;
use crate::ui::part::choice::Choice;
use crate::ui::part::click::press;
use crate::ui::part::number::{NumberLook, number as field_of};
use crate::ui::part::pager::Pager;
use crate::ui::part::sentence::{sentence, tone_class};
use crate::ui::part::text::Text;
use crate::word::scheme::plan::Step;

/// The part on plans.
pub fn plan(view: &PlanView, refused: Option<Typed>, lang: Lang, send: &Callback<Event>) -> Html {
    html! {
        <div class="plan">
            <p class="lead">{ sentence(&view.lead) }</p>
            if !view.steps.rows.is_empty() {
                { listing(&view.steps, lang, send) }
                if let Some(clear) = &view.clear { <p>{ press(clear, send) }</p> }
            }
            <StepForm form={view.form.clone()} {refused} send={send.clone()} />
            { listing(&view.compared, lang, send) }
            { listing(&view.ways, lang, send) }
            { listing(&view.shortfalls, lang, send) }
        </div>
    }
}

fn listing(listing: &Listing, lang: Lang, send: &Callback<Event>) -> Html {
    let acts = listing.rows.iter().any(|row| row.press.is_some());
    html! {
        <section class="listing">
            <h2>{ listing.title.clone() }</h2>
            if !listing.note.is_empty() { <p class="hint">{ listing.note.clone() }</p> }
            if let Some(view) = &listing.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
            if !listing.rows.is_empty() {
                <div class="frame">
                    <table>
                        <thead><tr>
                            { for listing.heads.iter().map(|head| html! { <th scope="col" class="words">{ head.clone() }</th> }) }
                            if acts { <td></td> }
                        </tr></thead>
                        <tbody>{ for listing.rows.iter().map(|row| listing_row(row, acts, send)) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn listing_row(row: &ListingRow, acts: bool, send: &Callback<Event>) -> Html {
    let mut cells = row.cells.iter();
    let name = cells.next().map(|(text, tone)| {
        html! { <th scope="row" class={classes!("words", tone_class(*tone))}>{ text.clone() }</th> }
    });
    let cell =
        |(text, tone): &(String, _)| html! { <td class={classes!("words", tone_class(*tone))}>{ text.clone() }</td> };
    html! {
        <tr>
            { name.unwrap_or_default() }
            { for cells.map(cell) }
            if acts { <td>{ row.press.as_ref().map(|done| press(done, send)).unwrap_or_default() }</td> }
        </tr>
    }
}

/// Properties of [`StepForm`].
#[derive(Properties, PartialEq)]
struct StepFormProps {
    form: Form,
    refused: Option<Typed>,
    send: Callback<Event>,
}

/// What is being put together; not part of the document until it is added.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    kind: usize,
    school: String,
    other: String,
    field: usize,
    number: String,
    school_kind: usize,
}

/// Puts a step together and adds it.
#[component]
fn StepForm(props: &StepFormProps) -> Html {
    let StepFormProps { form, refused, send } = props;
    let draft = use_state(Draft::default);
    let [kind, school, other, field, number, school_kind] = &form.labels;
    let choose = |set: fn(&mut Draft, usize)| changing(&draft, set);
    let write = |set: fn(&mut Draft, String)| changing(&draft, set);
    let text = |label: &str, value: &str, commit: Callback<String>, list: bool| {
        html! {
            <label class="choice">
                <span class="label">{ label.to_owned() }</span>
                <Text value={value.to_owned()} list={list.then_some(AttrValue::from("plan-schools"))} {commit} />
            </label>
        }
    };
    let options = |texts: Vec<String>| texts.into_iter().map(AttrValue::from).collect::<Vec<_>>();
    let add = {
        let (draft, form, send) = (draft.clone(), form.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(event) = event(&draft, &form) {
                send.emit(event);
            }
        })
    };
    let invalid = refused.as_ref().is_some_and(|refused| matches!(refused.entry, Entry::Step(_)));
    let look = NumberLook { invalid, ..NumberLook::default() };
    let (is_open, has_figure, has_other) = (draft.kind == 3, draft.kind < 2, draft.kind == 1 || draft.kind == 2);
    html! {
        <section class="listing">
            <h2>{ form.title.clone() }</h2>
            <datalist id="plan-schools">{ for form.schools.iter().map(|name| html! { <option value={name.clone()} /> }) }</datalist>
            <div class="tools">
                { Choice { label: kind.clone().into(), options: options(form.kinds.to_vec()), chosen: draft.kind, pick: choose(|draft, index| draft.kind = index), ..Default::default() }.html() }
                { text(school, &draft.school, write(|draft, text| draft.school = text), !is_open) }
                if has_other { { text(other, &draft.other, write(|draft, text| draft.other = text), true) } }
                if has_figure {
                    { Choice { label: field.clone().into(), options: options(form.fields.iter().map(|(_, name)| name.clone()).collect()), chosen: draft.field, pick: choose(|draft, index| draft.field = index), ..Default::default() }.html() }
                    { field_of(number.clone(), draft.number.clone(), look, write(|draft, text| draft.number = text)) }
                }
                if is_open {
                    { Choice { label: school_kind.clone().into(), options: options(form.school_kinds.iter().map(|(_, name)| name.clone()).collect()), chosen: draft.school_kind, pick: choose(|draft, index| draft.school_kind = index), ..Default::default() }.html() }
                }
                <button type="button" class="button ghost" onclick={add}>{ form.add.clone() }</button>
            </div>
        </section>
    }
}

/// Changes the draft by what was chosen or typed.
fn changing<T: 'static>(draft: &UseStateHandle<Draft>, set: fn(&mut Draft, T)) -> Callback<T> {
    let draft = draft.clone();
    Callback::from(move |value: T| {
        let mut next = (*draft).clone();
        set(&mut next, value);
        draft.set(next);
    })
}

/// The step that was put together; what is typed for a number is read where the
/// application is.
fn event(draft: &Draft, form: &Form) -> Option<Event> {
    let name = |text: &str| Arc::<str>::from(text.trim());
    let (school, other) = (name(&draft.school), name(&draft.other));
    let field = || Some(form.fields.get(draft.field)?.0.clone());
    let step = match draft.kind {
        0 => Step::Figure { school, field: field()?, value: 0.0 },
        1 => Step::Move { from: school, to: other, field: field()?, amount: 0.0 },
        2 => Step::Merge { school, into: other },
        _ => Step::Open { school, kind: form.school_kinds.get(draft.school_kind)?.0 },
    };
    Some(if draft.kind < 2 {
        Event::Typed(Typed { entry: Entry::Step(step), text: draft.number.clone() })
    } else {
        Event::Plan(PlanEdit::Add(vec![step]))
    })
}
