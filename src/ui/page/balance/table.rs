//! Schools × indicators, with the coefficients as bars at the foot.

use yew::prelude::*;

use super::percent;
use crate::app::event::Event;
use crate::app::view::Tone;
use crate::app::view::balance::{Badge, Bar, Composite, Figure as Shown, Head, Order, Row, Table};
use crate::balance::subject::Subject;
use crate::ui::part::figure::Figure;
use crate::ui::part::sentence::tone_class;
use crate::ui::part::sorter::Sorter;

/// The table; `open` is the figure that is explained.
pub(super) fn table(table: &Table, open: Option<Subject>, ask: &Callback<Subject>, send: &Callback<Event>) -> Html {
    let sorter = |label: String, order: &Order| {
        let press = order.press.clone();
        let sort = send.reform(move |()| Event::Do(press.clone()));
        Sorter { label: label.into(), ascending: order.ascending, sort, ..Default::default() }.html()
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
                <tfoot>
                <tr>
                    <th scope="row" class="words stay">{ table.footer.label.clone() }</th>
                    <td>{ table.footer.limit.clone() }</td>
                    { for table.footer.bars.iter().map(|entry| bar(entry, open, ask)) }
                    <td>{ verdict(&table.footer.verdict, open, ask) }</td>
                </tr>
                { composite(&table.footer.composite, table.heads.len(), open, ask) }
                </tfoot>
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
            <td>{ badge(&row.verdict, open, ask) }</td>
        </tr>
    }
}

fn figure(shown: &Shown, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let subject = shown.subject;
    let ask = ask.reform(move |()| subject);
    html! {
        { Figure { text: shown.text.clone().into(), mark: shown.mark.clone().into(), spoken: shown.spoken.clone().into(), open: open == Some(subject), ask, ..Default::default() }.html() }
    }
}

/// A verdict that can be asked about.
fn badge(badge: &Badge, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let (text, tone, subject) = (badge.text.clone(), badge.tone, badge.subject);
    let ask = ask.reform(move |()| subject);
    Figure {
        text: text.into(),
        class: classes!("pill", tone_class(tone)),
        open: open == Some(subject),
        ask,
        ..Default::default()
    }
    .html()
}

fn verdict(verdict: &Option<Badge>, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    verdict.as_ref().map(|verdict| badge(verdict, open, ask)).unwrap_or_default()
}

/// The mean of the coefficients, as long as the table is wide.
fn composite(shown: &Composite, items: usize, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let tone = shown.bar.figure.tone;
    html! {
        <tr>
            <th scope="row" class="words stay">{ shown.label.clone() }</th>
            <td>{ shown.limit.clone() }</td>
            <td class={classes!("words", state_class(tone))} colspan={items.to_string()}>
                { track(&shown.bar) }
                { figure(&shown.bar.figure, open, ask) }
                <span class="quiet">{ format!(" {}", shown.remark) }</span>
            </td>
            <td>{ verdict(&shown.verdict, open, ask) }</td>
        </tr>
    }
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
    html! { <td class={state_class(bar.figure.tone)}>{ track(bar) }{ figure(&bar.figure, open, ask) }</td> }
}

fn track(bar: &Bar) -> Html {
    let class = if bar.figure.tone == Tone::Bad { "beyond" } else { "value" };
    html! {
        <svg class="bar-cv" width="40" height="10" aria-hidden="true">
            <rect class="track" width="100%" height="100%" />
            <rect {class} width={percent(bar.fraction)} height="100%" />
            if let Some(limit) = bar.limit { <rect class="limit" x={percent(limit)} width="1.5" height="100%" /> }
        </svg>
    }
}
