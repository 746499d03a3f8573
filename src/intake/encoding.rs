//! The encodings of texts.

use serde::{Deserialize, Serialize};

/// An encoding, as the Encoding Standard of the web defines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// Unicode in bytes.
    Utf8,
    /// The Chinese national standard; GBK and GB2312 are parts of it.
    Gb18030,
    /// Traditional Chinese.
    Big5,
    /// Unicode in pairs of bytes, the lower one first.
    Utf16Le,
    /// Unicode in pairs of bytes, the higher one first.
    Utf16Be,
    /// Western European.
    Windows1252,
    /// Japanese.
    ShiftJis,
}

impl Encoding {
    /// Its name, which is also the standard's label for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "windows-1252",
            Self::ShiftJis => "Shift_JIS",
        }
    }
}
