//! What is under way, and how far it is.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view::frame::{Advance, BusyView, Pace};
use crate::basis::text::Lang;
use crate::ui::part::length::length;

/// Milliseconds between two pictures of the progress.
const BEAT: f64 = 200.0;

/// Properties of [`BusyNotice`].
#[derive(Properties, PartialEq)]
pub struct BusyProps {
    /// What it shows.
    pub view: BusyView,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
    /// Told who wants to hear how far it is.
    pub listen: Callback<Callback<Advance>>,
}

/// A notice with a bar, rows, percent, the time left, and a button that stops
/// it. Only this is drawn anew when the worker reports.
#[component]
pub fn BusyNotice(props: &BusyProps) -> Html {
    let BusyProps { view, lang, send, listen } = props;
    let (lang, began) = (*lang, use_memo((), |()| js_sys::Date::now()));
    let pace = use_state_eq(Pace::default);
    let stopped = use_state_eq(|| false);
    {
        let (listen, pace, view, shown) = (listen.clone(), pace.clone(), view.clone(), *began);
        use_effect_with((view.clone(), lang), move |_| {
            let drawn = std::cell::Cell::new(shown);
            listen.emit(Callback::from(move |advance: Advance| {
                let now = js_sys::Date::now();
                if now - drawn.get() >= BEAT {
                    drawn.set(now);
                    pace.set(view.pace(&advance, (now - *began) / 1000.0, lang));
                }
            }));
        });
    }
    let onclick = {
        let stopped = stopped.clone();
        send.reform(move |_: MouseEvent| {
            stopped.set(true);
            Event::Cancel
        })
    };
    html! {
        <div class="notice busy" hidden={*stopped}>
            <p>{ view.text.clone() }<span class="quiet" aria-live="off">{ format!(" {}", pace.detail) }</span></p>
            <progress aria-label={view.text.clone()} max="100" value={pace.fraction.map(|share| length(share * 100.0))} />
            <button type="button" class="button ghost" {onclick}>{ lang.cancel() }</button>
        </div>
    }
}
