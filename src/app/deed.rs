//! What a click does, as the page sees it: it hands it back unread.

use super::event::Event;
use super::sealed::Sealed;

/// An event that a view offers.
pub type Deed = Sealed<Event>;
