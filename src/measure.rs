//! Layer 1: the mathematics, one formula a file, on plain slices.

pub mod apportion;
