//! Numbers as programs write them.

/// Powers of ten that a binary number holds exactly, and that a mark or an
/// amount may be divided by.
const TENS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// A finite number: the nearest to the decimal, as `str::parse` gives it.
/// `None` where the text is none.
#[inline]
pub fn number(text: &[u8]) -> Option<f64> {
    plain(text).or_else(|| general(text))
}

/// Up to 15 digits with a point among them: an exact whole number divided by
/// an exact power of ten is rounded once, so the quotient is the nearest.
#[inline]
fn plain(text: &[u8]) -> Option<f64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let (mut whole, mut decimals, mut point) = (0_u64, 0_usize, false);
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                whole = whole * 10 + u64::from(byte - b'0');
                decimals += usize::from(point);
            }
            b'.' if !point => point = true,
            _ => return None,
        }
    }
    let value = quotient(whole, decimals).filter(|_| digits != b".")?;
    Some(if negative { -value } else { value })
}

/// A whole number by a power of ten, below 10^15: both exact.
#[inline]
pub(crate) fn quotient(whole: u64, power: usize) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "below 2 to the 53rd")]
    let exact = (whole < 1_000_000_000_000_000).then_some(whole as f64)?;
    Some(exact / TENS.get(power)?)
}

#[cold]
fn general(text: &[u8]) -> Option<f64> {
    // Not the words that `parse` knows: inf, nan.
    let plain = text.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    let text = std::str::from_utf8(text).ok().filter(|_| plain)?;
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A whole number in digits alone, at most nine.
#[inline]
pub(crate) fn whole(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.iter().try_fold(0_u32, |whole, byte| byte.is_ascii_digit().then(|| whole * 10 + u32::from(byte - b'0')))
}

/// The whole number in one to nine digits that bytes begin with, and the bytes
/// after it.
#[inline]
pub(crate) fn digits(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (mut whole, mut length) = (0_u32, 0);
    while let Some(digit @ b'0'..=b'9') = bytes.get(length) {
        if length == 9 {
            return None;
        }
        whole = whole * 10 + u32::from(digit - b'0');
        length += 1;
    }
    let rest = bytes.get(length..)?;
    (length > 0).then_some((whole, rest))
}
