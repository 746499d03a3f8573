//! Everything found in the files, grouped by kind.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::Press;
use crate::app::view::data::{ProblemGroup, ProblemItem};
use crate::basis::text::Lang;
use crate::ui::part::click::{does, press};
use crate::ui::part::pager::Pager;
use crate::ui::part::sentence::pill;

/// Properties of [`Findings`].
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// The groups.
    pub groups: Vec<ProblemGroup>,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// The groups of findings; nothing when there are none. A finding that is decided
/// by key may leave the list: then its group has the focus, or what took its place.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let FindingsProps { groups, lang, send } = props;
    let decided = use_mut_ref(|| None::<Element>);
    let onclick = {
        let decided = decided.clone();
        Callback::from(move |event: MouseEvent| {
            // A click without a pointer is a key's.
            let target = event.target_dyn_into::<Element>().filter(|_| event.detail() == 0);
            *decided.borrow_mut() = target.and_then(|target| target.closest("li").ok().flatten());
        })
    };
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect(move || keep_focus(&list, &mut decided.borrow_mut()));
    }
    if groups.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ lang.findings() }</h2>
            <ul class="findings" ref={list} {onclick}>{ for groups.iter().map(|group| entry(group, *lang, send)) }</ul>
        </section>
    }
}

/// Gives the focus that was lost with a finding to its group, or else to the
/// first one.
fn keep_focus(list: &NodeRef, decided: &mut Option<Element>) {
    let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
    if let Some(group) = decided.take_if(|_| lost) {
        let list = list.cast::<Element>();
        let near = if group.is_connected() { Some(group) } else { list };
        let button = near.and_then(|near| near.query_selector(".finding").ok().flatten());
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // One that cannot take it is no loss.
            let _ = button.focus();
        }
    }
}

fn entry(group: &ProblemGroup, lang: Lang, send: &Callback<Event>) -> Html {
    let onclick = does(&group.unfold, send);
    let open = group.items.is_some();
    html! {
        <li>
            <button type="button" class="finding" aria-expanded={open.to_string()} {onclick}>
                { pill(&group.severity, group.tone) }
                <b>{ group.title.clone() }</b>
                <span class="count">{ group.count.clone() }</span>
                <span class="quiet remedy">{ group.remedy.clone() }</span>
                <span class="arrow" aria-hidden="true">{ if open { "▲" } else { "▼" } }</span>
            </button>
            if let Some(items) = &group.items { { list(group, items, lang, send) } }
        </li>
    }
}

fn list(group: &ProblemGroup, items: &[ProblemItem], lang: Lang, send: &Callback<Event>) -> Html {
    let action = |action: &Press| press(action, send);
    let row = |item: &ProblemItem| {
        html! {
            <tr>
                <td class="words">
                    if let Some(deed) = &item.show {
                        <button type="button" class="plainbutton" title={lang.show_cell(&item.place)} onclick={does(deed, send)}>{ item.place.clone() }</button>
                    } else {
                        <code>{ item.place.clone() }</code>
                    }
                </td>
                <td class="words">{ item.found.clone() }</td>
                <td class="words">{ item.subject.clone() }</td>
                <td class="words">
                    if item.settled { <span class="good">{ lang.settled() }</span>{ " " } }
                    if item.left { <span class="quiet">{ lang.left() }</span>{ " " } }
                    { for item.actions.iter().map(action) }
                </td>
            </tr>
        }
    };
    // Other rows are seen from the first.
    let key = group.pager.as_ref().map_or("", |pager| &pager.summary);
    html! {
        <div class="unfolded">
            <p><b>{ lang.expected() }</b>{ " " }{ group.expected.clone() }</p>
            <p><b>{ lang.remedy() }</b>{ " " }{ group.remedy.clone() }</p>
            if !group.actions.is_empty() { <p class="rulings">{ for group.actions.iter().map(action) }</p> }
            if let Some(counted) = &group.counted { <p>{ counted.clone() }</p> }
            if let Some(view) = &group.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
            <div class="frame" tabindex="0" {key}>
                <table>
                    <thead><tr>
                        <th scope="col" class="words">{ lang.place() }</th>
                        <th scope="col" class="words">{ lang.found() }</th>
                        <th scope="col" class="words">{ lang.made_of_it() }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{ for items.iter().map(row) }</tbody>
                </table>
            </div>
        </div>
    }
}
