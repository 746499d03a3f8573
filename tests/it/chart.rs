//! Charts: pictures that were looked at, and laws for all others.

mod golden;
mod law;
mod sample;
