//! The schools that have to reach a target, one by one.

use num_traits::Zero;

use super::Unit;
use super::compare::{Bounds, met, only_rounded};
use super::judge::{decimals, gap_of};
use super::preset::{Condition, Relaxation, relaxations};
use super::reading::{Sources, typed};
use crate::basis::exact::{self, Exact, whole};
use crate::measure::subset::worst;
use crate::word::dataset::SchoolKind;
use crate::word::field::Stage;
use crate::word::scheme::target::{Column, Part, Scope, Target, TargetScheme};

/// What schools are judged by.
pub(super) struct Asked<'a> {
    pub sources: &'a Sources<'a>,
    pub scheme: &'a TargetScheme,
    pub target: &'a Target,
    pub part: Part,
    /// The limit, as it is written.
    pub limit: &'a str,
    /// What schools that miss it must reach at least.
    pub floor: Option<Bounds>,
}

impl Asked<'_> {
    /// The schools of a part, judged; and how many could not be ranked.
    pub fn units(&self) -> (Vec<Unit>, usize) {
        let Self { sources, scheme, target, part, .. } = *self;
        let all = 0..sources.data.schools.len();
        let schools = all.filter(|school| belongs(sources, *school, part, target.by_kind())).collect();
        let (schools, unranked) = match &target.scope {
            Scope::Subset { by, highest, percent } => self.ranked(schools, by, *highest, percent),
            Scope::County | Scope::EachSchool | Scope::EachClass => (schools, 0),
        };
        let allowed: Vec<&Relaxation> = relaxations()
            .iter()
            .filter(|relaxation| scheme.relaxed.contains(&relaxation.id) && relaxation.targets.contains(&target.id))
            .collect();
        (schools.into_iter().map(|school| self.unit(school, &allowed)).collect(), unranked)
    }

    /// The worst of some schools, and how many have no rank.
    fn ranked(&self, schools: Vec<usize>, by: &[Column], highest: bool, percent: &str) -> (Vec<usize>, usize) {
        let ranking = self.sources.ranking(by, self.part);
        let of = |school: &usize| ranking.get(*school).cloned().flatten();
        let known: Vec<(usize, Exact)> = schools.iter().filter_map(|school| Some((*school, of(school)?))).collect();
        let share = exact::parse(percent).unwrap_or_else(Exact::zero) / whole(100);
        let values: Vec<Exact> = known.iter().map(|(_, value)| value.clone()).collect();
        let chosen = worst(&values, highest, &share);
        let unranked = schools.len() - known.len();
        let kept = known.into_iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|((school, _), _)| school);
        (kept.collect(), unranked)
    }

    fn unit(&self, school: usize, allowed: &[&Relaxation]) -> Unit {
        let Self { sources, target, part, .. } = *self;
        let relaxed = allowed.iter().find_map(|relaxation| {
            let other = relaxation.limits.iter().find(|limit| limit.part == part)?;
            relaxation.when.iter().all(|when| holds(sources, school, part, when)).then_some((*relaxation, other))
        });
        let (limit, relaxed) = match relaxed {
            Some((relaxation, other)) => (other.value.as_str(), Some(relaxation.id.clone())),
            None => (self.limit, None),
        };
        let text = self.scheme.given(&target.id, part, sources.data.name(school), 0);
        let value = match text {
            Some(text) => typed(&target.measure, text),
            None => sources.value(school, part, &target.measure),
        };
        let bounds = Bounds::parse(target.comparator, limit);
        let judged = value.as_ref().ok().zip(bounds.as_ref());
        let reaches = judged.map(|(reading, bounds)| met(target.comparator, &reading.value, bounds));
        let fails = judged.filter(|_| reaches == Some(false));
        let near = fails.zip(self.floor.as_ref());
        Unit {
            school,
            typed: text.is_some(),
            limit: limit.to_owned(),
            relaxed,
            met: reaches,
            near: near.is_some_and(|((reading, _), floor)| met(target.comparator, &reading.value, floor)),
            only_rounded: fails.is_some_and(|(reading, bounds)| {
                only_rounded(target.comparator, &reading.value, bounds, decimals(limit))
            }),
            gap: fails.and_then(|(reading, bounds)| gap_of(target, reading, bounds)),
            value,
        }
    }
}

/// Whether a school has pupils of a part. Schools for special education,
/// vocational and senior schools have none that are counted here.
fn belongs(sources: &Sources<'_>, school: usize, part: Part, by_kind: bool) -> bool {
    let kind = sources.data.schools.get(school).and_then(|school| school.kind);
    if matches!(kind, Some(SchoolKind::Special | SchoolKind::Vocational | SchoolKind::Senior)) {
        return false;
    }
    let has = |of: Part, stage: Stage| match sources.pupils(school, of) {
        Some(pupils) => !pupils.is_zero(),
        None => kind.is_some_and(|kind| kind.stages().contains(&stage)),
    };
    let (primary, junior) = (has(Part::Primary, Stage::Primary), has(Part::Junior, Stage::Junior));
    match part {
        Part::Whole => primary || junior,
        Part::Combined => primary && junior,
        Part::Primary => primary && !(by_kind && junior),
        Part::Junior => junior && !(by_kind && primary),
    }
}

/// Whether a school is in a situation, as far as the data tell.
fn holds(sources: &Sources<'_>, school: usize, part: Part, when: &Condition) -> bool {
    match when {
        Condition::Number { columns, comparator, limit } => {
            let value = sources.column(school, part, columns);
            let bounds = Bounds::parse(*comparator, limit);
            value.zip(bounds).is_some_and(|(value, bounds)| met(*comparator, &value, &bounds))
        }
        Condition::Rural => {
            let location = sources.data.schools.get(school).and_then(|school| school.location.as_deref());
            location.is_some_and(|location| {
                location.contains('村') || location.starts_with('乡') || location.eq_ignore_ascii_case("rural")
            })
        }
    }
}
