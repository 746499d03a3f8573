//! Other ways to compute the coefficients.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::balance::{Check, CheckRow, Checks};

/// The button that leads to them, and their table once it was pressed.
pub(super) fn checks(checks: &Checks, send: &Callback<Event>) -> Html {
    let unfold = checks.unfold.clone();
    let onclick = send.reform(move |_: MouseEvent| Event::Do(unfold.clone()));
    let expanded = checks.unfolded.to_string();
    html! {
        <section class="checks">
            <h2><button type="button" class="plainbutton" aria-expanded={expanded} {onclick}>{ checks.title.clone() }</button></h2>
            if checks.unfolded {
                <p class="hint">{ checks.note.clone() }</p>
                <div class="frame">
                    <table>
                        <thead><tr>{ for checks.heads.iter().enumerate().map(|(index, head)| {
                            let class = (index == 0 || index + 1 == checks.heads.len()).then_some("words");
                            html! { <th scope="col" {class}>{ head.clone() }</th> }
                        }) }</tr></thead>
                        <tbody>{ for checks.rows.iter().map(row) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn row(row: &CheckRow) -> Html {
    html! {
        <tr>
            <th scope="row" class="words">{ row.item.clone() }</th>
            <td><b>{ row.official.clone() }</b></td>
            { for row.others.iter().map(other) }
            <td class="words">{ row.why.clone() }</td>
        </tr>
    }
}

fn other(check: &Check) -> Html {
    if check.mark.is_empty() {
        return html! { <td>{ check.text.clone() }</td> };
    }
    html! {
        <td class="near">
            { check.text.clone() }{ " " }<span class="mark" aria-hidden="true">{ check.mark.clone() }</span>
            <span class="unseen">{ check.spoken.clone() }</span>
        </td>
    }
}
