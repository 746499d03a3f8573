//! What a click or a choice sends.

use yew::prelude::*;

use crate::app::act::Deed;
use crate::app::event::Event;
use crate::app::view::Press;

/// A click that does what a view offers.
pub fn does(deed: &Deed, send: &Callback<Event>) -> Callback<MouseEvent> {
    let deed = deed.clone();
    send.reform(move |_: MouseEvent| Event::Do(deed.clone()))
}

/// A choice among options, each with what it does.
pub fn picks(options: &[(String, Deed)], send: &Callback<Event>) -> Callback<usize> {
    let deeds: Vec<Deed> = options.iter().map(|(_, deed)| deed.clone()).collect();
    let send = send.clone();
    Callback::from(move |index: usize| {
        if let Some(deed) = deeds.get(index) {
            send.emit(Event::Do(deed.clone()));
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
