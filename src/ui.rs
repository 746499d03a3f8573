//! Layer 7, the screen: draws view-models and sends events. No page decides
//! anything.

pub mod app;
pub mod bar;
pub mod busy;
pub mod page;
pub mod part;
pub mod rail;
