//! The data page: drop zone, files, recognised sheets, findings.

pub mod drop;
mod findings;
mod preview;
mod questions;
mod sheets;
mod take;

use std::rc::Rc;

use yew::prelude::*;

use self::drop::DropZone;
use self::findings::Findings;
use crate::app::event::Event;
use crate::app::task::Answered;
use crate::app::view::data::{DataView, FileView, SampleView};
use crate::basis::text::Lang;
use crate::intake::Answer;
use crate::ui::part::click::does;
use crate::ui::part::sentence::sentence;

/// What the page shows and tells.
pub struct DataPage {
    /// What it shows.
    pub view: Rc<DataView>,
    /// The language.
    pub lang: Lang,
    /// Told the files that the person chooses.
    pub files: Callback<Vec<web_sys::File>>,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// The data page.
pub fn data(page: &DataPage) -> Html {
    let DataPage { view, lang, files, send } = page;
    let lang = *lang;
    let open = !view.files.is_empty();
    let on = |event: Event| send.reform(move |_: MouseEvent| event.clone());
    html! {
        <>
            <h1>{ view.title.clone() }</h1>
            <p class="lead">{ sentence(&view.lead) }</p>
            { questions::cards(&view.questions, lang, send) }
            if open {
                <div class="tools">
                    if let Some(deed) = &view.results {
                        <button type="button" class="button" onclick={does(deed, send)}>{ lang.see_results() }</button>
                    }
                    <button type="button" class="plainbutton" onclick={on(Event::Clear)}>{ lang.start_anew() }</button>
                </div>
                { sheets::table(&view.sheets, lang, send) }
                <Findings groups={view.problems.clone()} {lang} send={send.clone()} />
                { take::marked(view, lang, send) }
                { opened(&view.files, lang, send) }
            }
            <DropZone {lang} {files} small={open} />
            if !open {
                <div class="cards">{ for view.samples.iter().map(|card| sample(card, lang, send)) }</div>
            }
            { take::templates(view, !open, lang, send) }
            if !open {
                <p class="proof"><b>{ lang.how_proved() }</b>{ " " }{ lang.local_proof() }</p>
            }
        </>
    }
}

fn sample(card: &SampleView, lang: Lang, send: &Callback<Event>) -> Html {
    let name = card.name.clone();
    let onclick = send.reform(move |_: MouseEvent| Event::SampleChosen(name.clone()));
    html! {
        <button type="button" class="card" {onclick}>
            <b>{ lang.open_sample(&card.title) }</b>
            <span>{ card.about.clone() }</span>
        </button>
    }
}

fn opened(files: &[FileView], lang: Lang, send: &Callback<Event>) -> Html {
    let row = |file: &FileView| {
        let name = file.name.clone();
        let onclick = send.reform(move |_: MouseEvent| Event::Close(name.clone()));
        let other = file.token.map(|token| {
            let answered = Answered { name: file.name.clone(), answer: Answer::OtherEncoding };
            send.reform(move |_: MouseEvent| Event::Answer { token, answered: answered.clone() })
        });
        html! {
            <li>
                <span>{ file.name.clone() }</span><span class="quiet">{ file.size.clone() }</span>
                if let Some(onclick) = other {
                    <button type="button" class="plainbutton" aria-label={lang.other_encoding_of(&file.name)} {onclick}>{ lang.other_encoding() }</button>
                }
                <button type="button" class="plainbutton" aria-label={lang.close_file(&file.name)} {onclick}>{ lang.remove() }</button>
            </li>
        }
    };
    html! {
        <section>
            <h2>{ lang.files() }</h2>
            <ul class="files">{ for files.iter().map(row) }</ul>
        </section>
    }
}
