//! Layer 1: the mathematics, one formula a file, on plain slices.

pub mod split;
pub mod threshold;
pub mod variation;
pub mod apportion;
