//! Which schools are assessed in which stage, and which are left out and why.

use serde::Serialize;

use super::condition::Conditions;
use super::rule::small;
use super::standard::STAGES;
use crate::word::dataset::{School, SchoolKind};
use crate::word::field::{Field, Stage};
use crate::word::scheme::balance::BalanceScheme;

/// A school that is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exclusion {
    /// Index into the dataset's schools.
    pub school: usize,
    /// The stage it is left out of; `None`: of all.
    pub stage: Option<Stage>,
    /// Why.
    pub reason: Reason,
}

/// Why a school is left out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Reason {
    /// 特殊教育学校.
    Special,
    /// 职业学校.
    Vocational,
    /// 教学点, as the standard or a decision has it.
    TeachingPoint,
    /// 教学点 with fewer than 50 pupils, here so many.
    SmallTeachingPoint(f64),
    /// Another school with fewer than 50 pupils, by decision.
    SmallSchool(f64),
    /// 民办, by decision.
    Private,
    /// Its kind has the stage, but the file says 0 pupils.
    NoPupils,
    /// It has neither primary nor junior pupils.
    NoCompulsoryStage,
    /// It occurs in other tables only.
    NoConditions,
}

/// The pupils of a school by stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Enrolment {
    /// Primary, junior, senior; `None` when the school's kind has the stage but
    /// the data lack the number.
    pub pupils: [Option<f64>; 3],
    stages: usize,
}

/// A school in one of its stages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    /// Index into the dataset's schools.
    pub school: usize,
    /// The stage.
    pub stage: Stage,
    /// All its pupils.
    pub enrolment: Enrolment,
    /// Its visiting teachers count.
    pub visited: bool,
}

/// The stages of [`Enrolment::pupils`].
pub(super) const ALL_STAGES: [Stage; 3] = [Stage::Primary, Stage::Junior, Stage::Senior];

impl Entry {
    /// A school in a stage.
    pub fn of(conditions: &Conditions<'_>, school: usize, stage: Stage) -> Option<Self> {
        let own = conditions.data.schools.get(school)?;
        Some(Self::new(conditions, (school, own), stage, Enrolment::read(conditions, school, own.kind)))
    }

    fn new(conditions: &Conditions<'_>, (school, own): (usize, &School), stage: Stage, enrolment: Enrolment) -> Self {
        let visited = conditions.scheme.visiting_in && own.is_remote() && enrolment.is_few();
        Self { school, stage, enrolment, visited }
    }
}

impl Enrolment {
    /// Reads a school's pupils. A blank is 0 for a stage that its kind does not
    /// have, and missing for one that it has. A school of unknown kind has the
    /// stages whose pupils are given; with none given, both compulsory ones.
    fn read(conditions: &Conditions<'_>, school: usize, kind: Option<SchoolKind>) -> Self {
        let given = ALL_STAGES.map(|stage| conditions.value(school, &Field::Pupils(stage)).map(|value| value.number));
        let unknown: &[Stage] = if given.iter().all(Option::is_none) { &STAGES } else { &[] };
        let stages = kind.map_or(unknown, SchoolKind::stages);
        let mut pupils = given;
        for (count, stage) in pupils.iter_mut().zip(ALL_STAGES) {
            // A negative number is no enrolment; intake has reported it.
            *count = count.filter(|count| *count >= 0.0).or((!stages.contains(&stage)).then_some(0.0));
        }
        let stages = pupils.iter().filter(|count| count.is_none_or(|count| count > 0.0)).count();
        Self { pupils, stages }
    }

    /// The pupils of a stage.
    pub fn of(&self, stage: Stage) -> Option<f64> {
        self.pupils.get(stage as usize).copied().flatten()
    }

    /// Whether the school has more than one stage.
    pub const fn combined(&self) -> bool {
        self.stages > 1
    }

    fn total(&self) -> Option<f64> {
        self.pupils.iter().copied().sum()
    }

    /// From 50 to 99 pupils.
    fn is_few(&self) -> bool {
        self.total().is_some_and(|total| (50.0..100.0).contains(&total))
    }
}

/// Sorts the schools into those assessed, by stage, and those left out.
pub(super) fn scope(conditions: &Conditions<'_>, scheme: &BalanceScheme) -> (Vec<Entry>, Vec<Exclusion>) {
    let (mut entries, mut excluded) = (Vec::new(), Vec::new());
    if !conditions.any() {
        return (entries, excluded);
    }
    for (index, school) in conditions.data.schools.iter().enumerate() {
        let enrolment = Enrolment::read(conditions, index, school.kind);
        if let Some(reason) = exclusion(conditions, index, school, &enrolment, scheme) {
            excluded.push(Exclusion { school: index, stage: None, reason });
            continue;
        }
        for stage in STAGES {
            match enrolment.of(stage) {
                Some(count) if count <= 0.0 => {
                    if school.kind.is_some_and(|kind| kind.stages().contains(&stage)) {
                        excluded.push(Exclusion { school: index, stage: Some(stage), reason: Reason::NoPupils });
                    }
                }
                _ => entries.push(Entry::new(conditions, (index, school), stage, enrolment)),
            }
        }
    }
    (entries, excluded)
}

/// Why a school is left out of every stage, if it is.
fn exclusion(
    conditions: &Conditions<'_>,
    index: usize,
    school: &School,
    enrolment: &Enrolment,
    scheme: &BalanceScheme,
) -> Option<Reason> {
    let small = enrolment.total().filter(|total| *total > 0.0 && *total < small(scheme));
    let point = school.kind == Some(SchoolKind::TeachingPoint);
    match school.kind {
        None if !conditions.has(index) => return Some(Reason::NoConditions),
        Some(SchoolKind::Special) if !scheme.special_in => return Some(Reason::Special),
        Some(SchoolKind::Vocational) if !scheme.vocational_in => return Some(Reason::Vocational),
        Some(SchoolKind::TeachingPoint) if !scheme.points_in => return Some(Reason::TeachingPoint),
        Some(SchoolKind::TeachingPoint) if small.is_some() && !scheme.small_points_in => {
            return small.map(Reason::SmallTeachingPoint);
        }
        _ => {}
    }
    if !scheme.private_in && school.sponsor.as_deref().is_some_and(is_private) {
        return Some(Reason::Private);
    }
    let none = STAGES.into_iter().all(|stage| enrolment.of(stage).is_some_and(|count| count <= 0.0));
    let expected = school.kind.is_some_and(|kind| STAGES.iter().any(|stage| kind.stages().contains(stage)));
    if none && !expected {
        return Some(Reason::NoCompulsoryStage);
    }
    small.filter(|_| scheme.small_schools_out && !point).map(Reason::SmallSchool)
}

/// 民办, however the file writes it.
fn is_private(sponsor: &str) -> bool {
    sponsor.contains("民办") || sponsor.to_ascii_lowercase().contains("private")
}
