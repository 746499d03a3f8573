//! What undo, saving and restoring are about: the opened files and everything
//! that the person decided.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::basis::problem::Problem;
use crate::word::correction::Corrections;
use crate::word::reading::Choice;
use crate::word::scheme::Scheme;
use crate::word::table::Table;

pub use crate::word::source::Source;

/// The document. Tables are shared between its versions, so that keeping many
/// of them for undo costs little.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
        let name = &*self.sources.first()?.name;
        Some(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    }

    /// Sets a choice for a column, in place of an earlier one.
    pub fn choose(&mut self, choice: Choice) {
        self.choices.retain(|old| old.place != choice.place || old.column != choice.column);
        self.choices.push(choice);
    }

    /// Takes a file out, with its sheets, problems and choices.
    pub fn close(&mut self, file: &str) {
        self.sources.retain(|source| &*source.name != file);
        self.choices.retain(|choice| &*choice.place.file != file);
        self.corrections.close(file);
        Arc::make_mut(&mut self.tables).retain(|table| &*table.file != file);
        Arc::make_mut(&mut self.problems).retain(|problem| &*problem.place.file != file);
    }
}
