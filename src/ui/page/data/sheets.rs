//! What each sheet was recognised as, with its columns.

use yew::prelude::*;

use super::preview::Preview;
use crate::app::event::Event;
use crate::app::view::data::{ColumnView, SheetView};
use crate::basis::text::Lang;
use crate::ui::part::click::does;
use crate::ui::part::select::list;
use crate::ui::part::sentence::tone_class;

/// The table of sheets.
pub fn table(sheets: &[SheetView], lang: Lang, send: &Callback<Event>) -> Html {
    html! {
        <section>
            <h2>{ lang.sheets() }</h2>
            <div class="frame sheets">
                <table>
                    <thead><tr>
                        <th scope="col" class="words">{ lang.sheet() }</th>
                        <th scope="col" class="words">{ lang.recognised_as() }</th>
                        <th scope="col">{ lang.rows() }</th>
                        <th scope="col" class="words">{ lang.columns() }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{ for sheets.iter().map(|sheet| row(sheet, lang, send)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(sheet: &SheetView, lang: Lang, send: &Callback<Event>) -> Html {
    let onclick = does(&sheet.unfold, send);
    let open = sheet.columns.is_some();
    let key = sheet.name.clone();
    html! {
        <key={key}>
            <tr>
                <th scope="row" class="words">
                    { sheet.name.clone() }
                    if let Some(about) = &sheet.about {
                        <div class="evidence quiet">{ about.clone() }</div>
                    }
                </th>
                <td class={classes!("words", tone_class(sheet.tone))}>
                    { sheet.kind.clone() }
                    <div class="evidence quiet">{ sheet.evidence.clone() }</div>
                </td>
                <td>{ sheet.rows.clone() }</td>
                <td class="words">{ sheet.matched.clone() }</td>
                <td>
                    <button type="button" class="plainbutton" aria-expanded={open.to_string()} {onclick}>
                        { if open { lang.hide_columns() } else { lang.show_columns() } }
                    </button>
                </td>
            </tr>
            if let Some(columns) = &sheet.columns {
                <tr class="unfolded"><td colspan="5">
                    <div class="tools">{ for sheet.decisions.iter().map(|decision| list(decision, false, send)) }</div>
                    if let Some(preview) = &sheet.preview { <Preview view={preview.clone()} {lang} send={send.clone()} /> }
                    <div class="frame">{ mapping(columns, lang, send) }</div>
                </td></tr>
            }
        </>
    }
}

fn mapping(columns: &[ColumnView], lang: Lang, send: &Callback<Event>) -> Html {
    html! {
        <table class="mapping">
            <thead><tr>
                <th scope="col" class="words">{ lang.column() }</th>
                <th scope="col" class="words">{ lang.header() }</th>
                <th scope="col" class="words">{ lang.first_values() }</th>
                <th scope="col" class="words">{ lang.meaning() }</th>
                <th scope="col" class="words">{ lang.how_sure() }</th>
            </tr></thead>
            <tbody>{ for columns.iter().map(|column| column_row(column, send)) }</tbody>
        </table>
    }
}

fn column_row(column: &ColumnView, send: &Callback<Event>) -> Html {
    html! {
        <tr>
            <td class="words"><code>{ column.letters.clone() }</code></td>
            <th scope="row" class="words">{ column.header.clone() }</th>
            <td class="words quiet sample">{ column.sample.clone() }</td>
            <td class="words">
                { list(&column.meaning, true, send) }
                { for column.unit.iter().map(|unit| list(unit, true, send)) }
            </td>
            <td class={classes!("words", tone_class(column.tone))}>{ column.certainty.clone() }</td>
        </tr>
    }
}
