//! The targets that come with the program, as data: `preset.json`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::score;
use super::typed::is_percent;
use crate::basis::json;
use crate::word::scheme::balance::Standard;
use crate::word::scheme::target::{Column, Condition, Limit, Measure, Set, Target, TargetScheme, Words};

/// The file as it is written.
#[derive(Default, Deserialize)]
struct Source {
    quality_2017: Vec<Target>,
    basic_2012: Vec<Target>,
    papers: Vec<Target>,
    relaxations: Vec<Relaxation>,
}

/// What columns of schools say of their classes, so that a table of classes can
/// say it instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassFigure {
    /// How many there are.
    Count,
    /// The pupils of the largest.
    Largest,
    /// The pupils of the smallest.
    Smallest,
    /// The pupils of each.
    Size,
}

/// Other limits for schools that are in a certain situation. Allowed only when
/// the person says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Relaxation {
    /// What it is known by.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// The targets that it is about.
    pub targets: Vec<String>,
    /// The limits instead.
    pub limits: Vec<Limit>,
    /// What must all be so of a school in the data; what they lack is not so.
    pub when: Vec<Condition>,
    /// A remark.
    pub note: Words,
    /// It came after this year; the month is not known.
    pub after: String,
}

/// Its file is part of the program; a test holds that it reads.
static SOURCE: LazyLock<Source> =
    LazyLock::new(|| json::read::<Source>(include_str!("preset.json")).unwrap_or_default());

/// The targets of a set.
pub fn targets(set: Set) -> &'static [Target] {
    match set {
        Set::Quality2017 => &SOURCE.quality_2017,
        Set::Basic2012 => &SOURCE.basic_2012,
        Set::Papers => &SOURCE.papers,
    }
}

/// All relaxations.
pub fn relaxations() -> &'static [Relaxation] {
    &SOURCE.relaxations
}

/// The relaxations of a target that are allowed.
pub fn allowed<'a>(scheme: &'a TargetScheme, target: &'a str) -> impl Iterator<Item = &'static Relaxation> + use<'a> {
    let of = move |relaxation: &&Relaxation| relaxation.targets.iter().any(|id| id == target);
    relaxations().iter().filter(of).filter(|relaxation| scheme.relaxed.contains(&relaxation.id))
}

/// The headers that columns of classes have.
const CLASS_HEADERS: &[(ClassFigure, &[&str])] = &[
    (ClassFigure::Count, &["班级数", "班数", "教学班数"]),
    (ClassFigure::Largest, &["最大班额", "最大班级学生数", "最大班学生数"]),
    (ClassFigure::Smallest, &["最小班额", "最小班级学生数", "最小班学生数"]),
    (ClassFigure::Size, &["班额", "班级学生数", "班学生数"]),
];

/// What a column of this header says of classes; `{}` at its front stands for
/// the stage.
pub fn class_figure(header: &str) -> Option<ClassFigure> {
    let name = header.strip_prefix("{}").unwrap_or(header);
    CLASS_HEADERS.iter().find(|(_, headers)| headers.contains(&name)).map(|(figure, _)| *figure)
}

/// Whether a measure is of the pupils of classes.
pub fn is_of_class_sizes(measure: &Measure) -> bool {
    let Measure::Number(columns) = measure else { return false };
    let sized = |column: &Column| match column {
        Column::Header(header) => class_figure(header).is_some_and(|figure| figure != ClassFigure::Count),
        _ => false,
    };
    columns.iter().any(sized)
}

/// The targets that count under a standard, those of sets first.
pub fn counting(scheme: &TargetScheme, standard: Standard) -> impl Iterator<Item = &Target> {
    let sets = Set::ALL.iter().filter(move |set| scheme.sets.contains(set) && set.is_of(standard));
    sets.flat_map(|set| targets(*set)).chain(&scheme.own)
}

/// The targets of sets that would count under another standard.
pub fn others(scheme: &TargetScheme, standard: Standard) -> impl Iterator<Item = &Target> {
    let sets = Set::ALL.iter().filter(move |set| scheme.sets.contains(set) && !set.is_of(standard));
    sets.flat_map(|set| targets(*set))
}

/// A target of a set, or one's own, by its id.
pub fn find<'a>(scheme: &'a TargetScheme, id: &str) -> Option<&'a Target> {
    Set::ALL.iter().flat_map(|set| targets(*set)).chain(&scheme.own).find(|target| target.id == id)
}

/// The limit in force, and that of the set where it departs.
pub fn limit<'a>(scheme: &'a TargetScheme, target: &str, limit: &'a Limit) -> (&'a str, Option<&'a str>) {
    let departs = scheme.limits.iter().find(|other| other.part == limit.part && other.target == target);
    match departs {
        Some(other) => (&other.value, Some(&limit.value)),
        None => (&limit.value, None),
    }
}

/// A target with the points that the person says its item brings.
pub fn marked(scheme: &TargetScheme, target: &Target) -> Target {
    let mark = scheme.mark(target.item()).filter(|_| target.group.is_marked());
    let read = mark.and_then(|mark| score::read(&mark.full, is_percent(&target.unit)).ok());
    let (points, scoring) = read.unwrap_or_else(|| (target.points.clone(), target.scoring.clone()));
    Target { points, scoring, ..target.clone() }
}
