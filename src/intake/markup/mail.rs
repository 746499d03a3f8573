//! A page packed as mail (MHTML), as spreadsheets save "single file web pages".

use crate::intake::base64::base64;
use crate::intake::watch::Watch;
use crate::intake::{decode, detect};

/// The pages in a mail's parts, decoded.
pub(super) fn pages(text: &str, watch: &dyn Watch) -> Vec<String> {
    let (head, _) = head_and_body(text);
    let Some(boundary) = parameter(&head, "boundary") else {
        return page(text, watch).into_iter().collect();
    };
    text.split(&format!("--{boundary}")).skip(1).filter_map(|part| page(part, watch)).collect()
}

/// A part's page, if it is one.
fn page(part: &str, watch: &dyn Watch) -> Option<String> {
    let (head, body) = head_and_body(part.trim_start_matches(['\r', '\n']));
    let lower = head.to_ascii_lowercase();
    if !lower.contains("text/html") {
        return None;
    }
    let bytes = match () {
        () if lower.contains("quoted-printable") => quoted_printable(body),
        () if lower.contains("base64") => base64(body),
        () => return Some(body.to_owned()),
    };
    Some(decode::decode(&bytes, detect::likeliest(&bytes, watch), watch).into_owned())
}

/// The head of a part, its folded lines joined, and what follows it.
fn head_and_body(part: &str) -> (String, &str) {
    let (head, body) = part.split_once("\r\n\r\n").or_else(|| part.split_once("\n\n")).unwrap_or((part, ""));
    (head.lines().map(str::trim).collect::<Vec<_>>().join(" "), body)
}

/// A parameter of a head, without its quotes.
fn parameter<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let at = head.to_ascii_lowercase().find(&format!("{name}="))?;
    let value = head.get(at + name.len() + 1..)?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([';', ' ']).next(),
    }
    .filter(|value| !value.is_empty())
}

/// RFC 2045, 6.7. What is no escape stays as it is.
fn quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |sign: &u8| char::from(*sign).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                bytes.push(digit(high).unwrap_or(0) << 4 | digit(low).unwrap_or(0));
                rest = after;
            }
            _ => bytes.push(*byte),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_is_decoded() {
        // RFC 2045, 6.7
        let text = "Now's the time =\r\nfor all folk to come=\r\n to the aid of their country=3D=C3=A4=";
        let bytes = "Now's the time for all folk to come to the aid of their country=ä=";
        assert_eq!(quoted_printable(text), bytes.as_bytes());
    }
}
