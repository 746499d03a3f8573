//! A cell of marks: a mark, why there is none, or a fault.

use super::clean::{self, Unread};
use super::dictionary::DICTIONARY;
use super::plain::folded;
use crate::basis::problem::ProblemKind;
use crate::word::cohort::Status;
use crate::word::field::Quantity;
use crate::word::table::Cell;
use crate::word::unit::Unit;

/// What a cell of marks holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    /// A mark.
    Number(f64),
    /// A word for why there is none.
    Status(Status),
    /// A sign such as "—", which stands for absence if the row says no other.
    Sign,
    /// Nothing.
    Blank,
    /// Something else.
    Fault(ProblemKind),
}

/// The longest text that a status is looked for in, in characters.
const WORDS: usize = 16;

/// Reads a cell of marks, and says what was repaired. In a file of texts
/// (CSV), a number as text needs no repair. Plain numbers take the short way.
pub(super) fn mark(cell: Cell<'_>, texts: bool) -> (Mark, Option<ProblemKind>) {
    match cell {
        Cell::Empty => return (Mark::Blank, None),
        Cell::Number(number) if is_short(number) => return (Mark::Number(number), None),
        Cell::Text(text) => {
            if let Some(number) = decimal(text) {
                return (Mark::Number(number), (!texts).then_some(ProblemKind::NumberAsText));
            }
            if let Some(found) = words(text) {
                return found;
            }
        }
        _ => {}
    }
    match clean::number(cell, Quantity::Number, Unit::BASE, texts) {
        Ok(number) if number.percent => (Mark::Fault(ProblemKind::NotANumber), None),
        Ok(number) => (Mark::Number(number.value()), number.repair),
        Err(Unread::Blank) => (Mark::Blank, None),
        Err(Unread::Fault(kind)) => (Mark::Fault(kind), None),
    }
}

/// The status that a text says and nothing else, in any spelling: 在籍 is none.
pub(super) fn status(text: &str) -> Option<Status> {
    match words(text) {
        Some((Mark::Status(status), _)) => Some(status),
        _ => None,
    }
}

/// A number of no more than three decimals: the one that was typed.
fn is_short(number: f64) -> bool {
    let thousandths = (number * 1000.0).round();
    thousandths.abs() < 1e12 && (thousandths / 1000.0).total_cmp(&number).is_eq()
}

/// A text of digits with at most one point, by one exact division.
fn decimal(text: &str) -> Option<f64> {
    const TENS: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    let (mut digits, mut point) = (0_u64, None);
    if text.len() > 10 || !text.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => digits = digits * 10 + u64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(at),
            _ => return None,
        }
    }
    let decimals = point.map_or(0, |at| text.len() - at - 1);
    let scale = TENS.get(decimals).filter(|_| point.is_none() || decimals > 0)?;
    Some(f64::from(u32::try_from(digits).ok()?) / scale)
}

/// A sign or a status, if need be beside a mark: 0(缺考).
fn words(text: &str) -> Option<(Mark, Option<ProblemKind>)> {
    if text.len() > WORDS * 4 {
        return None;
    }
    let text = folded(text);
    if DICTIONARY.absent_signs.contains(&text) {
        return Some((Mark::Sign, None));
    }
    let words: String = text.chars().filter(|sign| sign.is_alphabetic()).collect();
    if words.is_empty() || words.chars().count() > WORDS {
        return None;
    }
    let statuses = &DICTIONARY.statuses;
    let exact = statuses.iter().find(|(word, _)| *word == words);
    let within = || statuses.iter().find(|(word, _)| word.chars().nth(1).is_some() && words.contains(word.as_str()));
    let (_, status) = exact.or_else(within)?;
    let digit = |sign: &char| sign.is_ascii_digit();
    let beside = match text.chars().filter(digit).max() {
        None => None,
        Some('0') => Some(ProblemKind::MarkBesideStatus),
        Some(_) => Some(ProblemKind::MarkAgainstStatus),
    };
    Some((Mark::Status(*status), beside))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Mark::{Blank, Fault, Number, Sign};
    use ProblemKind::*;

    fn of(text: &str) -> (Mark, Option<ProblemKind>) {
        mark(Cell::Text(text), true)
    }

    #[test]
    fn marks_are_read_in_every_spelling() {
        for (text, number, repair) in [
            ("108.5", 108.5, None),
            ("0", 0.0, None),
            ("0.1", 0.1, None),
            ("８６", 86.0, Some(FullWidthDigits)),
            ("\u{a0}99\u{3000}", 99.0, None),
            ("105分", 105.0, Some(SeparatorRemoved)),
            ("'117", 117.0, Some(FullWidthDigits)),
            ("八十六", 86.0, Some(IdeographicDigits)),
            ("一百零五分", 105.0, Some(IdeographicDigits)),
        ] {
            assert_eq!(of(text), (Number(number), repair), "{text}");
        }
        assert_eq!(mark(Cell::Text("48.5"), false), (Number(48.5), Some(NumberAsText)));
        assert_eq!(mark(Cell::Number(0.1 + 0.2), false), (Number(0.3), None));
        assert_eq!(mark(Cell::Number(86.7), false), (Number(86.7), None));
    }

    #[test]
    fn statuses_are_read_in_every_spelling() {
        use Status::*;
        for (text, status) in [
            ("缺考", Absent),
            ("缺", Absent),
            (" 缺 考 ", Absent),
            ("缺考(病)", Absent),
            ("旷考", Truant),
            ("无故缺考", Truant),
            ("免考", Exempt),
            ("缓考", Deferred),
            ("作弊", Cheated),
            ("违纪", Cheated),
            ("请假", Leave),
            ("转学", Transferred),
            ("休学", Suspended),
            ("ABSENT", Absent),
        ] {
            assert_eq!(of(text), (Mark::Status(status), None), "{text}");
        }
        for text in ["0(缺考)", "0（缺考）", "缺考0", "０（缺考）"] {
            assert_eq!(of(text), (Mark::Status(Absent), Some(MarkBesideStatus)), "{text}");
        }
        assert_eq!(of("85(违纪)"), (Mark::Status(Cheated), Some(MarkAgainstStatus)));
        for text in ["-", "—", "——", "/", "／", " － "] {
            assert_eq!(of(text), (Sign, None), "{text}");
        }
        for text in ["", "\u{3000}", "无", "未填"] {
            assert_eq!(of(text), (Blank, None), "{text}");
        }
        for text in ["优", "85%", "约85", "1.2.3", "A", "3月2日"] {
            assert_eq!(of(text), (Fault(NotANumber), None), "{text}");
        }
        assert_eq!(status("在籍"), None);
        assert_eq!(status("已转出"), Some(Transferred));
    }
}
