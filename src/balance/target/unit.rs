//! The schools or classes that have to reach a target, one by one.

use num_traits::{Signed, Zero};

use super::compare::{Bounds, met, only_rounded, shortfall};
use super::judge::{decimals, gap_of};
use super::preset::{self, Relaxation, is_of_class_sizes};
use super::reading::{Lack, Reading, Sources, typed};
use super::trend::Course;
use super::{Over, Reason, Unit, situation};
use crate::basis::exact::{self, Exact, whole};
use crate::basis::text::Lang;
use crate::measure::subset::worst;
use crate::word::class::Class;
use crate::word::dataset::SchoolKind;
use crate::word::field::{Field, Stage};
use crate::word::scheme::target::{Aggregation, Column, Condition, Measure, Part, Scope, Target, TargetScheme, Words};

/// What schools and classes are judged by.
pub(super) struct Asked<'a> {
    pub sources: &'a Sources<'a>,
    pub scheme: &'a TargetScheme,
    pub target: &'a Target,
    pub part: Part,
    /// The limit, as it is written.
    pub limit: &'a str,
    /// The same to compare with; of a trend none.
    pub bounds: Option<&'a Bounds>,
    /// What schools that miss it must reach at least.
    pub floor: Option<Bounds>,
    /// The data of each year of a trend, where they have so many; empty: it is
    /// none.
    pub years: Vec<Option<Sources<'a>>>,
}

