//! Which rows and columns of a sheet are hidden.

use crate::basis::order;

/// Numbers from 0 that are marked, each once, however often a file says so.
#[derive(Default)]
pub(super) struct Marks(Vec<(u32, u32)>);

impl Marks {
    /// Marks the numbers from `first` to `last` that are below `end`.
    pub fn add(&mut self, first: u32, last: u32, end: u32) {
        let past = last.saturating_add(1).min(end);
        if first >= past {
            return;
        }
        match self.0.last_mut() {
            // What is said again, or goes on, takes no room.
            Some((start, stop)) if *start <= first && first <= *stop => *stop = past.max(*stop),
            _ => self.0.push((first, past)),
        }
    }

    /// The numbers, rising.
    pub fn list(&self) -> Vec<u32> {
        let mut ranges = self.0.clone();
        order::sort_by_key(&mut ranges, |range| *range);
        let (mut numbers, mut free) = (Vec::new(), 0);
        for (first, past) in ranges {
            numbers.extend(first.max(free)..past);
            free = past.max(free);
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn marks_are_bounded_and_count_once() {
        let mut marks = Marks::default();
        marks.add(3, u32::MAX, 6);
        marks.add(4, 1, 6);
        marks.add(4, 4, 6);
        marks.add(7, 9, 6);
        marks.add(1, 1, 6);
        marks.add(0, 3, 6);
        assert_eq!(marks.list(), [0, 1, 2, 3, 4, 5]);
        assert_eq!(marks.0.len(), 3);
    }
}
