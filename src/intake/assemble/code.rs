//! Codes of schools: texts of digits that spreadsheets take for quantities.

use std::sync::Arc;

use super::name;
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::identifier::{KEPT, is_digits, looks_cut};
use crate::intake::plain::{half_width, trimmed};
use crate::word::correction::Corrections;
use crate::word::field::Field;
use crate::word::reading::Reading;
use crate::word::table::{Cell, Table};

/// The most zeros that are taken to be lost.
const LOST: usize = 3;

/// What the codes of a table have in common.
pub(super) struct Codes {
    /// How long most are.
    length: Option<usize>,
    /// They stand in the column of names: what is said of that.
    pub names: Option<Problem>,
}

impl Codes {
    /// Looks at all codes of a table, as the form of its reading turns it.
    pub fn survey(table: &Table, reading: &Reading) -> Self {
        let names = name::codes(table, reading);
        let Some(column) = reading.column(&Field::SchoolCode) else { return Self { length: None, names } };
        let cells = (reading.body.0..reading.body.1).map(|row| table.cell(row, column.index));
        let mut lengths: Vec<usize> = cells.filter_map(digits).map(|digits| digits.len()).collect();
        order::sort_by(&mut lengths, usize::cmp);
        let middle = lengths.get(lengths.len() / 2).copied();
        let common = |length: &usize| {
            let count = lengths.iter().filter(|other| *other == length).count();
            count >= 3 && count * 5 >= lengths.len() * 3
        };
        Self { length: middle.filter(common), names }
    }

    /// A cell's code; `None` where there is none that tells schools apart.
    pub fn read(
        &self,
        cell: Cell<'_>,
        place: Place,
        corrections: &Corrections,
        problems: &mut Findings,
    ) -> Option<Arc<str>> {
        let text = cell.text();
        let Some(digits) = digits(cell) else {
            let cut = matches!(cell, Cell::Number(_) | Cell::Date(_)) || is_scientific(&text);
            if cut {
                problems.push(Problem::new(ProblemKind::CodeDamaged, place, &*text, ""));
                return None;
            }
            return Some(trimmed(&text)).filter(|text| !text.is_empty()).map(Arc::from);
        };
        let length = self.length.filter(|length| digits.len() < *length && digits.len() + LOST >= *length);
        let Some(length) = length else { return Some(digits.into()) };
        let filled = format!("{digits:0>length$}");
        let applied = corrections.applies(ProblemKind::CodeLength, &place);
        problems.push(Problem::new(ProblemKind::CodeLength, place, &*text, &*filled));
        Some(if applied { filled.into() } else { digits.into() })
    }
}

/// The digits of a code that is nothing else and whole.
fn digits(cell: Cell<'_>) -> Option<String> {
    let text: String = match cell {
        Cell::Number(number) if number.fract() == 0.0 && number >= 0.0 => number.to_string(),
        Cell::Text(text) => trimmed(text).chars().map(half_width).collect(),
        _ => return None,
    };
    let text = text.trim_start_matches('\'');
    let cut = looks_cut(text) || matches!(cell, Cell::Number(_)) && text.len() > KEPT;
    (!cut && is_digits(text)).then(|| text.to_owned())
}

/// Whether a text is a number in powers of ten: 3.31E+11.
fn is_scientific(text: &str) -> bool {
    let text: String = trimmed(text).chars().map(half_width).collect();
    let cut = text.len() > KEPT && is_digits(&text);
    let power = text
        .split_once(['e', 'E'])
        .is_some_and(|(mantissa, power)| mantissa.parse::<f64>().is_ok() && power.starts_with('+') && power.len() > 1);
    cut || power
}
