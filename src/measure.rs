//! Layer 1: the mathematics, one formula a file, on plain slices.

pub mod apportion;
pub mod attainment;
pub mod change;
pub mod composite;
pub mod deviation;
pub mod direction;
pub mod dissimilarity;
pub mod extent;
pub mod inequality;
pub mod lift;
pub mod logarithm;
pub mod mean;
pub mod normalise;
pub mod rank;
pub mod split;
pub mod subset;
pub mod threshold;
pub mod transfer;
pub mod undefined;
pub mod variance;
pub mod variant;
pub mod variation;
