//! A labelled list to choose from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What [`Choice::html`] draws.
#[derive(Default)]
pub struct Choice {
    /// The label. Shown before the list unless `quiet`.
    pub label: AttrValue,
    /// The label is for screen readers only.
    pub quiet: bool,
    /// The options' labels.
    pub options: Vec<AttrValue>,
    /// Groups of options: their names, and their first options. Each ends where
    /// the next begins; options before the first stand outside.
    pub groups: Vec<(AttrValue, usize)>,
    /// Which is chosen.
    pub chosen: usize,
    /// Told the index of the option that the person picks.
    pub pick: Callback<usize>,
}

impl Choice {
    /// A labelled `<select>`.
    pub fn html(&self) -> Html {
        let onchange = self.pick.reform(|event: Event| {
            let index = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
            usize::try_from(index).unwrap_or(0)
        });
        let label = if self.quiet { "unseen" } else { "label" };
        let option = |(index, text): (usize, &AttrValue)| {
            html! { <option value={index.to_string()} selected={index == self.chosen}>{ text.clone() }</option> }
        };
        let options = |from: usize, end: usize| {
            self.options.iter().enumerate().take(end).skip(from).map(option).collect::<Html>()
        };
        let ends = self.groups.iter().map(|(_, from)| *from).skip(1).chain([self.options.len()]);
        let group = |((name, from), end): (&(AttrValue, usize), usize)| {
            html! { <optgroup label={name.clone()}>{ options(*from, end) }</optgroup> }
        };
        html! {
            <label class="choice">
                <span class={label}>{ self.label.clone() }</span>
                <select {onchange}>
                    { options(0, self.groups.first().map_or(self.options.len(), |(_, from)| *from)) }
                    { for self.groups.iter().zip(ends).map(group) }
                </select>
            </label>
        }
    }
}
