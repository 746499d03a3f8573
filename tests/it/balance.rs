//! The balance standard: golden cases, edges, explanations and the page.

mod county;
mod edge;
mod golden;
mod law;
mod page;
mod sample;
mod standard;
