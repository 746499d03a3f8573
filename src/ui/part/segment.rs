//! A row of buttons of which one is on.

use yew::prelude::*;

/// What [`Segment::html`] draws.
#[derive(Default)]
pub struct Segment {
    /// What is chosen here, for screen readers.
    pub label: AttrValue,
    /// The options' labels.
    pub options: Vec<AttrValue>,
    /// Which is on.
    pub chosen: Option<usize>,
    /// Told the index of the option that the person picks.
    pub pick: Callback<usize>,
}

impl Segment {
    /// A row of toggle buttons.
    pub fn html(&self) -> Html {
        let button = |(index, label): (usize, &AttrValue)| {
            let pressed = self.chosen == Some(index);
            let onclick = self.pick.reform(move |_: MouseEvent| index);
            html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ label.clone() }</button> }
        };
        html! {
            <div class="segment" role="group" aria-label={self.label.clone()}>
                { for self.options.iter().enumerate().map(button) }
            </div>
        }
    }
}
