//! A page as tags and texts. No parser of the web's whole grammar: those that
//! exist weigh more than all other readers together, and tables need little
//! of it.

/// A piece of a page. `end` is the byte after it.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Text between tags, references unresolved.
    Text {
        /// The text.
        text: &'a str,
        /// The byte after it.
        end: usize,
    },
    /// A tag that opens.
    Open(Tag<'a>),
    /// A tag that closes.
    Close {
        /// The element's name as written.
        name: &'a str,
        /// The byte after it.
        end: usize,
    },
}

/// An opening tag.
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// The element's name as written.
    pub name: &'a str,
    attributes: &'a str,
    end: usize,
}

impl Token<'_> {
    /// The byte after the piece.
    pub fn end(&self) -> usize {
        match self {
            Self::Text { end, .. } | Self::Close { end, .. } => *end,
            Self::Open(tag) => tag.end,
        }
    }
}

impl<'a> Tag<'a> {
    /// Whether it opens an element of this name (in lower case).
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// An attribute's value, references unresolved; empty for one without.
    pub fn get(&self, wanted: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/');
            if rest.is_empty() {
                return None;
            }
            let end =
                rest.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '=' | '/')).unwrap_or(rest.len());
            // A lone "=" begins a name.
            let (name, after) = rest.split_at_checked(end.max(1))?;
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(after) => value(after.trim_start()),
                None => ("", after),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            rest = after;
        }
    }

    /// A declaration within the attribute `style`, in lower case, no spaces.
    pub fn style(&self, wanted: &str) -> Option<String> {
        let styles = self.get("style")?.to_ascii_lowercase();
        let declared = styles.split(';').filter_map(|style| style.split_once(':'));
        let mut found = declared.filter(|(name, _)| name.trim() == wanted);
        found.next().map(|(_, value)| value.split_ascii_whitespace().collect())
    }

    /// Whether it is written as not shown.
    pub fn is_hidden(&self) -> bool {
        self.get("hidden").is_some() || self.style("display").is_some_and(|display| display.starts_with("none"))
    }
}

/// A value, quoted or not, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// The tokens of a page. Comments (of the page, and of cells), declarations,
/// scripts and style sheets are passed over.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Begins at the start.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Moves behind the next occurrence of a text, or to the end.
    fn skip_past(&mut self, sign: &str) {
        let found = self.rest().find(sign).map(|found| found + sign.len());
        self.at = found.map_or(self.text.len(), |found| self.at + found);
    }

    /// Moves to the closing tag of an element whose content is no markup.
    fn skip_raw(&mut self, name: &str) {
        loop {
            let Some(found) = self.rest().find("</") else {
                self.at = self.text.len();
                return;
            };
            let after = self.rest().get(found + 2..).unwrap_or_default();
            if after.get(..name.len()).is_some_and(|other| other.eq_ignore_ascii_case(name)) {
                self.at += found;
                return;
            }
            self.at += found + 2;
        }
    }

    /// A tag that begins here; its content up to ">", which quotes may hold.
    fn tag(&mut self) -> &'a str {
        let rest = self.rest();
        let mut quote = None;
        for (at, byte) in rest.bytes().enumerate().skip(1) {
            match (quote, byte) {
                (None, b'>') => {
                    self.at += at + 1;
                    return rest.get(1..at).unwrap_or_default();
                }
                (None, b'"' | b'\'') if rest.as_bytes().get(at.wrapping_sub(1)) == Some(&b'=') => quote = Some(byte),
                (Some(open), byte) if open == byte => quote = None,
                _ => {}
            }
        }
        self.at = self.text.len();
        rest.get(1..).unwrap_or_default()
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return None;
            }
            let Some(after) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                self.at += end;
                return Some(Token::Text { text: rest.get(..end).unwrap_or_default(), end: self.at });
            };
            if after.starts_with("!--") {
                self.skip_past("-->");
            } else if after.starts_with(['!', '?']) {
                self.skip_past(">");
            } else if after.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
                let content = self.tag();
                let end = content.find(|sign: char| sign.is_ascii_whitespace() || sign == '/').unwrap_or(content.len());
                let (name, attributes) = content.split_at_checked(end).unwrap_or((content, ""));
                if ["script", "style", "title", "comment"].iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
                    self.skip_raw(name);
                    continue;
                }
                return Some(Token::Open(Tag { name, attributes, end: self.at }));
            } else if after.starts_with('/') {
                let content = self.tag();
                let name = content.trim_start_matches('/').split(|sign: char| sign.is_ascii_whitespace()).next();
                return Some(Token::Close { name: name.unwrap_or_default(), end: self.at });
            } else {
                // A "<" that begins nothing is text.
                let end = after.find('<').map_or(rest.len(), |end| end + 1);
                self.at += end;
                return Some(Token::Text { text: rest.get(..end).unwrap_or_default(), end: self.at });
            }
        }
    }
}

