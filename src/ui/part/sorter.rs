//! A table's column head that sorts.

use yew::prelude::*;

/// Properties of [`Sorter`].
#[derive(Properties, PartialEq)]
pub struct SorterProps {
    /// The head's words.
    pub label: AttrValue,
    /// Sorted by this column: ascending (`true`), descending (`false`).
    pub ascending: Option<bool>,
    /// Words are left-aligned, numbers right-aligned.
    #[prop_or_default]
    pub words: bool,
    /// Asked to sort by this column, or the other way round.
    pub sort: Callback<()>,
}

/// A `<th>` with a button in it.
#[component]
pub fn Sorter(props: &SorterProps) -> Html {
    let onclick = props.sort.reform(|_: MouseEvent| ());
    let (order, arrow) = match props.ascending {
        Some(true) => ("ascending", "▲"),
        Some(false) => ("descending", "▼"),
        None => ("none", ""),
    };
    html! {
        <th scope="col" class={props.words.then_some("words")} aria-sort={order}>
            <button type="button" class="sorter" {onclick}>
                { props.label.clone() }<span class="arrow" aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}
