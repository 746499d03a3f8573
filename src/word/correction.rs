//! What a person decided about the data itself: cells typed anew, proposals
//! carried out or repairs taken back, schools that are one.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::ProblemKind;

use super::field::Field;
use super::reading::TableKind;
use super::unit::Unit;

/// All corrections of a document. Each list is kept sorted, with one entry for
/// one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Corrections {
    /// Cells with another content than the file has.
    cells: Vec<CellEdit>,
    /// What is carried out, or not, against the default of its kind.
    rulings: Vec<Ruling>,
    /// Names of schools that are the same, or are not.
    schools: Vec<SameSchool>,
    /// How sheets are to be read.
    sheets: Vec<SheetChoice>,
}

/// A cell typed anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellEdit {
    /// The cell.
    pub place: Place,
    /// What the file has, as a person reads it.
    pub before: String,
    /// What was typed; empty: nothing shall be there.
    pub after: String,
}

/// Whether what findings of a kind propose is carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The kind.
    pub kind: ProblemKind,
    /// The one finding at a cell; `None`: all of the kind.
    #[serde(default)]
    pub place: Option<Place>,
    /// It is.
    pub applied: bool,
}

/// A decision on two names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SameSchool {
    /// The name that may be another spelling.
    pub other: Arc<str>,
    /// The name that stands for both.
    pub name: Arc<str>,
    /// They are one school.
    pub same: bool,
}

/// How a sheet is to be read, where the person said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetChoice {
    /// The sheet.
    pub place: Place,
    /// What it is.
    #[serde(default)]
    pub kind: Option<TableKind>,
    /// The rows of its header, from 0, first and one past the last.
    #[serde(default)]
    pub header: Option<(u32, u32)>,
    /// Columns from 0 with the unit that their values are in.
    pub units: Vec<(u32, Unit)>,
    /// Items of a table of items, by their names, with what they mean; `None`:
    /// left out.
    #[serde(default)]
    pub items: Vec<(String, Option<Field>)>,
}

