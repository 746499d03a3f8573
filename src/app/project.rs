//! The project file `*.suanpan`: everything that is needed to go on with the
//! work, as versioned JSON. `docs/project.schema.json` describes it.
//!
//! It holds the sheets as they were read, so that it opens without the
//! original files, and no results: they follow from what it holds. It does not
//! depend on the language, and the same document gives the same bytes.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::document::{Document, Source};
use crate::basis::json::{self, Fault};
use crate::basis::problem::Problem;
use crate::basis::text::Lang;
use crate::word::correction::Corrections;
use crate::word::reading::Choice;
use crate::word::scheme::Scheme;
use crate::word::table::Table;

mod check;
mod sheet;

pub use check::Wrong;

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

/// Why a file is no project that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// It is whole, but asks for what the program never lets a person ask for.
    Impossible(Wrong),
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
    #[serde(default, skip_serializing_if = "none")]
    corrections: Cow<'a, Corrections>,
    sources: Cow<'a, [Source]>,
    #[serde(with = "sheet")]
    tables: Cow<'a, [Table]>,
    problems: Cow<'a, [Problem]>,
}

fn none(corrections: &Corrections) -> bool {
    corrections.is_empty()
}

/// The text of a project file, saved by this program at a time (ISO 8601, as
/// the caller's clock said).
pub fn to_json(document: &Document, saved_at: &str) -> String {
    let file = File {
        format: FORMAT.into(),
        version: VERSION,
        app: env!("CARGO_PKG_VERSION").into(),
        saved: saved_at.into(),
        scheme: Cow::Borrowed(&document.scheme),
        choices: Cow::Borrowed(&document.choices),
        corrections: Cow::Borrowed(&document.corrections),
        sources: Cow::Borrowed(&document.sources),
        tables: Cow::Borrowed(&document.tables),
        problems: Cow::Borrowed(&document.problems),
    };
    // Writing fails only for maps whose keys are no texts; there is no map.
    serde_json::to_string(&file).unwrap_or_default() + "\n"
}

/// Reads a project file of this version or an older one.
///
/// # Errors
/// [`ProjectFault`] for anything else. Nothing is read in part.
pub fn from_json(json: &str) -> Result<Document, ProjectFault> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let header: Header = json::read(json).map_err(|error| {
        // Our files begin so; what is cut off or altered later is still ours.
        let ours = json.starts_with(r#"{"format":"suanpan""#);
        if ours { damaged(error) } else { ProjectFault::NotAProject }
    })?;
    if header.format != FORMAT {
        return Err(ProjectFault::NotAProject);
    }
    let newest = STEPS.len() + 1;
    let file: Result<File<'_>, ProjectFault> = match usize::try_from(header.version) {
        Ok(0) => Err(DAMAGED),
        Ok(version) if version == newest => json::read(json).map_err(damaged),
        Ok(version) if version < newest => {
            let old = json::read(json).map_err(damaged);
            old.and_then(|old| json::read(&migrated(old, version, STEPS).to_string()).map_err(|_| DAMAGED))
        }
        _ => return Err(ProjectFault::Newer { version: header.version }),
    };
    let document = Document::from(file?);
    match check::scheme(&document.scheme) {
        Some(wrong) => Err(ProjectFault::Impossible(wrong)),
        None => Ok(document),
    }
}

impl From<File<'_>> for Document {
    fn from(file: File<'_>) -> Self {
        Self {
            sources: file.sources.into_owned(),
            tables: Arc::new(file.tables.into_owned()),
            problems: Arc::new(file.problems.into_owned()),
            choices: file.choices.into_owned(),
            corrections: file.corrections.into_owned().sorted(),
            scheme: file.scheme.into_owned(),
        }
    }
}

/// Brings a file of a version (from 1) to the one after the last step.
fn migrated(mut file: Value, version: usize, steps: &[Step]) -> Value {
    for step in steps.iter().skip(version.saturating_sub(1)) {
        step(&mut file);
    }
    file
}

/// Damaged, nobody knows where.
const DAMAGED: ProjectFault = ProjectFault::Damaged { line: 0, column: 0 };

fn damaged(fault: Fault) -> ProjectFault {
    ProjectFault::Damaged { line: fault.line, column: fault.column }
}

impl Lang {
    /// Why a project does not open, and what to do.
    pub fn project_fault(self, fault: &ProjectFault) -> String {
        match *fault {
            ProjectFault::NotAProject => self.project_not_ours().to_owned(),
            ProjectFault::Newer { version } => self.project_newer(version, VERSION),
            ProjectFault::Damaged { line: 0, .. } => self.project_damaged().to_owned(),
            ProjectFault::Damaged { line, column } => self.project_damaged_at(line, column),
            ProjectFault::Impossible(wrong) => self.project_impossible(wrong.label(self)),
        }
    }
}

impl fmt::Display for ProjectFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&Lang::En.project_fault(self))
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
