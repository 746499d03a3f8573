//! Bytes to text: byte order mark, then strict UTF-8, then strict GB18030.
//! Detectors misjudge short Chinese headers, so none is used.

use std::borrow::Cow;

use super::encoding::Encoding;
use super::watch::Watch;

/// A decoded text.
pub(super) struct Decoded<'a> {
    /// The text without a byte order mark; `None`: it is GB18030, of which its
    /// reader decodes what it keeps.
    pub text: Option<Cow<'a, str>>,
    /// The encoding's name.
    pub encoding: &'static str,
    /// The file says its encoding, or it is UTF-8; nothing was guessed.
    pub certain: bool,
    /// Some bytes had no meaning and were replaced.
    pub lossy: bool,
}

impl<'a> Decoded<'a> {
    /// The whole text, and whether some of its bytes had no meaning.
    pub fn whole(self, bytes: &[u8], watch: &dyn Watch) -> (Cow<'a, str>, bool) {
        match self.text {
            Some(text) => (text, self.lossy),
            None => {
                let text = watch.decode(Encoding::Gb18030, bytes);
                let lossy = text.contains(char::REPLACEMENT_CHARACTER);
                (text.into(), lossy)
            }
        }
    }
}

/// The mark that UTF-8 may begin with.
const UTF_8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// Decodes a text file.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(decoded) = utf16(bytes) {
        return decoded;
    }
    if let Some(marked) = bytes.strip_prefix(UTF_8_MARK) {
        let text = String::from_utf8_lossy(marked);
        let lossy = matches!(text, Cow::Owned(_));
        return Decoded { text: Some(text), encoding: "UTF-8", certain: true, lossy };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Some(text.into()), encoding: "UTF-8", certain: true, lossy: false };
    }
    Decoded { text: None, encoding: "GB18030", certain: false, lossy: false }
}

/// Whether bytes begin with a mark of UTF-16.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
}

/// Decodes UTF-16, which its mark tells; `None` without one.
pub(super) fn utf16<'a>(bytes: &[u8]) -> Option<Decoded<'a>> {
    type Unit = fn([u8; 2]) -> u16;
    let (unit, encoding): (Unit, _) = match bytes {
        [0xFF, 0xFE, ..] => (u16::from_le_bytes, "UTF-16LE"),
        [0xFE, 0xFF, ..] => (u16::from_be_bytes, "UTF-16BE"),
        _ => return None,
    };
    let (units, rest) = bytes.as_chunks::<2>();
    let mut lossy = !rest.is_empty();
    let signs = char::decode_utf16(units.iter().skip(1).map(|bytes| unit(*bytes)));
    let text = signs.map(|sign| sign.inspect_err(|_| lossy = true).unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Some(Decoded { text: Some(Cow::Owned(text)), encoding, certain: true, lossy })
}

/// Whether bytes are no text: zeros without a UTF-16 mark, or more than a few
/// control characters.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    if is_utf16(bytes) || bytes.starts_with(UTF_8_MARK) {
        return false;
    }
    let head = bytes.get(..8192).unwrap_or(bytes);
    let odd = head.iter().filter(|&&byte| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 12 | 26)).count();
    head.contains(&0) || odd * 50 > head.len()
}
