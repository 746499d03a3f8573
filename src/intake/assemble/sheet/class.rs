//! One table of classes, row by row.

use std::sync::Arc;

use super::{Entry, Met, Row, Sheet, State, only_stage};
use crate::basis::findings::Findings;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::assemble::class::Read;
use crate::intake::assemble::roster::Roster;
use crate::intake::class::name::{contradicts, identity, is_preschool, is_sixth, label, stage_of_cell, stage_of_class};
use crate::intake::date::readable;
use crate::intake::dictionary::DICTIONARY;
use crate::intake::plain::{bare, trimmed};
use crate::word::class::Class;
use crate::word::dataset::{School, SchoolKind};
use crate::word::field::{Field, Stage};
use crate::word::table::Cell;

/// The most pupils of a class that is not taken for a whole grade.
const LARGEST: f64 = 100.0;

impl Met<'_> {
    /// Reads the classes, one a row.
    pub fn classes(self, roster: &Roster, problems: &mut Findings) -> Vec<Read> {
        problems.append(self.problems);
        let mut classes = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let school = roster.schools.get(row.school);
            classes.extend(school.and_then(|school| self.sheet.class(row, school, problems)));
        }
        classes
    }
}

impl Sheet<'_> {
    /// The class of a row; `None` where it is none that counts.
    fn class(&self, row: &Row, school: &School, problems: &mut Findings) -> Option<Read> {
        let (grade, name) = (self.text(row.row, &Field::Grade), self.text(row.row, &Field::Class));
        if let Some(problem) = self.left_out(row.row, &grade, &name) {
            problems.push(problem);
            return None;
        }
        self.check_name(row.row, problems);
        let entries = self.entries(row.row, &school.name, school.kind, problems);
        let Entry { header, source, state, .. } =
            entries.into_iter().find(|entry| entry.field == Field::ClassPupils)?;
        let (pupils, fault) = match state {
            State::Value { number, .. } if number > 0.0 => (Some(number), None),
            State::Value { .. } => (None, Some(ProblemKind::ClassEmpty)),
            State::Blank => (None, Some(ProblemKind::MissingValue)),
            State::Unused => (None, None),
        };
        let fault = fault.or_else(|| pupils.filter(|pupils| *pupils > LARGEST).map(|_| ProblemKind::ClassLarge));
        problems.extend(fault.map(|kind| Problem::new(kind, source.place.clone(), &*source.text, &*header)));
        let (stage, doubt) = self.class_stage(row.row, (&grade, &name), school.kind);
        // Another table may tell the stage.
        let (open, doubt) = if stage.is_none() { (doubt, None) } else { (None, doubt) };
        problems.extend(doubt);
        let key = (row.school, row.year, identity(&grade, &name, stage, &source.place));
        let name = label(&grade, &name, &source.place).into();
        Some(Read { class: Class { school: row.school, name, stage, year: row.year, source, pupils }, key, open })
    }

    /// That a row is no class which counts: a sum of classes, or one of a kindergarten.
    fn left_out(&self, row: u32, grade: &Arc<str>, name: &Arc<str>) -> Option<Problem> {
        let place = self.reading.at(row, self.column(&Field::ClassPupils)?);
        if let Some(sum) = [grade, name].into_iter().find(|text| DICTIONARY.totals.contains(&bare(text))) {
            return Some(Problem::new(ProblemKind::TotalRowSkipped, place, &**sum, ""));
        }
        let found = label(grade, name, &place);
        let preschool = is_preschool(&self.text(row, &Field::ClassStage), grade, name);
        preschool.then(|| Problem::new(ProblemKind::ClassPreschool, place, found, ""))
    }

    /// A label of a row; empty where there is none.
    fn text(&self, row: u32, field: &Field) -> Arc<str> {
        self.label(row, field).map_or_else(|| "".into(), |(_, cell)| trimmed(&readable(cell)).into())
    }

    /// Says that a class has no name, or one of which a spreadsheet made a date.
    fn check_name(&self, row: u32, problems: &mut Findings) {
        let Some((place, cell)) = self.label(row, &Field::Class) else { return };
        let kind = match cell {
            Cell::Date(_) => ProblemKind::DateForClass,
            cell if trimmed(&cell.text()).is_empty() => ProblemKind::MissingValue,
            _ => return,
        };
        problems.push(Problem::new(kind, place, readable(cell), self.header(&Field::Class)));
    }

    /// The stage of a class: as its column, its grade, its name, its school or
    /// the table tells; and what is doubtful about it. The sixth grade of a school
    /// that has no primary stage, but a junior one, is of that.
    fn class_stage(
        &self,
        row: u32,
        (grade, name): (&str, &str),
        kind: Option<SchoolKind>,
    ) -> (Option<Stage>, Option<Problem>) {
        let own = self.text(row, &Field::ClassStage);
        // Of two that contradict each other nobody knows which one is right.
        let stage = if contradicts(&own, grade, name) {
            None
        } else {
            let told = stage_of_cell(&own, grade).or_else(|| stage_of_class(name));
            told.or_else(|| only_stage(kind)).or(self.stage)
        };
        let lacks = |stage| kind.is_some_and(|kind| !kind.stages().contains(&stage));
        let fault = match stage {
            None => Some(ProblemKind::ClassStage),
            Some(stage) => lacks(stage).then_some(ProblemKind::KindDisagrees),
        };
        let sixth = fault.is_some() && stage == Some(Stage::Primary) && is_sixth(grade, name);
        let stage = if sixth && !lacks(Stage::Junior) { Some(Stage::Junior) } else { stage };
        let said = fault.zip(self.label(row, &Field::Grade).or_else(|| self.label(row, &Field::Class)));
        (stage, said.map(|(kind, (place, cell))| Problem::new(kind, place, readable(cell), name)))
    }
}
