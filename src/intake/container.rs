//! Which format bytes are, by their content.

/// A format that bytes can be recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A zip container: xlsx, or its relatives.
    Zip,
    /// An encrypted workbook in an OLE container.
    Encrypted,
    /// Another OLE container: the old xls.
    Xls,
    /// A web page or XML that calls itself a workbook.
    Markup,
    /// A text.
    Text,
    /// Anything else.
    Binary,
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Recognises bytes. An OLE container is encrypted when its directory names a
/// stream `EncryptedPackage` (in UTF-16, as OLE writes names).
pub(super) fn sniff(bytes: &[u8]) -> Format {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Format::Zip;
    }
    if bytes.starts_with(OLE) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return if encrypted { Format::Encrypted } else { Format::Xls };
    }
    if super::decode::is_binary(bytes) {
        return Format::Binary;
    }
    let head = String::from_utf8_lossy(bytes.get(..512).unwrap_or(bytes)).to_lowercase();
    let head = head.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
    let markup = ["<html", "<!doctype", "<table", "<?xml", "<head", "<meta", "mime-version:"];
    if markup.iter().any(|start| head.starts_with(start)) { Format::Markup } else { Format::Text }
}
