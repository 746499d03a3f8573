//! What a click does, as the page sees it: bytes that it hands back unread. So
//! the page's module need not know every event that a view can offer.

use serde::{Deserialize, Serialize};

use super::event::Event;

/// An event that a view offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed(#[serde(with = "serde_bytes")] Vec<u8>);

impl From<Event> for Deed {
    fn from(event: Event) -> Self {
        // Writing to memory cannot fail; nothing is no event.
        Self(postcard::to_stdvec(&event).unwrap_or_default())
    }
}

impl Deed {
    /// The event; `None` for bytes that this program did not write.
    pub fn event(&self) -> Option<Event> {
        postcard::from_bytes(&self.0).ok()
    }
}