impl Asked<'_> {
    /// The schools of a part, judged, or their classes where the data have them;
    /// and of how many schools it is open whether they are concerned.
    pub fn units(&self) -> (Vec<Unit>, Option<Reason>) {
        let Self { sources, scheme, target, .. } = *self;
        let all = 0..sources.data.schools.len();
        let schools: Vec<usize> = all.filter(|school| self.concerns(*school)).collect();
        let (schools, open) = match &target.scope {
            Scope::Subset { by, highest, percent } => self.ranked(&schools, by, *highest, percent),
            Scope::EachOf { when } => self.situated(&schools, when),
            Scope::County | Scope::EachSchool | Scope::EachClass => (schools, None),
        };
        let allowed: Vec<&Relaxation> = preset::allowed(scheme, &target.id).collect();
        let mut units = Vec::new();
        for school in schools {
            if let Aggregation::Trend { falling, strict, .. } = target.aggregation {
                units.push(self.follow(school, falling, strict));
                continue;
            }
            let before = units.len();
            for class in self.classes(school) {
                units.push(self.unit(school, Some(class), &allowed));
            }
            if units.len() == before {
                units.push(self.unit(school, None, &allowed));
            }
        }
        (units, open)
    }

    /// Whether a school has pupils of the part. One that stands in tables of
    /// classes alone, perhaps by a slip, is none that other targets ask for.
    fn concerns(&self, school: usize) -> bool {
        let Self { sources, target, part, .. } = *self;
        belongs(sources, school, part, target.by_kind(), self.is_by_class() || sources.data.has_facts(school))
    }

    /// Whether classes are judged one by one where the data have them: not where
    /// the target is not about their sizes.
    fn is_by_class(&self) -> bool {
        self.target.scope == Scope::EachClass && is_of_class_sizes(&self.target.measure)
    }

    /// The classes of a school that are judged one by one: none where a value of
    /// the school was typed.
    fn classes(&self, school: usize) -> Vec<(usize, &Class)> {
        let Self { sources, target, part, .. } = *self;
        let typed = self.scheme.given(&target.id, part, sources.data.name(school), 0).is_some();
        if typed || !self.is_by_class() { Vec::new() } else { sources.classes(school, part).collect() }
    }

    /// The classes of a school that a value typed of it goes before.
    fn over(&self, school: usize) -> Option<Over> {
        let sizes = || self.sources.classes(school, self.part).map(|(_, class)| class.pupils);
        let classes = if self.is_by_class() { sizes().count() } else { 0 };
        let largest = sizes().flatten().filter_map(exact::of).max();
        (classes > 0).then_some(Over { classes, largest })
    }

    /// The pupils of a class. One whose stage is not known may be of another part.
    fn size(&self, class: &Class) -> Result<Reading, Lack> {
        if class.stage.is_none() && self.part.stage().is_some() {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| Field::Grade.label(lang).into_owned());
            return Err(Lack::Column(Words { zh, en }));
        }
        class.pupils.and_then(exact::of).map(|value| Reading { value, figures: None }).ok_or(Lack::Missing)
    }

    /// The worst of some schools, and how many have no rank. The share is of all
    /// of them.
    fn ranked(&self, schools: &[usize], by: &[Column], highest: bool, percent: &str) -> (Vec<usize>, Option<Reason>) {
        let ranking = self.sources.ranking(by, self.part);
        let of = |school: &usize| ranking.get(*school).cloned().flatten();
        let known: Vec<(usize, Exact)> = schools.iter().filter_map(|school| Some((*school, of(school)?))).collect();
        let share = exact::parse(percent).unwrap_or_else(Exact::zero) / whole(100);
        let values: Vec<Exact> = known.iter().map(|(_, value)| value.clone()).collect();
        let chosen = worst(&values, schools.len(), highest, &share);
        let unranked = schools.len() - known.len();
        let kept = known.into_iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|((school, _), _)| school);
        (kept.collect(), (unranked > 0).then_some(Reason::Unranked(unranked)))
    }

    /// Those of some schools that are in all situations, and of how many the
    /// data do not tell.
    fn situated(&self, schools: &[usize], when: &[Condition]) -> (Vec<usize>, Option<Reason>) {
        let are = |wanted| {
            schools.iter().copied().filter(move |school| situation::all(self.sources, *school, when) == wanted)
        };
        let open = are(None).count();
        (are(Some(true)).collect(), (open > 0).then_some(Reason::Unsituated(open)))
    }

    fn unit(&self, school: usize, class: Option<(usize, &Class)>, allowed: &[&Relaxation]) -> Unit {
        let Self { sources, target, part, .. } = *self;
        let text = self.scheme.given(&target.id, part, sources.data.name(school), 0);
        let value = match (text, class) {
            (Some(text), _) => typed(&target.measure, text),
            (None, Some((_, class))) => self.size(class),
            (None, None) => sources.value(school, part, &target.measure),
        };
        let (limit, relaxed) = self.limit_of(school, value.as_ref().ok(), allowed);
        let other = relaxed.and_then(|_| Bounds::parse(target.comparator, limit));
        let bounds = if relaxed.is_some() { other.as_ref() } else { self.bounds };
        let judged = value.as_ref().ok().zip(bounds);
        let reaches = judged.map(|(reading, bounds)| met(target.comparator, &reading.value, bounds));
        let fails = judged.filter(|_| reaches == Some(false));
        let near = fails.zip(self.floor.as_ref());
        Unit {
            school,
            class: class.map(|(index, _)| index),
            typed: text.is_some(),
            over: text.and_then(|_| self.over(school)),
            limit: limit.to_owned(),
            relaxed: relaxed.map(|relaxation| relaxation.id.clone()),
            met: reaches,
            near: near.is_some_and(|((reading, _), floor)| met(target.comparator, &reading.value, floor)),
            only_rounded: fails.is_some_and(|(reading, bounds)| {
                only_rounded(target.comparator, &reading.value, bounds, decimals(limit))
            }),
            beyond_whole: judged.is_some_and(|(reading, _)| beyond_whole(&target.measure, &reading.value)),
            gap: fails.and_then(|(reading, bounds)| gap_of(target, reading, bounds)),
            series: Vec::new(),
            breaks: Vec::new(),
            replaced: Vec::new(),
            value,
        }
    }

    /// A school from year to year: what was typed counts before the data.
    fn follow(&self, school: usize, falling: bool, strict: bool) -> Unit {
        let Self { sources, target, part, .. } = *self;
        let text = |year| self.scheme.given(&target.id, part, sources.data.name(school), year);
        let read = |dated: &Option<Sources<'_>>| {
            let found = dated.as_ref().map(|dated| dated.value(school, part, &target.measure));
            found.unwrap_or(Err(Lack::Missing)).map(|reading| reading.value)
        };
        let value = |(year, dated): (u8, &Option<Sources<'_>>)| match text(year) {
            Some(text) => typed(&target.measure, text).map(|reading| reading.value),
            None => read(dated),
        };
        let series: Vec<Result<Exact, Lack>> = (0..).zip(&self.years).map(value).collect();
        let replaced = (0..).zip(self.years.iter().zip(&series)).filter_map(|(year, (dated, counts))| {
            text(year)?;
            let known = read(dated).ok()?;
            (counts.as_ref().ok() != Some(&known)).then_some((year, known))
        });
        let replaced = replaced.collect();
        let course = Course::of(&series, falling, strict);
        let last = series.last().cloned().unwrap_or(Err(Lack::Missing));
        Unit {
            school,
            class: None,
            typed: (0..).zip(&self.years).any(|(year, _)| text(year).is_some()),
            over: None,
            limit: String::new(),
            relaxed: None,
            met: course.met().filter(|_| series.len() >= 2),
            near: false,
            only_rounded: false,
            beyond_whole: series.iter().flatten().any(|value| beyond_whole(&target.measure, value)),
            gap: None,
            value: last.map(|value| Reading { value, figures: None }),
            breaks: course.breaks,
            replaced,
            series,
        }
    }

    /// The limit that a school's value is held against, of those that apply to
    /// it: its own, unless a relaxation's is the one that it meets, or misses by
    /// less.
    fn limit_of<'b>(
        &'b self,
        school: usize,
        value: Option<&Reading>,
        allowed: &[&'b Relaxation],
    ) -> (&'b str, Option<&'b Relaxation>) {
        if allowed.is_empty() {
            return (self.limit, None);
        }
        let applies = |relaxation: &&Relaxation| situation::all(self.sources, school, &relaxation.when) == Some(true);
        let other = |relaxation: &'b Relaxation| {
            let limit = relaxation.limits.iter().find(|limit| limit.part == self.part)?;
            Some((limit.value.as_str(), Some(relaxation)))
        };
        let relaxed = allowed.iter().copied().filter(applies).filter_map(other);
        let Some(Reading { value, .. }) = value else { return (self.limit, None) };
        let comparator = self.target.comparator;
        // What is met comes before all shortfalls; of equals the first.
        let short = |bounds: &Bounds| (!met(comparator, value, bounds)).then(|| shortfall(comparator, value, bounds));
        let all = std::iter::once((self.limit, None)).chain(relaxed);
        let known = all.filter_map(|one| Some((short(&Bounds::parse(comparator, one.0)?), one)));
        let nearest = known.min_by(|(one, _), (other, _)| one.cmp(other));
        nearest.map_or((self.limit, None), |(_, one)| one)
    }
}

