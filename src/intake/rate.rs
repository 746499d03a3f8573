//! Whether a bare number in a column of rates is a percentage (20.43) or a
//! fraction (0.2043).
//!
//! The rule, for numbers above 0 and at most 1; others stay as they are:
//! 1. The column has rates that are certain (with a percent sign, or above 1):
//!    the number is a fraction when a hundred times it is nearer, by factor, to
//!    their median than it is itself: when ten times it is below the median. So
//!    0.96 among 98s is 96 %, and 0.8 among 1.2s stays 0.8 %.
//! 2. It has none: all are fractions, unless the header's unit is %.
//!
//! Every converted cell is reported.

use super::clean::Number;
use super::plain::folded;
use crate::basis::order;

/// The rule for one column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    median: Option<f64>,
    in_percent: bool,
}

impl Rates {
    /// Weighs a column's header and numbers.
    pub fn weigh<'a>(header: &str, numbers: impl Iterator<Item = &'a Number>) -> Self {
        let certain = numbers.filter(|number| number.percent || number.value() > 1.0);
        let mut certain: Vec<f64> = certain.map(Number::value).collect();
        order::sort_by(&mut certain, f64::total_cmp);
        let header = folded(header);
        let in_percent = header.contains("(%)") || header.ends_with("›%");
        Self { median: certain.get(certain.len() / 2).copied(), in_percent }
    }

    /// Whether a number is a fraction of 1.
    pub fn is_fraction(&self, number: &Number) -> bool {
        let value = number.value();
        let bare = !number.percent && value > 0.0 && value <= 1.0;
        bare && self.median.map_or(!self.in_percent, |median| value * 10.0 < median)
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean::number;
    use super::*;
    use crate::word::field::Quantity;
    use crate::word::table::Cell;

    fn fractions(header: &str, texts: &[&str]) -> Vec<bool> {
        let read = |text: &&str| number(&Cell::Text((*text).into()), Quantity::Rate, 0, true).unwrap();
        let numbers: Vec<Number> = texts.iter().map(read).collect();
        let rates = Rates::weigh(header, numbers.iter());
        numbers.iter().map(|number| rates.is_fraction(number)).collect()
    }

    #[test]
    fn fractions_are_told_from_small_percentages() {
        assert_eq!(fractions("后20%率", &["23.7%", "0.2043", "0"]), [false, true, false]);
        assert_eq!(fractions("巩固率", &["98.55", "0.96", "1"]), [false, true, true]);
        assert_eq!(fractions("辍学率", &["1.2", "0.8", "1.5"]), [false, false, false]);
        assert_eq!(fractions("满意度", &["0.89", "0.93", "1"]), [true, true, true]);
        assert_eq!(fractions("辍学率(%)", &["0.3", "0.5"]), [false, false]);
    }
}
