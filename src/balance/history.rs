//! The assessment of every year that the data have, by the same decisions: how a
//! county came to where it is.

use std::collections::{BTreeSet, HashSet};

use super::condition::fields;
use super::{Balance, assess};
use crate::word::dataset::{Dataset, Fact};
use crate::word::scheme::balance::BalanceScheme;

/// The years of the tables of conditions that have years, the earliest first,
/// each with its assessment. What tables without years say belongs to no year
/// and is left out. Empty below two years: nothing can be compared.
pub fn history(data: &Dataset, scheme: &BalanceScheme) -> Vec<(i32, Balance)> {
    let years = years(data, scheme);
    if years.len() < 2 {
        return Vec::new();
    }
    years.into_iter().map(|year| (year, assess(&only(data, year), scheme))).collect()
}

/// The years in which any condition is given that the standard reads.
pub fn years(data: &Dataset, scheme: &BalanceScheme) -> BTreeSet<i32> {
    let read = fields(scheme);
    // Most facts of a county are no conditions: that is told soonest.
    let dated = data.facts().iter().filter_map(|fact| Some((fact.year?, &fact.field)));
    dated.filter(|(_, field)| field.is_condition() && read.contains(field)).map(|(year, _)| year).collect()
}

/// The conditions of one year.
fn only(data: &Dataset, year: i32) -> Dataset {
    let of_year = |fact: &&Fact| fact.year == Some(year) && fact.field.is_condition();
    let facts: Vec<Fact> = data.facts().iter().filter(of_year).cloned().collect();
    let mut schools = data.schools.clone();
    let named: HashSet<usize> = facts.iter().map(|fact| fact.school).collect();
    for (index, school) in schools.iter_mut().enumerate() {
        // A school that the year's tables do not name was none of it: by its kind alone it would
        // be one whose values are missing.
        school.kind = school.kind.filter(|_| named.contains(&index));
    }
    Dataset::collect(schools, facts, &mut |_, _| false)
}
