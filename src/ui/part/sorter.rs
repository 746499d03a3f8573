//! A table's column head that sorts.

use yew::prelude::*;

use super::click::does;
use crate::app::act::Deed;
use crate::app::event::Event;

/// A `<th>` with a button in it; `ascending`: sorted by this column. Words are
/// left-aligned, numbers right-aligned.
pub fn sorter(label: &str, ascending: Option<bool>, words: bool, sort: &Deed, send: &Callback<Event>) -> Html {
    let (order, arrow) = match ascending {
        Some(true) => ("ascending", "▲"),
        Some(false) => ("descending", "▼"),
        None => ("none", ""),
    };
    html! {
        <th scope="col" class={words.then_some("words")} aria-sort={order}>
            <button type="button" class="sorter" onclick={does(sort, send)}>
                { label.to_owned() }<span class="arrow" aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}
