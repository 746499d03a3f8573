//! XML as a text that is copied, all but some tags: where tags begin and end,
//! and their attributes.

use super::super::xlsx::markup;

/// A tag in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// What it does.
    pub kind: Kind,
    /// The element's name without its prefix.
    pub name: &'a str,
    /// The tag itself.
    pub text: &'a str,
    /// Where it begins.
    pub start: usize,
    /// One past its end.
    pub end: usize,
}

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Opens an element.
    Open,
    /// Closes one.
    Close,
    /// Both.
    Whole,
}

/// The tags of a text; comments, declarations and the like are passed over.
pub(super) struct Tags<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tags<'a> {
    /// From the beginning.
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let rest = self.text.get(self.at..)?;
            let start = self.at + rest.find('<')?;
            let rest = self.text.get(start..)?;
            let passed = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
            if let Some((_, close)) = passed.iter().find(|(open, _)| rest.starts_with(open)) {
                self.at = start + rest.find(close)? + close.len();
                continue;
            }
            let end = start + length(rest)?;
            self.at = end;
            let text = self.text.get(start..end)?;
            let inner = text.trim_start_matches("</").trim_start_matches('<');
            let name = inner.split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '>')).next()?;
            let kind = match () {
                () if text.starts_with("</") => Kind::Close,
                () if text.ends_with("/>") => Kind::Whole,
                () => Kind::Open,
            };
            return Some(Tag { kind, name: local(name), text, start, end });
        }
    }
}

/// The length of the tag that a text begins with.
fn length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

impl<'a> Tag<'a> {
    /// Opens an element, or is all of it.
    pub fn begins(&self) -> bool {
        self.kind != Kind::Close
    }

    /// The prefix of its name with the colon, or nothing.
    pub fn prefix(&self) -> &'a str {
        let inner = self.text.trim_start_matches("</").trim_start_matches('<');
        let name = inner.split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '>')).next().unwrap_or("");
        name.find(':').and_then(|colon| name.get(..=colon)).unwrap_or("")
    }

    /// The value of an attribute, by its name without a prefix, as it is
    /// written.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(found, ..)| local(found) == name).map(|(_, value, _)| value)
    }

    /// The tag with an attribute, in place of one of that name.
    pub fn with(&self, name: &str, value: &str) -> String {
        let added = format!(" {name}=\"{}\"", markup::escaped(value));
        let place = self.attributes().find(|(found, ..)| *found == name).map(|(.., place)| place);
        let end = self.text.len() - if self.kind == Kind::Whole { 2 } else { 1 };
        let (from, to) = place.unwrap_or((end, end));
        let (before, after) = (self.text.get(..from).unwrap_or_default(), self.text.get(to..).unwrap_or_default());
        format!("{before}{added}{after}")
    }

    /// The tag as one that only opens.
    pub fn opened(&self) -> String {
        match self.text.strip_suffix("/>") {
            Some(rest) => format!("{rest}>"),
            None => self.text.to_owned(),
        }
    }

    /// Names, values, and from where to where each stands, the space before it
    /// included.
    fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str, (usize, usize))> {
        let text = self.text;
        let mut at = text.find(char::is_whitespace).unwrap_or(text.len());
        std::iter::from_fn(move || {
            let rest = text.get(at..)?;
            let equals = rest.find('=')?;
            let name = rest.get(..equals)?.trim();
            let value = rest.get(equals + 1..)?.trim_start();
            let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
            let value = value.get(1..)?;
            let value = value.get(..value.find(quote)?)?;
            // Both are parts of one text.
            let end = value.as_ptr() as usize - text.as_ptr() as usize + value.len() + 1;
            let found = (name, value, (at, end));
            at = end;
            Some(found)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_and_changed() {
        let text =
            "<?xml version='1.0'?><a:b x='1' r:s = \">\"><!-- <no> --><c s=\"3\" r=\"B2\"/><![CDATA[<no>]]></a:b>";
        let tags: Vec<_> = Tags::of(text).collect();
        let seen: Vec<_> = tags.iter().map(|tag| (tag.kind, tag.name)).collect();
        assert_eq!(seen, [(Kind::Open, "b"), (Kind::Whole, "c"), (Kind::Close, "b")]);
        assert_eq!((tags[0].get("s"), tags[0].get("x"), tags[0].get("y")), (Some(">"), Some("1"), None));
        assert_eq!((tags[0].prefix(), tags[2].prefix(), tags[1].prefix()), ("a:", "a:", ""));
        assert_eq!(tags[1].with("s", "12"), "<c s=\"12\" r=\"B2\"/>");
        assert_eq!(tags[1].with("t", "n"), "<c s=\"3\" r=\"B2\" t=\"n\"/>");
        assert_eq!(tags[1].opened(), "<c s=\"3\" r=\"B2\">");
    }
}
