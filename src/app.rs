//! Layer 4: the application without a screen.

pub mod document;
pub mod history;
pub mod project;
pub mod view;
