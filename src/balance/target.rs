//! Compliance targets against what was typed and what the data have, and how
//! they join the verdict on resources.
//!
//! [`assess`] gives [`Targets`], one [`Line`] for each part of each target;
//! [`Targets::whole`] is the county under the whole standard.

use std::cell::LazyCell;

use crate::balance::verdict::Verdict;
use crate::basis::exact::Exact;
use crate::word::dataset::Dataset;
use crate::word::scheme::balance::Standard;
use crate::word::scheme::target::{Group, Limit, Part, Set, Target, TargetScheme};

pub mod compare;
pub mod edit;
pub mod explain;
mod follow;
mod header;
mod judge;
pub mod preset;
pub mod reading;
mod score;
mod situation;
mod trend;
pub mod typed;
mod unit;
pub mod wording;
pub mod work;

pub use follow::follow;

use compare::Gap;
use reading::{Lack, Sources};

/// All targets that count, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Targets {
    /// The decisions they were made with.
    pub scheme: TargetScheme,
    /// The standard that was chosen.
    pub standard: Standard,
    /// A line for each part of each target, sets first.
    pub lines: Vec<Line>,
    /// The same of sets that would count under the other standard: they are at hand when
    /// it is chosen.
    others: Vec<Line>,
    /// What the items of the work of government bring.
    pub items: Vec<work::Scored>,
}

/// A part of a target, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The target.
    pub target: Target,
    /// Its part.
    pub part: Part,
    /// The limit in force, as it is written.
    pub limit: String,
    /// That of the set, where the limit departs from it.
    pub standard: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// All that bears on it.
    pub reasons: Vec<Reason>,
    /// The value that decided; `None` where schools did, or nothing is given.
    pub value: Option<Exact>,
    /// Numerator and denominator of the value.
    pub figures: Option<(Exact, Exact)>,
    /// The calendar years of a trend of schools, where the data have them, the
    /// earliest first; empty: it is none.
    pub years: Vec<Option<i32>>,
    /// The years of a trend, the earliest first.
    pub series: Vec<Result<Exact, Lack>>,
    /// The schools or classes, where each has to reach it and one is given.
    pub units: Vec<Unit>,
    /// How many of them have to, and how many do; also where only that is given.
    pub tally: Option<Tally>,
    /// What is missing to pass.
    pub gap: Option<Gap>,
    /// The points that its verdict leaves at least and at most, whatever is
    /// missing; `None`: it brings none, or does not apply.
    pub range: Option<(Exact, Exact)>,
    /// The points; of an item of the work of government those of all its lines,
    /// on the first.
    pub points: Option<Exact>,
}

/// Schools, or classes, by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// They reach it.
    pub met: usize,
    /// They do not.
    pub short: usize,
    /// Of those, they are beyond the floor.
    pub below: usize,
    /// Nobody knows.
    pub missing: usize,
}

/// A school, or one of its classes, under a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Index into the dataset's classes; `None`: the school as a whole.
    pub class: Option<usize>,
    /// Its value.
    pub value: Result<reading::Reading, Lack>,
    /// Its values of the years of a trend, the earliest first.
    pub series: Vec<Result<Exact, Lack>>,
    /// From these years to the next the trend breaks, from 0.
    pub breaks: Vec<u8>,
    /// Years whose typed values stand before others in the data, with those.
    pub replaced: Vec<(u8, Exact)>,
    /// It was typed.
    pub typed: bool,
    /// The classes of the school that the typed value goes before.
    pub over: Option<Over>,
    /// The limit, as it is written.
    pub limit: String,
    /// The relaxation that gave the limit: the one that is met, or missed by
    /// less than its own.
    pub relaxed: Option<String>,
    /// Whether it is met; `None`: not known.
    pub met: Option<bool>,
    /// It fails, but not beyond the floor.
    pub near: bool,
    /// It would pass once rounded.
    pub only_rounded: bool,
    /// A share of more than 100 %.
    pub beyond_whole: bool,
    /// What is missing to pass.
    pub gap: Option<Gap>,
}

