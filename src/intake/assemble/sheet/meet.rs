//! What a row of a table of schools is about: its school, its year, and what it
//! says of the school besides numbers.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Row, Sheet};
use crate::basis::findings::Findings;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::assemble::campus::Counted;
use crate::intake::assemble::name;
use crate::intake::assemble::roster::{Known, Roster};
use crate::intake::clean;
use crate::intake::date::readable;
use crate::intake::dictionary::DICTIONARY;
use crate::intake::naming::year_of_cell;
use crate::intake::plain::{bare, folded, trimmed};
use crate::word::field::Field;
use crate::word::reading::TableKind;
use crate::word::table::Cell;

/// What was met in a table.
#[derive(Default)]
pub(super) struct Seen {
    /// Schools, by their indices, with years and items.
    rows: HashSet<(usize, Option<i32>, u32)>,
    /// The schools that campuses may belong to.
    counted: Counted,
    /// Campuses, by their own names, with years.
    campuses: HashSet<(String, Option<i32>)>,
}

impl Sheet<'_> {
    /// The row's school and year; `None` when it is not used.
    pub(super) fn meet(&self, row: u32, met: &mut Seen, roster: &mut Roster, problems: &mut Findings) -> Option<Row> {
        let (place, cell, own) = self.school(row)?;
        if let Some(kind) = name::fault(cell) {
            // One cell may be that of many rows; codes are told of as a whole.
            let told = problems.last().is_some_and(|last| last.kind == kind && last.place == place);
            if !told && (self.codes.names.is_none() || !clean::is_plain_number(cell)) {
                let subject = self.header(&Field::SchoolName);
                problems.push(Problem::new(kind, place, readable(cell), subject));
            }
            return None;
        }
        let text = cell.text();
        let applied = self.corrections.applies(ProblemKind::SpacesTrimmed, &place);
        let name = if applied { trimmed(&text) } else { &text };
        if name.trim().is_empty() {
            let subject = self.header(&Field::SchoolName);
            problems.push(Problem::new(ProblemKind::MissingValue, place, "", subject));
            return None;
        }
        if trimmed(name) != text && own {
            problems.push(Problem::new(ProblemKind::SpacesTrimmed, place.clone(), &*text, name));
        }
        let year = match self.year(row) {
            Ok(year) => year,
            Err(problem) => {
                problems.push(problem);
                return None;
            }
        };
        let called = self.corrections.name_for(name);
        let (called, campus) = self.campus((row, year), called, &met.counted, problems);
        let school = roster.meet(called, &place);
        if !campus && called != name && own {
            problems.push(Problem::new(ProblemKind::SchoolUnited, place.clone(), name, called));
        }
        // Of a school there are many classes; which they are is told later.
        let whole = if self.reading.kind == TableKind::Classes { row } else { 0 };
        let item = self.item(row).map_or(whole, |(item, _)| item.index);
        let first = if !campus {
            met.rows.insert((school, year, item))
        } else {
            // Campuses that bear their school's name are told apart by nothing.
            name == called || met.campuses.insert((name.to_owned(), year))
        };
        if !first {
            let subject = year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"));
            problems.push(Problem::new(ProblemKind::DuplicateSchool, place, &*text, subject));
            return None;
        }
        if !campus {
            roster.learn(school, self.known(row, problems));
            if !self.is_of_items() {
                met.counted.add(called, year);
            }
        }
        Some(Row { row, school, year, campus })
    }

    /// The school that a row counts for, and whether as a campus of it: as the
    /// row's name says, or the person, who is asked where the name begins with a
    /// school's.
    fn campus<'n>(
        &self,
        (row, year): (u32, Option<i32>),
        name: &'n str,
        counted: &Counted,
        problems: &mut Findings,
    ) -> (&'n str, bool) {
        let Some((place, cell)) = self.uncounted(row) else { return (name, false) };
        if counted.has(name, year) {
            problems.push(Problem::new(ProblemKind::CampusJoined, place, readable(cell), name));
            return (name, true);
        }
        let Some(school) = counted.school_of(name, year) else {
            problems.push(Problem::new(ProblemKind::CampusUncounted, place, readable(cell), name));
            return (name, false);
        };
        let applied = self.corrections.applies(ProblemKind::CampusOfSchool, &place);
        problems.push(Problem::new(ProblemKind::CampusOfSchool, place, name, school));
        if applied { (school, true) } else { (name, false) }
    }

    /// The row's year; `Ok(None)` in a table without years.
    fn year(&self, row: u32) -> Result<Option<i32>, Problem> {
        let Some((place, cell)) = self.label(row, &Field::Year) else { return Ok(self.reading.year) };
        let whole = !matches!(cell, Cell::Number(number) if number.fract() != 0.0) && !matches!(cell, Cell::Date(_));
        match year_of_cell(&cell.text()).filter(|_| whole) {
            Some(year) => Ok(Some(year)),
            None => Err(Problem::new(ProblemKind::BadYear, place, readable(cell), "")),
        }
    }

    /// Kind, code and the like.
    fn known(&self, row: u32, problems: &mut Findings) -> Known {
        let text = |field: &Field| -> Option<Arc<str>> {
            let text = self.label(row, field)?.1.text();
            Some(trimmed(&text)).filter(|text| !text.is_empty()).map(Arc::from)
        };
        let kind = text(&Field::SchoolKind).and_then(|kind| {
            let known = DICTIONARY.kinds.get(&bare(&kind)).copied();
            if let (None, Some((place, _))) = (known, self.label(row, &Field::SchoolKind)) {
                problems.push(Problem::new(ProblemKind::UnknownSchoolKind, place, &*kind, ""));
            }
            known
        });
        let code = self.label(row, &Field::SchoolCode);
        let code = code.and_then(|(place, cell)| self.codes.read(cell, place, self.corrections, problems));
        let [location, sponsor, district] =
            [Field::Location, Field::Sponsor, Field::District].map(|field| text(&field));
        Known { kind, code, location, sponsor, district }
    }

    /// The cell that says that a row does not count as a school.
    fn uncounted(&self, row: u32) -> Option<(Place, Cell<'_>)> {
        self.label(row, &Field::Counted).filter(|(_, cell)| DICTIONARY.no.contains(&folded(&cell.text())))
    }

    /// Whether a row is of a campus beside the rows of schools.
    pub(super) fn is_campus(&self, row: u32) -> bool {
        !self.is_of_items() && self.uncounted(row).is_some()
    }
}
