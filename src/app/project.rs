//! The project file `*.suanpan`: everything that is needed to go on with the
//! work, as versioned JSON. `docs/project.schema.json` describes it.
//!
//! It holds the sheets as they were read, so that it opens without the
//! original files, and no results: they follow from what it holds. It does not
//! depend on the language, and the same project gives the same bytes.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::document::{Document, Source};
use crate::basis::problem::Problem;
use crate::basis::text::Lang;
use crate::word::reading::Choice;
use crate::word::scheme::Scheme;
use crate::word::table::Table;

mod sheet;

/// The version that is written. Every older one opens.
pub const VERSION: u32 = 1;

/// The ending of project files.
pub const EXTENSION: &str = "suanpan";

const FORMAT: &str = "suanpan";

/// Turns a file of one version into one of the next.
type Step = fn(&mut Value);

/// The first leads from version 1 to 2, and so on. A step is never changed
/// once it has been published.
const STEPS: &[Step] = &[];
const _: () = assert!(STEPS.len() + 1 == VERSION as usize, "every old version needs its step");

/// A saved document.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// The version of the program that saved it.
    pub app: String,
    /// When it was saved, as the caller's clock said (ISO 8601).
    pub saved: String,
    /// What was saved.
    pub document: Document,
}

/// Why a file is no project that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectFault {
    /// It is something else.
    NotAProject,
    /// A later version of the program wrote it.
    Newer {
        /// The file's version.
        version: u64,
    },
    /// It is a project, but incomplete or altered.
    Damaged {
        /// The line where reading stopped, from 1; 0 when unknown.
        line: usize,
        /// The character of the line.
        column: usize,
    },
}

#[derive(Deserialize)]
struct Header {
    format: String,
    version: u64,
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
struct File<'a> {
    format: Cow<'a, str>,
    version: u32,
    app: Cow<'a, str>,
    saved: Cow<'a, str>,
    scheme: Cow<'a, Scheme>,
    choices: Cow<'a, [Choice]>,
    sources: Cow<'a, [Source]>,
    #[serde(with = "sheet")]
    tables: Cow<'a, [Table]>,
    problems: Cow<'a, [Problem]>,
}

impl Project {
    /// A document, saved by this program at a time.
    pub fn new(document: Document, saved: &str) -> Self {
        Self { app: env!("CARGO_PKG_VERSION").to_owned(), saved: saved.to_owned(), document }
    }

    /// The file's text.
    ///
    /// # Errors
    /// None for documents made of readable tables; serialisation to a text is
    /// fallible by its signature only.
    pub fn to_json(&self) -> serde_json::Result<String> {
        let document = &self.document;
        let file = File {
            format: FORMAT.into(),
            version: VERSION,
            app: Cow::Borrowed(&self.app),
            saved: Cow::Borrowed(&self.saved),
            scheme: Cow::Borrowed(&document.scheme),
            choices: Cow::Borrowed(&document.choices),
            sources: Cow::Borrowed(&document.sources),
            tables: Cow::Borrowed(&document.tables),
            problems: Cow::Borrowed(&document.problems),
        };
        serde_json::to_string(&file).map(|text| text + "\n")
    }

    /// Reads a file of this version or an older one.
    ///
    /// # Errors
    /// [`ProjectFault`] for anything else. Nothing is read in part.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ProjectFault> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let header: Header = serde_json::from_slice(bytes).map_err(|error| {
            // Our files begin so; what is cut off or altered later is still ours.
            let ours = bytes.starts_with(br#"{"format":"suanpan""#);
            if ours { damaged(&error) } else { ProjectFault::NotAProject }
        })?;
        if header.format != FORMAT {
            return Err(ProjectFault::NotAProject);
        }
        match usize::try_from(header.version) {
            Ok(0) => Err(ProjectFault::Damaged { line: 0, column: 0 }),
            Ok(version) if version == STEPS.len() + 1 => {
                serde_json::from_slice::<File<'_>>(bytes).map(Self::from).map_err(|error| damaged(&error))
            }
            Ok(version) if version <= STEPS.len() => {
                let old = serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
                let file = migrated(old, version, STEPS);
                serde_json::from_value::<File<'_>>(file).map(Self::from).map_err(|error| damaged(&error))
            }
            _ => Err(ProjectFault::Newer { version: header.version }),
        }
    }
}

impl From<File<'_>> for Project {
    fn from(file: File<'_>) -> Self {
        let document = Document {
            sources: file.sources.into_owned(),
            tables: Arc::new(file.tables.into_owned()),
            problems: Arc::new(file.problems.into_owned()),
            choices: file.choices.into_owned(),
            scheme: file.scheme.into_owned(),
        };
        Self { app: file.app.into_owned(), saved: file.saved.into_owned(), document }
    }
}

/// Brings a file of a version (from 1) to the one after the last step.
fn migrated(mut file: Value, version: usize, steps: &[Step]) -> Value {
    for step in steps.iter().skip(version.saturating_sub(1)) {
        step(&mut file);
    }
    file
}

fn damaged(error: &serde_json::Error) -> ProjectFault {
    ProjectFault::Damaged { line: error.line(), column: error.column() }
}

impl ProjectFault {
    /// What happened and what to do, in a language.
    pub fn text(self, lang: Lang) -> String {
        match self {
            Self::NotAProject => lang.project_not_ours().to_owned(),
            Self::Newer { version } => lang.project_newer(version, VERSION),
            Self::Damaged { line: 0, .. } => lang.project_damaged().to_owned(),
            Self::Damaged { line, column } => lang.project_damaged_at(line, column),
        }
    }
}

impl fmt::Display for ProjectFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for ProjectFault {}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn migration_starts_at_the_files_version_and_takes_every_later_step() {
        let steps: &[Step] = &[|file| file["a"] = json!(2), |file| file["b"] = json!(3)];
        assert_eq!(migrated(json!({}), 1, steps), json!({"a": 2, "b": 3}));
        assert_eq!(migrated(json!({}), 2, steps), json!({"b": 3}));
        assert_eq!(migrated(json!({}), 3, steps), json!({}));
    }
}
