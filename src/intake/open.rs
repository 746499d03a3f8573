//! Bytes to tables.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::container::{Format, sniff};
use super::survey::{Content, Refusal, survey};
use super::watch::{Progress, Stage, Watch};
use super::{decode, delimited, limit, workbook};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::text::Lang;
use crate::word::table::Table;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Its tables, in the file's order; sheets without content are left out.
    pub tables: Vec<Table>,
    /// What was found on the way.
    pub problems: Vec<Problem>,
}

/// Opens a file by its content. This version reads xlsx, xlsm, CSV and TSV;
/// other formats are named in the problem. When `watch` ends the reading, the
/// result is empty.
pub fn open(name: &str, bytes: &[u8], watch: &mut dyn Watch) -> Opened {
    let file: Arc<str> = name.into();
    let mut opened = Opened::default();
    if !read(&file, bytes, watch, &mut opened) {
        return Opened::default();
    }
    if opened.tables.len() > 1 {
        opened.tables.retain(|table| !is_guide(table));
    }
    opened
}

/// Whether a sheet is the one that says how to fill in a blank template.
fn is_guide(table: &Table) -> bool {
    let titles = |lang: Lang| (lang.template_guide(), lang.template_guide_title(""));
    let first = table.cell(0, 0).text();
    Lang::ALL.iter().map(|lang| titles(*lang)).any(|(sheet, title)| *table.sheet == *sheet && first.starts_with(&title))
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
        Format::Encrypted => report(ProblemKind::PasswordProtected, "", ""),
        Format::Xls => report(ProblemKind::UnknownFormat, "xls", ""),
        Format::Markup => report(ProblemKind::UnknownFormat, "HTML / XML", ""),
        Format::Binary => report(ProblemKind::UnknownFormat, &extension(file), ""),
        Format::Zip => match survey(bytes) {
            Ok(Content::Xlsx) => {
                if !matches!(extension(file).as_str(), "xlsx" | "xlsm" | "") {
                    report(ProblemKind::NameMisleads, &extension(file), "xlsx");
                }
                workbook::read(file, bytes, watch, opened)
            }
            Ok(Content::Xlsb) => report(ProblemKind::UnknownFormat, "xlsb", ""),
            Ok(Content::Ods) => report(ProblemKind::UnknownFormat, "ods", ""),
            Ok(Content::Other) => report(ProblemKind::UnknownFormat, "zip", ""),
            Err(Refusal::Damaged(reason)) => report(ProblemKind::DamagedFile, &reason, ""),
            Err(Refusal::TooLarge(most)) => report(ProblemKind::TooLarge, "", &megabytes(most)),
        },
        Format::Text => {
            if !matches!(extension(file).as_str(), "csv" | "tsv" | "txt" | "") {
                report(ProblemKind::NameMisleads, &extension(file), "CSV");
            }
            let decoded = decode::decode(bytes, watch);
            if decoded.lossy {
                report(ProblemKind::EncodingDoubtful, decoded.encoding, "");
            } else if !decoded.certain {
                report(ProblemKind::EncodingFound, decoded.encoding, "");
            }
            delimited::read(file, &decoded.text, watch, opened)
        }
    }
}

/// The part of a name after its last dot, in lower case.
fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_lowercase())
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1024 * 1024))
}
