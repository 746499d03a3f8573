//! A slider whose knob stays under the hand: while it is held it shows what
//! the hand does, not the answer that is still on its way.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Slider`].
#[derive(Properties, PartialEq)]
pub struct SliderProps {
    /// What it sets, for screen readers.
    pub label: AttrValue,
    /// The value in words.
    pub spoken: AttrValue,
    /// The least value.
    pub least: u32,
    /// The greatest value.
    pub most: u32,
    /// The distance between values.
    pub step: u32,
    /// The value in force.
    pub value: u32,
    /// Not to be moved now.
    pub disabled: bool,
    /// Told each value on the way.
    pub slide: Callback<u32>,
    /// Told when it is let go.
    pub settle: Callback<()>,
}

/// A labelled slider.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let held = use_state_eq(|| None::<u32>);
    let free = use_mut_ref(|| true);
    {
        let (held, free) = (held.clone(), free.clone());
        use_effect_with(props.value, move |_| {
            if *free.borrow() {
                held.set(None);
            }
        });
    }
    let oninput = {
        let (held, free, slide) = (held.clone(), free.clone(), props.slide.clone());
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(value) = input.and_then(|input| input.value().parse().ok()) {
                *free.borrow_mut() = false;
                held.set(Some(value));
                slide.emit(value);
            }
        })
    };
    let onchange = {
        let settle = props.settle.clone();
        Callback::from(move |_: Event| {
            *free.borrow_mut() = true;
            settle.emit(());
        })
    };
    html! {
        <input type="range" min={props.least.to_string()} max={props.most.to_string()} step={props.step.to_string()}
            value={held.unwrap_or(props.value).to_string()} disabled={props.disabled}
            aria-label={props.label.clone()} aria-valuetext={props.spoken.clone()} {oninput} {onchange} />
    }
}
