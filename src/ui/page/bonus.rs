//! The bonus page: lead, identity, rule, table, explanation.

mod rule;
mod table;

use std::borrow::Cow;

use std::rc::Rc;

use yew::prelude::*;

use self::rule::RuleSide;
use crate::app::event::Event;
use crate::app::model::Page;
use crate::app::typed::Typed;
use crate::app::view::Tone;
use crate::app::view::bonus::{BonusView, IdentityView, Needed, Notice};
use crate::basis::text::Lang;
use crate::basis::why::Why;
use crate::ui::part::figure::figure;
use crate::ui::part::pager::Pager;
use crate::ui::part::sentence::{pill, sentence, tone_class};
use crate::ui::part::why::WhyPanel;

/// What the page shows and tells.
pub struct BonusPage {
    /// What it shows.
    pub view: Rc<BonusView>,
    /// The open explanation.
    pub why: Option<Why>,
    /// What was typed last and could not be read.
    pub refused: Option<Typed>,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// The bonus page.
pub fn bonus(page: &BonusPage) -> Html {
    let BonusPage { view, why, refused, lang, send } = page;
    let lang = *lang;
    let close = send.reform(|()| Event::Understood);
    html! {
        <>
            <h1>{ view.title.clone() }</h1>
            if !view.lead.is_empty() { <p class="lead">{ sentence(&view.lead) }</p> }
            if let Some(needed) = &view.needed { { need(needed, lang, send) } }
            if let Some(identity) = &view.identity { { balance_sheet(identity, send) } }
            <div class="columns">
                <section>
                    <RuleSide rule={view.rule.clone()} refused={refused.clone()} send={send.clone()} />
                    { for view.notices.iter().map(notice) }
                </section>
                <section class="result">
                    if let Some(gap) = &view.gap { <p class="tools">{ figure(gap, Classes::new(), send) }</p> }
                    if let Some(table) = &view.table { { table::table(table, lang, send) } }
                    if !view.unpaid.is_empty() { { left_out(view, lang, send) } }
                    if view.table.is_some() { <p class="hint">{ lang.ask_hint() }</p> }
                    <WhyPanel why={why.clone()} {lang} {close} />
                </section>
            </div>
        </>
    }
}

/// 总额 = 实发 + 留存 + 尾差.
fn balance_sheet(identity: &IdentityView, send: &Callback<Event>) -> Html {
    let (label, pool) = &identity.pool;
    let term = |(index, (label, yuan)): (usize, &(Cow<'static, str>, String))| {
        let sign = if index == 0 { "=" } else { "+" };
        html! { <><span>{ sign }</span><span>{ label.clone() }{ " " }<b>{ yuan.clone() }</b></span></> }
    };
    html! {
        <p class="identity">
            <span>{ label.clone() }{ " " }{ figure(pool, classes!("strong"), send) }</span>
            { for identity.terms.iter().enumerate().map(term) }
            { pill(&identity.mark.text, identity.mark.tone) }
            <small class="quiet">{ identity.remark.clone() }</small>
        </p>
    }
}

/// What is still missing, and the way to it.
fn need(needed: &Needed, lang: Lang, send: &Callback<Event>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Event::Go(Page::Data));
    html! {
        <div class="notice needed">
            <p><b>{ needed.title.clone() }</b><br />{ needed.remedy.clone() }</p>
            if needed.control.is_none() {
                <button type="button" class="button" {onclick}>{ lang.go_to_data() }</button>
            }
        </div>
    }
}

fn notice(notice: &Notice) -> Html {
    let class = if notice.tone == Tone::Near { "policy" } else { "policy remark" };
    html! {
        <div {class}>
            <h2 class={tone_class(notice.tone)}>{ notice.title.clone() }</h2>
            <p>{ notice.text.clone() }</p>
        </div>
    }
}

fn left_out(view: &BonusView, lang: Lang, send: &Callback<Event>) -> Html {
    html! {
        <section class="unpaid">
            <h2>{ view.unpaid_title.clone() }</h2>
            if let Some(view) = &view.unpaid_pager { <Pager view={view.clone()} {lang} send={send.clone()} /> }
            <dl class="pairs">
                { for view.unpaid.iter().map(|school| html! {
                    <><dt>{ school.name.clone() }</dt><dd>{ school.reason.clone() }</dd></>
                }) }
            </dl>
        </section>
    }
}
