//! What stands in the column of schools' names and is none: dates that a
//! spreadsheet made of names, numbers, codes.

use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::clean::is_plain_number;
use crate::intake::naming::names_school;
use crate::intake::plain::half_width;
use crate::word::field::Field;
use crate::word::reading::Reading;
use crate::word::table::{Cell, Table};

/// Why a cell holds no name; `None` for a name, or nothing.
pub(super) fn fault(cell: Cell<'_>) -> Option<ProblemKind> {
    match cell {
        Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => Some(ProblemKind::SchoolNotNamed),
        Cell::Error(_) => Some(ProblemKind::ErrorCell),
        Cell::Uncomputed => Some(ProblemKind::FormulaWithoutValue),
        Cell::Text(text) => (is_number(cell) || is_date(text)).then_some(ProblemKind::SchoolNotNamed),
        Cell::Empty => None,
    }
}

/// Whether a cell holds a number and nothing else.
pub(super) fn is_number(cell: Cell<'_>) -> bool {
    !matches!(cell, Cell::Text(text) if has_word(text) || !has_digit(text)) && is_plain_number(cell)
}

/// Whether a text has a Chinese character that is in no number and no date, as
/// most names do; there may be half a million.
fn has_word(text: &str) -> bool {
    text.chars().any(|sign| matches!(sign, '\u{4E00}'..='\u{9FFF}') && !OF_DATES.contains(sign))
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|sign| half_width(sign).is_ascii_digit())
}

/// The words of dates.
const OF_DATES: &str = "年月日号时分秒";

/// Months as spreadsheets write them into texts: 5-Jan.
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a text has digits and, besides, only what a date has.
fn is_date(text: &str) -> bool {
    if has_word(text) || !has_digit(text) {
        return false;
    }
    let mut text: String = text.chars().map(half_width).collect::<String>().to_lowercase();
    for month in MONTHS {
        text = text.replace(month, "");
    }
    let of_date = |sign: char| !sign.is_alphabetic() || OF_DATES.contains(sign);
    text.chars().all(of_date)
}

/// Says so when most of a column of names are numbers: then it holds codes, and
/// the single cells need not be listed.
pub(super) fn codes(table: &Table, reading: &Reading) -> Option<Problem> {
    let column = reading.column(&Field::SchoolName)?;
    let cells = |index: u32| reading.records().map(move |row| table.cell(row, index));
    let filled = cells(column.index).filter(|cell| !cell.is_blank()).count();
    let numbers = cells(column.index).filter(|cell| is_number(*cell)).count();
    if numbers < 2 || numbers * 2 <= filled {
        return None;
    }
    let named = |index: u32| cells(index).filter(|cell| names_school(&cell.text())).count() * 2 > filled;
    let names = reading.columns.iter().find(|other| other.index != column.index && named(other.index));
    let place: Place = reading.at(reading.header.1.saturating_sub(1), column.index);
    let subject = names.map_or("", |other| &*other.header);
    Some(Problem::new(ProblemKind::CodesForNames, place, &*column.header, subject))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_numbers_are_no_names_and_names_with_numbers_are() {
        for text in ["202401", "２０２４０１", "3.31E+09", "2024-01-05", "1月5日", "5-Jan", "2024/1/5 0:00", "1-2"]
        {
            assert_eq!(fault(Cell::Text(text)), Some(ProblemKind::SchoolNotNamed), "{text}");
        }
        for text in ["101中学", "第1小学", "一中", "PS 101", "八一学校", "Mayfield 3", "七月", "—"] {
            assert_eq!(fault(Cell::Text(text)), None, "{text}");
        }
        assert_eq!(fault(Cell::Error("#N/A")), Some(ProblemKind::ErrorCell));
    }
}
