//! Texts: as Unicode since Excel 97, before that in the code page of the
//! computer that wrote them.

use super::super::encoding::Encoding;
use super::super::watch::Watch;
use super::record::Content;

/// How a stream writes its texts.
#[derive(Clone, Copy)]
pub(super) enum Script {
    /// As Unicode.
    Unicode,
    /// As bytes in a code page of Windows, by its number.
    Page(u16),
}

/// Simple exporters name no code page; here they write Chinese.
impl Default for Script {
    fn default() -> Self {
        Self::Page(936)
    }
}

impl Script {
    /// The stream names its code page, which means nothing to Unicode.
    pub fn page(&mut self, page: u16) {
        if let Self::Page(own) = self {
            *own = page;
        }
    }

    /// Appends a text; the count of its characters or bytes is `long` (two
    /// bytes) or short (one). `None` when it goes beyond its record.
    pub fn read(self, content: &mut Content<'_, '_>, long: bool, watch: &dyn Watch, text: &mut String) -> Option<()> {
        let Self::Page(page) = self else { return content.unicode(long, text) };
        let count = if long { content.u16()?.into() } else { usize::from(content.byte()?) };
        let bytes = content.bytes(count)?;
        match std::str::from_utf8(bytes) {
            // Asking the place for each label would take longer than reading it.
            Ok(plain) if plain.is_ascii() => text.push_str(plain),
            _ => text.push_str(&watch.decode(encoding(page), bytes)),
        }
        Some(())
    }
}

/// The encoding of a code page; one that nobody here uses is taken for the
/// Western one, which agrees with it on plain letters and digits.
fn encoding(page: u16) -> Encoding {
    match page {
        932 => Encoding::ShiftJis,
        936 | 10008 | 54936 => Encoding::Gb18030,
        950 | 10002 => Encoding::Big5,
        1200 => Encoding::Utf16Le,
        65001 => Encoding::Utf8,
        _ => Encoding::Windows1252,
    }
}

/// The strings that cells share, one after the other.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Takes so many strings; `None` when there are not so many, and what there
    /// is is kept.
    pub fn fill(&mut self, count: u32, content: &mut Content<'_, '_>) -> Option<()> {
        for _ in 0..count {
            content.unicode(true, &mut self.text)?;
            self.ends.push(self.text.len());
        }
        Some(())
    }

    /// A string by its index.
    pub fn get(&self, index: u32) -> Option<&str> {
        let index = usize::try_from(index).ok()?;
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start..*self.ends.get(index)?)
    }
}
