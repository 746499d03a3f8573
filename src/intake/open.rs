//! Bytes to tables.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::container::{Content as Held, Format, held, sniff};
use super::crypt::{Locked, decrypt};
use super::delimited::Text;
use super::grid::Grid;
use super::survey::{Content, Refusal, survey};
use super::watch::{Progress, Stage, Watch};
use super::{biff, decode, delimited, hidden, limit, markup, ods, workbook};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::Table;

/// What Excel encrypts with when a workbook is protected in other ways only.
const NO_PASSWORD: &str = "VelvetSweatshop";

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Its tables, in the file's order; sheets without content are left out.
    pub tables: Vec<Table>,
    /// What was found on the way.
    pub problems: Vec<Problem>,
}

impl Opened {
    /// Keeps a sheet, if its grid holds anything, and gives its height.
    pub(super) fn keep(&mut self, mut sheet: Table, grid: Grid) -> u64 {
        if grid.is_empty() {
            return 0;
        }
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
        self.problems.extend(hidden::noted(&sheet));
        self.tables.push(Table { cells, ..sheet });
        u64::from(height)
    }
}

/// Opens a file by its content. This version reads xlsx, xlsm, xlsb, xls,
/// ods, CSV, TSV, web pages and XML spreadsheets; other formats are named in the problem. When
/// `watch` ends the reading, the result is empty.
pub fn open(name: &str, bytes: &[u8], watch: &mut dyn Watch) -> Opened {
    let file: Arc<str> = name.into();
    let mut opened = Opened::default();
    if read(&file, bytes, watch, &mut opened) { opened } else { Opened::default() }
}

/// `false`: cancelled.
fn read(file: &Arc<str>, bytes: &[u8], watch: &mut dyn Watch, opened: &mut Opened) -> bool {
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
                if !matches!(extension(file).as_str(), "xls" | "et" | "xlt" | "") {
                    report(ProblemKind::NameMisleads, &extension(file), "xls");
                }
                biff::read(file, &stream, whole, watch, opened)
            }
            Held::Encrypted => match decrypt(bytes, NO_PASSWORD, watch) {
                Ok(bytes) => package(file, &bytes, watch, opened),
                Err(Locked::WrongPassword) => report(ProblemKind::PasswordProtected, "", ""),
                Err(Locked::Unsupported(how)) => report(ProblemKind::PasswordProtected, &how, ""),
                Err(Locked::Damaged(part)) => report(ProblemKind::DamagedFile, &part, ""),
                Err(Locked::Cancelled) => false,
            },
            Held::Other(found) => report(ProblemKind::UnknownFormat, found, ""),
            Held::Damaged => report(ProblemKind::DamagedFile, "OLE", ""),
        },
        Format::Markup => markup::read(file, bytes, watch, opened),
        Format::Binary => report(ProblemKind::UnknownFormat, &extension(file), ""),
        Format::Zip => package(file, bytes, watch, opened),
        Format::Text => {
            if !matches!(extension(file).as_str(), "csv" | "tsv" | "txt" | "") {
                report(ProblemKind::NameMisleads, &extension(file), "CSV");
            }
            let decoded = decode::decode(bytes);
            let foreign = decoded.text.is_none();
            let text = decoded.text.as_ref().map_or(bytes, |text| text.as_bytes());
            let at = opened.problems.len();
            let lossy = delimited::read(file, Text { bytes: text, foreign }, watch, opened);
            let kind = match (decoded.certain, lossy) {
                (_, None) => return false,
                (_, Some(true)) => ProblemKind::EncodingDoubtful,
                _ if decoded.lossy => ProblemKind::EncodingDoubtful,
                (false, _) => ProblemKind::EncodingFound,
                (true, _) => return true,
            };
            opened.problems.insert(at, Problem::new(kind, place, decoded.encoding, ""));
            true
        }
    }
}

/// Reads a zip container. `false`: cancelled.
fn package(file: &Arc<str>, bytes: &[u8], watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let mut report = |kind, found: &str, subject: &str| {
        opened.problems.push(Problem::new(kind, Place::file(file), found, subject));
        true
    };
    match survey(bytes) {
        Ok(Content::Xlsx) => {
            if !matches!(extension(file).as_str(), "xlsx" | "xlsm" | "") {
                report(ProblemKind::NameMisleads, &extension(file), "xlsx");
            }
            workbook::read(file, bytes, watch, opened)
        }
        Ok(Content::Xlsb) => {
            if !matches!(extension(file).as_str(), "xlsb" | "") {
                report(ProblemKind::NameMisleads, &extension(file), "xlsb");
            }
            workbook::read(file, bytes, watch, opened)
        }
        Ok(Content::Ods) => {
            if !matches!(extension(file).as_str(), "ods" | "ots" | "") {
                report(ProblemKind::NameMisleads, &extension(file), "ods");
            }
            ods::read(file, bytes, watch, opened)
        }
        Ok(Content::Other) => report(ProblemKind::UnknownFormat, "zip", ""),
        Err(Refusal::Damaged(reason)) => report(ProblemKind::DamagedFile, &reason, ""),
        Err(Refusal::TooLarge(most)) => report(ProblemKind::TooLarge, "", &megabytes(most)),
    }
}

/// The part of a name after its last dot, in lower case.
pub(super) fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_lowercase())
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1024 * 1024))
}
