//! A cell that holds a number of a person: 考号, 学籍号, 工号. Its digits are a
//! name and no quantity.

use std::borrow::Cow;

use super::plain::half_width;
use crate::basis::problem::ProblemKind;
use crate::word::table::Cell;

/// Whole numbers up to here keep all their digits in a spreadsheet's cell.
const EXACT: f64 = 1e15;
/// How many digits a spreadsheet keeps.
pub(super) const KEPT: usize = 15;

/// The number without spaces and in plain signs, and what was repaired. Damage
/// that cannot be undone is [`ProblemKind::NumberDamaged`]: such a number tells
/// nobody apart. Empty where the cell is blank.
pub(super) fn identifier(cell: Cell<'_>) -> (Cow<'_, str>, Option<ProblemKind>) {
    match cell {
        Cell::Empty => ("".into(), None),
        Cell::Text(text) if is_plain(text) => (text.into(), None),
        Cell::Text(text) => cleaned(text),
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => (number.to_string().into(), None),
        Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => (cell.text(), Some(ProblemKind::NumberDamaged)),
        Cell::Error(_) => ("".into(), Some(ProblemKind::ErrorCell)),
        Cell::Uncomputed => ("".into(), Some(ProblemKind::FormulaWithoutValue)),
    }
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn cleaned(text: &str) -> (Cow<'_, str>, Option<ProblemKind>) {
    let half: String = text.chars().map(half_width).filter(|sign| *sign != ' ' && !sign.is_control()).collect();
    let bare = half.trim_start_matches(['\'', '`']);
    if bare.is_empty() {
        return ("".into(), None);
    }
    if let Some((mantissa, power)) = bare.split_once(['e', 'E'])
        && mantissa.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && power
            .strip_prefix('+')
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    {
        return (bare.to_owned().into(), Some(ProblemKind::NumberDamaged));
    }
    // A number that went through a table of floating points: 2101001.0.
    let whole = match bare.split_once('.') {
        Some((whole, zeros)) if is_digits(whole) && zeros.bytes().all(|byte| byte == b'0') => whole,
        _ => bare,
    };
    let repair = (whole != text).then_some(ProblemKind::NumberCleaned);
    (whole.to_owned().into(), repair)
}

/// Whether a text is digits and nothing else.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number has more digits than a spreadsheet keeps and ends in as
/// many zeros: so it looks when a spreadsheet cut it.
pub(super) fn looks_cut(number: &str) -> bool {
    number.get(KEPT..).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'))
        && is_digits(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ProblemKind::{NumberCleaned, NumberDamaged};

    #[test]
    fn numbers_of_persons_are_cleaned_and_damage_is_seen() {
        for (text, number, found) in [
            ("2101001", "2101001", None),
            ("G330102201001010011", "G330102201001010011", None),
            ("007123", "007123", None),
            ("2101-001", "2101-001", None),
            (" 2101001\u{a0}", "2101001", Some(NumberCleaned)),
            ("２１０１００１", "2101001", Some(NumberCleaned)),
            ("'2101001", "2101001", Some(NumberCleaned)),
            ("2101001.0", "2101001", Some(NumberCleaned)),
            ("2.10101E+11", "2.10101E+11", Some(NumberDamaged)),
            ("\u{3000}", "", None),
        ] {
            assert_eq!(identifier(Cell::Text(text)), (number.into(), found), "{text}");
        }
        assert_eq!(identifier(Cell::Number(2_101_001.0)), ("2101001".into(), None));
        assert_eq!(identifier(Cell::Number(3.301_022_010_010_1e17)).1, Some(NumberDamaged));
        assert!(looks_cut("330102201001010000") && !looks_cut("330102201001010011") && !looks_cut("2101000"));
    }
}
