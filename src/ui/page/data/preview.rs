//! A part of a sheet in which cells can be typed over.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::data::{PreviewCell, PreviewColumn, PreviewRow, PreviewView};
use crate::basis::text::Lang;
use crate::ui::part::pager::Pager;
use crate::ui::part::sentence::tone_class;
use crate::ui::part::text::Text;

/// Properties of [`Preview`].
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// What it shows.
    pub view: PreviewView,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// A part of a sheet. Goes to the cell that the person wishes to see.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { view, lang, send } = props;
    let sheet = view.sheet;
    use_effect_with(view.cell, move |cell| {
        if let Some(((row, column), _)) = cell {
            focus(&id(sheet, *row, *column));
        }
    });
    html! {
        <div class="preview">
            <p><b>{ lang.preview() }</b>{ " " }<span class="quiet">{ lang.preview_about() }</span></p>
            <div class="frame" tabindex="0" role="group" aria-label={lang.preview()}>
                <table>
                    <thead>
                        <tr><td class="stay"></td>{ for view.columns.iter().map(|column| html! { <th scope="col" class={stay(column)}>{ column.letters.clone() }</th> }) }</tr>
                        <tr class="meanings"><td class="stay"></td>{ for view.columns.iter().map(|column| html! { <td class={stay(column)}>{ column.meaning.clone() }</td> }) }</tr>
                    </thead>
                    <tbody>{ for view.rows.iter().map(|line| row(view, line, send)) }</tbody>
                </table>
            </div>
            <Pager view={view.pager.clone()} lang={*lang} send={send.clone()} />
        </div>
    }
}

fn row(view: &PreviewView, row: &PreviewRow, send: &Callback<Event>) -> Html {
    html! {
        <tr class={tone_class(row.tone)}>
            <th scope="row" class="stay">{ row.row + 1 }<span class="quiet">{ format!(" {}", row.meaning) }</span></th>
            { for (0..).zip(&row.cells).zip(&view.columns).map(|((index, shown), column)| cell(view, (row.row, index), column, shown, send)) }
        </tr>
    }
}

/// The class of the cells of a column that stays in sight.
fn stay(column: &PreviewColumn) -> Classes {
    classes!(column.stays.then_some("stay"), column.stays.then_some("named"))
}

fn cell(
    view: &PreviewView,
    (row, column): (u32, u32),
    of: &PreviewColumn,
    shown: &PreviewCell,
    send: &Callback<Event>,
) -> Html {
    let (place, sheet) = (view.place.at(row, column), view.sheet);
    let commit = send.reform(move |text: String| Event::EditCell { place: place.clone(), text });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let row = match event.key().as_str() {
            "Enter" | "ArrowDown" => row.checked_add(1),
            "ArrowUp" => row.checked_sub(1),
            _ => None,
        };
        // Where there is no other row the key does what it does in any field: Enter
        // confirms what was typed.
        if row.is_some_and(|row| focus(&id(sheet, row, column))) {
            event.prevent_default();
        }
    });
    let id = id(sheet, row, column);
    // Not of the sheet's number, which changes when a file comes: the cell in
    // which somebody types remains the same field.
    let key = format!("{row}-{column}");
    html! {
        <td class={classes!(tone_class(shown.tone), stay(of))}>
            <Text {key} id={id.clone()} value={shown.text.clone()} label={shown.label.clone()} {commit} {onkeydown} />
        </td>
    }
}

fn id(sheet: usize, row: u32, column: u32) -> String {
    format!("cell-{sheet}-{row}-{column}")
}

/// Puts the cursor into a cell, if there is one, and says so; leaving another one
/// commits what was typed.
fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // A cell that cannot take it stays as it is.
    element.is_some_and(|element| element.focus().is_ok())
}
