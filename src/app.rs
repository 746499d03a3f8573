//! Layer 5: the application without a screen. A [`model::Model`], the
//! [`event::Event`]s that change it through the pure [`update::update`], the
//! [`effect::Effect`]s that it asks the browser for, and one view-model per
//! page. Natively tested from the drop of a file to the workbook taken away.

pub mod act;
mod choice;
mod decided;
pub mod derive;
pub mod document;
pub mod draft;
pub mod effect;
pub mod engine;
pub mod event;
pub mod ground;
pub mod history;
mod kept;
pub mod layout;
pub mod model;
mod opening;
pub mod project;
pub mod screen;
pub mod sealed;
pub mod sight;
mod take;
pub mod task;
pub mod typed;
pub mod update;
pub mod view;
pub mod why;
