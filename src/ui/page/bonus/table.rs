//! The schools' lines.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::Tone;
use crate::app::view::bonus::{BonusColumn, Header, Row, TableView};
use crate::app::view::figure::Figure;
use crate::basis::text::Lang;
use crate::ui::part::figure::figure;
use crate::ui::part::length::length;
use crate::ui::part::pager::Pager;
use crate::ui::part::sentence::tone_class;
use crate::ui::part::sorter::sorter;

/// The table with its dots.
pub(super) fn table(table: &TableView, lang: Lang, send: &Callback<Event>) -> Html {
    let total = |(column, cell): (&BonusColumn, &Figure)| match column {
        BonusColumn::School => html! { <th scope="row" class="words stay">{ cell.text.clone() }</th> },
        _ => html! { <td>{ figure(cell, Classes::new(), send) }</td> },
    };
    html! {
        <>
        if let Some(view) = &table.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
        <div class="frame">
            <table class="lines">
                <caption class="unseen">{ lang.bonus_title() }</caption>
                <thead><tr>
                    { for table.headers.iter().map(|header| head(header, send)) }
                    <th scope="col" class="words">{ table.dots.clone() }</th>
                </tr></thead>
                <tbody>{ for table.rows.iter().map(|line| row(line, lang, send)) }</tbody>
                <tfoot><tr>{ for BonusColumn::ALL.iter().zip(&table.totals).map(total) }<td></td></tr></tfoot>
            </table>
        </div>
        </>
    }
}

fn head(header: &Header, send: &Callback<Event>) -> Html {
    sorter(&header.label, header.ascending, header.column == BonusColumn::School, &header.press, send)
}

fn row(line: &Row, lang: Lang, send: &Callback<Event>) -> Html {
    let asked = line.cells.iter().any(|cell| cell.open).then_some("asked");
    let nothing = line.tone == Tone::Bad;
    let cell = |(column, cell): (&BonusColumn, &Figure)| match column {
        BonusColumn::School => html! {
            <th scope="row" class="words stay">
                { cell.text.clone() }
                if nothing { <span class="bad">{ " ✕" }<span class="unseen">{ lang.bonus_nothing_paid() }</span></span> }
            </th>
        },
        BonusColumn::PerCapita => html! { <td>{ figure(cell, classes!("strong"), send) }</td> },
        _ => html! { <td>{ figure(cell, Classes::new(), send) }</td> },
    };
    html! {
        <tr key={line.school} class={asked}>
            { for BonusColumn::ALL.iter().zip(&line.cells).map(cell) }
            <td class="words">{ dot(line) }</td>
        </tr>
    }
}

/// Where the school stands between the lowest and the highest per head. The
/// number is in the row, so readers of the page need not hear it twice.
fn dot(line: &Row) -> Html {
    let x = length(4.0 + 112.0 * line.position);
    html! {
        <svg class={classes!("dot", tone_class(line.tone))} viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">
            <line x1="2" x2="118" y1="7" y2="7" />
            <rect {x} y="2" width="4" height="10" transform="translate(-2 0)" />
        </svg>
    }
}
