//! Texts as XML holds them.

/// Appends a text, signs of markup escaped. What XML cannot hold is written as
/// spreadsheets do: `_x0001_`; an underscore that looks like the begin of such
/// a group is escaped itself.
pub(super) fn push(out: &mut String, text: &str) {
    for (at, sign) in text.char_indices() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if text.get(at..).is_some_and(is_group) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(sign),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push_str(&format!("_x{:04X}_", u32::from(sign))),
            _ => out.push(sign),
        }
    }
}

/// The text alone.
pub(in crate::report) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

fn is_group(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.split_at_checked(4));
    digits.is_some_and(|(digits, rest)| digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && rest.starts_with('_'))
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn texts_survive() {
        assert_eq!(escaped("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
        assert_eq!(escaped("a\u{1}\r\n\tb"), "a_x0001__x000D_\n\tb");
        assert_eq!(escaped("_x000D_ _x00 _校"), "_x005F_x000D_ _x00 _校");
    }
}
