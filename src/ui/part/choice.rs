//! A labelled list to choose from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Choice`].
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// The label. Shown before the list unless `quiet`.
    pub label: AttrValue,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub quiet: bool,
    /// The options' labels.
    pub options: Vec<AttrValue>,
    /// Which is chosen.
    pub chosen: usize,
    /// Told the index of the option that the person picks.
    pub pick: Callback<usize>,
}

/// A labelled `<select>`.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let onchange = props.pick.reform(|event: Event| {
        let index = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        usize::try_from(index).unwrap_or(0)
    });
    let label = if props.quiet { "unseen" } else { "label" };
    let option = |(index, text): (usize, &AttrValue)| {
        html! { <option value={index.to_string()} selected={index == props.chosen}>{ text.clone() }</option> }
    };
    html! {
        <label class="choice">
            <span class={label}>{ props.label.clone() }</span>
            <select {onchange}>{ for props.options.iter().enumerate().map(option) }</select>
        </label>
    }
}
