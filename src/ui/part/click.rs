//! What a click sends.

use yew::prelude::*;

use crate::app::deed::Deed;
use crate::app::event::Event;

/// A click that does what a view offers.
pub fn does(deed: &Deed, send: &Callback<Event>) -> Callback<MouseEvent> {
    let deed = deed.clone();
    send.reform(move |_: MouseEvent| Event::Do(deed.clone()))
}
