//! A row of buttons of which one is on.

use yew::prelude::*;

/// Properties of [`Segment`].
#[derive(Properties, PartialEq)]
pub struct SegmentProps {
    /// What is chosen here, for screen readers.
    pub label: AttrValue,
    /// The options' labels.
    pub options: Vec<AttrValue>,
    /// Which is on.
    pub chosen: Option<usize>,
    /// Told the index of the option that the person picks.
    pub pick: Callback<usize>,
}

/// A row of toggle buttons.
#[component]
pub fn Segment(props: &SegmentProps) -> Html {
    let button = |(index, label): (usize, &AttrValue)| {
        let pressed = props.chosen == Some(index);
        let onclick = props.pick.reform(move |_: MouseEvent| index);
        html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ label.clone() }</button> }
    };
    html! {
        <div class="segment" role="group" aria-label={props.label.clone()}>
            { for props.options.iter().enumerate().map(button) }
        </div>
    }
}
