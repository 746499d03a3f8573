//! A table of schools that repeats another's: the same schools, fields and
//! years, all or nearly all values equal.

use super::log::unless_twin;
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::dataset::Fact;
use crate::word::field::Field;
use crate::word::table::Table;

/// The tables read so far, with what they say.
#[derive(Default)]
pub(super) struct Twins(Vec<(Place, Vec<Known>)>);

/// School, field and year, with the value.
type Known = ((usize, Field, Option<i32>), f64);

/// Of so many values at most one may differ, or have no counterpart, in tables
/// that are taken for one.
const MOST: usize = 10;

impl Twins {
    /// Takes in what was read of a table. Of one that repeats another exactly,
    /// that is all that is said (`None`); of one that does so nearly, the values
    /// that differ are listed besides.
    pub fn take(
        &mut self,
        rows: usize,
        table: &Table,
        read: Vec<Fact>,
        own: Findings,
        facts: &mut Vec<Fact>,
        problems: &mut Findings,
    ) -> Option<usize> {
        let known = known(&read);
        let twin = self.0.iter().find_map(|(place, other)| Some((place.clone(), likeness(&known, other)?)));
        if let Some((place, Likeness::Near)) = &twin {
            problems.push(Problem::new(ProblemKind::TableTwice, table.place(), "", place.to_string()));
        }
        let same = twin.filter(|(_, likeness)| *likeness == Likeness::Same).map(|(place, _)| place);
        let rows = unless_twin(rows, same, table, own, problems)?;
        if !known.is_empty() {
            self.0.push((table.place(), known));
        }
        facts.extend(read);
        Some(rows)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Likeness {
    Same,
    Near,
}

/// What facts say, sorted.
fn known(facts: &[Fact]) -> Vec<Known> {
    let mut known: Vec<Known> =
        facts.iter().map(|fact| ((fact.school, fact.field.clone(), fact.year), fact.value.number)).collect();
    order::sort_by(&mut known, |one, other| one.0.cmp(&other.0));
    known
}

/// How much two tables are one; `None`: they are two.
fn likeness(one: &[Known], other: &[Known]) -> Option<Likeness> {
    let longer = one.len().max(other.len());
    let spared = longer / MOST;
    if longer == 0 || one.len().abs_diff(other.len()) > spared {
        return None;
    }
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    let mut odd = 0;
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        let order = first.0.cmp(&second.0);
        let equal = order.is_eq() && first.1.total_cmp(&second.1).is_eq();
        odd += usize::from(!equal);
        if odd > spared {
            return None;
        }
        if order.is_le() {
            left.next();
        }
        if order.is_ge() {
            right.next();
        }
    }
    odd += left.count() + right.count();
    match odd {
        0 => Some(Likeness::Same),
        odd if odd <= spared => Some(Likeness::Near),
        _ => None,
    }
}