/// The classes of a school whose sizes are not judged, since a value was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// How many there are.
    pub classes: usize,
    /// The pupils of the largest; `None` where no size is known.
    pub largest: Option<Exact>,
}

/// What bears on a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing to assess here, the person says.
    Idle,
    /// No school is concerned.
    NoSchool,
    /// No limit is set, or it cannot be read.
    NoLimit,
    /// There is no value.
    Lack(Lack),
    /// A year of the trend has no value.
    YearMissing(u8),
    /// From this year to the next the trend breaks, from 0.
    Breaks(u8),
    /// Of so many schools a typed year stands before another number in the data.
    Replaced(usize),
    /// The value fails.
    Fails,
    /// So many schools, or classes, fail.
    SchoolsFail(usize),
    /// So many schools, or classes, lack a value.
    SchoolsMissing(usize),
    /// Beside classes so many schools are judged as a whole.
    Classless(usize),
    /// Of so many schools a typed value goes before their classes.
    TypedOver(usize),
    /// What is missing would change nothing.
    Definite,
    /// What is missing counts as not met, by the target's policy.
    CountsAsNotMet,
    /// The schools that cannot be ranked are not in the subset.
    Unranked(usize),
    /// Of so many schools the data do not tell whether they are concerned.
    Unsituated(usize),
    /// So many schools reach it by a relaxation only.
    Relaxed(usize),
    /// More schools are wanted than there are: so many, of so many.
    Fewer(usize, usize),
    /// It would pass once rounded.
    OnlyRounded,
    /// A share is above 100 %: its numbers may be swapped.
    BeyondWhole,
    /// A number is below 0, and no growth or difference.
    BelowZero,
    /// The schools said to be concerned, and those that the data have.
    OtherCount(usize, usize),
    /// So many items have no points that they could bring.
    NoPoints(usize),
    /// The points that the items could bring are not 100 together, but this.
    PointsSum(Exact),
    /// What the items bring at least and at most.
    PointsBetween(Exact, Exact),
    /// The items bring so much together, at least and at most, and a total beyond
    /// that is given.
    PointsOther(Exact, Exact),
    /// Points are those of the start.
    PointsEven,
    /// The points awarded for the item, of how many.
    Awarded(Exact, Exact),
}

impl Line {
    /// The points that there are.
    pub fn full(&self) -> Option<Exact> {
        score::full(&self.target)
    }

    /// The limit of the set, where the one in force is another. One that the set
    /// leaves open departs from nothing.
    pub fn departs_from(&self) -> Option<&str> {
        self.standard.as_deref().filter(|standard| !standard.is_empty())
    }

    /// Whether a limit is given that the set leaves open.
    pub fn is_filled(&self) -> bool {
        self.standard.as_deref().is_some_and(str::is_empty)
    }

    /// Whether classes were judged one by one.
    pub fn is_by_class(&self) -> bool {
        self.units.iter().any(|unit| unit.class.is_some())
    }
}

impl Unit {
    /// The verdict on it.
    pub const fn verdict(&self) -> Verdict {
        match self.met {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::NotMet,
            None => Verdict::Pending,
        }
    }
}

impl Tally {
    /// All schools, or classes, concerned.
    pub const fn all(self) -> usize {
        self.met + self.short + self.missing
    }
}

/// How the items of a group came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The group.
    pub group: Group,
    /// Its items, those that do not apply included.
    pub items: usize,
    /// Met.
    pub met: usize,
    /// Not met.
    pub not_met: usize,
    /// Pending.
    pub pending: usize,
    /// The group: all must be met.
    pub verdict: Verdict,
}

/// The county under the whole of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Resources: indicators and coefficients.
    pub resources: Verdict,
    /// The other groups that decide.
    pub groups: Vec<Summary>,
    /// The group that is for reference.
    pub reference: Option<Summary>,
    /// A veto decides.
    pub vetoed: bool,
    /// The verdict.
    pub verdict: Verdict,
}

