//! Pieces of a page: a title, sentences, a picture, a table.

use yew::prelude::*;

use super::chart::chart;
use super::click::{does, press};
use super::figure::figure;
use super::pager::Pager;
use crate::app::event::Event;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Grid, Row, Section};
use crate::basis::text::Lang;

/// A section.
pub fn section(view: &Section, lang: Lang, send: &Callback<Event>) -> Html {
    let table = view.grid.as_ref().map(|grid| table(&view.title, grid, lang, send)).unwrap_or_default();
    html! {
        <section class="piece">
            <h2>{ title(view, send) }</h2>
            { for view.notes.iter().map(|note| html! { <p class="hint">{ note.clone() }</p> }) }
            if let Some(view) = &view.chart { { chart(view, lang, send) } }
            if view.grid.as_ref().is_some_and(|grid| grid.folded) {
                <details>
                    <summary>{ lang.chart_as_table() }</summary>
                    { table }
                </details>
            } else {
                { table }
            }
            if let Some(done) = &view.press { <p>{ press(done, send) }</p> }
        </section>
    }
}

/// A title; of a section that can be folded, the button that does it.
fn title(view: &Section, send: &Callback<Event>) -> Html {
    let Some((deed, open)) = &view.fold else { return html! { { view.title.clone() } } };
    html! {
        <button type="button" class="plainbutton" aria-expanded={open.to_string()} onclick={does(deed, send)}>
            { view.title.clone() }
        </button>
    }
}

fn table(title: &str, grid: &Grid, lang: Lang, send: &Callback<Event>) -> Html {
    let words = |at: usize| grid.heads.get(at).is_some_and(|(_, words)| *words).then_some("words");
    let acts = grid.rows.iter().any(|row| row.press.is_some());
    let cell = |(at, cell): (usize, &Figure)| {
        let inside = figure(cell, Classes::new(), send);
        match at {
            0 => html! { <th scope="row" class="words stay">{ inside }</th> },
            _ => html! { <td class={words(at)}>{ inside }</td> },
        }
    };
    let row = |row: &Row| {
        html! {
            <tr>
                { for row.cells.iter().enumerate().map(cell) }
                if acts { <td>{ row.press.as_ref().map(|done| press(done, send)).unwrap_or_default() }</td> }
            </tr>
        }
    };
    html! {
        <>
            if let Some(view) = &grid.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
            <div class="frame" tabindex="0" role="group" aria-label={title.to_owned()}>
                <table>
                    <thead><tr>
                        { for grid.heads.iter().enumerate().map(|(at, (head, _))| {
                            html! { <th scope="col" class={classes!(words(at), (at == 0).then_some("stay"))}>{ head.clone() }</th> }
                        }) }
                        if acts { <td></td> }
                    </tr></thead>
                    <tbody>{ for grid.rows.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}
