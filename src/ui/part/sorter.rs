//! A table's column head that sorts.

use yew::prelude::*;

/// What [`Sorter::html`] draws.
#[derive(Default)]
pub struct Sorter {
    /// The head's words.
    pub label: AttrValue,
    /// Sorted by this column: ascending (`true`), descending (`false`).
    pub ascending: Option<bool>,
    /// Words are left-aligned, numbers right-aligned.
    pub words: bool,
    /// Asked to sort by this column, or the other way round.
    pub sort: Callback<()>,
}

impl Sorter {
    /// A `<th>` with a button in it.
    pub fn html(&self) -> Html {
        let onclick = self.sort.reform(|_: MouseEvent| ());
        let (order, arrow) = match self.ascending {
            Some(true) => ("ascending", "▲"),
            Some(false) => ("descending", "▼"),
            None => ("none", ""),
        };
        html! {
            <th scope="col" class={self.words.then_some("words")} aria-sort={order}>
                <button type="button" class="sorter" {onclick}>
                    { self.label.clone() }<span class="arrow" aria-hidden="true">{ arrow }</span>
                </button>
            </th>
        }
    }
}