impl Targets {
    /// A line by its target and part.
    pub fn line(&self, id: &str, part: Part) -> Option<&Line> {
        self.lines.iter().find(|line| line.target.id == id && line.part == part)
    }

    /// Whether a set counts under the standard that is chosen.
    pub fn counts(&self, set: Set) -> bool {
        set.is_of(self.standard) && self.scheme.sets.contains(&set)
    }

    /// How the items of a group came out; `None` when it has none. The parts of
    /// an item count once: all must be met.
    pub fn summary(&self, group: Group) -> Option<Summary> {
        let mut items: Vec<(&str, Verdict)> = Vec::new();
        for line in self.lines.iter().filter(|line| line.target.group == group) {
            let item = line.target.item();
            match items.iter_mut().find(|(known, _)| *known == item) {
                Some((_, verdict)) => *verdict = Verdict::all([*verdict, line.verdict]),
                None => items.push((item, line.verdict)),
            }
        }
        let count = |wanted| items.iter().filter(|(_, verdict)| *verdict == wanted).count();
        (!items.is_empty()).then(|| Summary {
            group,
            items: items.len(),
            met: count(Verdict::Met),
            not_met: count(Verdict::NotMet),
            pending: count(Verdict::Pending),
            verdict: Verdict::all(items.iter().map(|(_, verdict)| *verdict)),
        })
    }

    /// The county under the whole of the standard that is chosen, given the
    /// verdict on its resources: one veto decides; else all must be met, one
    /// failure decides, and what is pending leaves the whole pending. `None` when
    /// the standard's set does not count.
    pub fn whole(&self, resources: Verdict) -> Option<Whole> {
        let (set, groups, reference) = match self.standard {
            Standard::Quality2017 => (Set::Quality2017, Group::STANDARD, None),
            Standard::Basic2012 => (Set::Basic2012, Group::BASIC, Some(Group::Satisfaction)),
        };
        if !self.counts(set) {
            return None;
        }
        let groups: Vec<Summary> = groups.iter().filter_map(|group| self.summary(*group)).collect();
        let reference = reference.and_then(|group| self.summary(group));
        let standard = |line: &&Line| Group::STANDARD.contains(&line.target.group);
        let vetoed = self.lines.iter().filter(standard).any(|line| line.target.veto && line.verdict == Verdict::NotMet);
        let all = Verdict::all(groups.iter().map(|group| group.verdict).chain([resources]));
        let verdict = if vetoed { Verdict::NotMet } else { all };
        Some(Whole { resources, groups, reference, vetoed, verdict })
    }

    /// Points reached and points there are, of the lines of a group that bring
    /// any and are judged.
    pub fn points(&self, group: Group) -> Option<(Exact, Exact)> {
        let scored = self.lines.iter().filter(|line| line.target.group == group);
        let pairs = scored.filter_map(|line| Some((line.points.clone()?, line.full()?)));
        pairs.reduce(|(points, full), (more, of)| (points + more, full + of))
    }
}

/// Judges all targets that count under a standard. Bad or missing values never
/// stop it.
pub fn assess(data: &Dataset, scheme: &TargetScheme, standard: Standard) -> Targets {
    assess_knowing(data, scheme, standard, &mut |_, _| None)
}

/// The same, where lines may be known already.
fn assess_knowing(
    data: &Dataset,
    scheme: &TargetScheme,
    standard: Standard,
    known: &mut dyn FnMut(&Target, &Limit) -> Option<Line>,
) -> Targets {
    // Where all lines are known nothing is read.
    let sources = LazyCell::new(|| Sources::of(data));
    let mut judge = |target: &Target| -> Vec<Line> {
        let line = |limit| known(target, limit).unwrap_or_else(|| judge::line(&sources, scheme, target, limit));
        target.limits.iter().map(line).collect()
    };
    let mut lines: Vec<Line> = preset::counting(scheme, standard).flat_map(&mut judge).collect();
    let others = preset::others(scheme, standard).flat_map(&mut judge).collect();
    let items = work::join(&mut lines, scheme);
    Targets { scheme: scheme.clone(), standard, lines, others, items }
}
