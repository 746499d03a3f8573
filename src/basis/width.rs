//! Full-width signs, as Chinese input methods type them.

/// The plain form of a full-width letter, digit or sign; others stay.
///
/// ```
/// use suanpan::basis::width::half_width;
/// let plain: String = "３５．５％ 人".chars().map(half_width).collect();
/// assert_eq!(plain, "35.5% 人");
/// ```
pub fn half_width(sign: char) -> char {
    match sign {
        '！'..='～' => u32::from(sign).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(sign),
        _ => sign,
    }
}
