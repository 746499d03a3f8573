//! Native tests, one binary so that two cores build it quickly. The modules
//! are named for what they hold to.

mod balance;
mod bonus;
mod evaluation;
mod intake;
mod journey;
mod layers;
mod oracle;
mod project;
mod report;
mod schema;
mod text;
mod vector;
