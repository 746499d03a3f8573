//! Values in another unit than the others of their column: 元 among 万元.

use super::check::{Entry, pupils};
use crate::basis::order;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::correction::Corrections;
use crate::word::field::{Field, Quantity};

/// As many values must stand in a column before one of them can be odd.
const LEAST: usize = 5;
/// How far off a value is whose unit slipped by ten thousand, between schools
/// that are themselves unlike.
const FAR: std::ops::RangeInclusive<f64> = 1_000.0..=20_000.0;

/// Finds them by what falls to a pupil, and converts those of which the person
/// says so.
pub(super) fn find<'a>(records: impl Iterator<Item = &'a mut Vec<Entry>>, corrections: &Corrections) -> Vec<Problem> {
    let mut money: Vec<(f64, &mut Entry)> = Vec::new();
    for entries in records {
        let pupils = pupils(entries).max(1.0);
        let of_money = entries.iter_mut().filter(|entry| entry.field.quantity() == Quantity::Money);
        money.extend(of_money.filter_map(|entry| {
            let each = entry.number().filter(|number| *number > 0.0)? / pupils;
            Some((each, entry))
        }));
    }
    let mut fields: Vec<Field> = money.iter().map(|(_, entry)| entry.field.clone()).collect();
    order::sort_by(&mut fields, Field::cmp);
    fields.dedup();
    let medians: Vec<(Field, f64)> =
        fields.into_iter().filter_map(|field| Some((field.clone(), median(&money, &field)?))).collect();
    let mut problems = Vec::new();
    for (each, entry) in money {
        let Some((_, median)) = medians.iter().find(|(field, _)| *field == entry.field) else { continue };
        let power = if FAR.contains(&(each / median)) {
            -4
        } else if FAR.contains(&(median / each)) {
            4
        } else {
            continue;
        };
        entry.slipped = true;
        let before = entry.state;
        entry.shift(power);
        let converted = entry.number().map(|number| number.to_string()).unwrap_or_default();
        if !corrections.applies(ProblemKind::UnitSlip, &entry.source.place) {
            entry.state = before;
        }
        problems.push(Problem::new(ProblemKind::UnitSlip, entry.source.place.clone(), &*entry.source.text, converted));
    }
    problems
}

fn median(money: &[(f64, &mut Entry)], field: &Field) -> Option<f64> {
    let mut values: Vec<f64> = money.iter().filter(|(_, entry)| entry.field == *field).map(|(each, _)| *each).collect();
    order::sort_by(&mut values, f64::total_cmp);
    values.get(values.len() / 2).copied().filter(|_| values.len() >= LEAST)
}
