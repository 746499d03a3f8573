//! Which standard, its numbers and its scope.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::{Entry, Typed};
use crate::app::view::balance::{Block, FigureField, FigureRow, StandardPanel, Toggle};
use crate::ui::part::click::picks;
use crate::ui::part::entry::entry_field;
use crate::ui::part::number::NumberLook;
use crate::ui::part::segment::Segment;

/// The choice of the standard.
pub(super) fn choice(panel: &StandardPanel, send: &Callback<Event>) -> Html {
    let pick = picks(panel.choices.iter().map(|choice| Event::Balance(choice.edit)).collect(), send);
    let options: Vec<AttrValue> = panel.choices.iter().map(|choice| choice.label.to_string().into()).collect();
    let chosen = panel.choices.iter().position(|choice| choice.chosen);
    Segment { label: panel.label.to_string().into(), options, chosen, pick }.html()
}

/// The numbers and the scope, folded away until asked for.
pub(super) fn panel(panel: &StandardPanel, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let [item, primary, junior] = &panel.heads;
    let here = refused.as_ref().is_some_and(|refused| matches!(refused.entry, Entry::Balance(_)));
    html! {
        <details class="standard">
            <summary>{ panel.summary.clone() }</summary>
            <p class="hint">{ panel.source.clone() }{ reset(panel, send) }</p>
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
                    <p class="refused" aria-live="polite">{ if here { panel.invalid.as_ref() } else { "" } }</p>
                </div>
            </div>
        </details>
    }
}

fn reset(panel: &StandardPanel, send: &Callback<Event>) -> Html {
    let Some((label, edit)) = &panel.reset else { return Html::default() };
    let edit = *edit;
    let onclick = send.reform(move |_: MouseEvent| Event::Balance(edit));
    html! { <>{ " " }<button type="button" class="plainbutton" {onclick}>{ label.clone() }</button></> }
}

fn figures(row: &FigureRow, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let span = if row.fields.len() == 1 { "2" } else { "1" };
    html! {
        <tr>
            <th scope="row" class="words">{ row.label.clone() }</th>
            { for row.fields.iter().map(|field| html! { <td colspan={span}>{ number(field, refused, send) }</td> }) }
        </tr>
    }
}

fn number(field: &FigureField, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let class = classes!(field.departs.then_some("departs"));
    let look = NumberLook { quiet: true, hint: field.hint.to_string().into(), class, ..NumberLook::default() };
    entry_field(Entry::Balance(field.figure), refused, field.label.clone(), field.text.clone(), look, send)
}

fn block(block: &Block, send: &Callback<Event>) -> Html {
    html! {
        <fieldset>
            <legend>{ block.title.clone() }</legend>
            { for block.toggles.iter().map(|toggle| self::toggle(toggle, send)) }
            { for block.notes.iter().map(|note| html! { <p class="hint">{ note.clone() }</p> }) }
        </fieldset>
    }
}

fn toggle(toggle: &Toggle, send: &Callback<Event>) -> Html {
    let edit = toggle.edit;
    let onchange = send.reform(move |_: yew::Event| Event::Balance(edit));
    let class = classes!("switch", toggle.departs.then_some("departs"));
    html! { <label {class}><input type="checkbox" checked={toggle.on} {onchange} />{ toggle.label.clone() }</label> }
}
