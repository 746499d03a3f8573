//! Texts with markup that call themselves workbooks: web pages, "XML
//! spreadsheets", and pages packed as mail.

mod mail;
mod spreadsheet;

use std::sync::Arc;

use super::open::Opened;
use super::watch::Watch;
use super::{decode, detect, html, ods};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};

/// The namespace that tells an XML spreadsheet.
const SPREADSHEET: &str = "urn:schemas-microsoft-com:office:spreadsheet";

/// The namespace that tells an OpenDocument in one file.
const OPEN_DOCUMENT: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

/// The head of a text in which its kind is looked for, in bytes.
const HEAD: usize = 4096;

/// What names of such files end in.
const ENDINGS: &[&str] = &["html", "htm", "xml", "mht", "mhtml", "fods"];

/// Reads a text with markup. `false`: cancelled.
pub(super) fn read(file: &Arc<str>, bytes: &[u8], watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let encoding = detect::likeliest(bytes, watch);
    let text: &str = &decode::decode(bytes, encoding, watch);
    let place = Place::file(file);
    if text.contains(char::REPLACEMENT_CHARACTER) {
        opened.problems.push(Problem::new(ProblemKind::EncodingDoubtful, place.clone(), encoding.label(), ""));
    }
    let mut misleads = |content: &str| opened.note_name(file, ENDINGS, content);
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let start = head.trim_start().to_ascii_lowercase();
    if head.contains(SPREADSHEET) && (start.starts_with("<?xml") || start.starts_with("<workbook")) {
        misleads("XML");
        return spreadsheet::read(file, text, watch, opened);
    }
    if head.contains(OPEN_DOCUMENT) && start.starts_with("<?xml") {
        misleads("fods");
        return ods::read_flat(file, text, watch, opened);
    }
    if start.starts_with("mime-version:") {
        misleads("MHTML");
        let pages = mail::pages(text, watch);
        if pages.is_empty() {
            opened.problems.push(Problem::new(ProblemKind::UnknownFormat, place, "MHTML", ""));
        }
        return pages.iter().all(|page| html::read(file, page, watch, opened));
    }
    if start.starts_with("<?xml") && !start.contains("<html") && !start.contains("<table") {
        opened.problems.push(Problem::new(ProblemKind::UnknownFormat, place, "XML", ""));
        return true;
    }
    misleads("HTML");
    html::read(file, text, watch, opened)
}
