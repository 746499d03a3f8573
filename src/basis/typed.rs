//! Numbers as people type them into fields: one reading for all of them.

use super::exact::{self, Exact};
use super::width::half_width;

/// A typed decimal made plain: half-width signs, a true minus, white space and
/// separators of thousands taken out. A comma separates thousands only where it
/// stands as one: `1,000` and `12,345.6` are read; `10,5` and `0,125`, which may
/// be decimals, are not. `None`: it is no decimal.
///
/// ```
/// use suanpan::basis::typed::decimal;
/// assert_eq!(decimal(" −１２，３４５．６ ").as_deref(), Some("-12345.6"));
/// assert_eq!(decimal("4,2"), None);
/// assert_eq!(decimal("1,00"), None);
/// ```
pub fn decimal(text: &str) -> Option<String> {
    let plain = |sign: char| if matches!(sign, '−' | '–') { '-' } else { half_width(sign) };
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).map(plain).collect();
    let text = if text.contains(',') { without_separators(&text)? } else { text };
    exact::parse(&text).is_some().then_some(text)
}

/// The same as a number.
pub fn number(text: &str) -> Option<Exact> {
    exact::parse(&decimal(text)?)
}

/// Takes commas out that stand before groups of three digits; the first group
/// has one to three and does not begin with 0.
fn without_separators(text: &str) -> Option<String> {
    let units = text.split('.').next().unwrap_or_default();
    let mut groups = units.trim_start_matches(['-', '+']).split(',');
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first =
        groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && !first.starts_with('0') && digits(first));
    let rest = groups.all(|group| group.len() == 3 && digits(group));
    // Nor does one stand behind the point.
    let behind = text.get(units.len()..).is_some_and(|fraction| fraction.contains(','));
    (first && rest && !behind).then(|| text.replace(',', ""))
}
