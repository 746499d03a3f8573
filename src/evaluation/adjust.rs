//! Points outside the weights: bonus points and deductions.

use crate::word::dataset::{Dataset, Value};
use crate::word::scheme::evaluation::Adjustment;

/// The points of an adjustment for a school: per unit, within ±cap. A school
/// without the field is neither given nor taken anything.
pub fn points(dataset: &Dataset, school: usize, adjustment: &Adjustment, year: Option<i32>) -> f64 {
    let units = counted(dataset, school, adjustment, year).map_or(0.0, |value| value.number);
    let cap = adjustment.cap.max(0.0);
    // Adding 0 makes a −0 of "no misconduct" plain.
    (adjustment.per_unit * units).clamp(-cap, cap) + 0.0
}

/// What is counted, in the year evaluated or in a table without years.
pub fn counted<'a>(
    dataset: &'a Dataset,
    school: usize,
    adjustment: &Adjustment,
    year: Option<i32>,
) -> Option<&'a Value> {
    let field = &adjustment.field;
    dataset.value(school, field, year).or_else(|| dataset.value(school, field, None))
}
