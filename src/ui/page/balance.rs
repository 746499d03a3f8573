//! The balance page: the verdict in sentences, schools × indicators, and the
//! pieces of the part that is shown.

mod later;
mod plan;
mod standard;
mod table;
mod targets;

use std::rc::Rc;

use yew::prelude::*;

use self::later::{Later, Piece, SIGHT};
use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::balance::{BalanceView, Key};
use crate::app::view::section::Section;
use crate::basis::text::Lang;
use crate::basis::why::Why;
use crate::ui::part::pager::Pager;
use crate::ui::part::select::{row, select};
use crate::ui::part::sentence::{sentence, tone_class};
use crate::ui::part::why::WhyPanel;

/// What the page shows and tells.
pub struct BalancePage {
    /// What it shows.
    pub view: Rc<BalanceView>,
    /// The explanation that is open.
    pub why: Option<Why>,
    /// What was typed last and could not be taken.
    pub refused: Option<Typed>,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// The balance page.
pub fn balance(page: &BalancePage) -> Html {
    let BalancePage { view, why, refused, lang, send } = page;
    let (lang, close) = (*lang, send.reform(|()| Event::Understood));
    let asked = view.table.is_some() || !view.choices.is_empty();
    html! {
        <>
            <div class="titled">
                <h1>{ view.title.clone() }</h1>
                { row(&view.standard.choice, send) }
            </div>
            <p class="lead">{ sentence(&view.lead) }</p>
            if !view.whole.is_empty() { <p class="whole">{ sentence(&view.whole) }</p> }
            if let Some(parts) = &view.parts { <div class="tools parts">{ row(parts, send) }</div> }
            if let Some(shown) = &view.targets {
                { targets::targets(shown, refused, lang, send) }
            } else {
                { resources(view, refused, lang, send) }
                if asked { <p class="hint">{ lang.ask_hint() }</p> }
            }
            // What comes and goes before a part that draws nothing needs something
            // that stays to be put before.
            <div class="place"><WhyPanel why={why.clone()} {lang} {close} /></div>
        </>
    }
}

/// The indicators of resources.
fn resources(view: &BalanceView, refused: &Option<Typed>, lang: Lang, send: &Callback<Event>) -> Html {
    html! {
        <>
            if let Some(stages) = &view.stages {
                <div class="tools">
                    { row(stages, send) }
                    { for view.choices.iter().map(|choice| select(choice, send)) }
                    if !view.legend.is_empty() { <ul class="legend">{ for view.legend.iter().map(key) }</ul> }
                </div>
            } else {
                <ul class="needs">{ for view.needs.iter().map(|name| html! { <li>{ name.clone() }</li> }) }</ul>
            }
            { standard::panel(&view.standard, refused, send) }
            if let Some(form) = &view.form { { plan::form(form, refused, send) } }
            if let Some(table) = &view.table {
                if let Some(view) = &table.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
                { table::table(table, lang, send) }
            }
            // Apart, so that what comes before keeps its place when pieces come and go; another
            // part's are new, and drawn at once.
            <div key={view.parts.as_ref().map_or(0, |parts| parts.chosen)}>{ sections(view, lang, send) }</div>
        </>
    }
}

/// The pieces, told apart by their titles but for the stage at the end. Those that are out
/// of sight follow later: below a long table, else below the first piece, or the first two
/// below a form.
fn sections(view: &BalanceView, lang: Lang, send: &Callback<Event>) -> Html {
    let long = view.table.as_ref().is_some_and(|table| table.rows.len() > SIGHT);
    let at_once = if long { 0 } else { 1 + u32::from(view.form.is_some()) };
    let piece = |(place, piece): (u32, &Section)| {
        let after = later::frames(place.saturating_sub(at_once).min(3));
        let key = piece.title.split(" · ").next().unwrap_or_default().to_owned();
        html! { <Later {key} piece={Piece::Section(piece.clone())} {after} {lang} send={send.clone()} /> }
    };
    (1..).zip(&view.sections).map(piece).collect()
}

fn key(key: &Key) -> Html {
    html! {
        <li class={tone_class(key.tone)}>
            if !key.mark.is_empty() { <span class="mark" aria-hidden="true">{ key.mark.clone() }</span> }
            { key.text.clone() }
        </li>
    }
}
