//! The result side: groups, legend, the table of schools.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::evaluation::{Bar, Head, Row, Table};
use crate::app::view::figure::Figure;
use crate::basis::text::Lang;
use crate::ui::part::click::does;
use crate::ui::part::figure::figure;
use crate::ui::part::length::length;
use crate::ui::part::pager::Pager;
use crate::ui::part::select;
use crate::ui::part::sentence::tone_class;
use crate::ui::part::sorter::sorter;

/// Colours of the parts of a bar; further parts begin again.
const COLOURS: usize = 6;

/// The table with its tabs and legend.
pub fn table(table: &Table, lang: Lang, send: &Callback<Event>) -> Html {
    let legend = |(index, name): (usize, &String)| html! { <li>{ swatch(index) }{ name.clone() }</li> };
    html! {
        <>
            <div class="tools">
                { select::row(&table.groups, send) }
                <ul class="legend">{ for table.legend.iter().enumerate().map(legend) }</ul>
            </div>
            if let Some(view) = &table.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
            <div class="frame" tabindex="0" role="region" aria-label={table.caption.clone()}>
                <table>
                    <caption class="unseen">{ table.caption.clone() }</caption>
                    <thead><tr>{ for table.heads.iter().map(|head| column(head, send)) }</tr></thead>
                    <tbody>{ for table.rows.iter().map(|school| row(school, table.scale, lang, send)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn column(head: &Head, send: &Callback<Event>) -> Html {
    match &head.press {
        Some(sort) => sorter(&head.label, head.ascending, head.words, sort, send),
        None => html! { <th scope="col" class={head.words.then_some("words")}>{ head.label.clone() }</th> },
    }
}

fn row(row: &Row, scale: f64, lang: Lang, send: &Callback<Event>) -> Html {
    let change = &row.change;
    let figure = |shown: &Figure| figure(shown, Classes::new(), send);
    html! {
        <tr key={row.school}>
            <td>{ figure(&row.rank) }</td>
            <td>
                <span class={tone_class(change.tone)} aria-hidden="true">{ change.text.clone() }</span>
                <span class="unseen">{ change.spoken.clone() }</span>
            </td>
            <th scope="row" class="stay words">
                { row.name.clone() }
                if !row.missing.is_empty() {
                    <span class="near" title={row.missing.clone()}>{ " ◌" }<span class="unseen">{ row.missing.clone() }</span></span>
                }
            </th>
            <td class="words quiet">{ row.group.clone() }</td>
            <td>{ for row.group_rank.iter().map(figure) }</td>
            <td class="total">{ figure(&row.total) }</td>
            <td class="words">{ stack(&row.name, &row.bars, scale, lang, send) }</td>
            <td>{ for row.adjustments.iter().map(figure) }</td>
        </tr>
    }
}

/// A bar of 100 units in width: what each part gives of the full scale.
fn stack(name: &str, bars: &[Bar], scale: f64, lang: Lang, send: &Callback<Event>) -> Html {
    let mut start = 0.0;
    let parts: Vec<Html> = bars
        .iter()
        .enumerate()
        .map(|(index, bar)| {
            let width = (100.0 * bar.points / scale).max(0.0);
            let x = start;
            start += width;
            let onclick = does(&bar.ask, send);
            html! {
                <rect class={colour(index)} x={length(x)} y="0" width={length(width)} height="10" {onclick}>
                    <title>{ bar.text.clone() }</title>
                </rect>
            }
        })
        .collect();
    let spoken: Vec<&str> = bars.iter().map(|bar| bar.text.as_str()).collect();
    let label = format!("{name}{}{}", lang.clause_joint(), spoken.join(lang.clause_joint()));
    html! {
        <svg class="stack" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
            <rect class="rest" x="0" y="0" width="100" height="10" />
            { for parts }
        </svg>
    }
}

fn swatch(index: usize) -> Html {
    html! {
        <svg class="swatch" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
            <rect class={colour(index)} width="11" height="11" rx="2" />
        </svg>
    }
}

fn colour(index: usize) -> String {
    format!("colour{}", index % COLOURS + 1)
}
