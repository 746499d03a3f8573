//! The report page: what can be taken away.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::model::Page;
use crate::app::view::report::ReportView;
use crate::basis::text::Lang;
use crate::ui::part::sentence::sentence;

/// What the page shows and tells.
pub struct ReportPage {
    /// What it shows.
    pub view: Rc<ReportView>,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// The report page.
pub fn report(page: &ReportPage) -> Html {
    let ReportPage { view, lang, send } = page;
    let on = |event: Event| send.reform(move |_: MouseEvent| event.clone());
    html! {
        <>
            <h1>{ view.title.clone() }</h1>
            <p class="lead">{ sentence(&view.lead) }</p>
            if view.ready {
                <div class="tools">
                    <button type="button" class="button" onclick={on(Event::Export)}>{ lang.report_export() }</button>
                    <button type="button" class="button ghost" onclick={on(Event::Save)}>{ lang.report_save() }</button>
                </div>
                <p class="quiet">{ lang.report_project_about() }</p>
                <div class="pair">
                    <section><h2>{ lang.report_contents() }</h2>{ pairs(&view.sheets) }</section>
                    <section><h2>{ lang.report_marks() }</h2>{ pairs(&view.marks) }</section>
                </div>
            } else {
                <p><button type="button" class="button" onclick={on(Event::Go(Page::Data))}>{ lang.go_to_data() }</button></p>
            }
        </>
    }
}

fn pairs(pairs: &[(String, String)]) -> Html {
    html! {
        <dl class="pairs">
            { for pairs.iter().map(|(name, about)| html! { <><dt>{ name.clone() }</dt><dd>{ about.clone() }</dd></> }) }
        </dl>
    }
}
