//! Native tests, one binary so that two cores build it quickly. The modules
//! are named for what they hold to.
// clippy.toml frees test functions; what they call is no test to clippy.
#![allow(clippy::expect_used, clippy::float_cmp, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod balance;
mod bonus;
mod chart;
#[path = "../../fuzz/src/compare.rs"]
mod compare;
mod container;
mod correction;
#[path = "../digest.rs"]
mod digest;
mod evaluation;
mod inequality;
mod intake;
mod journey;
mod json;
mod layers;
mod layout;
mod mark;
mod moves;
// The fuzzer has more of it.
#[allow(dead_code)]
#[path = "../../fuzz/src/mutate.rs"]
mod mutate;
mod opening;
mod oracle;
mod pager;
mod project;
mod proposal;
mod report;
mod scan;
mod schema;
mod target;
mod template;
mod vector;
#[allow(dead_code)]
#[path = "../../fuzz/src/wrap.rs"]
mod wrap;

/// What a figure asks, if it can be asked about and is not being explained.
fn asked(figure: &suanpan::app::view::figure::Figure) -> Option<suanpan::app::why::Subject> {
    match figure.ask.clone()?.open().unwrap() {
        suanpan::app::act::Act::See(suanpan::app::sight::Sight::Why(subject)) => subject,
        other => panic!("{other:?}"),
    }
}
