//! Long tables: one row a pupil and subject.

use super::plan::Plan;
use super::rows::{Open, Person};
use super::{Log, wide};
use crate::basis::problem::ProblemKind;
use crate::intake::date::readable;
use crate::intake::limit;
use crate::intake::mark::{self, Mark};
use crate::intake::plain::trimmed;
use crate::intake::setting;
use crate::word::cohort::{At, Marks, Status, Subject};
use crate::word::table::Row;

/// Reads a row; `false` when it is not used.
pub(super) fn row(
    open: &mut Open,
    plan: &Plan,
    cells: Row<'_>,
    row: u32,
    person: &Person<'_>,
    log: &mut Log<'_>,
) -> bool {
    let (Some(named), Some(column)) = (plan.subject, plan.marks.first()) else { return false };
    let text = cells.get(named).text();
    let name = trimmed(&text);
    if name.is_empty() {
        log.say(ProblemKind::MissingValue, (row, named), "", "");
        return false;
    }
    let Some(subject) = subject(open, name, column.column) else {
        log.say(ProblemKind::TooManySubjects, (row, named), name, &limit::SUBJECTS.to_string());
        return false;
    };
    full(open, plan, cells, subject);
    let pupil = open.find(person);
    if let Some(pupil) = pupil
        && open.is_other(pupil, person)
    {
        log.say(ProblemKind::NumberShared, (row, plan.number.unwrap_or(0)), person.who().number, &person.name);
    }
    let pupil = pupil.unwrap_or_else(|| open.add(person, row, plan.register.is_some()));
    let (value, status) = wide::settled(plan, cells, row, log).pop().unwrap_or_default();
    let cohort = &mut open.draft.cohort;
    let Some(Subject { marks, name, .. }) = cohort.subjects.get_mut(subject) else { return false };
    match marks.status(pupil) {
        Status::NotExamined => {
            marks.set(pupil, value, status, At { source: 0, row }, &cohort.pupils.at);
            return true;
        }
        known => {
            let same = known == status && marks.mark(pupil).unwrap_or(0.0).total_cmp(&value).is_eq();
            let kind = if same { ProblemKind::RowTwice } else { ProblemKind::PersonTwice };
            log.say(kind, (row, column.column), &readable(cells.get(column.column)), name);
        }
    }
    false
}

/// The position of a subject by its name as written; a new one is added, if
/// there is room.
fn subject(open: &mut Open, written: &str, column: u32) -> Option<usize> {
    if open.subject.0 == written {
        return Some(open.subject.1);
    }
    let name = setting::subject(written).unwrap_or_else(|| written.into());
    let cohort = &mut open.draft.cohort;
    let known = cohort.subjects.iter().position(|subject| subject.name == name);
    if known.is_none() && cohort.subjects.len() >= limit::SUBJECTS {
        return None;
    }
    let position = known.unwrap_or_else(|| {
        cohort.subjects.push(Subject { name, full: None, marks: Marks::default() });
        if let Some(source) = cohort.sources.first_mut() {
            source.columns.push(Some(column));
        }
        cohort.subjects.len() - 1
    });
    open.subject = (written.to_owned(), position);
    Some(position)
}

/// Takes the subject's full mark from the first row that has it.
fn full(open: &mut Open, plan: &Plan, cells: Row<'_>, subject: usize) {
    let (Some(column), Some(subject)) = (plan.full, open.draft.cohort.subjects.get_mut(subject)) else { return };
    if let (None, (Mark::Number(full), _)) = (subject.full, mark::mark(cells.get(column), plan.texts)) {
        subject.full = Some(full).filter(|full| *full > 0.0);
    }
}
