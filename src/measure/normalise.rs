//! Normalisations: how a raw value becomes a score that can be added to
//! others. Each takes the value and what it needs to know of its column.

pub mod goalposts;
pub mod interval;
pub mod min_max;
pub mod penalty;
pub mod place;
pub mod ratio;
pub mod standard;