/// Whether a share in percent is above 100.
pub(super) fn beyond_whole(measure: &Measure, value: &Exact) -> bool {
    matches!(measure, Measure::Ratio { factor: 100, .. }) && *value > whole(100)
}

/// What a value is odd for: a share above the whole, or a number below 0 of what
/// is no growth or difference.
pub(super) fn odd(target: &Target, value: &Exact) -> Option<Reason> {
    if beyond_whole(&target.measure, value) {
        return Some(Reason::BeyondWhole);
    }
    (value.is_negative() && !may_fall_below(target)).then_some(Reason::BelowZero)
}

/// Whether a number below 0 makes sense: of a growth or a difference, by its name.
pub(super) fn may_fall_below(target: &Target) -> bool {
    const SIGNED: [&str; 9] = ["增长", "增幅", "增加", "增减", "下降", "变化", "差额", "差值", "growth"];
    let names = [target.name.zh.to_lowercase(), target.name.en.to_lowercase()];
    names.iter().any(|name| SIGNED.iter().any(|word| name.contains(word)))
}

/// Whether a school has pupils of a part. Schools for special education,
/// vocational and senior schools have none that are counted here. `by_class`:
/// its classes may tell.
fn belongs(sources: &Sources<'_>, school: usize, part: Part, by_kind: bool, by_class: bool) -> bool {
    let kind = sources.data.schools.get(school).and_then(|school| school.kind);
    if matches!(kind, Some(SchoolKind::Special | SchoolKind::Vocational | SchoolKind::Senior)) {
        return false;
    }
    let enrolled = |stage: Stage| match sources.enrolled(school, stage) {
        Some(pupils) => pupils.number > 0.0,
        None => kind.is_some_and(|kind| kind.stages().contains(&stage)),
    };
    let has = |stage: Stage| by_class && sources.has_classes(school, stage) || enrolled(stage);
    let (primary, junior) = (has(Stage::Primary), has(Stage::Junior));
    match part {
        Part::Whole => primary || junior,
        Part::Combined => primary && junior,
        Part::Primary => primary && !(by_kind && junior),
        Part::Junior => junior && !(by_kind && primary),
    }
}
