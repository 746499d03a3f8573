//! What undo, saving and restoring are about: the opened files and everything
//! that the person decided.

use std::sync::Arc;

use crate::basis::place::{Place, stem};
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::correction::Corrections;
use crate::word::reading::Choice;
use crate::word::scheme::Scheme;
use crate::word::table::Table;

use super::task::Opening;

pub use crate::word::source::Source;

/// The document. Tables are shared between its versions, so that keeping many
/// of them for undo costs little.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The opened files.
    pub sources: Vec<Source>,
    /// Their sheets.
    pub tables: Arc<Vec<Table>>,
    /// What was found while opening them.
    pub problems: Arc<Vec<Problem>>,
    /// The person's choices for columns.
    pub choices: Vec<Choice>,
    /// The person's corrections of the data.
    pub corrections: Corrections,
    /// The person's decisions.
    pub scheme: Scheme,
}

/// What is shared is the same without a look at its cells: every change of a
/// weight asks, and there may be millions of cells.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
            Arc::ptr_eq(one, other) || one == other
        }
        self.scheme == other.scheme
            && self.choices == other.choices
            && self.corrections == other.corrections
            && self.sources == other.sources
            && same(&self.problems, &other.problems)
            && same(&self.tables, &other.tables)
    }
}

impl Document {
    /// The document's name: that of its first file without the extension.
    pub fn name(&self) -> Option<&str> {
        self.sources.first().map(|source| stem(&source.name))
    }

    /// Sets a choice for a column, in place of an earlier one.
    pub fn choose(&mut self, choice: Choice) {
        self.choices.retain(|old| old.place != choice.place || old.column != choice.column);
        self.choices.push(choice);
    }

    /// Takes a file out, with its sheets, problems and choices; a zip with the
    /// files in it.
    pub fn close(&mut self, file: &str) {
        let stays = |name: &str| !is_of(name, file);
        self.sources.retain(|source| stays(&source.name));
        self.choices.retain(|choice| stays(&choice.place.file));
        self.corrections.close(&|name| !stays(name));
        Arc::make_mut(&mut self.tables).retain(|table| stays(&table.file));
        Arc::make_mut(&mut self.problems).retain(|problem| stays(&problem.place.file));
    }

    /// Takes in files that were opened, in place of earlier ones of their names.
    /// One whose bytes are already there under another name is noted and not
    /// counted; its tables are given back.
    pub fn open(&mut self, opening: Opening) -> Vec<Table> {
        for source in &opening.sources {
            self.close(&source.name);
        }
        let (mut same, mut problems) = (Vec::<Arc<str>>::new(), opening.problems);
        for source in opening.sources {
            if same.iter().any(|zip| is_of(&source.name, zip)) {
                continue;
            }
            match self.sources.iter().find(|known| known.sha256 == source.sha256) {
                Some(known) => {
                    problems.push(Problem::new(ProblemKind::SameFile, Place::file(&known.name), &*source.name, ""));
                    same.push(source.name);
                }
                None => self.sources.push(source),
            }
        }
        let counts = |name: &str| !same.iter().any(|same| is_of(name, same));
        let known = Arc::make_mut(&mut self.problems);
        for problem in problems.into_iter().filter(|problem| counts(&problem.place.file)) {
            // The same file may be dropped again and again.
            if problem.kind != ProblemKind::SameFile || !known.contains(&problem) {
                known.push(problem);
            }
        }
        let (tables, copies) = opening.tables.into_iter().partition(|table| counts(&table.file));
        let tables: Vec<Table> = tables;
        Arc::make_mut(&mut self.tables).extend(tables);
        copies
    }
}

/// Whether a file is this one, or in this zip.
pub fn is_of(name: &str, file: &str) -> bool {
    name.strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with(" › "))
}
