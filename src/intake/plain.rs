//! Texts brought to one form before they are compared or read as numbers.

use crate::basis::width;

/// Full-width letters, digits and signs become plain ones, every kind of space
/// a plain space. Chinese punctuation that stands for a plain sign follows.
pub(super) fn half_width(sign: char) -> char {
    match sign {
        '【' | '〔' | '﹝' => '(',
        '】' | '〕' | '﹞' => ')',
        '\u{2212}' => '-',
        _ if sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{feff}' | '\u{2060}') => ' ',
        _ => width::half_width(sign),
    }
}

/// A text for comparing: half width, lower case, no spaces.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(half_width).filter(|sign| *sign != ' ').flat_map(char::to_lowercase).collect()
}

/// A folded text without the signs that headers are decorated with.
pub(super) fn bare(text: &str) -> String {
    folded(text)
        .chars()
        .filter(|sign| {
            !matches!(sign, '、' | '·' | '*' | '_' | '-' | '"' | '“' | '”' | ',' | '。' | '.' | '/' | ':' | ';' | '\'')
        })
        .collect()
}

/// A name without spaces of any kind around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| half_width(sign) == ' ' || sign.is_control())
}
