//! What must hold of any bytes that are opened, and files to hold it against.

pub mod check;
pub mod compare;
pub mod mutate;
pub mod wrap;
