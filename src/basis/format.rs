//! Numbers as text for people. Rounding happens here and nowhere earlier.

use super::exact;

/// A number with so many decimals, rounded half away from zero on its decimal
/// form, with thousands separators: `1,234.50`. Not-a-number gives "—".
pub fn fixed(number: f64, decimals: u32) -> String {
    exact::of(number).map_or_else(|| "—".to_owned(), |value| grouped(&exact::fixed(&value, decimals)))
}

/// As [`fixed`], for a value that may be absent ("—").
pub fn optional(number: Option<f64>, decimals: u32) -> String {
    number.map_or_else(|| "—".to_owned(), |value| fixed(value, decimals))
}

/// A number as it was typed: no rounding, no trailing zeros, separators from
/// five digits on.
pub fn plain(number: f64) -> String {
    let text = number.to_string();
    let whole = text.split('.').next().unwrap_or_default().trim_start_matches('-');
    if whole.len() < 5 { text } else { grouped(&text) }
}

/// Inserts a comma after every third digit of the whole part.
pub fn grouped(text: &str) -> String {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (units, fraction) = rest.split_once('.').map_or((rest, None), |(units, fraction)| (units, Some(fraction)));
    let mut out = String::from(sign);
    for (index, digit) in units.chars().enumerate() {
        if index > 0 && (units.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
