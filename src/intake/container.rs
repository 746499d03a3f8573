//! Which format bytes are, by their content.

use std::borrow::Cow;

use super::biff;
use super::ole::Compound;

/// A format that bytes can be recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A zip container: xlsx, or its relatives.
    Zip,
    /// An OLE container, or the records of an old workbook without one.
    Ole,
    /// A web page or XML that calls itself a workbook.
    Markup,
    /// A text.
    Text,
    /// Anything else.
    Binary,
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Recognises bytes.
pub(super) fn sniff(bytes: &[u8]) -> Format {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Format::Zip;
    }
    if bytes.starts_with(OLE) || biff::is_stream(bytes) {
        return Format::Ole;
    }
    if super::decode::is_binary(bytes) {
        return Format::Binary;
    }
    let head = String::from_utf8_lossy(bytes.get(..512).unwrap_or(bytes)).to_lowercase();
    let head = head.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
    let markup = ["<html", "<!doctype", "<table", "<?xml", "<head", "<meta", "mime-version:"];
    if markup.iter().any(|start| head.starts_with(start)) { Format::Markup } else { Format::Text }
}

/// What an OLE container holds.
pub(super) enum Content<'a> {
    /// The stream of an old workbook, and whether its container is whole.
    Workbook {
        /// Its records.
        stream: Cow<'a, [u8]>,
        /// Nothing of it is known to be lost.
        whole: bool,
    },
    /// An encrypted workbook of today.
    Encrypted,
    /// A document of another kind.
    Other(&'static str),
    /// It cannot be read.
    Damaged,
}

/// Looks into an OLE container. Where its directory is lost, a workbook is
/// looked for at every sector: most writers keep its sectors together.
pub(super) fn held(bytes: &[u8]) -> Content<'_> {
    if biff::is_stream(bytes) {
        return Content::Workbook { stream: bytes.into(), whole: true };
    }
    let container = Compound::open(bytes);
    if let Some(container) = &container {
        if container.has("encryptedpackage") {
            return Content::Encrypted;
        }
        // Files for Excel 5 and 97 at once hold both.
        if let Some(stream) = container.stream("workbook").or_else(|| container.stream("book")) {
            return Content::Workbook { stream: stream.into(), whole: true };
        }
        for (stream, name) in [("worddocument", "Word"), ("powerpoint document", "PowerPoint")] {
            if container.has(stream) {
                return Content::Other(name);
            }
        }
    }
    let starts = (512..bytes.len()).step_by(512).filter_map(|at| bytes.get(at..));
    match starts.into_iter().find(|rest| biff::is_workbook(rest)) {
        Some(stream) => Content::Workbook { stream: stream.into(), whole: false },
        None if container.is_some() => Content::Other("OLE"),
        None => Content::Damaged,
    }
}
