//! The loops over bytes that reading a large file spends its time in, and the
//! cells that they fill, in a crate of their own so that they are compiled for
//! speed and all else for size. The loops know the plain forms that programs write; at anything else they
//! stop, and the general readers of `suanpan::intake` go on from there.

pub mod cell;
pub mod cells;
mod cursor;
pub mod delimited;
pub mod number;
pub mod pool;
mod shape;
pub mod sheet;
pub mod words;

pub use cursor::Stop;
