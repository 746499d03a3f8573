//! What each sheet was recognised as, with its columns.

use yew::prelude::*;

use super::preview::Preview;
use crate::app::deed::Deed;
use crate::app::event::{Event, Fold};
use crate::app::view::data::{ColumnView, Options, SheetView};
use crate::basis::text::Lang;
use crate::ui::part::choice::Choice;
use crate::ui::part::click::picks;
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
    let index = sheet.index;
    let onclick = send.reform(move |_: MouseEvent| Event::Unfold(Fold::Columns(index)));
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
                    <div class="tools">{ for sheet.decisions.iter().map(|decision| options(decision, false, send)) }</div>
                    if let Some(preview) = &sheet.preview { <Preview view={preview.clone()} {lang} send={send.clone()} /> }
                    <div class="frame">{ mapping(columns, lang, send) }</div>
                </td></tr>
            }
        </>
    }
}

/// A decision that the person can make.
fn options(decision: &Options, quiet: bool, send: &Callback<Event>) -> Html {
    let pick = pick(&decision.deeds, send);
    let options: Vec<AttrValue> = decision.labels.iter().map(|label| label.clone().into()).collect();
    Choice { label: decision.label.clone().into(), quiet, options, chosen: decision.chosen, pick, ..Default::default() }
        .html()
}

/// Does what the option chosen does.
fn pick(deeds: &[Deed], send: &Callback<Event>) -> Callback<usize> {
    picks(deeds.iter().cloned().map(Event::Do).collect(), send)
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
            <tbody>{ for columns.iter().map(|column| column_row(column, lang, send)) }</tbody>
        </table>
    }
}

fn column_row(column: &ColumnView, lang: Lang, send: &Callback<Event>) -> Html {
    let pick = pick(&column.choices, send);
    let options: Vec<AttrValue> = column.options.iter().map(|label| label.clone().into()).collect();
    let groups: Vec<(AttrValue, usize)> =
        column.groups.iter().map(|(name, from)| (name.clone().into(), *from)).collect();
    html! {
        <tr>
            <td class="words"><code>{ column.letters.clone() }</code></td>
            <th scope="row" class="words">{ column.header.clone() }</th>
            <td class="words quiet sample">{ column.sample.clone() }</td>
            <td class="words">
                { Choice { label: lang.meaning_of(&column.header).into(), quiet: true, options, groups, chosen: column.chosen, pick }.html() }
                { for column.unit.iter().map(|unit| self::options(unit, true, send)) }
            </td>
            <td class={classes!("words", tone_class(column.tone))}>{ column.certainty.clone() }</td>
        </tr>
    }
}
