//! Layer 4: the application without a screen.

pub mod project;
pub mod view;
