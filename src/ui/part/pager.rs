//! The way to the other rows of what is shown in part.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::app::act::Deed;
use crate::app::event::Event;
use crate::app::view::pager;
use crate::basis::text::Lang;

/// Properties of [`Pager`].
#[derive(Properties, PartialEq)]
pub struct PagerProps {
    /// What it shows.
    pub view: pager::Pager,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// Which rows are shown, and buttons for others. It stands above its table and
/// stays in sight; other rows are shown from the first.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let PagerProps { view, lang, send } = props;
    let top = use_node_ref();
    // A button without effect can still be focused: the last page must not
    // throw the keyboard out.
    let button = |deed: &Option<Deed>, label: &str| {
        let (top, send, taken) = (top.clone(), send.clone(), deed.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(deed) = &taken {
                show(&top);
                send.emit(Event::Do(deed.clone()));
            }
        });
        html! {
            <button type="button" class="plainbutton" aria-disabled={deed.is_none().then_some("true")} {onclick}>
                { label.to_owned() }
            </button>
        }
    };
    html! {
        <>
            <span ref={top.clone()} class="top"></span>
            <div class="pager">
                <span role="status">{ view.summary.clone() }</span>
                { button(&view.before, lang.rows_before()) }
                { button(&view.after, lang.rows_after()) }
                if view.asked.is_some() { { button(&view.asked, lang.row_asked()) } }
                <span class="printed">{ view.printed.clone() }</span>
            </div>
        </>
    }
}

/// Scrolls back to where the table begins, if that is out of sight.
fn show(top: &NodeRef) {
    let near = ScrollIntoViewOptions::new();
    near.set_block(ScrollLogicalPosition::Nearest);
    if let Some(top) = top.cast::<Element>() {
        top.scroll_into_view_with_scroll_into_view_options(&near);
    }
}
