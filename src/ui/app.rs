//! The root component: holds what is on the screen, hands events to the
//! application and its effects to the shell, and draws the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::bar::bar;
use super::busy::BusyNotice;
use super::page::balance::{BalancePage, balance};
use super::page::bonus::{BonusPage, bonus};
use super::page::data::drop::listed;
use super::page::data::{DataPage, data};
use super::page::evaluation::{EvaluationPage, evaluation};
use super::page::report::{ReportPage, report};
use super::part::sentence::tone_class;
use super::rail::rail;
use crate::app::engine::Answer;
use crate::app::event::Event;
use crate::app::screen::{Body, Screen};
use crate::app::view::frame::{Advance, FrameView};
use crate::app::view::{Span, Tone};
use crate::basis::text::Lang;
use crate::web::engine::Said;
use crate::web::preferences;
use crate::web::shell::Shell;

/// What reaches the component.
pub enum Message {
    /// Something happened here.
    Event(Event),
    /// Files were chosen or dropped.
    Files(Vec<web_sys::File>),
    /// The notice of what is under way wants to hear how far it is.
    Listen(Callback<Advance>),
    /// The application says something.
    Said(Said),
    /// The system's colours or contrast changed.
    SystemTheme,
}

/// The application on the screen.
pub struct App {
    screen: Screen,
    shell: Shell,
    /// Told what the person does: always the same, so that parts that do not change
    /// are not drawn again.
    send: Callback<Event>,
    /// Asks before the page is left while what is open is not kept.
    leaving: Option<EventListener>,
    /// Held because a dropped listener hears nothing.
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let chosen = preferences::recall();
        preferences::apply(chosen);
        let shell = Shell::start(ctx.link().callback(Message::Said), chosen);
        let send = ctx.link().callback(Message::Event);
        Self { screen: Screen::start(chosen), shell, send, leaving: None, _listeners: listeners(ctx) }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Event(event) => {
                if matches!(event, Event::Cancel) {
                    self.shell.stop();
                }
                self.shell.send(event);
            }
            Message::Listen(listener) => self.shell.tell_advance(listener),
            Message::Files(files) => {
                let chosen = self.shell.take(files);
                self.shell.send(Event::Chosen(chosen));
            }
            Message::SystemTheme => preferences::apply(self.screen.preferences),
            Message::Said(Said::Answer(answer, contents)) => {
                self.take(*answer, contents);
                return true;
            }
            Message::Said(Said::Lost(reason)) => {
                let text = self.screen.preferences.lang.engine_lost(&reason);
                self.screen = self.screen.clone().telling(text, Tone::Bad);
                return true;
            }
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let send = &self.send;
        let Screen { preferences, page, frame, .. } = &self.screen;
        let lang = preferences.lang;
        html! {
            <div class="shell">
                <a class="skip" href="#page">{ lang.skip_to_content() }</a>
                { bar(frame, *preferences, send) }
                { rail(&frame.rail, *page, lang, send) }
                <main class="page" id="page" tabindex="-1">
                    { notices(frame, lang, send, &ctx.link().callback(Message::Listen)) }
                    { self.body(ctx) }
                </main>
            </div>
        }
    }
}

impl App {
    fn take(&mut self, answer: Answer, contents: Array) {
        let chosen = answer.screen.preferences;
        if chosen != self.screen.preferences {
            preferences::apply(chosen);
        }
        self.screen = answer.screen;
        for effect in answer.effects {
            self.shell.carry_out(effect, &contents, chosen);
        }
        let frame = &self.screen.frame;
        let at_risk = frame.at_risk || frame.project.is_some() && self.shell.is_behind();
        match (at_risk, &self.leaving) {
            (true, None) => self.leaving = Some(asks_before_leaving()),
            (false, Some(_)) => self.leaving = None,
            (true, Some(_)) | (false, None) => {}
        }
    }

    fn body(&self, ctx: &Context<Self>) -> Html {
        let (lang, why, send) = (self.screen.preferences.lang, self.screen.why.clone(), self.send.clone());
        let refused = self.screen.refused.clone();
        match self.screen.body.clone() {
            Body::Data(view) => data(&DataPage { view, lang, files: ctx.link().callback(Message::Files), send }),
            Body::Evaluation(view) => evaluation(&EvaluationPage { view, why, refused, lang, send }),
            Body::Balance(view) => balance(&BalancePage { view, why, refused, lang, send }),
            Body::Bonus(view) => bonus(&BonusPage { view, why, refused, lang, send }),
            Body::Report(view) => report(&ReportPage { view, lang, send }),
        }
    }
}

/// Undo and redo by key, files dropped anywhere, a change of the system's
/// colours.
fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let link = ctx.link().clone();
    let keys = EventListener::new(&window(), "keydown", move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || types_text(key) {
            return;
        }
        match (key.key().as_str(), key.shift_key()) {
            ("z", false) => link.send_message(Message::Event(Event::Undo)),
            ("z" | "Z", true) | ("y", false) => link.send_message(Message::Event(Event::Redo)),
            _ => {}
        }
    });
    // Without this the browser would leave the page to show a dropped file.
    let active = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window(), "dragover", active, |event| event.prevent_default());
    let link = ctx.link().clone();
    let dropped = EventListener::new_with_options(&window(), "drop", active, move |event| {
        event.prevent_default();
        let transfer = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer);
        link.send_message(Message::Files(listed(transfer.and_then(|transfer| transfer.files()))));
    });
    let watched = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];
    let media = watched.into_iter().filter_map(|query| window().match_media(query).ok().flatten());
    let themes = media.map(|media| {
        let link = ctx.link().clone();
        EventListener::new(&media, "change", move |_| link.send_message(Message::SystemTheme))
    });
    themes.chain([keys, over, dropped]).collect()
}

/// Has the browser ask whether the page shall be left. Only while that matters:
/// the mere listener keeps some browsers from remembering the page.
fn asks_before_leaving() -> EventListener {
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", active, |event| {
        event.prevent_default();
        // Older engines ask only where there is a text, which none shows.
        let _ = Reflect::set(event, &"returnValue".into(), &"?".into());
    })
}

/// Whether a key goes to a text field, which has an undo of its own.
fn types_text(key: &web_sys::KeyboardEvent) -> bool {
    let field = key.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|field| matches!(field.type_().as_str(), "text" | "password"))
}

/// What is under way, what to tell, what is offered.
fn notices(frame: &FrameView, lang: Lang, send: &Callback<Event>, listen: &Callback<Callback<Advance>>) -> Html {
    let on = |event: Event| send.reform(move |_: MouseEvent| event.clone());
    html! {
        <div class="notices" aria-live="polite">
            if let Some(busy) = &frame.busy {
                <BusyNotice key={busy.request} view={busy.clone()} {lang} send={send.clone()} listen={listen.clone()} />
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
