//! What files are opened into: the document as it is, without its scheme. It
//! goes with the files, so that what they mean in it is found out where they
//! are read.

use std::mem;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::choice::{still_meant, still_there};
use super::derive::Understanding;
use super::document::Document;
use super::layout::{Layouts, Remembered};
use super::model::Model;
use super::task::Opening;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::{self, Watch};
use crate::word::correction::{CellEdit, Corrections};
use crate::word::reading::{Choice, Reading};
use crate::word::source::Source;
use crate::word::table::Table;

/// A document without its scheme, what was decided on layouts, and how its
/// tables are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ground {
    sources: Vec<Source>,
    tables: Arc<Vec<Table>>,
    problems: Arc<Vec<Problem>>,
    choices: Vec<Choice>,
    corrections: Corrections,
    layouts: Layouts,
    readings: Vec<Reading>,
}

impl Ground {
    /// The application's document as it is.
    pub fn of(model: &Model) -> Self {
        let Document { sources, tables, problems, choices, corrections, .. } = model.document.clone();
        let (layouts, readings) = (model.layouts.clone(), model.derived.readings.clone());
        Self { sources, tables, problems, choices, corrections, layouts, readings }
    }

    /// Whether the application's document is still this one.
    pub fn is_still(&self, model: &Model) -> bool {
        let Model { document, layouts, .. } = model;
        Arc::ptr_eq(&self.tables, &document.tables)
            && Arc::ptr_eq(&self.problems, &document.problems)
            && self.sources == document.sources
            && self.choices == document.choices
            && self.corrections == document.corrections
            && self.layouts == *layouts
    }

    /// How new tables are read by themselves; nothing where nobody decided
    /// anything that could hold for them.
    pub fn recognised(&self, tables: &[Table]) -> Vec<Reading> {
        let decided = !self.choices.is_empty() || self.layouts != Layouts::default();
        if decided { intake::recognise(tables, &[]) } else { Vec::new() }
    }

    /// Opens files into a document, which is this one. What was decided on
    /// tables of their names or their layouts holds for theirs. Gives back the
    /// tables that do not count.
    pub fn open_into(&self, document: &mut Document, opening: Opening) -> Vec<Table> {
        let kept = still_meant(&self.choices, &self.readings, &opening.readings);
        let edits = still_there(self.corrections.cells(), &opening.tables);
        let remembered = self.layouts.of(&opening.tables, &opening.readings);
        let copies = document.open(opening);
        let counts = |place: &Place| document.tables.iter().any(|table| table.holds(place));
        let remembered: Vec<Remembered> = remembered.into_iter().filter(|layout| counts(&layout.sheet.place)).collect();
        let kept: Vec<Choice> = kept.into_iter().filter(|choice| counts(&choice.place)).collect();
        let edits: Vec<CellEdit> = edits.into_iter().filter(|edit| counts(&edit.place)).collect();
        // A table that was open before keeps its own choices.
        let again = |place: &Place| kept.iter().any(|choice| choice.place == *place);
        for Remembered { choices, sheet } in remembered {
            if !again(&sheet.place) {
                let problem = Problem::new(ProblemKind::LayoutRemembered, sheet.place.clone(), "", "");
                Arc::make_mut(&mut document.problems).push(problem);
                document.choices.extend(choices);
            }
            document.corrections.read_as(sheet);
        }
        document.choices.extend(kept);
        for edit in edits {
            document.corrections.edit(edit.place, &edit.before, edit.after);
        }
        copies
    }

    /// Finds out what all tables mean once files have been opened.
    pub fn understand(mut self, opening: &mut Opening, watch: &mut dyn Watch) {
        opening.readings = self.recognised(&opening.tables);
        let mut document = self.document();
        let tables = mem::take(&mut opening.tables);
        let copies = self.open_into(&mut document, Opening { tables, ..opening.clone() });
        opening.understanding = Understanding::of(&document, watch);
        let is_new = |table: &Table| opening.sources.iter().any(|source| source.name == table.file);
        let tables = Arc::make_mut(&mut document.tables);
        opening.tables = tables.split_off(tables.iter().position(is_new).unwrap_or(tables.len()));
        // They count if the document changes meanwhile.
        opening.tables.extend(copies);
    }

    /// The document; it takes over what is large, so that nothing is held twice.
    fn document(&mut self) -> Document {
        let (sources, tables) = (mem::take(&mut self.sources), mem::take(&mut self.tables));
        let (problems, choices) = (mem::take(&mut self.problems), self.choices.clone());
        let corrections = self.corrections.clone();
        Document { sources, tables, problems, choices, corrections, ..Document::default() }
    }
}
