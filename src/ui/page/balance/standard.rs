//! The standard's numbers and its scope.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::balance::{Block, FigureRow, StandardPanel};
use crate::app::view::section::Field;
use crate::ui::part::click::press;
use crate::ui::part::entry::{entry, is_refused};
use crate::ui::part::number::NumberLook;
use crate::ui::part::select::toggle;

/// The numbers and the scope, folded away until asked for.
pub(super) fn panel(panel: &StandardPanel, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let [item, primary, junior] = &panel.heads;
    let here = panel.rows.iter().flat_map(|row| &row.fields).any(|field| is_refused(field, refused));
    html! {
        <details class="standard">
            <summary>{ panel.summary.clone() }</summary>
            <p class="hint">
                { panel.source.clone() }
                if let Some(reset) = &panel.reset { { " " }{ press(reset, send) } }
            </p>
            <div class="numbers">
                <table>
                    <thead><tr>
                        <th scope="col" class="words">{ item.clone() }</th>
                        <th scope="col">{ primary.clone() }</th>
                        <th scope="col">{ junior.clone() }</th>
                    </tr></thead>
                    <tbody>{ for panel.rows.iter().map(|row| figures(row, refused, send)) }</tbody>
                </table>
                <div>
                    { for panel.blocks.iter().map(|part| block(part, send)) }
                    <p class="refused" aria-live="polite">{ if here { &*panel.invalid } else { "" } }</p>
                </div>
            </div>
        </details>
    }
}

fn figures(row: &FigureRow, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let span = if row.fields.len() == 1 { "2" } else { "1" };
    let number = |field: &Field| entry(field, refused, NumberLook { quiet: true, ..NumberLook::default() }, send);
    html! {
        <tr>
            <th scope="row" class="words">{ row.label.clone() }</th>
            { for row.fields.iter().map(|field| html! { <td colspan={span}>{ number(field) }</td> }) }
        </tr>
    }
}

fn block(block: &Block, send: &Callback<Event>) -> Html {
    html! {
        <fieldset>
            <legend>{ block.title.clone() }</legend>
            { for block.toggles.iter().map(|part| toggle(part, send)) }
            { for block.notes.iter().map(|note| html! { <p class="hint">{ note.clone() }</p> }) }
        </fieldset>
    }
}
