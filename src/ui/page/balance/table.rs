//! Schools × indicators, with the coefficients as bars at the foot.

use yew::prelude::*;

use super::percent;
use crate::app::view::Tone;
use crate::app::view::balance::{Bar, Column, Figure as Shown, Head, Row, Table};
use crate::balance::subject::Subject;
use crate::ui::part::figure::Figure;
use crate::ui::part::sentence::tone_class;
use crate::ui::part::sorter::Sorter;

/// Properties of [`SchoolTable`].
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// What it shows.
    pub table: Table,
    /// The figure whose explanation is open.
    pub open: Option<Subject>,
    /// Asked why.
    pub ask: Callback<Subject>,
}

/// The table; it remembers the column that it is sorted by.
#[component]
pub fn SchoolTable(props: &TableProps) -> Html {
    let TableProps { table, open, ask } = props;
    let order = use_state(|| None::<(Column, bool)>);
    let ascending = |column| order.filter(|(by, _)| *by == column).map(|(_, ascending)| ascending);
    let sort = |column| {
        let order = order.clone();
        // Up, down, and back to the order of the data.
        let next = match ascending(column) {
            None => Some((column, true)),
            Some(true) => Some((column, false)),
            Some(false) => None,
        };
        Callback::from(move |()| order.set(next))
    };
    let head = |head: &Head| {
        let (column, label) = (Column::Item(head.item), format!("{} {}", head.code, head.name));
        html! { <Sorter {label} ascending={ascending(column)} sort={sort(column)} /> }
    };
    let rows = match *order {
        Some((column, ascending)) => table.sorted(column, ascending),
        None => table.rows.iter().collect(),
    };
    html! {
        <div class="frame">
            <table class="balance">
                <caption class="unseen">{ table.caption.clone() }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="words stay" rowspan="2">{ table.school_head.clone() }</th>
                        <Sorter label={table.pupils_head.clone()} ascending={ascending(Column::Pupils)} sort={sort(Column::Pupils)} />
                        { for table.heads.iter().map(head) }
                        <th scope="col" rowspan="2">{ table.verdict_head.clone() }</th>
                    </tr>
                    <tr class="thresholds">
                        <td></td>
                        { for table.heads.iter().map(|head| html! { <td title={head.full_name.clone()}>{ head.threshold.clone() }</td> }) }
                    </tr>
                </thead>
                <tbody>{ for rows.into_iter().map(|row| school(row, *open, ask)) }</tbody>
                <tfoot><tr>
                    <th scope="row" class="words stay">{ table.footer.label.clone() }</th>
                    <td>{ table.footer.limit.clone() }</td>
                    { for table.footer.bars.iter().map(|entry| bar(entry, *open, ask)) }
                    <td>{ badge(&table.footer.verdict.text, table.footer.verdict.tone, table.footer.verdict.subject, *open, ask) }</td>
                </tr></tfoot>
            </table>
        </div>
    }
}

fn school(row: &Row, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    html! {
        <tr key={row.school}>
            <th scope="row" class="words stay">{ row.name.clone() }</th>
            <td>{ row.pupils_text.clone() }</td>
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
