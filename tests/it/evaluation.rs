//! The evaluation: formulas against vectors and laws, then whole evaluations
//! against results worked out by hand.

use std::sync::Arc;

use suanpan::basis::place::Place;
use suanpan::basis::why::CellNote;
use suanpan::measure::direction::Direction;
use suanpan::word::dataset::{Dataset, Fact, School, SchoolKind, Value};
use suanpan::word::field::Field;
use suanpan::word::scheme::evaluation::{
    Content, EvaluationScheme, Grouping, Indicator, MissingRule, Node, Normalisation, Source, Weight,
};

mod edit;
mod explain;
mod formula;
mod run;
mod view;
mod weight;

/// A numeric column by its name.
fn column(name: &str) -> Field {
    Field::Other(name.into())
}

/// Adds a school, with its location.
fn school(dataset: &mut Dataset, name: &str, location: Option<&str>) -> usize {
    let place = Place::file("测试.csv");
    let location: Option<Arc<str>> = location.map(Into::into);
    let kind = Some(SchoolKind::Junior);
    dataset.schools.push(School {
        name: name.into(),
        code: None,
        kind,
        location,
        sponsor: None,
        district: None,
        place,
    });
    dataset.schools.len() - 1
}

/// Adds a value, in a cell of its own.
fn fact(dataset: &mut Dataset, school: usize, field: Field, year: Option<i32>, number: f64) {
    let row = u32::try_from(dataset.facts().len()).unwrap();
    let source = CellNote { place: Place::file("测试.csv").at(row, 1), text: number.to_string() };
    assert!(dataset.insert(Fact { school, field, year, value: Value { number, source, parts: Vec::new() } }).is_none());
}

/// A leaf of higher-is-better values.
fn leaf(name: &str, weight: Weight, normalisation: Normalisation) -> Node {
    let source = Source::Field(column(name));
    let content = Content::Indicator(Indicator { source, direction: Direction::Higher, normalisation });
    Node { name: name.into(), weight, locked: false, content }
}

/// A group of nodes.
fn group(name: &str, weight: Weight, nodes: Vec<Node>) -> Node {
    Node { name: name.into(), weight, locked: false, content: Content::Group(nodes) }
}

/// A scheme without adjustments.
fn scheme(nodes: Vec<Node>, missing: MissingRule) -> EvaluationScheme {
    EvaluationScheme { year: None, nodes, adjustments: Vec::new(), missing, grouping: Grouping::Location }
}

/// Numbers that look random and are the same in every run (an xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}
