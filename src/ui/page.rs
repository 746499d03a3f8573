//! The pages.

pub mod balance;
pub mod bonus;
pub mod data;
pub mod evaluation;
pub mod report;
