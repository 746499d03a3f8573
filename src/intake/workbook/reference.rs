//! Cells and ranges as spreadsheets name them, counted from 0.

use crate::word::table::Merge;

/// A row's name: `3` is row 2.
pub(super) fn row(name: &str) -> Option<u32> {
    name.parse::<u32>().ok()?.checked_sub(1)
}

/// A cell's name: `B3` is row 2, column 1.
pub fn cell(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let digit = u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|digit| *digit < 26)?);
        column.checked_mul(26)?.checked_add(digit)?.checked_add(1)
    });
    Some((row(digits)?, column?.checked_sub(1)?))
}

/// A range's name: `B3:D4`, or one cell.
pub(super) fn range(name: &str) -> Option<Merge> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    Some(Merge { top, left, bottom, right })
}

#[cfg(test)]
mod tests {
    use super::{cell, range};
    use crate::word::table::Merge;

    #[test]
    fn cells_have_letters_and_then_a_number() {
        assert_eq!(cell("A1"), Some((0, 0)));
        assert_eq!(cell("aa10"), Some((9, 26)));
        assert_eq!(cell("XFD1048576"), Some((1_048_575, 16_383)));
        for name in ["", "A", "1", "A0", "A1A", "1A", "$A$1", "校1", "A99999999999", "ZZZZZZZZZ1"] {
            assert_eq!(cell(name), None, "{name}");
        }
    }

    #[test]
    fn a_range_may_be_one_cell() {
        assert_eq!(range("B3:D4"), Some(Merge { top: 2, left: 1, bottom: 3, right: 3 }));
        assert_eq!(range("B3"), range("B3:B3"));
        assert_eq!(range("B:D"), None);
    }
}
