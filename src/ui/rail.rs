//! The rail of pages.

use yew::prelude::*;

use super::part::sentence::tone_class;
use crate::app::event::Event;
use crate::app::model::Page;
use crate::app::view::frame::RailItem;
use crate::basis::text::Lang;

/// Properties of [`Rail`].
#[derive(Properties, PartialEq)]
pub struct RailProps {
    /// The entries, in `Page::ALL`'s order.
    pub items: Vec<RailItem>,
    /// The page shown.
    pub page: Page,
    /// The language.
    pub lang: Lang,
    /// Told where the person goes.
    pub send: Callback<Event>,
}

/// The pages, each with its result in a word.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let entry = |(&page, item): (&Page, &RailItem)| {
        let onclick = props.send.reform(move |event: MouseEvent| {
            event.prevent_default();
            Event::Go(page)
        });
        html! {
            <a href="#page" aria-current={(page == props.page).then_some("page")} {onclick}>
                { item.label.clone() }
                if let Some(note) = &item.note { <small class={tone_class(note.tone)}>{ note.text.clone() }</small> }
            </a>
        }
    };
    let forget = props.send.reform(|_: MouseEvent| Event::ForgetAll);
    html! {
        <nav class="rail" aria-label={props.lang.pages()}>
            { for Page::ALL.iter().zip(&props.items).map(entry) }
            <div class="end">
                <button type="button" class="plainbutton" onclick={forget}>{ props.lang.clear_local() }</button>
                <div>{ concat!("Suanpan ", env!("CARGO_PKG_VERSION")) }</div>
            </div>
        </nav>
    }
}
