//! What a click or a choice sends.

use yew::prelude::*;

use crate::app::deed::Deed;
use crate::app::event::Event;
use crate::app::view::Press;

/// A click that does what a view offers.
pub fn does(deed: &Deed, send: &Callback<Event>) -> Callback<MouseEvent> {
    let deed = deed.clone();
    send.reform(move |_: MouseEvent| Event::Do(deed.clone()))
}

/// A choice among options, each of which stands for an event.
pub fn picks(events: Vec<Event>, send: &Callback<Event>) -> Callback<usize> {
    let send = send.clone();
    Callback::from(move |index: usize| {
        if let Some(event) = events.get(index) {
            send.emit(event.clone());
        }
    })
}

/// A button that does what it says.
pub fn press(press: &Press, send: &Callback<Event>) -> Html {
    let label = Some(press.label.clone()).filter(|label| !label.is_empty());
    html! {
        <button type="button" class="plainbutton" aria-label={label} onclick={does(&press.deed, send)}>
            { press.text.clone() }
        </button>
    }
}
