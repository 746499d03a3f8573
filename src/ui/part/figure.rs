//! A figure that can be asked why.

use yew::prelude::*;

/// Properties of [`Figure`].
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// The figure as shown.
    pub text: AttrValue,
    /// A mark before it (◐, ✕), so that colour is never alone.
    #[prop_or_default]
    pub mark: AttrValue,
    /// What a screen reader says besides, such as "below 85 %".
    #[prop_or_default]
    pub spoken: AttrValue,
    /// Its explanation is open.
    #[prop_or_default]
    pub open: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Asked why.
    pub ask: Callback<()>,
}

/// A figure as a quiet button; pressing it opens its explanation.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let onclick = props.ask.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class={classes!("figure", props.class.clone())} aria-expanded={props.open.to_string()} {onclick}>
            if !props.mark.is_empty() { <span class="mark" aria-hidden="true">{ props.mark.clone() }</span> }
            { props.text.clone() }
            if !props.spoken.is_empty() { <span class="unseen">{ format!(" {}", props.spoken) }</span> }
        </button>
    }
}
