//! A cell read as a number: exactly the decimal that was typed, after every
//! repair that is safe.

use super::dictionary::DICTIONARY;
use super::numeral;
use super::plain::{folded, half_width, trimmed};
use crate::basis::exact::{self, whole};
use crate::basis::problem::ProblemKind;
use crate::word::field::Quantity;
use crate::word::table::Cell;
use crate::word::unit::Unit;

/// A number with its typed decimals.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// Sign, digits and point, as typed.
    digits: String,
    /// The power of ten that it is multiplied by.
    exponent: i32,
    /// It stood with a percent sign.
    pub percent: bool,
    /// What was repaired, if anything.
    pub repair: Option<ProblemKind>,
    /// The unit that it is converted from.
    pub unit: Unit,
}

/// Why a cell gives no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// There is nothing, or a sign for nothing.
    Blank,
    /// There is something else.
    Fault(ProblemKind),
}

impl Number {
    /// The nearest binary number to the decimal.
    pub fn value(&self) -> f64 {
        format!("{}e{}", self.digits, self.exponent).parse().unwrap_or(0.0)
    }

    /// The decimal shifted by a power of ten.
    pub fn shifted(self, power: i8) -> Self {
        Self { exponent: self.exponent.saturating_add(i32::from(power)), ..self }
    }

    /// The number in its quantity's own unit, of one in another unit: exact, but
    /// for 亩, which are rounded to 0.01 ㎡.
    fn converted(self, unit: Unit) -> Self {
        let number = match unit {
            Unit::Power(power) => self.shifted(power),
            Unit::Mu => {
                let typed = exact::parse(&format!("{}e{}", self.digits, self.exponent));
                let area = typed.map(|typed| exact::fixed(&(typed * whole(2000) / whole(3)), 2));
                area.map_or(self.clone(), |digits| Self { digits, exponent: 0, ..self })
            }
        };
        Self { unit, ..number }
    }

    /// How many decimals were typed, after shifting; never negative.
    pub fn decimals(&self) -> u32 {
        let typed = self.digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        u32::try_from(i32::try_from(typed).unwrap_or(i32::MAX).saturating_sub(self.exponent)).unwrap_or(0)
    }
}

/// Reads a cell as a number of a kind, in the unit of its column. In a file of
/// texts (CSV), a number as text needs no repair.
pub(super) fn number(cell: Cell<'_>, quantity: Quantity, column: Unit, texts: bool) -> Result<Number, Unread> {
    let text = match cell {
        Cell::Empty => return Err(Unread::Blank),
        Cell::Number(number) => return of_binary(number).map(|number| number.converted(column)),
        Cell::Text(text) => text,
        Cell::Bool(_) | Cell::Date(_) => return Err(Unread::Fault(ProblemKind::NotANumber)),
        Cell::Error(_) => return Err(Unread::Fault(ProblemKind::ErrorCell)),
        Cell::Uncomputed => return Err(Unread::Fault(ProblemKind::FormulaWithoutValue)),
    };
    if is_nothing(text) {
        return Err(Unread::Blank);
    }
    let half: String = text.chars().map(half_width).collect();
    let half = half.trim().trim_start_matches('\'').to_lowercase();
    let (rest, suffix) = split_unit(&half, quantity);
    let spelled = numeral::in_digits(rest);
    let digits = spelled.as_deref().map_or_else(|| ungrouped(rest), str::to_owned);
    let (mantissa, exponent) = decimal(&digits).ok_or(Unread::Fault(ProblemKind::NotANumber))?;
    let repair = match suffix {
        _ if spelled.is_some() => Some(ProblemKind::IdeographicDigits),
        Suffix::Percent => Some(ProblemKind::PercentRepaired),
        Suffix::Other | Suffix::Scale(_) => Some(ProblemKind::SeparatorRemoved),
        Suffix::None if digits != rest => Some(ProblemKind::SeparatorRemoved),
        Suffix::None if half != text.trim().to_lowercase() => Some(ProblemKind::FullWidthDigits),
        Suffix::None => (!texts).then_some(ProblemKind::NumberAsText),
    };
    let percent = matches!(suffix, Suffix::Percent);
    let number = Number { digits: mantissa.to_owned(), exponent, percent, repair, unit: Unit::BASE };
    Ok(number.converted(match suffix {
        Suffix::Scale(own) => own,
        // 300人 among 百人 are not hundreds, nor is 一万二.
        _ if quantity == Quantity::Count && (spelled.is_some() || matches!(suffix, Suffix::Other)) => Unit::BASE,
        _ => column,
    }))
}

