//! One table of classes, row by row.

use std::sync::Arc;

use super::{Met, Row, Sheet, State, only_stage};
use crate::basis::findings::Findings;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::intake::assemble::roster::Roster;
use crate::intake::class::{stage_of_class, stage_of_grade};
use crate::intake::date::readable;
use crate::intake::dictionary::DICTIONARY;
use crate::intake::plain::{bare, trimmed};
use crate::word::class::Class;
use crate::word::dataset::SchoolKind;
use crate::word::field::{Field, Stage};
use crate::word::reading::column_of;
use crate::word::table::Cell;

impl Met<'_> {
    /// Reads the classes, one a row.
    pub fn classes(self, roster: &Roster, problems: &mut Findings) -> Vec<Class> {
        problems.append(self.problems);
        let kind = |row: &Row| roster.schools.get(row.school).and_then(|school| school.kind);
        self.rows.iter().filter_map(|row| self.sheet.class(row, kind(row), problems)).collect()
    }
}

impl Sheet<'_> {
    /// The class of a row; `None` where it is a sum of classes.
    fn class(&self, row: &Row, kind: Option<SchoolKind>, problems: &mut Findings) -> Option<Class> {
        let column = column_of(&self.reading.columns, &Field::ClassPupils)?;
        let (grade, name) = (self.text(row.row, &Field::Grade), self.text(row.row, &Field::Class));
        let place = self.reading.at(row.row, column.index);
        if let Some(sum) = [&grade, &name].into_iter().find(|text| DICTIONARY.totals.contains(&bare(text))) {
            problems.push(Problem::new(ProblemKind::TotalRowSkipped, place, &**sum, ""));
            return None;
        }
        self.check_name(row.row, problems);
        let cell = self.table.cell(row.row, column.index);
        let source = CellNote { place, text: readable(cell).into_owned() };
        let pupils = self.pupils(cell, &source, problems);
        let stage = self.class_stage(row.row, (&grade, &name), kind, problems);
        let name = full_name(&grade, &name, &source.place).into();
        Some(Class { school: row.school, name, stage, year: row.year, source, pupils })
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

    /// The pupils of a class, above 0.
    fn pupils(&self, cell: Cell<'_>, source: &CellNote, problems: &mut Findings) -> Option<f64> {
        let column = column_of(&self.reading.columns, &Field::ClassPupils)?;
        let (kind, subject) = match self.value(column, &Field::ClassPupils, cell, &source.place, problems) {
            State::Value { number, .. } if number > 0.0 => return Some(number),
            State::Value { .. } => (ProblemKind::ClassEmpty, self.header(&Field::Class)),
            State::Blank => (ProblemKind::MissingValue, &*column.header),
            State::Unused => return None,
        };
        problems.push(Problem::new(kind, source.place.clone(), &*source.text, subject));
        None
    }

    /// The stage of a class: as its grade, its name, its school or the table
    /// tells.
    fn class_stage(
        &self,
        row: u32,
        (grade, name): (&str, &str),
        kind: Option<SchoolKind>,
        problems: &mut Findings,
    ) -> Option<Stage> {
        let told = stage_of_grade(grade).or_else(|| stage_of_class(name));
        let place = || {
            let label = self.label(row, &Field::Grade).or_else(|| self.label(row, &Field::Class));
            label.map_or_else(|| self.reading.at(row, 0), |(place, _)| place)
        };
        match (told, kind) {
            (Some(stage), Some(kind)) if !kind.stages().contains(&stage) => {
                problems.push(Problem::new(ProblemKind::KindDisagrees, place(), grade, self.header(&Field::Grade)));
            }
            (None, _) if only_stage(kind).or(self.stage).is_none() => {
                problems.push(Problem::new(ProblemKind::ClassStage, place(), grade, name));
            }
            _ => {}
        }
        told.or_else(|| only_stage(kind)).or(self.stage)
    }
}

/// A class with its grade, where its name does not tell that.
fn full_name(grade: &str, name: &str, place: &Place) -> String {
    match name {
        "" => format!("{grade} ({})", place.a1()),
        _ if name.contains(grade) => name.to_owned(),
        _ if grade.is_ascii() => format!("{grade} {name}"),
        _ => format!("{grade}{name}"),
    }
}
