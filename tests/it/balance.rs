//! The balance standard: golden cases, edges, explanations and the page.

pub mod county;
mod edge;
mod golden;
mod law;
mod page;
mod sample;
