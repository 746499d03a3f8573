//! Wide tables: one row a pupil, a column a subject.

use super::Log;
use super::plan::Plan;
use super::rows::{Open, Person};
use crate::basis::problem::ProblemKind;
use crate::intake::answer::{Answer, answer};
use crate::intake::date::readable;
use crate::intake::mark::{self, Mark};
use crate::word::cohort::{Cohort, Marks, Status, Subject};
use crate::word::table::Row;

/// Opens the columns that a table has.
pub(super) fn subjects(cohort: &mut Cohort, plan: &Plan) {
    for column in &plan.marks {
        cohort.subjects.push(Subject { name: column.name.clone(), full: column.full, marks: Marks::default() });
    }
    if let Some(source) = cohort.sources.first_mut() {
        source.columns = plan.marks.iter().map(|mark| Some(mark.column)).collect();
    }
    cohort.total = plan.total.map(|_| Marks::default());
    cohort.prior = plan.prior.map(|_| Marks::default());
    cohort.merit = plan.merit.map(|_| Marks::default());
}

/// Reads a row; `false` when it is not used.
pub(super) fn row(
    open: &mut Open,
    plan: &Plan,
    cells: Row<'_>,
    row: u32,
    person: &Person<'_>,
    log: &mut Log<'_>,
) -> bool {
    let settled = settled(plan, cells, row, log);
    if let Some(pupil) = open.find(person) {
        let subjects = open.draft.cohort.subjects.iter();
        let same = subjects.zip(&settled).all(|(subject, (value, status))| {
            subject.marks.status(pupil) == *status && subject.marks.mark(pupil).unwrap_or(0.0).total_cmp(value).is_eq()
        });
        let numbered = !person.who().number.is_empty();
        let kind = match (numbered, same) {
            (true, _) if open.is_other(pupil, person) => ProblemKind::NumberShared,
            (_, true) => ProblemKind::RowTwice,
            (true, false) => ProblemKind::PersonTwice,
            (false, false) => ProblemKind::Namesakes,
        };
        let at = (row, if numbered { plan.number } else { plan.name }.unwrap_or(0));
        let found = if numbered { person.who().number } else { &person.name };
        log.say(kind, at, found, &person.name);
        let twice = kind == ProblemKind::RowTwice && log.applies(kind, at);
        if twice || kind == ProblemKind::PersonTwice {
            return false;
        }
    }
    open.add(person, row, plan.register.is_some());
    let cohort = &mut open.draft.cohort;
    for (subject, (value, status)) in cohort.subjects.iter_mut().zip(settled) {
        subject.marks.push(value, status);
    }
    let others = [(&mut cohort.total, plan.total), (&mut cohort.prior, plan.prior), (&mut cohort.merit, plan.merit)];
    for (marks, column) in others {
        if let (Some(marks), Some(column)) = (marks, column) {
            let (value, status) = number(plan, cells, (row, column), log);
            marks.push(value, status);
        }
    }
    true
}

/// A number that is no mark of a subject, such as a total.
fn number(plan: &Plan, cells: Row<'_>, at: (u32, u32), log: &mut Log<'_>) -> (f64, Status) {
    let cell = cells.get(at.1);
    match mark::mark(cell, plan.texts) {
        (Mark::Number(number), repair) => {
            if let Some(kind) = repair {
                log.mended(kind, at, cell, number);
            }
            (number, Status::Present)
        }
        (Mark::Fault(kind), _) => {
            log.say(kind, at, &readable(cell), "");
            (0.0, Status::Unreadable)
        }
        (Mark::Status(status), _) => (0.0, status),
        (Mark::Sign | Mark::Blank, _) => (0.0, Status::Missing),
    }
}

