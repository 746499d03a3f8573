//! A field for a text. A new screen may come at any moment, for the project was
//! kept or a file is being read: what is half typed outlives it.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Text`].
#[derive(Properties, PartialEq)]
pub struct TextProps {
    /// The text in force.
    pub value: AttrValue,
    /// The element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it is, where no label says it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What stands in the empty field.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The id of a list of texts that are offered.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// It is a number.
    #[prop_or_default]
    pub number: bool,
    /// The text cannot be used.
    #[prop_or_default]
    pub invalid: bool,
    /// Not to be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Told the text when the person is done (leaves the field or presses
    /// Enter).
    pub commit: Callback<String>,
    /// Told the keys that are pressed in it, but those of an input method.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
}

/// What the field shows instead of the text in force.
enum Draft {
    /// What is being typed.
    Typed(String),
    /// What was said, until what was in force `before` gives way to it; `drawn`
    /// when a screen has come since, which may be the answer that nothing changed.
    Said { text: String, before: AttrValue, drawn: bool },
}

/// A text field that says what was typed when the person is done; Escape brings
/// back the text in force.
#[component]
pub fn Text(props: &TextProps) -> Html {
    let draft = use_mut_ref(|| None::<Draft>);
    let shown = {
        let mut draft = draft.borrow_mut();
        draft.take_if(|draft| matches!(draft, Draft::Said { before, .. } if *before != props.value));
        match &mut *draft {
            None => props.value.clone(),
            Some(Draft::Typed(text)) => text.clone().into(),
            Some(Draft::Said { text, drawn, .. }) => {
                *drawn = true;
                text.clone().into()
            }
        }
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            *draft.borrow_mut() = input(&event).map(|field| Draft::Typed(field.value()))
        })
    };
    let onchange = {
        let (draft, before, commit) = (draft.clone(), props.value.clone(), props.commit.clone());
        Callback::from(move |event: Event| {
            if let Some(text) = input(&event).map(|field| field.value()) {
                *draft.borrow_mut() = Some(Draft::Said { text: text.clone(), before: before.clone(), drawn: false });
                let (field, commit) = (input(&event), commit.clone());
                // Engines say a field's change when it is taken off the page, too:
                // what was half typed there nobody confirmed.
                spawn_local(async move {
                    if field.is_some_and(|field| field.is_connected()) {
                        commit.emit(text);
                    }
                });
            }
        })
    };
    let restore = {
        let (draft, value) = (draft.clone(), props.value.clone());
        move |event: &Event| {
            draft.borrow_mut().take();
            if let Some(field) = input(event) {
                field.set_value(&value);
            }
        }
    };
    let onfocusout = {
        let restore = restore.clone();
        Callback::from(move |event: FocusEvent| {
            // What was said a moment ago is shown until the answer comes.
            let left = draft.borrow_mut().take();
            match left {
                None | Some(Draft::Said { drawn: false, .. }) => {}
                Some(_) => restore(&event),
            }
        })
    };
    let onkeydown = {
        let pressed = props.onkeydown.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            if event.key() == "Escape" {
                restore(&event);
            }
            pressed.emit(event);
        })
    };
    html! {
        <input type="text" autocomplete="off" value={shown} id={props.id.clone()} list={props.list.clone()} aria-label={props.label.clone()}
            title={props.label.clone()} placeholder={props.hint.clone()} inputmode={props.number.then_some("decimal")}
            aria-invalid={props.invalid.then_some("true")} disabled={props.disabled}
            {oninput} {onchange} {onfocusout} {onkeydown} />
    }
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target_dyn_into()
}
