//! Bytes to text: byte order mark, then strict UTF-8, then strict GB18030.
//! Detectors misjudge short Chinese headers, so none is used.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

/// A decoded text.
pub(super) struct Decoded<'a> {
    /// The text without a byte order mark.
    pub text: Cow<'a, str>,
    /// The encoding's name.
    pub encoding: &'static str,
    /// The file says its encoding, or it is UTF-8; nothing was guessed.
    pub certain: bool,
    /// Some bytes had no meaning and were replaced.
    pub lossy: bool,
}

/// Decodes a text file.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, lossy) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Decoded { text, encoding: encoding.name(), certain: true, lossy };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.into(), encoding: UTF_8.name(), certain: true, lossy: false };
    }
    let (text, lossy) = GB18030.decode_without_bom_handling(bytes);
    Decoded { text, encoding: "GB18030", certain: false, lossy }
}

/// Whether bytes are no text: zeros without a UTF-16 mark, or more than a few
/// control characters.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some() {
        return false;
    }
    let head = bytes.get(..8192).unwrap_or(bytes);
    let odd = head.iter().filter(|&&byte| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 12 | 26)).count();
    head.contains(&0) || odd * 50 > head.len()
}
