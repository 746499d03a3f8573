//! The balance standard: golden cases, edges, explanations and the page.

mod county;
mod edge;
mod golden;
mod indices;
mod law;
mod page;
mod sample;
