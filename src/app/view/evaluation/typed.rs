//! What a person types into the page's fields, as edits. A text that is no
//! number gives none.

use num_traits::ToPrimitive;

use crate::basis::exact::{self, Exact};
use crate::evaluation::EvaluationEdit;
use crate::word::scheme::evaluation::Parameter;

/// A weight in percent, rounded to hundredths.
pub fn typed_weight(path: &[usize], text: &str) -> Option<EvaluationEdit> {
    let hundredths = exact::round(&(number(text)? * exact::whole(100)), 0);
    Some(EvaluationEdit::SetWeight { path: path.to_vec(), weight: hundredths.to_u32()? })
}

/// A method's number.
pub fn typed_parameter(path: &[usize], parameter: Parameter, text: &str) -> Option<EvaluationEdit> {
    let value = exact::to_f64(&number(text)?)?;
    Some(EvaluationEdit::SetParameter { path: path.to_vec(), parameter, value })
}

/// An adjustment's points per unit and cap.
pub fn typed_adjustment(index: usize, per_unit: &str, cap: &str) -> Option<EvaluationEdit> {
    let number = |text| exact::to_f64(&number(text)?);
    Some(EvaluationEdit::SetAdjustment { index, per_unit: number(per_unit)?, cap: number(cap)? })
}

/// A decimal, also in full-width digits, with a percent sign or a true minus.
fn number(text: &str) -> Option<Exact> {
    let plain = |sign: char| match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0')).unwrap_or(sign),
        '．' => '.',
        '－' | '−' => '-',
        _ => sign,
    };
    let text: String = text.trim().trim_end_matches(['%', '％']).chars().map(plain).collect();
    exact::parse(text.trim())
}
