//! Schools × indicators, with the coefficients as bars at the foot.

use yew::prelude::*;

use super::percent;
use crate::app::event::Event;
use crate::app::view::Tone;
use crate::app::view::balance::{Bar, Figure as Shown, Head, Order, Row, Table};
use crate::balance::subject::Subject;
use crate::ui::part::figure::Figure;
use crate::ui::part::sentence::tone_class;
use crate::ui::part::sorter::Sorter;

/// The table; `open` is the figure that is explained.
pub(super) fn table(table: &Table, open: Option<Subject>, ask: &Callback<Subject>, send: &Callback<Event>) -> Html {
    let sorter = |label: String, order: &Order| {
        let press = order.press.clone();
        let sort = send.reform(move |()| Event::Do(press.clone()));
        html! { <Sorter {label} ascending={order.ascending} {sort} /> }
    };
    let head = |head: &Head| sorter(format!("{} {}", head.code, head.name), &head.order);
    html! {
        <div class="frame">
            <table class="balance">
                <caption class="unseen">{ table.caption.clone() }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="words stay" rowspan="2">{ table.school_head.clone() }</th>
                        { sorter(table.pupils_head.clone(), &table.pupils_order) }
                        { for table.heads.iter().map(head) }
                        <th scope="col" rowspan="2">{ table.verdict_head.clone() }</th>
                    </tr>
                    <tr class="thresholds">
                        <td></td>
                        { for table.heads.iter().map(|head| html! { <td title={head.full_name.clone()}>{ head.threshold.clone() }</td> }) }
                    </tr>
                </thead>
                <tbody>{ for table.rows.iter().map(|row| school(row, open, ask)) }</tbody>
                <tfoot><tr>
                    <th scope="row" class="words stay">{ table.footer.label.clone() }</th>
                    <td>{ table.footer.limit.clone() }</td>
                    { for table.footer.bars.iter().map(|entry| bar(entry, open, ask)) }
                    <td>{ badge(&table.footer.verdict.text, table.footer.verdict.tone, table.footer.verdict.subject, open, ask) }</td>
                </tr></tfoot>
            </table>
        </div>
    }
}

fn school(row: &Row, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    html! {
        <tr key={row.school}>
            <th scope="row" class="words stay">{ row.name.clone() }</th>
            <td>{ row.pupils.clone() }</td>
            { for row.cells.iter().map(|cell| html! { <td class={state_class(cell.tone)}>{ figure(cell, open, ask) }</td> }) }
            <td>{ badge(&row.verdict.text, row.verdict.tone, row.verdict.subject, open, ask) }</td>
        </tr>
    }
}

fn figure(shown: &Shown, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let subject = shown.subject;
    let ask = ask.reform(move |()| subject);
    html! {
        <Figure text={shown.text.clone()} mark={shown.mark.clone()} spoken={shown.spoken.clone()}
            open={open == Some(subject)} {ask} />
    }
}

/// A verdict that can be asked about.
fn badge(text: &str, tone: Tone, subject: Subject, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let ask = ask.reform(move |()| subject);
    html! { <Figure text={text.to_owned()} class={classes!("pill", tone_class(tone))} open={open == Some(subject)} {ask} /> }
}

/// The ground of a cell by its state; met ones have none.
const fn state_class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Near => Some("within"),
        Tone::Bad => Some("below"),
        Tone::Quiet => Some("blank"),
        Tone::Plain | Tone::Strong | Tone::Good => None,
    }
}

fn bar(bar: &Bar, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let class = if bar.figure.tone == Tone::Bad { "beyond" } else { "value" };
    html! {
        <td class={state_class(bar.figure.tone)}>
            <svg class="bar-cv" width="40" height="10" aria-hidden="true">
                <rect class="track" width="100%" height="100%" />
                <rect {class} width={percent(bar.fraction)} height="100%" />
                <rect class="limit" x={percent(bar.limit)} width="1.5" height="100%" />
            </svg>
            { figure(&bar.figure, open, ask) }
        </td>
    }
}