/// Whether a text is blank or a sign for nothing, such as "—" or 无.
fn is_nothing(text: &str) -> bool {
    const LONGEST: usize = 32;
    let text = trimmed(text);
    text.is_empty() || text.len() <= LONGEST && DICTIONARY.blanks.contains(&folded(text))
}

/// Whether a cell holds a number, in any of the forms that can be repaired, or
/// that may be one with a decimal comma.
pub(super) fn is_number(cell: Cell<'_>) -> bool {
    number(cell, Quantity::Number, Unit::BASE, true).is_ok() || decimal_comma(cell).is_some()
}

/// A text with one comma among digits.
pub(super) struct DecimalComma {
    /// The same with a point: 90,25 as 90.25.
    pub text: String,
    /// The comma cannot be one between thousands.
    pub certain: bool,
}

/// A number whose comma may be its decimal point; a percent sign may follow.
pub(super) fn decimal_comma(cell: Cell<'_>) -> Option<DecimalComma> {
    let Cell::Text(text) = cell else { return None };
    if text.len() > LONGEST_COMMA {
        return None;
    }
    let text: String = text.chars().map(half_width).collect();
    let (units, rest) = text.trim().split_once(',')?;
    let (fraction, percent) = rest.strip_suffix('%').map_or((rest, ""), |fraction| (fraction.trim_end(), "%"));
    let whole = units.strip_prefix(['-', '+']).unwrap_or(units);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_one = digits(whole) && digits(fraction);
    let certain = fraction.len() != 3 || whole.len() > 3 || whole.starts_with('0');
    is_one.then(|| DecimalComma { text: format!("{units}.{fraction}{percent}"), certain })
}

/// No number with a decimal comma is longer, in bytes.
const LONGEST_COMMA: usize = 64;

/// Whether a cell holds a number and nothing else.
pub(super) fn is_plain_number(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => decimal(&folded(text)).is_some(),
        _ => false,
    }
}

/// Binary numbers beyond 15 digits come from formulas; spreadsheets show and
/// compare them at 15 digits, and so they are read.
fn of_binary(number: f64) -> Result<Number, Unread> {
    let shortest = format!("{number:e}");
    let digits = shortest.split('e').next().unwrap_or_default().chars().filter(char::is_ascii_digit).count();
    let shown =
        if digits > 15 { format!("{:e}", format!("{number:.14e}").parse().unwrap_or(number)) } else { shortest };
    let (digits, exponent) = decimal(&shown).ok_or(Unread::Fault(ProblemKind::NotANumber))?;
    Ok(Number { digits: digits.to_owned(), exponent, percent: false, repair: None, unit: Unit::BASE })
}

/// Mantissa and exponent of a plain decimal: what `basis::exact::parse` takes.
fn decimal(text: &str) -> Option<(&str, i32)> {
    let (mantissa, exponent) = match text.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()?),
        None => (text, 0),
    };
    let digits = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let (units, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = units.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
    let some = !units.is_empty() || !fraction.is_empty();
    (plain && some && digits.len() <= 100 && (-200..=200).contains(&exponent)).then_some((mantissa, exponent))
}

#[derive(Clone, Copy)]
enum Suffix {
    None,
    Percent,
    Scale(Unit),
    Other,
}

/// Takes a trailing unit off.
fn split_unit(text: &str, quantity: Quantity) -> (&str, Suffix) {
    let rates = matches!(quantity, Quantity::Rate | Quantity::Number);
    if let Some(rest) = text.strip_suffix('%').filter(|_| rates) {
        return (rest.trim_end(), Suffix::Percent);
    }
    if matches!(quantity, Quantity::Money | Quantity::Area) {
        for (name, (_, unit)) in DICTIONARY.scales.iter().filter(|(_, (of, _))| *of == quantity) {
            if let Some(rest) = text.strip_suffix(name.as_str()) {
                return (rest.trim_end(), Suffix::Scale(*unit));
            }
        }
    }
    let unit = DICTIONARY.units.iter().filter(|unit| *unit != "%").find_map(|unit| text.strip_suffix(unit.as_str()));
    unit.map_or((text, Suffix::None), |rest| (rest.trim_end(), Suffix::Other))
}

