//! Exact numbers. Thresholds are compared on the decimals as typed, never on
//! rounded or binary values: in binary, `9 / 1000 * 100 < 0.9`.

use std::fmt::Display;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Pow, ToPrimitive, Zero};
use serde::Serializer;

use super::fraction::Fraction;

/// A ratio of two whole numbers of any size.
pub type Exact = BigRational;

/// A whole number as an exact one.
pub fn whole(number: i64) -> Exact {
    Exact::from_integer(number.into())
}

/// Reads a plain decimal: an optional sign, digits, an optional point and an
/// optional exponent. Anything else, and exponents beyond ±400, give `None`.
///
/// ```
/// use suanpan::basis::exact::{parse, whole};
/// assert_eq!(parse("-3.60"), Some(whole(-18) / whole(5)));
/// assert_eq!(parse("2.5e2"), Some(whole(250)));
/// assert_eq!(parse("1,000"), None);
/// ```
pub fn parse(text: &str) -> Option<Exact> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (units, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{units}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse::<BigInt>().ok()?;
    let scale = i64::from(exponent) - i64::try_from(fraction.len()).ok()?;
    if scale.abs() > 400 {
        return None;
    }
    let power = Pow::pow(BigInt::from(10), u32::try_from(scale.unsigned_abs()).ok()?);
    let value = if scale >= 0 { Exact::from_integer(number * power) } else { Exact::new(number, power) };
    Some(if negative { -value } else { value })
}

/// The decimal that a binary number was written as: the shortest one that
/// reads back to the same number. So a cell with 0.9 is 9/10, not the binary
/// neighbour of it. Not-a-number and infinities give `None`.
pub fn of(number: f64) -> Option<Exact> {
    if !number.is_finite() {
        return None;
    }
    Fraction::of(number).map(Fraction::exact).or_else(|| parse(&format!("{number:e}")))
}

/// The nearest binary number; `None` only when it would not be finite.
pub fn to_f64(number: &Exact) -> Option<f64> {
    number.to_f64().filter(|value| value.is_finite())
}

/// Rounds half away from zero to a number of decimals (四舍五入).
pub fn round(number: &Exact, decimals: u32) -> Exact {
    let scale = Exact::from_integer(Pow::pow(BigInt::from(10), decimals));
    (number * &scale).round() / scale
}

/// The number with exactly so many decimals, rounded half away from zero, no
/// thousands separators.
///
/// ```
/// use suanpan::basis::exact::{fixed, parse};
/// assert_eq!(fixed(&parse("2.345").unwrap(), 2), "2.35");
/// assert_eq!(fixed(&parse("-0.004").unwrap(), 2), "0.00");
/// ```
pub fn fixed(number: &Exact, decimals: u32) -> String {
    let scale: BigInt = Pow::pow(BigInt::from(10), decimals);
    let scaled = (number * Exact::from_integer(scale.clone())).round().to_integer();
    let negative = scaled < BigInt::zero();
    let scaled = if negative { -scaled } else { scaled };
    let (units, fraction) = (&scaled / &scale, &scaled % &scale);
    let sign = if negative { "-" } else { "" };
    if scale.is_one() {
        return format!("{sign}{units}");
    }
    let width = usize::try_from(decimals).unwrap_or(0);
    format!("{sign}{units}.{:0>width$}", fraction.to_string())
}

/// All digits of a number whose decimal form ends within 60 places; `None` for
/// the others, such as 1/3.
///
/// ```
/// use suanpan::basis::exact::{decimal, parse, whole};
/// assert_eq!(decimal(&parse("89.8050").unwrap()).as_deref(), Some("89.805"));
/// assert_eq!(decimal(&(whole(1) / whole(3))), None);
/// ```
pub fn decimal(number: &Exact) -> Option<String> {
    let mut scaled = number.clone();
    for places in 0..=60 {
        if scaled.is_integer() {
            return Some(fixed(number, places));
        }
        scaled *= whole(10);
    }
    None
}

/// For `#[serde(serialize_with = …)]`: exact numbers as text, `7/12`, so that
/// no reader turns them into binary ones.
///
/// # Errors
/// Those of the serializer.
pub fn as_text<T: Display, S: Serializer>(number: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}
