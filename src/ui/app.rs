//! The root component: holds the model, lets `update` change it, hands effects
//! to the shell, and draws the page.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::bar::Bar;
use super::page::balance::BalancePage;
use super::page::bonus::BonusPage;
use super::page::data::DataPage;
use super::page::evaluation::EvaluationPage;
use super::page::report::ReportPage;
use super::part::sentence::tone_class;
use super::rail::Rail;
use crate::app::event::Event;
use crate::app::model::{Model, Page};
use crate::app::update::update;
use crate::app::view::frame::FrameView;
use crate::app::view::{self, Span};
use crate::app::why::explain;
use crate::basis::text::Lang;
use crate::web::preferences;
use crate::web::shell::Shell;

/// What reaches the component.
pub enum Message {
    /// Something happened.
    Event(Event),
    /// Files were chosen or dropped.
    Files(Vec<web_sys::File>),
    /// The system's colours or contrast changed.
    SystemTheme,
}

/// The application on the screen.
pub struct App {
    model: Model,
    shell: Shell,
    /// Held because a dropped listener hears nothing.
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let shell = Shell::new(ctx.link().callback(Message::Event));
        shell.recall();
        let mut model = Model::default();
        model.preferences = preferences::recall();
        preferences::apply(model.preferences);
        Self { model, shell, _listeners: listeners(ctx) }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        let event = match message {
            Message::Event(event) => event,
            Message::Files(files) => Event::Chosen(self.shell.take(files)),
            Message::SystemTheme => {
                preferences::apply(self.model.preferences);
                return false;
            }
        };
        let before = self.model.preferences;
        for effect in update(&mut self.model, event) {
            self.shell.carry_out(effect, self.model.preferences);
        }
        if self.model.preferences != before {
            preferences::apply(self.model.preferences);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let send = ctx.link().callback(Message::Event);
        let lang = self.model.preferences.lang;
        let frame = view::frame::view(&self.model);
        html! {
            <div class="shell">
                <a class="skip" href="#page">{ lang.skip_to_content() }</a>
                <Bar view={frame.clone()} preferences={self.model.preferences} send={send.clone()} />
                <Rail items={frame.rail.clone()} page={self.model.page} {lang} send={send.clone()} />
                <main class="page" id="page" tabindex="-1">
                    { notices(&frame, lang, &send) }
                    { self.page(ctx, &send) }
                </main>
            </div>
        }
    }
}

impl App {
    fn page(&self, ctx: &Context<Self>, send: &Callback<Event>) -> Html {
        let (model, lang, send) = (&self.model, self.model.preferences.lang, send.clone());
        let subject = model.look.explained.as_ref();
        let why = subject.and_then(|subject| explain(&model.document, &model.derived, subject, lang));
        match model.page {
            Page::Data => {
                let files = ctx.link().callback(Message::Files);
                html! { <DataPage view={view::data::view(model)} {lang} {files} {send} /> }
            }
            Page::Evaluation => html! { <EvaluationPage view={view::evaluation_page(model)} {why} {lang} {send} /> },
            Page::Balance => html! { <BalancePage view={view::balance_page(model)} {why} {lang} {send} /> },
            Page::Bonus => html! { <BonusPage view={view::bonus_page(model)} {why} {lang} {send} /> },
            Page::Report => html! { <ReportPage view={view::report::view(model)} {lang} {send} /> },
        }
    }
}

/// Undo and redo by key, anywhere but in a text field; a change of the
/// system's colours.
fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let link = ctx.link().clone();
    let keys = EventListener::new(&window(), "keydown", move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let typing = key.target().is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>());
        if typing || !(key.ctrl_key() || key.meta_key()) {
            return;
        }
        match (key.key().as_str(), key.shift_key()) {
            ("z", false) => link.send_message(Message::Event(Event::Undo)),
            ("z" | "Z", true) | ("y", false) => link.send_message(Message::Event(Event::Redo)),
            _ => {}
        }
    });
    let watched = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];
    let media = watched.into_iter().filter_map(|query| window().match_media(query).ok().flatten());
    let themes = media.map(|media| {
        let link = ctx.link().clone();
        EventListener::new(&media, "change", move |_| link.send_message(Message::SystemTheme))
    });
    themes.chain([keys]).collect()
}

/// What is under way, what to tell, what is offered.
fn notices(frame: &FrameView, lang: Lang, send: &Callback<Event>) -> Html {
    let on = |event: Event| send.reform(move |_: MouseEvent| event.clone());
    html! {
        <div class="notices" aria-live="polite">
            if let Some(busy) = &frame.busy {
                <div class="notice busy">
                    <p>{ busy.text.clone() }<span class="quiet">{ format!(" {}", busy.detail) }</span></p>
                    <progress aria-label={busy.text.clone()} max="1" value={busy.fraction.map(|share| share.to_string())} />
                    <button type="button" class="button ghost" onclick={on(Event::Cancel)}>{ lang.cancel() }</button>
                </div>
            }
            if let Some(Span { text, tone }) = &frame.notice {
                <div class={classes!("notice", tone_class(*tone))}>
                    <p>{ text.clone() }</p>
                    <button type="button" class="plainbutton" onclick={on(Event::Dismiss)}>{ lang.dismiss() }</button>
                </div>
            }
            if let Some(offer) = &frame.offered {
                <div class="notice">
                    <p>{ offer.clone() }</p>
                    <button type="button" class="button" onclick={on(Event::Resume(true))}>{ lang.resume() }</button>
                    <button type="button" class="plainbutton" onclick={on(Event::Resume(false))}>{ lang.decline() }</button>
                </div>
            }
        </div>
    }
}
