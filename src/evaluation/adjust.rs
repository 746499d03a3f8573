//! Points outside the weights: bonus points and deductions.

use crate::word::dataset::Dataset;
use crate::word::scheme::evaluation::Adjustment;

/// The points of an adjustment for a school: per unit, within ±cap. A school
/// without the field is neither given nor taken anything.
pub fn points(dataset: &Dataset, school: usize, adjustment: &Adjustment, year: Option<i32>) -> f64 {
    let units = dataset.value(school, &adjustment.field, year).map_or(0.0, |value| value.number);
    let cap = adjustment.cap.max(0.0);
    // Adding 0 makes a −0 of "no misconduct" plain.
    (adjustment.per_unit * units).clamp(-cap, cap) + 0.0
}
