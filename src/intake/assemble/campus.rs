//! Campuses that do not count as schools (是否计校数: 否): rows of their own,
//! whose figures belong to their school's.

use std::collections::{HashMap, HashSet};

use super::check::{Entry, State};
use crate::word::field::Quantity;

/// The schools of a table that count as such and were read, with their years.
#[derive(Default)]
pub(super) struct Counted(HashMap<String, HashSet<Option<i32>>>);

impl Counted {
    /// Adds a school of a year.
    pub fn add(&mut self, name: &str, year: Option<i32>) {
        self.0.entry(name.to_owned()).or_default().insert(year);
    }

    /// Whether a name is one of them in a year.
    pub fn has(&self, name: &str, year: Option<i32>) -> bool {
        self.0.get(name).is_some_and(|years| years.contains(&year))
    }

    /// The school that a campus is named after: the longest name that its own
    /// begins with, in its year.
    pub fn school_of<'n>(&self, campus: &'n str, year: Option<i32>) -> Option<&'n str> {
        let ends = campus.char_indices().skip(2).map(|(end, _)| end);
        ends.filter_map(|end| campus.get(..end)).filter(|name| self.has(name, year)).last()
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
            // Without the school's own figure the sum is not known.
            Some(own) if own.state == State::Blank => {}
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
        let mut counted = Counted::default();
        for (name, year) in [("城关小学", 2024), ("城关小学东风分校", 2025), ("城关小学", 2025), ("一中", 2025)]
        {
            counted.add(name, Some(year));
        }
        let of = |campus, year| counted.school_of(campus, Some(year));
        assert_eq!(of("城关小学(东校区)", 2025), Some("城关小学"));
        assert_eq!(of("城关小学东风分校二部", 2025), Some("城关小学东风分校"));
        assert_eq!(of("城关小学东风分校二部", 2024), Some("城关小学"), "the branch has no row of that year");
        assert_eq!(of("一中南校区", 2025), Some("一中"));
        assert_eq!(of("一中南校区", 2024), None);
        assert_eq!(of("城关小学", 2025), None, "no school is its own campus");
        assert_eq!(of("西关小学北校区", 2025), None);
    }
}
