//! Whether a bare number in a column of rates is a percentage (20.43) or a
//! fraction (0.2043).
//!
//! A number is certain to be a percentage with a percent sign or above 1.5.
//! The rule, for bare numbers above 0:
//! 1. The column has certain rates: a number up to 1 is a fraction when a
//!    hundred times it is nearer, by factor, to their median than it is itself:
//!    when ten times it is below the median. So 0.96 among 98s is 96 %, and 0.8
//!    among 2.2s stays 0.8 %.
//! 2. It has none: all are fractions, those just above 1 included, unless the
//!    header's unit is % or half of them or more are above 1. So 1.02 among
//!    0.98s is 102 %, which its range then puts in doubt.
//! 3. What stays a percentage is unclear where it may as well be a fraction: up
//!    to 1, when nothing but a minority above 1 speaks for percentages (0.98
//!    among many and one 2.2); just above 1, when ten times it is below the
//!    median (1.02 among 98s).
//!
//! Every converted and every unclear cell is reported.

use super::clean::Number;
use super::plain::folded;
use crate::basis::order;

/// The highest fraction that is taken for a slip: 150 %.
const NEAR: f64 = 1.5;

/// The rule for one column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    /// Of the certain rates.
    median: Option<f64>,
    /// The header's unit is %, a number has a percent sign, or most are above 1.
    in_percent: bool,
    fractions: bool,
}

/// What a number in a column of rates is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// A percentage.
    Percent,
    /// A fraction of 1.
    Fraction,
    /// Taken for a percentage; it may be a fraction.
    Unclear,
}

impl Rates {
    /// Weighs a column's header and numbers.
    pub fn weigh<'a>(header: &str, numbers: impl Iterator<Item = &'a Number>) -> Self {
        let (mut certain, mut signs, mut above, mut below) = (Vec::new(), false, 0_usize, 0_usize);
        for number in numbers {
            let value = number.value();
            if number.percent || value > NEAR {
                certain.push(value);
            }
            signs |= number.percent;
            above += usize::from(!number.percent && value > 1.0);
            below += usize::from(!number.percent && value > 0.0 && value <= 1.0);
        }
        order::sort_by(&mut certain, f64::total_cmp);
        let header = folded(header);
        let unit = header.contains("(%)") || header.ends_with("›%");
        Self {
            median: certain.get(certain.len() / 2).copied(),
            in_percent: unit || signs || above > below,
            fractions: certain.is_empty() && !unit && above < below,
        }
    }

    /// What a number of the column is.
    pub fn scale(&self, number: &Number) -> Scale {
        let value = number.value();
        if number.percent || value <= 0.0 || value > NEAR {
            return Scale::Percent;
        }
        let far = self.median.is_some_and(|median| value * 10.0 < median);
        match value <= 1.0 {
            _ if self.fractions => Scale::Fraction,
            true if far => Scale::Fraction,
            true if !self.in_percent => Scale::Unclear,
            false if far => Scale::Unclear,
            _ => Scale::Percent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean::number;
    use super::*;
    use crate::word::field::Quantity;
    use crate::word::table::Cell;
    use crate::word::unit::Unit;
    use Scale::{Fraction as F, Percent as P, Unclear as U};

    fn scales(header: &str, texts: &[&str]) -> Vec<Scale> {
        let read = |text: &&str| number(Cell::Text(text), Quantity::Rate, Unit::BASE, true).unwrap();
        let numbers: Vec<Number> = texts.iter().map(read).collect();
        let rates = Rates::weigh(header, numbers.iter());
        numbers.iter().map(|number| rates.scale(number)).collect()
    }

    #[test]
    fn fractions_are_told_from_small_percentages() {
        assert_eq!(scales("后20%率", &["23.7%", "0.2043", "0"]), [P, F, P]);
        assert_eq!(scales("巩固率", &["98.55", "0.96", "1"]), [P, F, F]);
        assert_eq!(scales("辍学率", &["1.2", "0.8", "1.5"]), [P, P, P]);
        assert_eq!(scales("满意度", &["0.89", "0.93", "1"]), [F, F, F]);
        assert_eq!(scales("辍学率(%)", &["0.3", "0.5", "1.2"]), [P, P, P]);
        assert_eq!(scales("辍学率", &["0.8%", "0.7"]), [P, P]);
    }

    #[test]
    fn a_few_just_above_1_are_fractions_too_and_what_may_be_either_is_unclear() {
        assert_eq!(scales("巩固率", &["0.98", "0.97", "1.02"]), [F, F, F]);
        assert_eq!(scales("巩固率", &["0.98", "1.02"]), [U, P]);
        assert_eq!(scales("巩固率", &["0.98", "0.97", "2.2"]), [U, U, P]);
        assert_eq!(scales("巩固率", &["98.5", "97", "1.02"]), [P, P, U]);
    }
}
