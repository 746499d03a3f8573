//! A text and how far it is read: the grammar of RFC 8259.

use std::borrow::Cow;

use super::{Fault, Stop};

/// How deep arrays and objects may be nested; a text that goes deeper is none
/// of ours, and would overflow the stack.
const DEEPEST: u8 = 127;

pub(super) struct Scan<'de> {
    text: &'de str,
    at: usize,
    depth: u8,
}

/// A number, in the first of these that it fits in.
pub(super) enum Number {
    Natural(u64),
    Integer(i64),
    Real(f64),
}

impl<'de> Scan<'de> {
    pub fn new(text: &'de str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// Where reading stopped.
    pub fn fault(&self) -> Fault {
        let read = self.text.get(..self.at).unwrap_or(self.text);
        let line = read.rsplit('\n').next().unwrap_or_default();
        Fault { line: read.matches('\n').count() + 1, column: line.chars().count() }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn until(&self, end: usize) -> Result<&'de str, Stop> {
        self.text.get(self.at..end).ok_or(Stop)
    }

    /// The first byte of what follows.
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn take(&mut self, byte: u8) -> Result<(), Stop> {
        if self.peek() != Some(byte) {
            return Err(Stop);
        }
        self.at += 1;
        Ok(())
    }

    /// Nothing follows.
    pub fn end(&mut self) -> Result<(), Stop> {
        self.peek().map_or(Ok(()), |_| Err(Stop))
    }

    pub fn word(&mut self, word: &str) -> Result<(), Stop> {
        self.peek();
        if self.text.get(self.at..).is_none_or(|rest| !rest.starts_with(word)) {
            return Err(Stop);
        }
        self.at += word.len();
        Ok(())
    }

    /// An array or object begins.
    pub fn open(&mut self, bracket: u8) -> Result<(), Stop> {
        self.take(bracket)?;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Stop) } else { Ok(()) }
    }

    /// An array or object ends here.
    pub fn close(&mut self, bracket: u8) -> Result<(), Stop> {
        self.depth -= 1;
        self.take(bracket)
    }

    /// Whether there is another item before the closing bracket; goes to it.
    pub fn next(&mut self, bracket: u8, more: &mut bool) -> Result<bool, Stop> {
        if self.peek() == Some(bracket) {
            return Ok(false);
        }
        if *more {
            self.take(b',')?;
        }
        *more = true;
        Ok(true)
    }

    /// A member's name, and the colon.
    pub fn name(&mut self) -> Result<Cow<'de, str>, Stop> {
        let name = self.text()?;
        self.take(b':')?;
        Ok(name)
    }

    /// A variant's number, and whether its name is all that there is. Otherwise
    /// its content follows, and a closing brace.
    pub fn variant(&mut self, variants: &[&str]) -> Result<(u32, bool), Stop> {
        let bare = self.peek() == Some(b'"');
        let name = if bare {
            self.text()?
        } else {
            self.open(b'{')?;
            self.name()?
        };
        let number = variants.iter().position(|variant| *variant == name).ok_or(Stop)?;
        Ok((u32::try_from(number).map_err(|_| Stop)?, bare))
    }

    /// The number next to what is written; none beyond the largest.
    pub fn number(&mut self) -> Result<Number, Stop> {
        let figures = self.figures()?;
        if let Ok(number) = figures.parse() {
            return Ok(Number::Natural(number));
        }
        if let Ok(number) = figures.parse()
            && number != 0
        {
            return Ok(Number::Integer(number));
        }
        let number: f64 = figures.parse().map_err(|_| Stop)?;
        if number.is_finite() { Ok(Number::Real(number)) } else { Err(Stop) }
    }

    /// A number as it is written.
    fn figures(&mut self) -> Result<&'de str, Stop> {
        self.peek();
        let start = self.at;
        self.pass(b"-");
        let leading = self.byte();
        if self.digits()? > 1 && leading == Some(b'0') {
            return Err(Stop);
        }
        if self.pass(b".") {
            self.digits()?;
        }
        if self.pass(b"eE") {
            self.pass(b"+-");
            self.digits()?;
        }
        self.text.get(start..self.at).ok_or(Stop)
    }

    /// Goes on if one of some bytes follows.
    fn pass(&mut self, bytes: &[u8]) -> bool {
        let passed = self.byte().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(passed);
        passed
    }

    /// How many digits there are: one at least.
    fn digits(&mut self) -> Result<usize, Stop> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(Stop) } else { Ok(self.at - start) }
    }

    /// A text; borrowed unless something in it is escaped.
    pub fn text(&mut self) -> Result<Cow<'de, str>, Stop> {
        self.take(b'"')?;
        let mut text = Cow::Borrowed("");
        loop {
            text += self.plain()?;
            if self.pass(b"\"") {
                return Ok(text);
            }
            if !self.pass(b"\\") {
                return Err(Stop);
            }
            text.to_mut().push(self.escaped()?);
        }
    }

    /// The part of a text before a quote or a backslash.
    fn plain(&mut self) -> Result<&'de str, Stop> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).ok_or(Stop)?;
        let text = self.until(self.at + plain)?;
        self.at += plain;
        Ok(text)
    }

    /// Goes past a text. Half of a character in UTF-16, which other programs
    /// write, is harmless where nobody wants the text.
    fn skip_text(&mut self) -> Result<(), Stop> {
        self.take(b'"')?;
        loop {
            self.plain()?;
            if self.pass(b"\"") {
                return Ok(());
            }
            if !self.pass(b"\\") {
                return Err(Stop);
            }
            if self.pass(b"u") {
                self.unit()?;
            } else {
                self.escaped()?;
            }
        }
    }

    /// The character that the signs after a backslash stand for.
    fn escaped(&mut self) -> Result<char, Stop> {
        let sign = self.byte().ok_or(Stop)?;
        self.at += 1;
        Ok(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                let low = if matches!(unit, 0xD800..0xDC00) && self.pass(b"\\") && self.pass(b"u") {
                    Some(self.unit()?)
                } else {
                    None
                };
                let mut characters = char::decode_utf16([unit].into_iter().chain(low));
                characters.next().and_then(Result::ok).ok_or(Stop)?
            }
            _ => return Err(Stop),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u16, Stop> {
        let digits = self.until(self.at + 4)?;
        self.at += 4;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if hexadecimal { u16::from_str_radix(digits, 16).map_err(|_| Stop) } else { Err(Stop) }
    }

    /// Goes past a value of whatever type.
    pub fn skip(&mut self) -> Result<(), Stop> {
        match self.peek() {
            Some(b'n') => self.word("null"),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'"') => self.skip_text(),
            Some(open @ (b'[' | b'{')) => {
                let (close, mut more) = (open + 2, false);
                self.open(open)?;
                while self.next(close, &mut more)? {
                    if open == b'{' {
                        self.skip_text()?;
                        self.take(b':')?;
                    }
                    self.skip()?;
                }
                self.close(close)
            }
            _ => self.figures().map(drop),
        }
    }
}
