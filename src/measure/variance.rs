//! How much of the variance of pupils' scores lies between schools.

pub mod analysis;
pub mod eta;
pub mod intraclass;
