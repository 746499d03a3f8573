//! Which rows and columns of a sheet are hidden.

/// Numbers from 0 that are marked, each once, however often a file says so.
#[derive(Default)]
pub(super) struct Marks(Vec<bool>);

impl Marks {
    /// Marks the numbers from `first` to `last` that are below `end`.
    pub fn add(&mut self, first: u32, last: u32, end: u32) {
        let (Ok(first), Ok(past)) = (usize::try_from(first), usize::try_from(last.saturating_add(1).min(end))) else {
            return;
        };
        if self.0.len() < past {
            self.0.resize(past, false);
        }
        if let Some(marked) = self.0.get_mut(first..past) {
            marked.fill(true);
        }
    }

    /// The numbers, rising.
    pub fn list(&self) -> Vec<u32> {
        (0..).zip(&self.0).filter_map(|(number, marked)| marked.then_some(number)).collect()
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
        marks.add(7, 9, 6);
        marks.add(1, 1, 6);
        assert_eq!(marks.list(), [1, 3, 4, 5]);
    }
}
