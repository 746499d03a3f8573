//! A figure that can be asked why.

use yew::prelude::*;

/// What [`Figure::html`] draws.
#[derive(Default)]
pub struct Figure {
    /// The figure as shown.
    pub text: AttrValue,
    /// A mark before it (◐, ✕), so that colour is never alone.
    pub mark: AttrValue,
    /// What a screen reader says besides, such as "below 85 %".
    pub spoken: AttrValue,
    /// Its explanation is open.
    pub open: bool,
    /// Further classes.
    pub class: Classes,
    /// Asked why.
    pub ask: Callback<()>,
}

impl Figure {
    /// A figure as a quiet button; pressing it opens its explanation.
    pub fn html(&self) -> Html {
        let onclick = self.ask.reform(|_: MouseEvent| ());
        html! {
            <button type="button" class={classes!("figure", self.class.clone())} aria-expanded={self.open.to_string()} {onclick}>
                if !self.mark.is_empty() { <span class="mark" aria-hidden="true">{ self.mark.clone() }</span> }
                { self.text.clone() }
                if !self.spoken.is_empty() { <span class="unseen">{ format!(" {}", self.spoken) }</span> }
            </button>
        }
    }
}
