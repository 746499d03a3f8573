//! Schools × indicators, with the coefficients as bars at the foot.

use yew::prelude::*;

use super::later::{self, Later, Piece, SIGHT};
use crate::app::event::Event;
use crate::app::view::Tone;
use crate::app::view::balance::{Bar, Composite, Head, Order, Row, Table};
use crate::app::view::figure::Figure;
use crate::basis::text::Lang;
use crate::ui::part::figure::figure;
use crate::ui::part::length::length;
use crate::ui::part::sorter::sorter;

/// The table.
pub(super) fn table(table: &Table, lang: Lang, send: &Callback<Event>) -> Html {
    let sort = |label: &str, order: &Order| sorter(label, order.ascending, false, &order.press, send);
    let head = |head: &Head| sort(&format!("{}\n{}", head.code, head.name), &head.order);
    html! {
        <div class="frame">
            <table class="balance">
                <caption class="unseen">{ table.caption.clone() }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="words stay" rowspan="2">{ table.school_head.clone() }</th>
                        { sort(&table.pupils_head, &table.pupils_order) }
                        { for table.heads.iter().map(head) }
                        <th scope="col" rowspan="2">{ table.verdict_head.clone() }</th>
                    </tr>
                    <tr class="thresholds">
                        <td></td>
                        { for table.heads.iter().map(|head| html! { <td title={head.full_name.clone()}>{ head.threshold.clone() }</td> }) }
                    </tr>
                </thead>
                <tbody>{ schools(&table.rows, lang, send) }</tbody>
                <tfoot>
                <tr>
                    <th scope="row" class="words stay">{ table.footer.label.clone() }</th>
                    <td>{ table.footer.limit.clone() }</td>
                    { for table.footer.bars.iter().map(|entry| bar(entry, send)) }
                    <td>{ verdict(&table.footer.verdict, send) }</td>
                </tr>
                { composite(&table.footer.composite, table.heads.len(), send) }
                </tfoot>
            </table>
        </div>
    }
}

/// All schools; those beyond a screen follow later.
fn schools(schools: &[Row], lang: Lang, send: &Callback<Event>) -> Html {
    let part = |(key, schools): (u32, &[Row])| {
        let after = later::frames(key);
        html! { <Later {key} piece={Piece::Rows(schools.to_vec())} {after} {lang} send={send.clone()} /> }
    };
    (0..).zip(schools.chunks(SIGHT)).map(part).collect()
}

/// Some schools. Without keys: of another order the texts are replaced, where new rows
/// would take three times as long.
pub(super) fn rows(schools: &[Row], send: &Callback<Event>) -> Html {
    schools.iter().map(|row| school(row, send)).collect()
}

fn school(row: &Row, send: &Callback<Event>) -> Html {
    let cell = |cell: &Figure| html! { <td class={state_class(cell.tone)}>{ figure(cell, Classes::new(), send) }</td> };
    html! {
        <tr>
            <th scope="row" class="words stay">{ row.name.clone() }</th>
            <td>{ row.pupils.clone() }</td>
            { for row.cells.iter().map(cell) }
            <td>{ figure(&row.verdict, classes!("pill"), send) }</td>
        </tr>
    }
}

fn verdict(verdict: &Option<Figure>, send: &Callback<Event>) -> Html {
    verdict.as_ref().map(|verdict| figure(verdict, classes!("pill"), send)).unwrap_or_default()
}

/// The mean of the coefficients, as long as the table is wide.
fn composite(shown: &Composite, items: usize, send: &Callback<Event>) -> Html {
    let tone = shown.bar.figure.tone;
    html! {
        <tr>
            <th scope="row" class="words stay">{ shown.label.clone() }</th>
            <td>{ shown.limit.clone() }</td>
            <td class={classes!("words", state_class(tone))} colspan={items.to_string()}>
                { track(&shown.bar) }
                { figure(&shown.bar.figure, Classes::new(), send) }
                <span class="quiet">{ format!(" {}", shown.remark) }</span>
            </td>
            <td>{ verdict(&shown.verdict, send) }</td>
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

fn bar(bar: &Bar, send: &Callback<Event>) -> Html {
    html! {
        <td class={state_class(bar.figure.tone)}>{ track(bar) }{ figure(&bar.figure, Classes::new(), send) }</td>
    }
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

/// A length as a part of its track.
fn percent(fraction: f64) -> String {
    length(fraction * 100.0) + "%"
}
