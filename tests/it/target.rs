//! Compliance targets: the standards' own, comparisons by hand, laws, edits and
//! the page.

mod case;
mod class;
mod input;
mod law;
mod page;
mod preset;
mod school;
mod standard;
mod trend;
mod work;

use suanpan::balance::target::{self, Line, Targets};
use suanpan::balance::verdict::Verdict;
use suanpan::word::dataset::Dataset;
use suanpan::word::scheme::balance::Standard;
use suanpan::word::scheme::target::{
    Aggregation, Comparator, Given, Limit, Measure, Part, Quantity, Scope, Target, TargetScheme,
};

/// By the standard of 2017.
fn assess(data: &Dataset, scheme: &TargetScheme) -> Targets {
    target::assess(data, scheme, Standard::Quality2017)
}

/// A target of the county on a plain number.
fn plain(comparator: Comparator, limit: &str) -> Target {
    Target {
        id: "own1".into(),
        measure: Measure::Number(Vec::new()),
        comparator,
        limits: vec![Limit { part: Part::Whole, value: limit.into() }],
        ..Target::default()
    }
}

/// A target of the county on a share in percent of whole pieces.
fn share(comparator: Comparator, limit: &str) -> Target {
    let measure =
        Measure::Ratio { numerator: Quantity::default(), denominator: Quantity::default(), factor: 100, whole: true };
    Target { measure, ..plain(comparator, limit) }
}

/// The same for each school.
fn each(target: Target, aggregation: Aggregation) -> Target {
    Target { scope: Scope::EachSchool, aggregation, ..target }
}

fn given(target: &str, part: Part, text: &str) -> Given {
    Given { target: target.into(), part, school: String::new(), year: 0, text: text.into() }
}

/// The target alone, with what is said of it year by year.
fn scheme(target: Target, texts: &[&str]) -> TargetScheme {
    let say = |(year, text): (u8, &&str)| Given { year, ..given("own1", Part::Whole, text) };
    let given = (0..).zip(texts).filter(|(_, text)| !text.is_empty()).map(say).collect();
    TargetScheme { sets: Vec::new(), own: vec![target], given, ..TargetScheme::default() }
}

fn judged(target: Target, texts: &[&str]) -> Line {
    assess(&Dataset::default(), &scheme(target, texts)).lines.remove(0)
}

fn verdict(target: Target, text: &str) -> Verdict {
    judged(target, &[text]).verdict
}

/// The set of 2017 with what is said.
fn national(said: Vec<Given>) -> Targets {
    assess(&Dataset::default(), &TargetScheme { given: said, ..TargetScheme::default() })
}
