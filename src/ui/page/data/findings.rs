//! Everything found in the files, grouped by kind.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::data::{Action, ProblemGroup, ProblemItem};
use crate::basis::text::Lang;
use crate::ui::part::click::does;
use crate::ui::part::pager::Pager;
use crate::ui::part::sentence::pill;

/// The groups of findings; nothing when there are none.
pub fn table(groups: &[ProblemGroup], lang: Lang, send: &Callback<Event>) -> Html {
    if groups.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ lang.findings() }</h2>
            <ul class="findings">{ for groups.iter().map(|group| entry(group, lang, send)) }</ul>
        </section>
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
    let action = |action: &Action| {
        html! { <button type="button" class="plainbutton" onclick={does(&action.deed, send)}>{ action.label.clone() }</button> }
    };
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
