//! Heavy work, as values: what the worker does in the browser and a native
//! test does inline. Both call [`perform`].

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::project::{self, ProjectFault};

use crate::basis::problem::Problem;
use crate::intake::{self, Watch};
use crate::report::mark::{Findings, marked};
use crate::report::{self, Report, ReportFault};
use crate::word::source::Source;
use crate::word::table::Table;

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Task {
    /// Read files.
    Open(Vec<NamedBytes>),
    /// Write a workbook.
    Write(Report),
    /// Mark what was found in a workbook.
    Mark(Marking),
}

/// A file in which what was found is to be marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marking {
    /// The file as it was when it was opened.
    pub source: Source,
    /// Its content as it is now; empty when the file is not at hand.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// What was found.
    pub findings: Findings,
}

/// Why nothing can be written into a file itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unmarkable {
    /// It is not at hand.
    Gone,
    /// It was changed since it was opened.
    Changed,
    /// It is no xlsx workbook of the usual kind.
    Other,
}

/// A file's name and content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedBytes {
    /// The name as the person knows it.
    pub name: String,
    /// The content.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// The files' sheets and what was found wrong.
    Opened {
        /// One entry a file.
        sources: Vec<Source>,
        /// All sheets of all files.
        tables: Vec<Table>,
        /// What was found.
        problems: Vec<Problem>,
    },
    /// A project was among the files; it stands for itself.
    Project {
        /// What is in it.
        read: Result<Document, ProjectFault>,
        /// The names of the other files, which were not read.
        left_aside: Vec<String>,
    },
    /// The workbook's bytes.
    Written(#[serde(with = "serde_bytes")] Vec<u8>),
    /// The workbook could not be written.
    Unwritten(ReportFault),
    /// The marked workbook's bytes.
    Marked(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Nothing could be written into the file.
    Unmarked(Unmarkable),
}

/// Does the work. `watch` hears of progress and may say stop, upon which what
/// was done so far is returned.
pub fn perform(task: Task, watch: &mut dyn Watch) -> Outcome {
    match task {
        Task::Open(files) => open(&files, watch),
        Task::Write(report) => report::xlsx(&report).map_or_else(Outcome::Unwritten, Outcome::Written),
        Task::Mark(marking) => mark(&marking).map_or_else(Outcome::Unmarked, Outcome::Marked),
    }
}

fn mark(marking: &Marking) -> Result<Vec<u8>, Unmarkable> {
    let Marking { source, bytes, findings } = marking;
    if bytes.is_empty() {
        return Err(Unmarkable::Gone);
    }
    if Source::new(&source.name, bytes).sha256 != source.sha256 {
        return Err(Unmarkable::Changed);
    }
    marked(bytes, findings).ok_or(Unmarkable::Other)
}

fn open(files: &[NamedBytes], watch: &mut dyn Watch) -> Outcome {
    if let Some(at) = files.iter().position(|file| is_project(&file.name)) {
        return open_project(files, at);
    }
    let (mut sources, mut tables, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for file in files {
        let opened = intake::open(&file.name, &file.bytes, watch);
        sources.push(Source::new(&file.name, &file.bytes));
        tables.extend(opened.tables);
        problems.extend(opened.problems);
    }
    Outcome::Opened { sources, tables, problems }
}

/// Opens the project among the files, at this index.
fn open_project(files: &[NamedBytes], at: usize) -> Outcome {
    let bytes = files.get(at).map_or(&[][..], |file| &file.bytes);
    let others = files.iter().enumerate().filter(|(index, _)| *index != at);
    Outcome::Project {
        // What is not UTF-8 is no project either, and is said to be none.
        read: project::from_json(&String::from_utf8_lossy(bytes)),
        left_aside: others.map(|(_, file)| file.name.clone()).collect(),
    }
}

/// Project files are told by their ending; what is inside is checked.
pub(super) fn is_project(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(project::EXTENSION))
}
