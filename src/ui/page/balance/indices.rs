//! The indices of inequality: what is chosen, and a section for each side.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::balance::{Grid, IndexCell, IndicesView, Section, Select};
use crate::basis::text::Lang;
use crate::ui::part::choice::Choice;
use crate::ui::part::click::picks;
use crate::ui::part::figure::Figure;
use crate::ui::part::pager::Pager;
use crate::ui::part::segment::Segment;
use crate::ui::part::sentence::tone_class;

/// The part of the page.
pub(super) fn indices(view: &IndicesView, lang: Lang, send: &Callback<Event>) -> Html {
    let none = Html::default;
    html! {
        <div class="indices">
            <div class="tools">{ for view.choices.iter().map(|choice| select(choice, send)) }</div>
            { section(&view.table, none(), lang, send) }
            { section(&view.marks, none(), lang, send) }
            { section(&view.split, none(), lang, send) }
            if let Some(groups) = &view.groups { { section(groups, none(), lang, send) } }
            { section(&view.trend, none(), lang, send) }
            { section(&view.curve, none(), lang, send) }
        </div>
    }
}

/// What can be chosen: a list where there is much, else a row of buttons.
fn select(view: &Select, send: &Callback<Event>) -> Html {
    let pick = picks(view.options.iter().map(|(_, deed)| Event::Do(deed.clone())).collect(), send);
    let label = view.label.clone();
    let options: Vec<AttrValue> = view.options.iter().map(|(label, _)| label.clone().into()).collect();
    if view.groups.is_empty() {
        return html! {
            <span class="choice">
                <span class="label" aria-hidden="true">{ label.clone() }</span>
                { Segment { label: label.into(), options, chosen: Some(view.chosen), pick }.html() }
            </span>
        };
    }
    let groups: Vec<(AttrValue, usize)> = view.groups.iter().map(|(name, from)| (name.clone().into(), *from)).collect();
    Choice { label: label.into(), options, groups, chosen: view.chosen, pick, ..Default::default() }.html()
}

/// A section: its picture, where it has one, stands above its table.
fn section(view: &Section, picture: Html, lang: Lang, send: &Callback<Event>) -> Html {
    html! {
        <section>
            <h2>{ view.title.clone() }</h2>
            { for view.notes.iter().map(|note| html! { <p class="note">{ note.clone() }</p> }) }
            { picture }
            if let Some(grid) = &view.grid { { table(&view.title, grid, lang, send) } }
        </section>
    }
}

fn table(title: &str, grid: &Grid, lang: Lang, send: &Callback<Event>) -> Html {
    let words = |at: usize| grid.heads.get(at).is_some_and(|(_, words)| *words).then_some("words");
    let row = |row: &Vec<IndexCell>| {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            0 => html! { <th scope="row" class="words">{ inside(cell, send) }</th> },
            _ => html! { <td class={words(at)}>{ inside(cell, send) }</td> },
        });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <>
            if let Some(view) = &grid.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
            <div class="frame">
                <table>
                    <caption class="unseen">{ title.to_owned() }</caption>
                    <thead><tr>
                        { for grid.heads.iter().enumerate().map(|(at, (head, _))| {
                            html! { <th scope="col" class={words(at)}>{ head.clone() }</th> }
                        }) }
                    </tr></thead>
                    <tbody>{ for grid.rows.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn inside(cell: &IndexCell, send: &Callback<Event>) -> Html {
    let text = match &cell.ask {
        None => html! { { cell.text.clone() } },
        Some((deed, open)) => {
            let deed = deed.clone();
            let ask = send.reform(move |()| Event::Do(deed.clone()));
            Figure {
                text: cell.text.clone().into(),
                class: tone_class(cell.tone).into(),
                open: *open,
                ask,
                ..Default::default()
            }
            .html()
        }
    };
    html! { <>{ text }if !cell.note.is_empty() { <small>{ cell.note.clone() }</small> }</> }
}
