//! Texts as somebody types them about a target, made plain before they are
//! kept, or refused with the reason.

use num_traits::Signed;

use crate::basis::exact::{self, Exact, whole};
use crate::basis::text::Lang;
use crate::basis::typed;
use crate::basis::width::half_width;
use crate::word::scheme::target::Words;

/// The most signs of a limit, a value or points.
pub const TEXT_MOST: usize = 60;

/// The highest limit.
pub const LIMIT_MOST: i64 = 1_000_000_000;

/// The largest number in a value, a numerator or denominator; also below 0.
pub const VALUE_MOST: i64 = 1_000_000_000_000;

/// What stands between the numbers of a text.
const BETWEEN: [char; 4] = ['/', '±', '~', ':'];

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is nothing of the form that is wanted.
    Unreadable,
    /// A comma stands where none separates thousands.
    Comma,
    /// Some of its numbers have a percent sign and some have none.
    Percent,
    /// A number is larger than this.
    TooLarge(i64),
    /// Nothing here is below 0.
    Negative,
    /// Points are not below 0.
    NegativePoints,
    /// A lower band of points brings more than a higher one.
    RisingBands,
    /// The denominator is 0.
    ZeroDenominator,
    /// More points awarded than there are.
    AboveFull,
    /// It has more signs than this.
    TooLong(usize),
}

impl Refusal {
    /// What is said about it.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Self::Unreadable => lang.target_refused().to_owned(),
            Self::Comma => lang.target_refused_comma().to_owned(),
            Self::Percent => lang.target_refused_percent().to_owned(),
            Self::TooLarge(most) => lang.target_refused_large(&super::wording::number(&whole(most), 0)),
            Self::Negative => lang.target_refused_negative().to_owned(),
            Self::NegativePoints => lang.target_refused_negative_points().to_owned(),
            Self::RisingBands => lang.target_refused_rising().to_owned(),
            Self::ZeroDenominator => lang.target_zero_denominator().to_owned(),
            Self::AboveFull => lang.target_refused_above_full().to_owned(),
            Self::TooLong(most) => lang.target_refused_long(most),
        }
    }
}

/// Whether values with this unit are percent, so that the sign says nothing new.
pub fn is_percent(unit: &Words) -> bool {
    unit.zh == "%"
}

/// A text made plain: half width, without white space and separators of
/// thousands, yes and no as 1 and 0. A percent sign is dropped where the unit
/// has it, and divides by 100 elsewhere.
///
/// # Errors
/// What is no number, or several of them with `/`, `±`, `~` or `:` between.
pub fn plain(text: &str, percent: bool) -> Result<String, Refusal> {
    let text = marks(text);
    if text.chars().nth(TEXT_MOST).is_some() {
        return Err(Refusal::TooLong(TEXT_MOST));
    }
    match text.to_lowercase().as_str() {
        "" => return Ok(text),
        "是" | "yes" | "y" => return Ok("1".to_owned()),
        "否" | "no" | "n" => return Ok("0".to_owned()),
        _ => {}
    }
    let numbers = || text.split(BETWEEN);
    let (signs, all) = (numbers().filter(|number| number.ends_with('%')).count(), numbers().count());
    let mixed = signs > 0 && signs < all;
    if mixed && (!percent || text.contains('/')) {
        return Err(Refusal::Percent);
    }
    let mut made = String::new();
    for piece in text.split_inclusive(BETWEEN) {
        let number = piece.trim_end_matches(BETWEEN);
        made += &one(number, percent)?;
        made.extend(piece.chars().last().filter(|sign| BETWEEN.contains(sign)));
    }
    Ok(made)
}

/// The signs that are written in several ways, in one.
fn marks(text: &str) -> String {
    let sign = |sign: char| match sign {
        '−' | '–' => '-',
        '÷' => '/',
        '～' | '至' => '~',
        other => half_width(other),
    };
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).map(sign).collect();
    text.replace("+-", "±")
}

/// One number, without its percent sign.
fn one(text: &str, percent: bool) -> Result<String, Refusal> {
    let bare = text.strip_suffix('%').unwrap_or(text);
    let unreadable = if bare.contains(',') { Refusal::Comma } else { Refusal::Unreadable };
    let made = typed::decimal(bare).ok_or(unreadable)?;
    let number = exact::parse(&made).ok_or(Refusal::Unreadable)?;
    within(&number, VALUE_MOST)?;
    if percent || bare.len() == text.len() {
        return Ok(made);
    }
    exact::decimal(&(number / whole(100))).ok_or(Refusal::Unreadable)
}

/// Refuses a number that is too large.
fn within(number: &Exact, most: i64) -> Result<(), Refusal> {
    if number.abs() > whole(most) { Err(Refusal::TooLarge(most)) } else { Ok(()) }
}

/// Refuses a limit, made plain, with a number below 0 or beyond [`LIMIT_MOST`].
///
/// # Errors
/// Which of the two.
pub fn limit_within(text: &str) -> Result<(), Refusal> {
    for number in text.split(BETWEEN).filter_map(exact::parse) {
        if number.is_negative() {
            return Err(Refusal::Negative);
        }
        within(&number, LIMIT_MOST)?;
    }
    Ok(())
}
