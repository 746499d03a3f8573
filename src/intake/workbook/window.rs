//! A part while it is unpacked: the parser reads from it piece by piece, and
//! whoever knows more of what is ahead may look at as much as fits.

use std::io::{self, BufRead, Read};

/// Bytes unpacked at a time.
const CHUNK: usize = 64 * 1024;

/// The most bytes that are looked at ahead: no row of a worksheet that is read
/// in one piece is longer.
const WIDEST: usize = 1024 * 1024;

/// The bytes of a part from a place on.
pub(in crate::intake) struct Window<'a> {
    part: &'a mut dyn Read,
    bytes: Vec<u8>,
    /// The next byte, and the end of those that are there.
    ahead: (usize, usize),
    /// Why there is no more, until the parser has come so far.
    failed: Option<io::Error>,
}

impl<'a> Window<'a> {
    /// At a part's start.
    pub fn new(part: &'a mut dyn Read) -> Self {
        Self { part, bytes: vec![0; CHUNK], ahead: (0, 0), failed: None }
    }

    /// The bytes ahead that are there already.
    pub fn ahead(&self) -> &[u8] {
        self.bytes.get(self.ahead.0..self.ahead.1).unwrap_or_default()
    }

    /// Unpacks more bytes after those ahead. `false`: there are none, or they
    /// would be too many.
    pub fn more(&mut self) -> bool {
        let (start, end) = self.ahead;
        if start > 0 {
            self.bytes.copy_within(start..end, 0);
            self.ahead = (0, end - start);
        }
        let end = self.ahead.1;
        if end == self.bytes.len() {
            if end >= WIDEST {
                return false;
            }
            self.bytes.resize(end * 2, 0);
        }
        match self.part.read(self.bytes.get_mut(end..).unwrap_or_default()) {
            Ok(read) => {
                self.ahead.1 += read;
                read > 0
            }
            Err(error) => {
                self.failed = Some(error);
                false
            }
        }
    }
}

impl Read for Window<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Window<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.ahead().is_empty()
            && !self.more()
            && let Some(error) = self.failed.take()
        {
            return Err(error);
        }
        Ok(self.ahead())
    }

    fn consume(&mut self, count: usize) {
        self.ahead.0 = (self.ahead.0 + count).min(self.ahead.1);
    }
}
