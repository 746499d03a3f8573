//! What puts steps of a plan together.

use yew::prelude::*;

use crate::app::draft::{Draft, StepKind};
use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::balance::Form;
use crate::ui::part::choice::Choice;
use crate::ui::part::number::{NumberLook, number as field_of};
use crate::ui::part::sentence::sentence;
use crate::ui::part::text::Text;

/// What the plan leads to, and the form.
pub(super) fn form(form: &Form, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let invalid = refused.as_ref().is_some_and(|refused| refused.entry == form.entry);
    html! {
        <>
            <p class="lead">{ sentence(&form.lead) }</p>
            <StepForm form={form.clone()} {invalid} send={send.clone()} />
        </>
    }
}

/// Properties of [`StepForm`].
#[derive(Properties, PartialEq)]
struct StepFormProps {
    form: Form,
    /// The number could not be read.
    invalid: bool,
    send: Callback<Event>,
}

/// Puts a step together and adds it.
#[component]
fn StepForm(props: &StepFormProps) -> Html {
    let StepFormProps { form, invalid, send } = props;
    let draft = use_state(Draft::default);
    let [kind, school, other, field, number, school_kind] = &form.labels;
    let list = |label: &str, options: &[String], chosen: usize, set: fn(&mut Draft, usize)| {
        let options = options.iter().map(|option| option.clone().into()).collect();
        Choice { label: label.to_owned().into(), options, chosen, pick: changing(&draft, set), ..Default::default() }
            .html()
    };
    let text = |label: &str, value: &str, set: fn(&mut Draft, String), offered: bool| {
        html! {
            <label class="choice">
                <span class="label">{ label.to_owned() }</span>
                <Text value={value.to_owned()} list={offered.then_some(AttrValue::from("plan-schools"))}
                    commit={changing(&draft, set)} />
            </label>
        }
    };
    let add = {
        let draft = (*draft).clone();
        send.reform(move |_: MouseEvent| Event::Drafted(draft.clone()))
    };
    let look = NumberLook { invalid: *invalid, ..NumberLook::default() };
    let opens = draft.kind == StepKind::Open;
    let place = StepKind::ALL.iter().position(|kind| *kind == draft.kind).unwrap_or(0);
    let set_kind = |draft: &mut Draft, place: usize| {
        draft.kind = StepKind::ALL.get(place).copied().unwrap_or_default();
    };
    html! {
        <section class="piece">
            <h2>{ form.title.clone() }</h2>
            <datalist id="plan-schools">{ for form.schools.iter().map(|name| html! { <option value={name.clone()} /> }) }</datalist>
            <div class="tools">
                { list(kind, &form.kinds, place, set_kind) }
                { text(school, &draft.school, |draft, text| draft.school = text, !opens) }
                if draft.kind.has_other() { { text(other, &draft.other, |draft, text| draft.other = text, true) } }
                if draft.kind.counts() {
                    { list(field, &form.fields, draft.field, |draft, place| draft.field = place) }
                    { field_of(number.clone(), draft.number.clone(), look, changing(&draft, |draft, text| draft.number = text)) }
                }
                if opens {
                    { list(school_kind, &form.school_kinds, draft.school_kind, |draft, place| draft.school_kind = place) }
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
