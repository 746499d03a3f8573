//! Tables of marks to cohorts: each table by itself, then those of one exam
//! joined.

use self::identity::Names;
use super::log::{Log, unless_twin};
use crate::basis::findings::Findings;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::setting;
use crate::word::cohort::{Cohort, NONE};
use crate::word::correction::Corrections;
use crate::word::dataset::School;
use crate::word::reading::Reading;
use crate::word::table::Table;

mod check;
mod full;
mod identity;
mod join;
mod long;
mod plan;
mod rows;
mod wide;

pub(super) use self::join::join;

/// A table's pupils of one year, not yet joined with others.
pub(super) struct Draft {
    /// They and their marks, from one source.
    pub cohort: Cohort,
    /// What tells their exam from others.
    key: String,
}

/// Reads a table of marks and adds its drafts; gives how many rows were used.
/// `None`, when another table holds the same: that is all that is said of it.
pub(super) fn add(
    drafts: &mut Vec<Draft>,
    table: &Table,
    reading: &Reading,
    schools: &[School],
    corrections: &Corrections,
    problems: &mut Findings,
) -> Option<usize> {
    let mut own = Findings::default();
    let (read, rows) = read(table, reading, schools, corrections, &mut own);
    let twin = join::twin(drafts, &read);
    drafts.extend(unless_twin(read, twin, table, own, problems)?);
    Some(rows)
}

/// Reads a table of marks: its pupils, a draft a year, and how many rows were
/// used. `schools` are those whose names are known.
fn read(
    table: &Table,
    reading: &Reading,
    schools: &[School],
    corrections: &Corrections,
    problems: &mut Findings,
) -> (Vec<Draft>, usize) {
    let setting = setting::around(table, reading, schools);
    let plan = plan::Plan::of(table, reading, &setting);
    let mut log = Log { problems, place: table.place(), corrections };
    if plan.is_empty() {
        log.problems.push(Problem::new(ProblemKind::NoMarkColumn, log.place.at(reading.header.0, 0), "", ""));
    }
    let (mut drafts, rows) = rows::read(table, reading, &plan, &setting, &mut log);
    for draft in &mut drafts {
        unite(&mut draft.cohort, &mut log);
        check::check(&mut draft.cohort, &plan, &mut log);
    }
    (drafts, rows)
}

/// Calls schools by the names that stand for them.
fn unite(cohort: &mut Cohort, log: &mut Log<'_>) {
    if log.corrections.schools().is_empty() {
        return;
    }
    let (mut names, mut united) = (Names::default(), Vec::new());
    let positions: Vec<u32> = cohort.schools.iter().map(|name| names.intern(&mut united, log.called(name))).collect();
    for school in &mut cohort.pupils.schools {
        *school = positions.get(*school as usize).copied().unwrap_or(NONE);
    }
    cohort.schools = united;
}