/// Takes thousands separators out where they stand before groups of three
/// digits; elsewhere the text stays, and is no number.
fn ungrouped(text: &str) -> String {
    let (units, fraction) = text.split_once('.').map_or((text, None), |(units, fraction)| (units, Some(fraction)));
    let mut groups = units.split([',', ' ']);
    let first = groups.next().unwrap_or_default().trim_start_matches(['-', '+']);
    let threes = groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    if !threes || first.is_empty() || first.len() > 3 {
        return text.to_owned();
    }
    let units: String = units.chars().filter(|sign| !matches!(sign, ',' | ' ')).collect();
    fraction.map_or(units.clone(), |fraction| format!("{units}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ProblemKind::*;

    fn read(text: &str, quantity: Quantity, power: i8) -> Result<(f64, Option<ProblemKind>), Unread> {
        number(Cell::Text(text), quantity, Unit::Power(power), false).map(|number| (number.value(), number.repair))
    }

    #[test]
    fn texts_are_read_as_the_decimals_they_show() {
        assert_eq!(read("28", Quantity::Count, 0), Ok((28.0, Some(NumberAsText))));
        assert_eq!(read("１０６．０", Quantity::Number, 0), Ok((106.0, Some(FullWidthDigits))));
        assert_eq!(read("1,234,567.5", Quantity::Area, 0), Ok((1_234_567.5, Some(SeparatorRemoved))));
        assert_eq!(read("1，234", Quantity::Count, 0), Ok((1234.0, Some(SeparatorRemoved))));
        assert_eq!(read("28 人", Quantity::Count, 0), Ok((28.0, Some(SeparatorRemoved))));
        assert_eq!(read("102.23", Quantity::Money, 4), Ok((1_022_300.0, Some(NumberAsText))));
        assert_eq!(read("102.23万元", Quantity::Money, 0), Ok((1_022_300.0, Some(SeparatorRemoved))));
        assert_eq!(read("5000元", Quantity::Money, 4), Ok((5000.0, Some(SeparatorRemoved))));
        assert_eq!(read("23.7％", Quantity::Rate, 0), Ok((23.7, Some(PercentRepaired))));
        assert_eq!(read("-", Quantity::Count, 0), Err(Unread::Blank));
        assert_eq!(read("\u{3000}", Quantity::Count, 0), Err(Unread::Blank));
        for text in ["约30", "1,23", "12 34", "3-2", "--5", "1.2.3", "23%%", "nan", "inf", "1e999"] {
            assert_eq!(read(text, Quantity::Count, 0), Err(Unread::Fault(NotANumber)), "{text}");
        }
    }

    #[test]
    fn a_comma_may_be_a_decimal_point() {
        let read = |text: &str| decimal_comma(Cell::Text(text)).map(|comma| (comma.text, comma.certain));
        for (text, point, certain) in [
            ("90,25", "90.25", true),
            ("-0,125", "-0.125", true),
            ("90，125", "90.125", false),
            ("98,5 %", "98.5%", true),
            ("1234,567", "1234.567", true),
        ] {
            assert_eq!(read(text), Some((point.into(), certain)), "{text}");
        }
        for text in ["1,234,567", "1,234.5", ",5", "5,", "甲,5", "1.230", "90"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn conversions_are_exact_and_computed_tails_are_cut() {
        let value = |cell: f64, power| {
            let read = number(Cell::Number(cell), Quantity::Money, Unit::Power(power), false);
            read.unwrap().value().to_string()
        };
        assert_eq!(value(102.23, 4), "1022300");
        assert_eq!(value(0.2043, 2), "20.43");
        assert_eq!(value(0.1 + 0.2, 0), "0.3");
        assert_eq!(value(4503599627370497.0, 0), "4503599627370500");
        let mu = |text| number(Cell::Text(text), Quantity::Area, Unit::Mu, false).unwrap().value().to_string();
        assert_eq!([mu("14.4"), mu("1"), mu("0.01"), mu("-1")], ["9600", "666.67", "6.67", "-666.67"]);
        assert_eq!([mu("3000㎡"), mu("0.6公顷"), mu("15亩")], ["3000", "6000", "10000"]);
    }
}