/// The marks of a row. Blanks and signs take what the row says of the pupil:
/// 转学 typed in the first subject holds for all.
pub(super) fn settled(plan: &Plan, cells: Row<'_>, row: u32, log: &mut Log<'_>) -> Vec<(f64, Status)> {
    let (mut marks, mut said, mut numbers, mut signs) = (Vec::with_capacity(plan.marks.len()), None, false, false);
    for column in &plan.marks {
        let (at, cell) = ((row, column.column), cells.get(column.column));
        let (mut mark, repair) = mark::mark(cell, plan.texts);
        match mark {
            Mark::Number(number) => {
                if let Some(kind) = repair {
                    log.mended(kind, at, cell, number);
                    if !log.applies(kind, at) {
                        mark = Mark::Fault(kind);
                    }
                }
                numbers = true;
                if number < 0.0 {
                    log.say(ProblemKind::NegativeValue, at, &readable(cell), &column.header);
                }
            }
            Mark::Status(status) => {
                if said.is_none_or(|said: Status| status.is_of_pupil() && !said.is_of_pupil()) {
                    said = Some(status);
                }
                if let Some(kind) = repair {
                    log.say(kind, at, &readable(cell), &column.header);
                    if kind == ProblemKind::MarkBesideStatus && !log.applies(kind, at) {
                        mark = Mark::Fault(kind);
                    }
                }
            }
            Mark::Fault(kind) => log.say(kind, at, &readable(cell), &column.header),
            Mark::Sign => signs = true,
            Mark::Blank => {}
        }
        marks.push(mark);
    }
    let flagged = flagged(plan, cells, row, log);
    against(flagged, &marks, plan, (cells, row), log);
    let of_row = flagged.or(said).filter(|_| !numbers || flagged.is_some());
    let blank = of_row.unwrap_or(if signs && !numbers { Status::Absent } else { Status::Missing });
    let sign = of_row.unwrap_or(Status::Absent);
    let settle = |(mark, column): (&Mark, u32)| match *mark {
        Mark::Number(number) if number < 0.0 => (0.0, Status::Unreadable),
        Mark::Number(number) => match flagged {
            Some(status) if number <= 0.0 || status == Status::Cheated => (0.0, status),
            _ => (number, Status::Present),
        },
        Mark::Status(status) => (0.0, status),
        Mark::Sign => {
            if of_row.is_none() {
                log.say(ProblemKind::SignForAbsence, (row, column), &readable(cells.get(column)), "");
            }
            let refused = of_row.is_none() && !log.applies(ProblemKind::SignForAbsence, (row, column));
            (0.0, if refused { Status::Missing } else { sign })
        }
        Mark::Blank => (0.0, blank),
        Mark::Fault(_) => (0.0, Status::Unreadable),
    };
    marks.iter().zip(plan.marks.iter().map(|mark| mark.column)).map(settle).collect()
}

/// Reports a mark in a row that is flagged as absent.
fn against(flagged: Option<Status>, marks: &[Mark], plan: &Plan, (cells, row): (Row<'_>, u32), log: &mut Log<'_>) {
    if flagged.is_none_or(|status| status.is_of_pupil() || status == Status::Cheated) {
        return;
    }
    let marked = |mark: &Mark| matches!(mark, Mark::Number(number) if *number > 0.0);
    if let Some((_, column)) = marks.iter().zip(&plan.marks).find(|(mark, _)| marked(mark)) {
        let cell = cells.get(column.column);
        log.say(ProblemKind::MarkAgainstStatus, (row, column.column), &readable(cell), &column.header);
    }
}

/// What columns beside the marks say of the pupil: 作弊, 缺考, 学籍状态.
fn flagged(plan: &Plan, cells: Row<'_>, row: u32, log: &mut Log<'_>) -> Option<Status> {
    let mut yes = |column: Option<u32>, status: Status| {
        let column = column?;
        let cell = cells.get(column);
        match answer(cell) {
            Answer::Yes => Some(status),
            Answer::No | Answer::Blank => None,
            // The column may hold the word itself: 缺考 in the column 缺考.
            Answer::Unknown => mark::status(&cell.text()).or_else(|| {
                log.say(ProblemKind::UnknownWord, (row, column), &readable(cell), "");
                None
            }),
        }
    };
    let of_flags = yes(plan.cheated, Status::Cheated).or_else(|| yes(plan.absent, Status::Absent));
    of_flags.or_else(|| mark::status(&cells.get(plan.status?).text()))
}
