//! Bytes to tables.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::container::{Content as Held, Format, held, sniff};
use super::crypt::{Locked, decrypt};
use super::decode::{begins_as_utf8, decode, marked, without_zeros};
use super::delimited::{Read, Text};
use super::detect::{Detected, detect, previews};
use super::encoding::Encoding;
use super::grid::Grid;
use super::limit::megabytes;
use super::question::{Answer, Question};
use super::survey::{Content, Refusal, survey};
use super::watch::{Progress, Stage, Watch};
use super::{biff, delimited, limit, markup, ods, workbook};
use crate::basis::findings::KEPT;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::text::Lang;
use crate::word::table::{Cell, Table};

/// What Excel encrypts with when a workbook is protected in other ways only.
const NO_PASSWORD: &str = "VelvetSweatshop";

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Its tables, in the file's order; sheets without content are left out.
    pub tables: Vec<Table>,
    /// What was found on the way.
    pub problems: Vec<Problem>,
    /// What must be answered first; then there are no tables.
    pub question: Option<Question>,
    /// It is a text, which can be read again in another encoding.
    pub is_text: bool,
}

impl Opened {
    /// Says so when a file's name ends unlike what its content is; `endings` are
    /// those that fit.
    pub(super) fn note_name(&mut self, file: &str, endings: &[&str], content: &str) {
        let ending = extension(file);
        if !ending.is_empty() && !endings.contains(&&*ending) {
            self.problems.push(Problem::new(ProblemKind::NameMisleads, Place::file(file), ending, content));
        }
    }

    /// Keeps a sheet, if its grid holds anything, and gives its height.
    pub(super) fn keep(&mut self, mut sheet: Table, grid: Grid) -> u64 {
        if grid.is_empty() {
            return 0;
        }
        // A damaged file has ranges that end before they begin.
        sheet.merges.retain(|merge| merge.top <= merge.bottom && merge.left <= merge.right);
        let place = sheet.place();
        if sheet.hidden {
            self.problems.push(Problem::new(ProblemKind::HiddenRead, place.clone(), "", ""));
        }
        let (cells, problems) = grid.finish(&place);
        self.problems.extend(problems);
        let height = cells.height();
        let width = (0..height).map(|row| cells.row(row).len()).max().unwrap_or(0);
        sheet.hidden_rows.retain(|row| *row < height);
        sheet.hidden_columns.retain(|column| (*column as usize) < width);
        self.tables.push(Table { cells, ..sheet });
        u64::from(height)
    }
}

/// Opens a file by its content. This version reads xlsx, xlsm, xlsb, xls, ods,
/// CSV, TSV, web pages and XML spreadsheets; other formats are named in the
/// problem. When `watch` ends the reading, the result is empty.
pub fn open(name: &str, bytes: &[u8], watch: &mut dyn Watch) -> Opened {
    open_answered(name, bytes, None, watch)
}

/// Opens a file about which a question was answered, as [`open`] does.
pub fn open_answered(name: &str, bytes: &[u8], answer: Option<&Answer>, watch: &mut dyn Watch) -> Opened {
    let file: Arc<str> = name.into();
    let mut opened = Opened::default();
    if !read(&file, bytes, answer, watch, &mut opened) {
        return Opened::default();
    }
    if opened.tables.is_empty() {
        let damaged = opened.problems.iter_mut().filter(|problem| problem.kind == ProblemKind::DamagedFile);
        damaged.for_each(|problem| problem.kind = ProblemKind::FileLost);
    }
    if opened.tables.len() > 1 {
        opened.tables.retain(|table| !is_guide(table));
    }
    opened
}

/// Whether a file is a workbook that is encrypted, be it with a password of the
/// person's or, for protecting its structure only, with one that all know.
pub fn is_encrypted(bytes: &[u8]) -> bool {
    matches!(sniff(bytes), Format::Ole) && matches!(held(bytes), Held::Encrypted)
}

/// Whether a sheet is the one that says how to fill in a blank template.
fn is_guide(table: &Table) -> bool {
    let titles = |lang: Lang| (lang.template_guide(), lang.template_guide_title(""));
    let first = table.cell(0, 0).text();
    Lang::ALL.iter().map(|lang| titles(*lang)).any(|(sheet, title)| *table.sheet == *sheet && first.starts_with(&title))
}

/// `false`: cancelled.
fn read(file: &Arc<str>, bytes: &[u8], answer: Option<&Answer>, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let place = Place::file(file);
    let mut report = |kind, found: &str, subject: &str| {
        opened.problems.push(Problem::new(kind, place.clone(), found, subject));
        true
    };
    if bytes.is_empty() {
        return report(ProblemKind::EmptyFile, "", "");
    }
    if bytes.len() > limit::FILE_BYTES {
        return report(ProblemKind::TooLarge, &megabytes(bytes.len() as u64), &megabytes(limit::FILE_BYTES as u64));
    }
    if !watch.go_on(Progress { stage: Stage::Unpack, rows: 0, fraction: None }) {
        return false;
    }
    match sniff(bytes) {
        Format::Ole => match held(bytes) {
            Held::Workbook { stream, whole } => {
                opened.note_name(file, &["xls", "et", "xlt"], "xls");
                biff::read(file, &stream, whole, watch, opened)
            }
            Held::Encrypted => unlock(file, bytes, answer, watch, opened),
            Held::Other(found) => report(ProblemKind::UnknownFormat, found, ""),
            Held::Damaged => report(ProblemKind::DamagedFile, "OLE", ""),
        },
        Format::Markup => markup::read(file, bytes, watch, opened),
        Format::Zip => package(file, bytes, watch, opened),
        format @ (Format::Binary | Format::Text) => {
            let cleared = without_zeros(bytes);
            if let Some((_, dropped)) = &cleared {
                report(ProblemKind::ZerosDropped, &dropped.to_string(), "");
            } else if matches!(format, Format::Binary) {
                return report(ProblemKind::UnknownFormat, &extension(file), "");
            }
            opened.note_name(file, &["csv", "tsv", "txt"], "CSV");
            text(file, cleared.as_ref().map_or(bytes, |(text, _)| text), answer, watch, opened)
        }
    }
}

