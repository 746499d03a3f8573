//! A place in bytes that moves on by what it knows.

/// Why a scan stops before the end of what it looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The bytes end; with more of them it may go on.
    Short,
    /// Here is something that it does not know.
    Unknown,
}

/// Bytes from a place on.
pub(crate) struct Cursor<'a> {
    bytes: &'a [u8],
    /// How many have been passed.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// At the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The bytes from here on.
    #[inline]
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes all bytes but these last ones.
    #[inline]
    pub fn leave(&mut self, rest: &[u8]) {
        self.at = self.bytes.len() - rest.len();
    }

    /// The next byte.
    #[inline]
    pub fn peek(&self) -> Result<u8, Stop> {
        self.bytes.get(self.at).copied().ok_or(Stop::Short)
    }

    /// Passes these bytes.
    #[inline]
    pub fn eat(&mut self, wanted: &[u8]) -> Result<(), Stop> {
        let end = self.at + wanted.len();
        match self.bytes.get(self.at..end) {
            Some(found) if found == wanted => {
                self.at = end;
                Ok(())
            }
            Some(_) => Err(Stop::Unknown),
            None => Err(Stop::Short),
        }
    }

    /// Passes these bytes if they come next.
    #[inline]
    pub fn eats(&mut self, wanted: &[u8]) -> Result<bool, Stop> {
        match self.eat(wanted) {
            Ok(()) => Ok(true),
            Err(Stop::Unknown) => Ok(false),
            Err(Stop::Short) => Err(Stop::Short),
        }
    }

    /// Passes white space.
    #[inline]
    pub fn space(&mut self) {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Passes a text up to the next tag. Not known are references, carriage
    /// returns, which XML makes line feeds, and what is no UTF-8.
    #[inline]
    pub fn text(&mut self) -> Result<(usize, usize), Stop> {
        let start = self.at;
        let rest = self.rest();
        let mut signs = 0;
        for (length, byte) in rest.iter().enumerate() {
            match byte {
                b'<' => {
                    self.at = start + length;
                    if signs >= 0x80 && std::str::from_utf8(rest.get(..length).unwrap_or_default()).is_err() {
                        return Err(Stop::Unknown);
                    }
                    return Ok((start, self.at));
                }
                b'&' | b'\r' => return Err(Stop::Unknown),
                _ => signs |= byte,
            }
        }
        Err(Stop::Short)
    }

    /// Passes the attributes of a tag and its end; `true`: the element is
    /// empty. Known are names and values in plain ASCII and double quotes.
    #[inline]
    pub fn attributes(&mut self, mut each: impl FnMut(&'a [u8], &'a [u8]) -> Result<(), Stop>) -> Result<bool, Stop> {
        loop {
            match self.peek()? {
                b'>' => {
                    self.at += 1;
                    return Ok(false);
                }
                b'/' => return self.eat(b"/>").map(|()| true),
                b' ' => {}
                _ => return Err(Stop::Unknown),
            }
            while self.peek()? == b' ' {
                self.at += 1;
            }
            let name = self.run(|byte| byte.is_ascii_alphanumeric() || byte == b':')?;
            if name.is_empty() {
                continue;
            }
            self.eat(b"=\"")?;
            let value = self.run(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'<' | b'&'))?;
            self.eat(b"\"")?;
            each(name, value)?;
        }
    }

    /// Passes bytes of a kind.
    #[inline]
    fn run(&mut self, of: impl Fn(u8) -> bool) -> Result<&'a [u8], Stop> {
        let rest = self.rest();
        let length = rest.iter().position(|byte| !of(*byte)).ok_or(Stop::Short)?;
        self.at += length;
        Ok(rest.get(..length).unwrap_or_default())
    }

    /// What stands between two places.
    #[inline]
    pub fn between(&self, (start, end): (usize, usize)) -> &'a [u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }
}
