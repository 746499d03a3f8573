//! Layer 2: the words that the calculations speak. A `Table` is what a file
//! held, a `Dataset` what it means, a `Scheme` what the person decided.

pub mod class;
pub mod cohort;
pub mod correction;
pub mod dataset;
pub mod field;
mod label;
pub mod reading;
pub mod scheme;
pub mod source;
pub mod staff;
pub mod table;
pub mod unit;
