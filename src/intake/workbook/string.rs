//! Strings: those that cells share, and how runs of formatted text make one.

use std::borrow::Cow;
use std::io::BufRead;
use std::mem;

use suanpan_scan::{Stop, sheet};

use super::package::Package;
use super::window::Window;
use super::xml::{Halt, Tag, Visitor};

/// The strings that cells share, by their indices.
#[derive(Default)]
pub(super) struct Strings {
    /// All of them, one after the other.
    texts: String,
    /// Where each ends in `texts`.
    stops: Vec<usize>,
}

impl Strings {
    /// One of them.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.stops.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.stops.get(before)).copied().unwrap_or(0);
        self.texts.get(start..end)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.stops.len()
    }

    /// Adds one.
    pub fn push(&mut self, text: &str) {
        self.texts.push_str(text);
        self.stops.push(self.texts.len());
    }
}

/// The strings that cells share. Without the part there are none.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Strings, Halt> {
    let mut list = List::default();
    package.walk(part, &mut list)?;
    Ok(list.found)
}

#[derive(Default)]
struct List {
    text: RichText,
    found: Strings,
}

impl Visitor for List {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        self.text.open(name, tag)
    }

    fn text(&mut self, text: &str) {
        self.text.text(text);
    }

    fn close(&mut self, name: &str) -> Result<(), Halt> {
        if name == "si" {
            self.found.push(&self.text.take());
        }
        self.text.close(name);
        Ok(())
    }

    /// Plain strings, as programs write them.
    fn ahead(&mut self, name: &str, window: &mut Window<'_>) -> Result<(), Halt> {
        if !matches!(name, "sst" | "si") || !self.text.is_between() {
            return Ok(());
        }
        loop {
            match sheet::string(window.ahead()) {
                Ok((length, (start, end))) => {
                    let text = window.ahead().get(start..end).unwrap_or_default();
                    self.found.push(std::str::from_utf8(text).unwrap_or_default());
                    window.consume(length);
                }
                Err(Stop::Short) if window.more() => {}
                Err(_) => return Ok(()),
            }
        }
    }
}

/// Collects the texts of an element's runs; how they are pronounced is no part
/// of them.
#[derive(Default)]
pub(super) struct RichText {
    whole: String,
    run: Option<Run>,
    phonetic: bool,
}

struct Run {
    text: String,
    preserved: bool,
}

impl RichText {
    /// Whether nothing of a text has been met.
    fn is_between(&self) -> bool {
        self.whole.is_empty() && self.run.is_none() && !self.phonetic
    }

    /// An element opens within the text.
    pub fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        match name {
            "rPh" => self.phonetic = true,
            "t" if !self.phonetic => {
                let preserved = tag.get("space")?.is_some_and(|space| space == "preserve");
                self.run = Some(Run { text: String::new(), preserved });
            }
            _ => {}
        }
        Ok(())
    }

    /// A piece of text; it counts inside a run only.
    pub fn text(&mut self, text: &str) {
        if let Some(run) = &mut self.run {
            run.text.push_str(text);
        }
    }

    /// An element closes.
    pub fn close(&mut self, name: &str) {
        match name {
            "rPh" => self.phonetic = false,
            "t" => {
                if let Some(run) = self.run.take() {
                    // Not other white space: U+00A0 and U+3000 are content.
                    let text = run.text.trim_matches([' ', '\t', '\r', '\n']);
                    self.whole.push_str(&unescaped(if run.preserved { &run.text } else { text }));
                }
            }
            _ => {}
        }
    }

    /// The whole text; the next one begins.
    pub fn take(&mut self) -> String {
        mem::take(&mut self.whole)
    }
}

/// Resolves `_x000D_`: UTF-16 units that XML cannot hold. An underscore before
/// such a group is itself written `_x005F_`.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    let (mut whole, mut rest) = (String::new(), text);
    while let Some((before, _)) = rest.split_once("_x") {
        whole.push_str(before);
        rest = rest.get(before.len()..).unwrap_or_default();
        let mut units = Vec::new();
        while let Some((unit, after)) = escape(rest) {
            units.push(unit);
            rest = after;
        }
        if units.is_empty() {
            whole.push('_');
            rest = rest.strip_prefix('_').unwrap_or_default();
        }
        whole.extend(char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
    if rest.len() == text.len() {
        return text.into();
    }
    whole.push_str(rest);
    whole.into()
}

/// The unit that a text begins with in that form, and the text after it.
fn escape(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.strip_prefix("_x")?.split_at_checked(4)?;
    let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let unit = hexadecimal.then(|| u16::from_str_radix(digits, 16).ok())??;
    Some((unit, rest.strip_prefix('_')?))
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_are_resolved() {
        for (written, meant) in [
            ("a_x000D__x000A_b", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDE00_", "\u{1f600}"),
            ("_xD83D_!", "\u{fffd}!"),
            ("_x00_x校x_", "_x00_x校x_"),
            ("_x", "_x"),
        ] {
            assert_eq!(unescaped(written), meant);
        }
    }
}
