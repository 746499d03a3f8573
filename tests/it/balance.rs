//! The balance standard: golden cases, edges, explanations and the page.

mod achievement;
mod chart;
pub mod county;
mod edge;
mod golden;
mod history;
mod indices;
mod law;
mod page;
mod plan;
mod rule;
mod sample;
mod standard;
