//! Texts: evaluation.

mod decision;
mod page;
mod why;
