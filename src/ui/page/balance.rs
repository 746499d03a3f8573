//! The balance page: the verdict in sentences, schools × indicators, the
//! coefficients against their limit, and who drives them.

mod check;
mod indices;
mod plan;
mod standard;
mod table;
mod targets;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::balance::{BalanceView, Driver, Key, LeftOut};
use crate::app::why::Subject as Asked;
use crate::balance::subject::Subject;
use crate::basis::text::Lang;
use crate::basis::why::Why;
use crate::ui::part::chart::chart;
use crate::ui::part::click::picks;
use crate::ui::part::figure::Figure;
use crate::ui::part::length::length;
use crate::ui::part::pager::Pager;
use crate::ui::part::segment::Segment;
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
    let lang = *lang;
    let close = send.reform(|()| Event::Explain(None));
    html! {
        <>
            <div class="titled">
                <h1>{ view.title.clone() }</h1>
                { standard::choice(&view.standard, send) }
            </div>
            <p class="lead">{ sentence(view.indices.as_ref().map_or(&view.lead, |part| &part.lead)) }</p>
            if !view.whole.is_empty() { <p class="whole">{ sentence(&view.whole) }</p> }
            if view.parts.len() > 1 { { part_choice(view, send) } }
            if let Some(shown) = &view.targets {
                { targets::targets(shown, refused, lang, send) }
                <WhyPanel why={why.clone()} {lang} {close} />
            } else {
                { resources(view, why, refused, lang, send) }
            }
        </>
    }
}

/// The indicators of resources: schools × indicators, and who drives them.
fn resources(
    view: &BalanceView,
    why: &Option<Why>,
    refused: &Option<Typed>,
    lang: Lang,
    send: &Callback<Event>,
) -> Html {
    let open = view.explained;
    let ask = send.reform(|subject: Subject| Event::Explain(Some(Asked::Balance(subject))));
    let close = send.reform(|()| Event::Explain(None));
    html! {
        <>
            if !view.needs.is_empty() {
                <ul class="needs">{ for view.needs.iter().map(|name| html! { <li>{ name.clone() }</li> }) }</ul>
            } else {
                <div class="tools">
                    { tabs(view, send) }
                    if !view.legend.is_empty() { <ul class="legend">{ for view.legend.iter().map(key) }</ul> }
                </div>
            }
            { standard::panel(&view.standard, refused, send) }
            if let Some(part) = &view.indices { { indices::indices(part, lang, send) } }
            if let Some(plan) = &view.plan { { plan::plan(plan, refused.clone(), lang, send) } }
            if let Some(table) = &view.table {
                if let Some(view) = &table.pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
                { table::table(table, open, &ask, send) }
            }
            if view.table.is_some() || view.indices.is_some() { <p class="hint">{ lang.ask_hint() }</p> }
            // What comes and goes before a part that draws nothing needs something
            // that stays to be put before.
            <div><WhyPanel why={why.clone()} {lang} {close} /></div>
            if let Some(view) = &view.chart { { chart(view, lang, send) } }
            if !view.drivers.is_empty() { { drivers(view, open, &ask) } }
            if let Some(checks) = &view.checks { { check::checks(checks, send) } }
            if !view.excluded.is_empty() { { excluded(view, lang, send) } }
        </>
    }
}

fn part_choice(view: &BalanceView, send: &Callback<Event>) -> Html {
    let pick = picks(view.parts.iter().map(|tab| Event::ShowPart(tab.part)).collect(), send);
    let options: Vec<AttrValue> = view.parts.iter().map(|tab| tab.label.clone().into()).collect();
    let chosen = view.parts.iter().position(|tab| tab.current);
    html! { <div class="tools parts">{ Segment { label: view.parts_label.clone().into(), options, chosen, pick }.html() }</div> }
}

fn tabs(view: &BalanceView, send: &Callback<Event>) -> Html {
    let pick = picks(view.tabs.iter().map(|tab| Event::ShowStage(tab.stage)).collect(), send);
    let options: Vec<AttrValue> = view.tabs.iter().map(|tab| tab.label.clone().into()).collect();
    let chosen = view.tabs.iter().position(|tab| tab.current);
    Segment { label: view.tabs_label.clone().into(), options, chosen, pick }.html()
}

fn key(key: &Key) -> Html {
    html! {
        <li class={tone_class(key.tone)}>
            if !key.mark.is_empty() { <span class="mark" aria-hidden="true">{ key.mark.clone() }</span> }
            { key.text.clone() }
        </li>
    }
}

/// The coefficients with the schools behind them: a bar of parts, then names.
fn drivers(view: &BalanceView, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let [item, variation, schools] = &view.drivers_heads;
    html! {
        <section class="drivers">
            <h2>{ view.drivers_title.clone() }</h2>
            <div class="frame">
                <table>
                    <thead><tr>
                        <th scope="col" class="words">{ item.clone() }</th>
                        <th scope="col">{ variation.clone() }</th>
                        <th scope="col" class="words" colspan="2">{ schools.clone() }</th>
                    </tr></thead>
                    <tbody>{ for view.drivers.iter().map(|driver| driver_row(driver, open, ask)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn driver_row(driver: &Driver, open: Option<Subject>, ask: &Callback<Subject>) -> Html {
    let figure = |text: String, spoken: String, subject: Subject| {
        let ask = ask.reform(move |()| subject);
        Figure { text: text.into(), spoken: spoken.into(), open: open == Some(subject), ask, ..Default::default() }
            .html()
    };
    html! {
        <tr>
            <th scope="row" class="words">{ driver.item.clone() }</th>
            <td class={tone_class(driver.tone)}>{ figure(driver.text.clone(), String::new(), driver.subject) }</td>
            <td class="words">{ shares(driver) }</td>
            <td class="words">
                <ul class="inline">{ for driver.schools.iter().map(|school| {
                    let arrow = if school.above { "▲" } else { "▼" };
                    let text = format!("{} {} {arrow}", school.name, school.text);
                    html! { <li>{ figure(text, school.side.clone(), school.subject) }</li> }
                }) }</ul>
            </td>
        </tr>
    }
}

/// The schools' parts side by side; the rest of the track is everybody else.
fn shares(driver: &Driver) -> Html {
    let mut start = 0.0;
    let parts = driver.schools.iter().enumerate().map(|(index, school)| {
        let x = start;
        start += school.share;
        let class = if index % 2 == 0 { "odd" } else { "even" };
        html! { <rect {class} x={percent(x)} width={percent(school.share)} height="100%" /> }
    });
    html! {
        <svg class="shares" width="120" height="10" aria-hidden="true">
            <rect class="track" width="100%" height="100%" />{ for parts }
        </svg>
    }
}

/// A length as a part of its track.
fn percent(fraction: f64) -> String {
    length(fraction * 100.0) + "%"
}

fn excluded(view: &BalanceView, lang: Lang, send: &Callback<Event>) -> Html {
    let row = |entry: &LeftOut| html! { <><dt>{ entry.school.clone() }</dt><dd>{ entry.reason.clone() }</dd></> };
    html! {
        <section>
            <h2>{ view.excluded_title.clone() }</h2>
            if let Some(view) = &view.excluded_pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
            <dl class="pairs">{ for view.excluded.iter().map(row) }</dl>
        </section>
    }
}
