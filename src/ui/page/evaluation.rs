//! The evaluation page: the scheme on one side, the result on the other.

mod table;
mod tree;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::model::Page;
use crate::app::typed::Typed;
use crate::app::view::evaluation::EvaluationView;
use crate::basis::text::Lang;
use crate::basis::why::Why;
use crate::ui::part::sentence::sentence;
use crate::ui::part::why::WhyPanel;

/// What the page shows and tells.
pub struct EvaluationPage {
    /// What it shows.
    pub view: Rc<EvaluationView>,
    /// What is being explained.
    pub why: Option<Why>,
    /// What was typed last and could not be read.
    pub refused: Option<Typed>,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// The evaluation page.
pub fn evaluation(page: &EvaluationPage) -> Html {
    let EvaluationPage { view, why, refused, lang, send } = page;
    let lang = *lang;
    html! {
        <>
            <h1>{ view.title.clone() }</h1>
            { for view.lead.iter().map(|said| html! { <p class="lead">{ sentence(said) }</p> }) }
            if view.table.is_none() {
                { needs(&view.needs, lang, send) }
            }
            <div class="evaluation">
                if let Some(side) = &view.scheme {
                    { tree::side(side, lang, refused, send) }
                }
                if let Some(result) = &view.table {
                    <div class="result">
                        { table::table(result, lang, send) }
                        <p class="unseen" role="status">{ view.spoken.clone() }</p>
                        if !view.warnings.is_empty() {
                            <ul class="remarks">
                                { for view.warnings.iter().map(|said| html! { <li>{ sentence(said) }</li> }) }
                            </ul>
                        }
                        <p class="hint">{ lang.ask_hint() }</p>
                        <WhyPanel why={why.clone()} {lang} close={send.reform(|()| Event::Understood)} />
                    </div>
                }
            </div>
        </>
    }
}

fn needs(needs: &[String], lang: Lang, send: &Callback<Event>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Event::Go(Page::Data));
    html! {
        <>
            <ul class="needs">{ for needs.iter().map(|need| html! { <li>{ need.clone() }</li> }) }</ul>
            <p><button type="button" class="button" {onclick}>{ lang.go_to_data() }</button></p>
        </>
    }
}
