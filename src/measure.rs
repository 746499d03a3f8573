//! Layer 1: the mathematics, one formula a file, on plain slices.

pub mod attainment;
pub mod change;
pub mod deviation;
pub mod direction;
pub mod extent;
pub mod mean;
pub mod normalise;
pub mod rank;
