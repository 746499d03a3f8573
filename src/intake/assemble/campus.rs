//! Campuses that do not count as schools (是否计校数: 否): rows of their own,
//! whose figures belong to their school's.

use std::collections::{HashMap, HashSet};

use super::check::{Entry, State};
use crate::word::field::Quantity;

/// The schools of a table that count as such, where it tells campuses apart.
#[derive(Default)]
pub(super) struct Counted(HashSet<String>);

impl Counted {
    /// Of these names.
    pub fn of(names: impl Iterator<Item = String>) -> Self {
        Self(names.collect())
    }

    /// Whether a name is one of them.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// The school that a campus is named after: the longest name that its own
    /// begins with.
    pub fn school_of(&self, campus: &str) -> Option<&str> {
        let ends = campus.char_indices().skip(2).map(|(end, _)| end);
        let begins = ends.filter_map(|end| campus.get(..end)).filter_map(|name| self.0.get(name));
        begins.last().map(String::as_str)
    }
}

/// Adds the records of campuses to those of their schools in the same year.
/// `records`: what tells school and year, whether it is a campus, the values.
pub(super) fn join<K: Eq + std::hash::Hash + Copy>(records: Vec<(K, bool, Vec<Entry>)>) -> Vec<(K, Vec<Entry>)> {
    let mut schools: Vec<(K, Vec<Entry>)> = Vec::with_capacity(records.len());
    let mut index: HashMap<K, usize> = HashMap::new();
    for (key, campus, entries) in records {
        let known = index.get(&key).copied().filter(|_| campus).and_then(|at| schools.get_mut(at));
        match known {
            Some((_, school)) => add(school, entries),
            None => {
                index.entry(key).or_insert(schools.len());
                schools.push((key, entries));
            }
        }
    }
    schools
}

/// Adds what can be added; rates and scores stay the school's own.
fn add(school: &mut Vec<Entry>, campus: Vec<Entry>) {
    let adds = |entry: &Entry| matches!(entry.field.quantity(), Quantity::Count | Quantity::Area | Quantity::Money);
    for entry in campus.into_iter().filter(adds) {
        match school.iter_mut().find(|own| own.field == entry.field) {
            Some(own) => own.add(&entry),
            None if entry.state == State::Blank => {}
            None => school.push(entry),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn a_campus_belongs_to_the_school_that_its_name_begins_with() {
        let counted = Counted::of(["城关小学", "城关小学东风分校", "一中"].map(str::to_owned).into_iter());
        assert_eq!(counted.school_of("城关小学(东校区)"), Some("城关小学"));
        assert_eq!(counted.school_of("城关小学东风分校二部"), Some("城关小学东风分校"));
        assert_eq!(counted.school_of("一中南校区"), Some("一中"));
        assert_eq!(counted.school_of("城关小学"), None, "no school is its own campus");
        assert_eq!(counted.school_of("西关小学北校区"), None);
    }
}
