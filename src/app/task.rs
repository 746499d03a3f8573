//! Heavy work, as values: what the worker does in the browser and a native
//! test does inline. Both call [`perform`].

use serde::{Deserialize, Serialize};

use super::derive::Understanding;
use super::ground::Ground;
use super::project;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::{self, Answer, Question, Watch};
use crate::report::mark::{Findings, marked};
use crate::report::{self, Report, ReportFault};
use crate::word::reading::Reading;
use crate::word::source::Source;
use crate::word::table::Table;

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Task {
    /// Read files.
    Open {
        /// The files.
        files: Vec<NamedBytes>,
        /// What they are opened into.
        ground: Box<Ground>,
    },
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

impl Task {
    /// Reads files where nothing is open.
    pub fn open(files: Vec<NamedBytes>) -> Self {
        Self::Open { files, ground: Box::default() }
    }

    /// The task with the content of the file that it is about.
    pub(super) fn about(mut self, bytes: Vec<u8>) -> Self {
        if let Self::Mark(marking) = &mut self {
            marking.bytes = bytes;
        }
        self
    }
}

/// Why nothing can be written into a file itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unmarkable {
    /// It is not at hand.
    Gone,
    /// It was changed since it was opened.
    Changed,
    /// It is encrypted.
    Encrypted,
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
    /// SHA-256 of the content, 64 hexadecimal digits, where the shell knows it.
    pub sha256: Option<String>,
    /// The browser's words for why there is no content: it is a folder, or gone.
    pub unreadable: Option<String>,
    /// The number under which the shell keeps the file.
    pub token: u32,
    /// What the person answered about it, or about a file in it: that one alone
    /// is opened.
    pub answer: Option<Answered>,
}

impl NamedBytes {
    /// A file that nobody keeps and nothing was answered about.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes, sha256: None, unreadable: None, token: 0, answer: None }
    }

    /// The file as a source.
    fn source(&self) -> Source {
        match &self.sha256 {
            Some(sha256) => Source { name: (*self.name).into(), sha256: sha256.clone(), size: self.bytes.len() as u64 },
            None => Source::new(&self.name, &self.bytes),
        }
    }
}

/// What the person answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The file's name, with that of the zip that it is in.
    pub name: String,
    /// The answer.
    pub answer: Answer,
}

/// A question about a file that waits to be opened. It is no part of the
/// document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The number under which the shell keeps the file, or the zip it is in.
    pub token: u32,
    /// The file's name, with that of the zip that it is in.
    pub name: String,
    /// What is asked.
    pub question: Question,
}

/// A text that was opened: it can be read again in another encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFile {
    /// The number under which the shell keeps the file, or the zip it is in.
    pub token: u32,
    /// The file's name, with that of the zip that it is in.
    pub name: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// The files' sheets and what was found wrong.
    Opened(Box<Opening>),
    /// A project was among the files; it stands for itself.
    Project {
        /// Its content, which is read where the application is: a whole
        /// document is not passed on for being read here.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
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

/// What came of opening files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// One entry a file that was opened, zips among them.
    pub sources: Vec<Source>,
    /// All sheets of all files.
    pub tables: Vec<Table>,
    /// How each is read by itself; empty where nobody decided anything that could
    /// hold for them.
    pub readings: Vec<Reading>,
    /// What was found.
    pub problems: Vec<Problem>,
    /// What must be answered before the other files can be opened.
    pub asked: Vec<Asked>,
    /// Which of the files are texts.
    pub texts: Vec<TextFile>,
    /// What all open tables mean then, unless the reading was stopped.
    pub understanding: Option<Understanding>,
}

/// Does the work. `watch` hears of progress and may say stop, upon which what
/// was done so far is returned.
pub fn perform(task: Task, watch: &mut dyn Watch) -> Outcome {
    match task {
        Task::Open { files, ground } => open(files, *ground, watch),
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
    let why = || if intake::is_encrypted(bytes) { Unmarkable::Encrypted } else { Unmarkable::Other };
    marked(bytes, findings).ok_or_else(why)
}

fn open(files: Vec<NamedBytes>, ground: Ground, watch: &mut dyn Watch) -> Outcome {
    if let Some(at) = files.iter().position(|file| is_project(&file.name)) {
        return open_project(files, at);
    }
    let mut opening = Opening::default();
    for (index, file) in (0..).zip(&files) {
        watch.turn_to(index);
        opening.take(file, watch);
    }
    drop(files);
    ground.understand(&mut opening, watch);
    Outcome::Opened(opening.into())
}

impl Opening {
    /// Opens a file, or those in it if it is a zip. A zip is a source too, so
    /// that its files can be taken out together.
    fn take(&mut self, file: &NamedBytes, watch: &mut dyn Watch) {
        if let Some(reason) = &file.unreadable {
            // By its name: the content is not known.
            self.sources.push(Source::new(&file.name, file.name.as_bytes()));
            self.problems.push(Problem::new(ProblemKind::FileUnreadable, Place::file(&file.name), &**reason, ""));
            return;
        }
        let first = self.sources.len();
        let mut one = |name: &str, bytes: &[u8], watch: &mut dyn Watch| match &file.answer {
            Some(answered) if answered.name != name => {}
            _ => self.open(file, name, bytes, watch),
        };
        match intake::unpack(&file.name, &file.bytes, watch, &mut one) {
            Some(problems) if file.answer.is_none() => {
                self.sources.insert(first, file.source());
                self.problems.extend(problems);
            }
            Some(_) => {}
            None => one(&file.name, &file.bytes, watch),
        }
    }

    /// Opens a file, or one in it.
    fn open(&mut self, file: &NamedBytes, name: &str, bytes: &[u8], watch: &mut dyn Watch) {
        let answer = file.answer.as_ref().map(|answered| &answered.answer);
        let opened = intake::open_answered(name, bytes, answer, watch);
        let (token, whole, name) = (file.token, name == file.name, name.to_owned());
        if let Some(question) = opened.question {
            return self.asked.push(Asked { token, name, question });
        }
        self.sources.push(if whole { file.source() } else { Source::new(&name, bytes) });
        self.tables.extend(opened.tables);
        self.problems.extend(opened.problems);
        if opened.is_text {
            self.texts.push(TextFile { token, name });
        }
    }
}

/// Hands on the project among the files, at this index.
fn open_project(mut files: Vec<NamedBytes>, at: usize) -> Outcome {
    let NamedBytes { bytes, .. } = files.remove(at);
    Outcome::Project { bytes, left_aside: files.into_iter().map(|file| file.name).collect() }
}

/// Project files are told by their ending; what is inside is checked.
pub(super) fn is_project(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(project::EXTENSION))
}