impl Corrections {
    /// Nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.rulings.is_empty() && self.schools.is_empty() && self.sheets.is_empty()
    }

    /// Cells typed anew, by place.
    pub fn cells(&self) -> &[CellEdit] {
        &self.cells
    }

    /// Decisions on schools' names.
    pub fn schools(&self) -> &[SameSchool] {
        &self.schools
    }

    /// Types a cell anew; what it was before the first time stays on record.
    /// Typing what the file has takes the edit back.
    pub fn edit(&mut self, place: Place, before: &str, after: String) {
        match self.cells.binary_search_by(|edit| edit.place.cmp(&place)) {
            Ok(at) => {
                if let Some(edit) = self.cells.get_mut(at) {
                    edit.after = after;
                }
            }
            Err(at) => self.cells.insert(at, CellEdit { place, before: before.to_owned(), after }),
        }
        self.cells.retain(|edit| edit.before != edit.after);
    }

    /// Decides on findings of a kind: on the one at a place, or on all, which
    /// takes the decisions on single ones back. To leave a proposal as it is is
    /// a decision too; of a repair that holds anyway there is none.
    pub fn rule(&mut self, ruling: Ruling) {
        self.rulings.retain(|old| {
            old.kind != ruling.kind || ruling.place.as_ref().is_some_and(|place| old.place.as_ref() != Some(place))
        });
        self.rulings.push(ruling);
        order::sort_by(&mut self.rulings, |one, other| one.key().cmp(&other.key()));
        let all = std::mem::take(&mut self.rulings);
        let general = |kind: ProblemKind| all.iter().find(|ruling| ruling.kind == kind && ruling.place.is_none());
        // What says no more than holds anyway is no decision.
        let says = |ruling: &&Ruling| {
            let general = ruling.place.as_ref().and_then(|_| general(ruling.kind)).map(|general| general.applied);
            let waits = ruling.kind.is_proposal();
            general.or((!waits).then_some(ruling.kind.applied())) != Some(ruling.applied)
        };
        self.rulings = all.iter().filter(says).cloned().collect();
    }

    /// Takes decisions on findings of a kind back: on the one at a place, for
    /// which what is decided on all holds again, or on all.
    pub fn withdraw(&mut self, kind: ProblemKind, place: Option<&Place>) {
        self.rulings.retain(|old| old.kind != kind || place.is_some() && old.place.as_ref() != place);
    }

    /// Whether what a finding of this kind at this place proposes is carried
    /// out: as decided for it, else for its kind, else by default.
    pub fn applies(&self, kind: ProblemKind, place: &Place) -> bool {
        self.ruling(kind, Some(place)).unwrap_or(kind.applied())
    }

    /// What the person decided on a finding of this kind at this place, or else
    /// on its kind; without a place, on the kind. `None`: nothing.
    pub fn ruling(&self, kind: ProblemKind, place: Option<&Place>) -> Option<bool> {
        if self.rulings.is_empty() {
            return None;
        }
        let find = |place: Option<&Place>| {
            let at = self.rulings.binary_search_by(|ruling| ruling.key().cmp(&(kind, place)));
            at.ok().and_then(|at| self.rulings.get(at)).map(|ruling| ruling.applied)
        };
        place.and_then(|place| find(Some(place))).or_else(|| find(None))
    }

    /// Decides on two names. The first has one name that stands for it at most.
    pub fn unite(&mut self, decision: SameSchool) {
        let stays = |old: &SameSchool| old.name != decision.name && !(old.same && decision.same);
        self.schools.retain(|old| old.other != decision.other || stays(old));
        self.schools.push(decision);
    }

    /// Takes a decision on two names back. Where one stands for the other by way
    /// of a third, the first step is.
    pub fn reconsider(&mut self, decision: &SameSchool) {
        let is_it = |old: &SameSchool| {
            old.other == decision.other && old.same == decision.same && (old.same || old.name == decision.name)
        };
        self.schools.retain(|old| !is_it(old));
    }

    /// What was decided on a name and the one that may stand for it.
    pub fn united(&self, other: &str, name: &str) -> Option<bool> {
        let decision = |old: &&SameSchool| &*old.other == other && &*old.name == name;
        self.schools.iter().find(decision).map(|decision| decision.same)
    }

    /// The name that stands for a school's name; itself where nothing was
    /// decided. Chains are followed, circles are left.
    pub fn name_for<'a>(&'a self, name: &'a str) -> &'a str {
        let mut found = name;
        for _ in 0..=self.schools.len() {
            let Some(next) = self.schools.iter().find(|decision| decision.same && &*decision.other == found) else {
                return found;
            };
            found = &next.name;
        }
        name
    }

    /// How sheets are to be read.
    pub fn sheets(&self) -> &[SheetChoice] {
        &self.sheets
    }

    /// What was decided on how a sheet is read; nothing, where nothing was.
    pub fn sheet(&self, place: &Place) -> SheetChoice {
        let decided = self.sheets.iter().find(|choice| choice.place == *place);
        decided.cloned().unwrap_or_else(|| SheetChoice::none(place.clone()))
    }

    /// Decides on how a sheet is read, in place of an earlier decision.
    pub fn read_as(&mut self, choice: SheetChoice) {
        self.sheets.retain(|old| old.place != choice.place);
        if choice != SheetChoice::none(choice.place.clone()) {
            self.sheets.push(choice);
        }
    }

    /// The same decisions, each list in order: a file may hold them in any.
    pub fn sorted(mut self) -> Self {
        order::sort_by(&mut self.cells, |one, other| one.place.cmp(&other.place));
        order::sort_by(&mut self.rulings, |one, other| one.key().cmp(&other.key()));
        self
    }

    /// Forgets what is about the cells of files.
    pub fn close(&mut self, closed: &dyn Fn(&str) -> bool) {
        self.cells.retain(|edit| !closed(&edit.place.file));
        self.rulings.retain(|ruling| ruling.place.as_ref().is_none_or(|place| !closed(&place.file)));
        self.sheets.retain(|choice| !closed(&choice.place.file));
    }
}

impl SheetChoice {
    /// A sheet on which nothing is decided.
    pub const fn none(place: Place) -> Self {
        Self { place, kind: None, header: None, units: Vec::new(), items: Vec::new() }
    }

    /// The unit of a column, from 0, if it was decided.
    pub fn unit(&self, column: u32) -> Option<Unit> {
        self.units.iter().find(|(index, _)| *index == column).map(|(_, unit)| *unit)
    }

    /// The same with a column's unit; `None`: as its header says.
    pub fn with_unit(mut self, column: u32, unit: Option<Unit>) -> Self {
        self.units.retain(|(index, _)| *index != column);
        self.units.extend(unit.map(|unit| (column, unit)));
        self
    }

    /// What an item was decided to mean, if it was.
    pub fn item(&self, name: &str) -> Option<&Option<Field>> {
        self.items.iter().find(|(known, _)| known == name).map(|(_, field)| field)
    }

    /// The same with what an item means.
    pub fn with_item(mut self, name: &str, field: Option<Field>) -> Self {
        self.items.retain(|(known, _)| known != name);
        self.items.push((name.to_owned(), field));
        self
    }
}

impl Ruling {
    fn key(&self) -> (ProblemKind, Option<&Place>) {
        (self.kind, self.place.as_ref())
    }
}
