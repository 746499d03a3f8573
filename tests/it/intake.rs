//! Files to datasets.

mod asking;
mod class;
mod fault;
mod format;
mod marks;
mod markup;
mod name;
mod office;
mod old;
mod property;
mod sample;
mod school;
mod staff;
mod statistics;
mod table;
mod text;
mod twin;
mod unit;
mod workbook;

use suanpan::basis::problem::{Problem, ProblemKind};
use suanpan::intake::{Assembled, Opened, Unwatched, assemble, open, recognise};
use suanpan::word::correction::Corrections;
use suanpan::word::dataset::Dataset;
use suanpan::word::field::Field;

/// The bytes of a file in the tree.
fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn opened(name: &str, bytes: &[u8]) -> Opened {
    open(name, bytes, &mut Unwatched)
}

fn fixture(name: &str) -> Opened {
    opened(name, &bytes(&format!("tests/fixture/{name}")))
}

fn sample() -> Opened {
    opened("县域数据.xlsx", &bytes("examples/县域数据.xlsx"))
}

fn assembled(opened: &Opened) -> Assembled {
    assemble(&opened.tables, &recognise(&opened.tables, &[]), &Corrections::default())
}

/// A CSV file as a dataset with its problems.
fn csv(text: &str) -> Assembled {
    assembled(&opened("表.csv", text.as_bytes()))
}

/// The problems of a kind, as cell, what was found and subject.
fn found(problems: &[Problem], kind: ProblemKind) -> Vec<(String, &str, &str)> {
    let of = problems.iter().filter(|problem| problem.kind == kind);
    of.map(|problem| (problem.place.a1(), &*problem.found, &*problem.subject)).collect()
}

/// The kinds of problems, sorted, each once.
fn kinds(problems: &[Problem]) -> Vec<ProblemKind> {
    let mut kinds: Vec<_> = problems.iter().map(|problem| problem.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// A school's number.
fn number(dataset: &Dataset, school: &str, field: Field, year: Option<i32>) -> Option<f64> {
    dataset.value(dataset.school(school)?, &field, year).map(|value| value.number)
}

/// A fact without its place.
type Essence = (String, Field, Option<i32>, f64);

/// A dataset without its places: schools with their kinds, and facts.
fn essence(dataset: &Dataset) -> (Vec<String>, Vec<Essence>) {
    let name = |index: usize| dataset.schools[index].name.to_string();
    let schools = dataset.schools.iter().map(|school| format!("{} {:?} {:?}", school.name, school.kind, school.code));
    let facts =
        dataset.facts().iter().map(|fact| (name(fact.school), fact.field.clone(), fact.year, fact.value.number));
    (schools.collect(), facts.collect())
}