/// A text with its references resolved and runs of white space as one space.
/// What a reference stands for is never white space to be joined.
pub(super) fn text_of(text: &str) -> String {
    let (mut whole, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(sign) = rest.chars().next() {
        let after = rest.get(sign.len_utf8()..).unwrap_or_default();
        rest = after;
        if sign.is_ascii_whitespace() {
            if !whole.ends_with(' ') {
                whole.push(' ');
            }
        } else if let Some((found, after)) = (sign == '&').then(|| reference(after)).flatten() {
            whole.push(found);
            rest = after;
        } else {
            whole.push(sign);
        }
    }
    whole
}

/// The names that tables use; browsers know some two thousand.
const NAMED: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("minus", '−'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("yen", '¥'),
    ("deg", '°'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("permil", '‰'),
    ("le", '≤'),
    ("ge", '≥'),
    ("copy", '©'),
    ("reg", '®'),
];

/// What follows an "&", if it is a reference, and the text after it.
fn reference(text: &str) -> Option<(char, &str)> {
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '#').unwrap_or(text.len());
    let (name, after) = text.split_at_checked(end)?;
    let after = after.strip_prefix(';').unwrap_or(after);
    let code = match name.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(code) => u32::from_str_radix(code, 16).ok()?,
            None => code.parse().ok()?,
        },
        None => return NAMED.iter().find(|(known, _)| *known == name).map(|(_, sign)| (*sign, after)),
    };
    Some((char::from_u32(code).filter(|sign| *sign != '\0').unwrap_or(char::REPLACEMENT_CHARACTER), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> String {
        let shown = |token: Token<'_>| match token {
            Token::Text { text, .. } => text_of(text),
            Token::Open(tag) => format!("<{}{}>", tag.name, tag.get("a").map(|a| format!("={a}")).unwrap_or_default()),
            Token::Close { name, .. } => format!("</{name}>"),
        };
        Tokens::new(text).map(shown).collect()
    }

    #[test]
    fn what_browsers_forgive_is_forgiven() {
        for (text, expected) in [
            ("<td a=1>x</td >", "<td=1>x</td>"),
            ("<td b='<>' a = \"1 2\"/>", "<td=1 2>"),
            ("<TD A>a &lt b", "<TD=>a < b"),
            ("<td class=x a=1>it's<td>", "<td=1>it's<td>"),
            ("1 < 2<!-- <td> --><?xml ?><!doctype x>3", "1 < 23"),
            ("<script>if (a</b) '<td>'</script>x", "</script>x"),
            ("<style><td></STYLE>", "</STYLE>"),
            ("a\r\n  b&nbsp;&nbsp;c&#x4e2d;&#25991;&nonsense;&", "a b\u{a0}\u{a0}c中文&nonsense;&"),
            ("<td", "<td>"),
            ("<td a='", "<td=>"),
            ("</", "</>"),
            ("<", "<"),
        ] {
            assert_eq!(tokens(text), expected, "{text}");
        }
    }

    #[test]
    fn styles_are_found() {
        let mut tokens = Tokens::new("<tr style='height:1pt; DISPLAY : none'><td style=\"mso-number-format:'\\@'\">");
        let Some(Token::Open(row)) = tokens.next() else { panic!() };
        assert!(row.is_hidden());
        let Some(Token::Open(cell)) = tokens.next() else { panic!() };
        assert_eq!(cell.style("mso-number-format").as_deref(), Some("'\\@'"));
    }
}
