//! What puts steps of a plan together.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
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

/// Puts a step together and adds it, by a click or by Enter in a field.
#[component]
fn StepForm(props: &StepFormProps) -> Html {
    let StepFormProps { form, invalid, send } = props;
    let draft = use_mut_ref(Draft::default);
    let redraw = use_force_update();
    let onsubmit = {
        let (draft, send) = (draft.clone(), send.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (draft, send) = (draft.clone(), send.clone());
            // A field says what was typed a moment after Enter.
            spawn_local(async move { send.emit(Event::Drafted(draft.borrow().clone())) });
        })
    };
    let shown = draft.borrow().clone();
    let change = Change { draft, redraw };
    let [kind, school, other, field, school_kind] = &form.labels;
    let place = StepKind::ALL.iter().position(|kind| *kind == shown.kind).unwrap_or(0);
    let set_kind = |draft: &mut Draft, place: usize| {
        draft.kind = StepKind::ALL.get(place).copied().unwrap_or_default();
    };
    let look = NumberLook { invalid: *invalid, class: classes!("wide"), ..NumberLook::default() };
    let set_number = change.by(|draft, text| draft.number = text);
    let number = form.numbers.get(place).map(|label| field_of(label.clone(), shown.number.clone(), look, set_number));
    html! {
        <section class="piece">
            <h2>{ form.title.clone() }</h2>
            <datalist id="plan-schools">{ for form.schools.iter().map(|name| html! { <option value={name.clone()} /> }) }</datalist>
            <form class="tools" {onsubmit}>
                { change.list(kind, &form.kinds, place, set_kind) }
                { change.text(school, &shown.school, |draft, text| draft.school = text, shown.kind != StepKind::Open) }
                if shown.kind.has_other() { { change.text(other, &shown.other, |draft, text| draft.other = text, true) } }
                if shown.kind.has_number() {
                    { change.list(field, &form.fields, shown.field, |draft, place| draft.field = place) }
                    { number }
                }
                if shown.kind == StepKind::Open {
                    { change.list(school_kind, &form.school_kinds, shown.school_kind, |draft, place| draft.school_kind = place) }
                }
                <button type="submit" class="button ghost">{ form.add.clone() }</button>
            </form>
            <p class="refused" role="status">{ if *invalid { &*form.invalid } else { "" } }</p>
        </section>
    }
}

/// Changes the draft by what was chosen or typed.
struct Change {
    draft: Rc<RefCell<Draft>>,
    redraw: UseForceUpdateHandle,
}

impl Change {
    fn by<T: 'static>(&self, set: fn(&mut Draft, T)) -> Callback<T> {
        let (draft, redraw) = (self.draft.clone(), self.redraw.clone());
        Callback::from(move |value: T| {
            set(&mut draft.borrow_mut(), value);
            redraw.force_update();
        })
    }

    fn list(&self, label: &str, options: &[String], chosen: usize, set: fn(&mut Draft, usize)) -> Html {
        let options = options.iter().map(|option| option.clone().into()).collect();
        Choice { label: label.to_owned().into(), options, chosen, pick: self.by(set), ..Default::default() }.html()
    }

    /// A name to type; `offered`: those that are known are offered.
    fn text(&self, label: &str, value: &str, set: fn(&mut Draft, String), offered: bool) -> Html {
        let list = offered.then_some(AttrValue::from("plan-schools"));
        html! {
            <label class="choice">
                <span class="label">{ label.to_owned() }</span>
                <Text value={value.to_owned()} {list} commit={self.by(set)} />
            </label>
        }
    }
}
