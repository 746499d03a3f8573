//! What the marks of a table say about each other.

use std::mem;

use super::Log;
use super::plan::Plan;
use crate::basis::problem::ProblemKind;
use crate::intake::identifier::is_digits;
use crate::word::cohort::{Cohort, Status, Subject, Texts};

/// Fewer marks say nothing about a full mark or a column of totals.
const FEW: usize = 10;
/// Sums and totals may differ by what binary fractions do, and no more.
const TOLERANCE: f64 = 0.001;

/// Checks a draft of one source.
pub(super) fn check(cohort: &mut Cohort, plan: &Plan, log: &mut Log<'_>) {
    unexamined(cohort, plan, log);
    let marked = pupils(cohort, plan, log);
    missing(cohort, &marked, plan, log);
    fulls(cohort, plan, log);
    totals(cohort, plan, log);
    if let Some(column) = plan.number {
        let padded = lengths(cohort, &cohort.pupils.numbers, column, log);
        cohort.pupils.numbers = padded.unwrap_or_else(|| mem::take(&mut cohort.pupils.numbers));
    }
    if let Some(column) = plan.register {
        let padded = lengths(cohort, &cohort.pupils.registers, column, log);
        cohort.pupils.registers = padded.unwrap_or_else(|| mem::take(&mut cohort.pupils.registers));
    }
}

/// The row and column of a mark.
fn cell(cohort: &Cohort, pupil: usize, subject: usize) -> (u32, u32) {
    let column = cohort.sources.first().and_then(|source| source.columns.get(subject).copied().flatten());
    let moved = cohort.subjects.get(subject).and_then(|subject| subject.marks.moved.get(pupil));
    (moved.or_else(|| cohort.pupils.at.get(pupil)).map_or(0, |at| at.row), column.unwrap_or(0))
}

/// The cell of a subject's header.
fn header(cohort: &Cohort, subject: usize, plan: &Plan) -> (u32, u32) {
    (plan.header, cell(cohort, 0, subject).1)
}

/// A column without any entry was not examined.
fn unexamined(cohort: &mut Cohort, plan: &Plan, log: &mut Log<'_>) {
    for at in 0..cohort.subjects.len() {
        let place = header(cohort, at, plan);
        let Some(Subject { name, marks, .. }) = cohort.subjects.get_mut(at) else { continue };
        if !marks.statuses.is_empty() && marks.statuses.iter().all(|status| *status == Status::Missing) {
            marks.statuses.fill(Status::NotExamined);
            log.say(ProblemKind::SubjectNotExamined, place, name, "");
        }
    }
}

/// Looks at each pupil's marks; says who has any.
fn pupils(cohort: &mut Cohort, plan: &Plan, log: &mut Log<'_>) -> Vec<bool> {
    let mut marked = Vec::with_capacity(cohort.len());
    for pupil in 0..cohort.len() {
        let (mut present, mut zeros, mut missing) = (0_u32, 0_u32, 0_u32);
        for subject in &cohort.subjects {
            match subject.marks.status(pupil) {
                Status::Present => {
                    present += 1;
                    zeros += u32::from(subject.marks.mark(pupil).is_some_and(|mark| mark.total_cmp(&0.0).is_eq()));
                }
                Status::Missing => missing += 1,
                Status::NotExamined => {}
                _ => missing = u32::MAX / 2,
            }
        }
        marked.push(present > 0);
        let kind = match () {
            () if present > 1 && zeros == present => ProblemKind::AllZero,
            () if present == 0 && (1..u32::MAX / 2).contains(&missing) && plan.total.is_none() => ProblemKind::NoMarks,
            () => continue,
        };
        let at = cell(cohort, pupil, 0);
        log.say(kind, at, "", cohort.pupils.names.get(pupil));
        if kind == ProblemKind::AllZero && log.applies(kind, at) {
            for subject in &mut cohort.subjects {
                subject.marks.withdraw(pupil, Status::Absent);
            }
        }
    }
    marked
}

/// Blanks among marks: each of them, or the subject where there are many.
fn missing(cohort: &Cohort, marked: &[bool], plan: &Plan, log: &mut Log<'_>) {
    for (at, subject) in cohort.subjects.iter().enumerate() {
        let statuses = || subject.marks.statuses.iter().zip(marked).filter(|(_, marked)| **marked);
        let blanks = statuses().filter(|(status, _)| **status == Status::Missing).count();
        if blanks == 0 {
            continue;
        }
        if blanks > FEW && blanks * 5 > statuses().count() {
            log.say(ProblemKind::SubjectElective, header(cohort, at, plan), &subject.name, &blanks.to_string());
            continue;
        }
        for (pupil, (status, marked)) in subject.marks.statuses.iter().zip(marked).enumerate() {
            if *marked && *status == Status::Missing {
                log.say(ProblemKind::MissingValue, cell(cohort, pupil, at), "", &subject.name);
            }
        }
    }
}

