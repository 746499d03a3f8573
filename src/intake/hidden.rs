//! Which rows and columns of a sheet are hidden. They are read like the others,
//! and named.

use crate::basis::place::column_letters;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::Table;

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

/// That a sheet's hidden rows and columns were read.
pub(super) fn noted(table: &Table) -> impl Iterator<Item = Problem> {
    let rows = (&table.hidden_rows, ProblemKind::HiddenRowsRead, row_name as fn(u32) -> String);
    let columns = (&table.hidden_columns, ProblemKind::HiddenColumnsRead, column_letters as fn(u32) -> String);
    [rows, columns].into_iter().filter_map(|(hidden, kind, name)| {
        (!hidden.is_empty()).then(|| Problem::new(kind, table.place(), ranges(hidden, name), hidden.len().to_string()))
    })
}

fn row_name(row: u32) -> String {
    (u64::from(row) + 1).to_string()
}

/// Rising numbers as spreadsheets write ranges of rows or columns: `3:5, 9:9`;
/// the first few.
fn ranges(numbers: &[u32], name: fn(u32) -> String) -> String {
    const MOST: usize = 8;
    let (mut text, mut rest) = (String::new(), numbers);
    for count in 0..=MOST {
        let Some(first) = rest.first() else { return text };
        if count == MOST {
            break;
        }
        let length = rest.iter().zip(*first..).take_while(|(number, next)| *number == next).count();
        let (range, after) = rest.split_at(length);
        let last = range.last().unwrap_or(first);
        if count > 0 {
            text.push_str(", ");
        }
        text.push_str(&format!("{}:{}", name(*first), name(*last)));
        rest = after;
    }
    text.push_str(", …");
    text
}

#[cfg(test)]
mod tests {
    use super::{Marks, ranges, row_name};
    use crate::basis::place::column_letters;

    #[test]
    fn ranges_are_named_as_in_spreadsheets() {
        assert_eq!(ranges(&[2, 3, 4, 8], row_name), "3:5, 9:9");
        assert_eq!(ranges(&[0, 26], column_letters), "A:A, AA:AA");
        assert_eq!(ranges(&(0..20).map(|row| row * 2).collect::<Vec<_>>(), row_name).matches(':').count(), 8);
    }

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
