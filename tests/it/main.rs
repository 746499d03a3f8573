//! Native tests, one binary so that two cores build it quickly. The modules
//! are named for what they hold to.
// clippy.toml frees test functions; what they call is no test to clippy.
#![allow(clippy::expect_used, clippy::float_cmp, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod balance;
mod bonus;
mod container;
mod correction;
#[path = "../digest.rs"]
mod digest;
mod evaluation;
mod intake;
mod journey;
mod json;
mod layers;
mod mark;
mod oracle;
mod project;
mod report;
mod schema;
mod template;
mod vector;
