//! Numbers as text for people. Rounding happens here and nowhere earlier.

/// A number with so many decimals, rounded half away from zero on its decimal
/// form, with thousands separators: `1,234.50`. Not-a-number gives "—".
///
/// ```
/// use suanpan::basis::format::fixed;
/// assert_eq!(fixed(1234.505, 2), "1,234.51");
/// assert_eq!(fixed(-0.004, 2), "0.00");
/// ```
pub fn fixed(number: f64, decimals: u32) -> String {
    let places = usize::try_from(decimals).unwrap_or(0);
    if number.is_finite() { grouped(&rounded(&number.to_string(), places)) } else { "—".to_owned() }
}

/// Rounds a plain decimal, digit by digit: tables show tens of thousands of
/// numbers at once, too many for fractions of big integers.
fn rounded(text: &str, places: usize) -> String {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (units, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    let (kept, cut) = fraction.split_at_checked(places).unwrap_or((fraction, ""));
    let mut digits: Vec<u8> = units.bytes().chain(kept.bytes()).collect();
    digits.extend(std::iter::repeat_n(b'0', places.saturating_sub(kept.len())));
    if cut.bytes().next().is_some_and(|digit| digit >= b'5') {
        let nines = digits.iter().rev().take_while(|digit| **digit == b'9').count();
        digits.iter_mut().rev().take(nines).for_each(|digit| *digit = b'0');
        match digits.iter_mut().rev().nth(nines) {
            Some(digit) => *digit += 1,
            None => digits.insert(0, b'1'),
        }
    }
    let sign = if digits.iter().all(|digit| *digit == b'0') { "" } else { sign };
    let fraction = digits.split_off(digits.len().saturating_sub(places));
    let point = if places > 0 { "." } else { "" };
    let text = |digits: &[u8]| String::from_utf8_lossy(digits).into_owned();
    format!("{sign}{}{point}{}", text(&digits), text(&fraction))
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

#[cfg(test)]
mod tests {
    use super::{fixed, grouped};
    use crate::basis::exact;

    #[test]
    fn rounding_by_digits_is_exact() {
        let mut numbers =
            vec![0.0, -0.0, 0.5, 9.5, 99.995, 2.345, -2.345, 0.005, 1e-9, 1e21, f64::MAX, f64::MIN_POSITIVE];
        numbers.extend((0..2_000).map(|n| f64::from(n) * 0.0625 - 60.0));
        numbers.extend((0..2_000).map(|n| f64::from(n) / 997.0));
        for number in numbers {
            for places in [0, 1, 2, 6] {
                let exactly = exact::fixed(&exact::of(number).unwrap(), places);
                assert_eq!(fixed(number, places), grouped(&exactly), "{number} {places}");
            }
        }
        assert_eq!(fixed(f64::NAN, 2), "—");
    }
}