/// Marks against the full mark: single ones above it, or the full mark itself
/// in doubt.
fn fulls(cohort: &Cohort, plan: &Plan, log: &mut Log<'_>) {
    for (at, subject) in cohort.subjects.iter().enumerate() {
        let Some(full) = subject.full else { continue };
        let marks = || (0..cohort.len()).filter_map(|pupil| Some((pupil, subject.marks.mark(pupil)?)));
        let (count, above) = (marks().count(), marks().filter(|(_, mark)| *mark > full).count());
        let most = marks().map(|(_, mark)| mark).fold(0.0, f64::max);
        if count >= FEW && (above * 10 > count || most < full * 0.6) {
            let found = format!("{} {full}", subject.name);
            log.say(ProblemKind::FullMarkDoubtful, header(cohort, at, plan), &found, &most.to_string());
            continue;
        }
        for (pupil, mark) in marks().filter(|(_, mark)| *mark > full) {
            log.say(ProblemKind::MarkAboveFull, cell(cohort, pupil, at), &mark.to_string(), &full.to_string());
        }
    }
}

/// The total against the sum of the subjects, added points included.
fn totals(cohort: &Cohort, plan: &Plan, log: &mut Log<'_>) {
    let (Some(total), Some(column)) = (&cohort.total, plan.total) else { return };
    if cohort.subjects.is_empty() {
        return;
    }
    let (mut compared, mut differing) = (0_usize, Vec::new());
    for pupil in 0..cohort.len() {
        let unread = cohort.subjects.iter().any(|subject| subject.marks.status(pupil) == Status::Unreadable);
        let Some(typed) = total.mark(pupil).filter(|_| !unread) else { continue };
        let merit = cohort.merit.as_ref().and_then(|merit| merit.mark(pupil)).unwrap_or(0.0);
        let sum: f64 = cohort.subjects.iter().filter_map(|subject| subject.marks.mark(pupil)).sum();
        compared += 1;
        if (sum + merit - typed).abs() > TOLERANCE {
            differing.push((pupil, typed, sum + merit));
        }
    }
    if compared >= FEW && differing.len() * 2 > compared {
        log.say(ProblemKind::TotalOther, (plan.header, column), "", &differing.len().to_string());
        return;
    }
    for (pupil, typed, sum) in differing {
        let row = cohort.pupils.at.get(pupil).map_or(0, |at| at.row);
        let sum = (sum * 1000.0).round() / 1000.0;
        log.say(ProblemKind::TotalDiffers, (row, column), &typed.to_string(), &sum.to_string());
    }
}

/// Numbers of these lengths are looked at; shorter ones count from 1 on.
const SHORTEST: usize = 5;
const LONGEST: usize = 32;

/// Reports numbers of another length than nearly all of their column. Where
/// that is accepted, zeros are put before shorter ones. `None`: as they are.
fn lengths(cohort: &Cohort, numbers: &Texts, column: u32, log: &mut Log<'_>) -> Option<Texts> {
    let mut counts = [0_usize; LONGEST + 1];
    for pupil in 0..numbers.len() {
        let number = numbers.get(pupil);
        if let Some(count) = counts.get_mut(number.len()).filter(|_| is_digits(number)) {
            *count += 1;
        }
    }
    let all: usize = counts.iter().sum();
    let (usual, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count).unwrap_or((0, &0));
    if usual < SHORTEST || most * 10 < all * 9 || *most == all {
        return None;
    }
    let mut padded = Texts::default();
    for pupil in 0..numbers.len() {
        let number = numbers.get(pupil);
        if !is_digits(number) || number.len() == usual {
            padded.push(number);
            continue;
        }
        let at = (cohort.pupils.at.get(pupil).map_or(0, |at| at.row), column);
        log.say(ProblemKind::NumberLength, at, number, &usual.to_string());
        if log.applies(ProblemKind::NumberLength, at) {
            padded.push(&format!("{number:0>usual$}"));
        } else {
            padded.push(number);
        }
    }
    Some(padded)
}