/// Reads an encrypted workbook, or asks for its password. `false`: cancelled.
fn unlock(file: &Arc<str>, bytes: &[u8], answer: Option<&Answer>, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let password = match answer {
        Some(Answer::Password(password)) => Some(&*password.0),
        _ => None,
    };
    let (kind, met) = match decrypt(bytes, password.unwrap_or(NO_PASSWORD), watch) {
        Ok(bytes) => return package(file, &bytes, watch, opened),
        Err(Locked::WrongPassword) => {
            opened.question = Some(Question::Password { wrong: password.is_some() });
            return true;
        }
        Err(Locked::Cancelled) => return false,
        Err(Locked::Unsupported(how)) => (ProblemKind::PasswordProtected, how),
        Err(Locked::Damaged(part)) => (ProblemKind::DamagedFile, part),
    };
    opened.problems.push(Problem::new(kind, Place::file(file), met, ""));
    true
}

/// Reads a delimited text, or asks for its encoding. `false`: cancelled.
fn text(file: &Arc<str>, bytes: &[u8], answer: Option<&Answer>, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let detected = match answer {
        Some(Answer::Encoding(encoding)) => Detected::Told(*encoding),
        Some(Answer::OtherEncoding) => Detected::Open,
        // Half a million rows are not proved right twice.
        _ if marked(bytes).is_none() && begins_as_utf8(bytes) => {
            let text = Text { bytes, foreign: None };
            match delimited::read(file, text, watch, opened) {
                Read::NotUtf8 => detect(bytes, watch),
                read => return read_text(read, opened),
            }
        }
        _ => detect(bytes, watch),
    };
    let encoding = match detected {
        Detected::Told(encoding) => encoding,
        Detected::Found(encoding) => {
            let place = Place::file(file);
            opened.problems.push(Problem::new(ProblemKind::EncodingFound, place, encoding.label(), ""));
            encoding
        }
        Detected::Open => {
            opened.question = Some(Question::Encoding(previews(bytes, watch)));
            return true;
        }
    };
    let decoded;
    let text = if let Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be = encoding {
        decoded = decode(bytes, encoding, watch);
        Text { bytes: decoded.as_bytes(), foreign: None }
    } else {
        Text { bytes, foreign: Some(encoding) }
    };
    let read = delimited::read(file, text, watch, opened);
    read_text(read, opened)
}

/// Takes note that a text was read, and what was lost in it. `false`: cancelled.
fn read_text(read: Read, opened: &mut Opened) -> bool {
    opened.is_text = true;
    tell_lost(opened);
    read != Read::Cancelled
}

/// Names the cells in which bytes had no meaning.
fn tell_lost(opened: &mut Opened) {
    // Its first byte is rare and quickly looked for.
    let lossy = |text: &str| text.as_bytes().contains(&0xEF) && text.contains(char::REPLACEMENT_CHARACTER);
    for table in opened.tables.iter().filter(|table| lossy(table.cells.parts().texts)) {
        for row in 0..table.height() {
            for (column, cell) in (0..).zip(table.row(row).iter()) {
                if let Cell::Text(text) = cell
                    && text.contains(char::REPLACEMENT_CHARACTER)
                    && opened.problems.len() < KEPT
                {
                    let place = table.place().at(row, column);
                    opened.problems.push(Problem::new(ProblemKind::EncodingDoubtful, place, text, ""));
                }
            }
        }
    }
}

/// Reads a zip container. `false`: cancelled.
fn package(file: &Arc<str>, bytes: &[u8], watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let mut report = |kind, found: &str, subject: &str| {
        opened.problems.push(Problem::new(kind, Place::file(file), found, subject));
        true
    };
    let (endings, read): (&[&str], Reader) = match survey(bytes) {
        Ok(Content::Xlsx) => (&["xlsx", "xlsm"], workbook::read),
        Ok(Content::Xlsb) => (&["xlsb"], workbook::read),
        Ok(Content::Ods) => (&["ods", "ots"], ods::read),
        Ok(Content::Other) => return report(ProblemKind::UnknownFormat, "zip", ""),
        Err(Refusal::Damaged) => return report(ProblemKind::DamagedFile, "ZIP", ""),
        Err(Refusal::TooLarge(most)) => return report(ProblemKind::TooLarge, "", &megabytes(most)),
    };
    opened.note_name(file, endings, endings.first().copied().unwrap_or_default());
    read(file, bytes, watch, opened)
}

/// Reads the bytes of a file; `false`: cancelled.
type Reader = fn(&Arc<str>, &[u8], &mut dyn Watch, &mut Opened) -> bool;

/// The part of a name after its last dot, in lower case.
fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_lowercase())
}
