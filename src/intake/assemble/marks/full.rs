//! 满分: in a row near the header, or in the headers themselves.

use crate::intake::clean;
use crate::intake::plain::folded;
use crate::intake::row::is_full_marks;
use crate::word::field::Quantity;
use crate::word::reading::Reading;
use crate::word::table::{Cell, Row, Table};
use crate::word::unit::Unit;

/// How far from the header a row of full marks may stand.
const REACH: u32 = 3;

/// The rows of full marks next to the header: below it, then above.
pub(super) fn rows<'a>(table: &'a Table, reading: &Reading) -> Vec<Fulls<'a>> {
    let (top, end) = reading.header;
    let below = end..end.saturating_add(REACH).min(table.height());
    let near = below.chain(top.saturating_sub(REACH)..end).map(|row| table.row(row));
    near.filter(|cells| is_full_marks(*cells)).map(Fulls).collect()
}

/// A row of full marks.
pub(super) struct Fulls<'a>(Row<'a>);

impl Fulls<'_> {
    /// The full mark in a column from 0: 满分120 or 120.
    pub fn at(&self, column: u32) -> Option<f64> {
        of(self.0.get(column))
    }
}

fn of(cell: Cell<'_>) -> Option<f64> {
    match cell {
        Cell::Text(text) => only_number(text),
        _ => clean::number(cell, Quantity::Number, Unit::BASE, true).ok().map(|number| number.value()),
    }
    .filter(|full| *full > 0.0)
}

/// The full mark that a header tells: 语文(120分), 语文 满分120, 语文120. A year
/// is none, and neither is the number of a paper or a question.
pub(super) fn in_header(header: &str) -> Option<f64> {
    only_number(header).filter(|full| (10.0..=1000.0).contains(full))
}

/// The number in a text that has one and no more.
fn only_number(text: &str) -> Option<f64> {
    let text = folded(text);
    let mut numbers = text.split(|sign: char| !sign.is_ascii_digit() && sign != '.').filter(|run| !run.is_empty());
    let number = numbers.next()?.parse().ok()?;
    numbers.next().is_none().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_marks_are_found_in_headers() {
        for header in ["语文(120分)", "语文（满分120）", "语文 › 满分:120", "语文１２０"] {
            assert_eq!(in_header(header), Some(120.0), "{header}");
        }
        for header in ["语文", "2025语文", "语文1", "语文(120分) 2卷"] {
            assert_eq!(in_header(header), None, "{header}");
        }
    }
}
