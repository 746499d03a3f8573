//! Suanpan 教评算盘: weighted school evaluation, balance indices and bonus
//! distribution, as pure functions from plain values to plain values.
//!
//! The modules stand in layers; an arrow may only point down
//! (`ARCHITECTURE.md`, held by `tests/it/layers.rs`).

pub mod basis;
pub mod measure;
pub mod word;

pub mod balance;
pub mod bonus;
pub mod evaluation;
pub mod intake;

pub mod chart;
pub mod report;

pub mod app;

#[cfg(feature = "browser")]
pub mod ui;
#[cfg(feature = "browser")]
pub mod web;
