//! The verdict on a part of a target.

use std::ops::Deref;

use num_traits::Signed;

use super::compare::{Bounds, Gap, GapUnit, counted_gap, gap, met, only_rounded};
use super::reading::{self, Lack, Reading, Sources, fraction};
use super::score::{self, Judged};
use super::unit::{Asked, odd};
use super::{Line, Reason, Tally, preset, trend};
use crate::balance::verdict::Verdict;
use crate::basis::exact::{self, Exact, whole};
use crate::word::scheme::target::{Aggregation, Limit, Measure, Missing, Scope, Target, TargetScheme};

/// Values are shown with so many decimals, or as many as their limit has.
const SHOWN: u32 = 2;

/// The decimals that a value under a limit is shown with.
pub(super) fn decimals(limit: &str) -> u32 {
    let places = |text: &str| text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let most = limit.split(['±', '~']).map(places).max().unwrap_or(0);
    u32::try_from(most).unwrap_or(SHOWN).max(SHOWN)
}

/// Judges a part of a target.
pub(super) fn line<'a>(
    sources: &dyn Deref<Target = Sources<'a>>,
    scheme: &TargetScheme,
    target: &Target,
    limit: &Limit,
) -> Line {
    let (text, standard) = preset::limit(scheme, &target.id, limit);
    let target = &preset::marked(scheme, target);
    let mut line = Line {
        target: target.clone(),
        part: limit.part,
        limit: text.to_owned(),
        standard: standard.map(str::to_owned),
        verdict: Verdict::Pending,
        reasons: Vec::new(),
        value: None,
        figures: None,
        years: Vec::new(),
        series: Vec::new(),
        units: Vec::new(),
        tally: None,
        gap: None,
        range: None,
        points: None,
    };
    let bounds = Bounds::parse(target.comparator, text);
    let trend = matches!(target.aggregation, Aggregation::Trend { .. });
    match &bounds {
        _ if scheme.idle.contains(&target.id) => line.settle(Verdict::NotApplicable, Reason::Idle),
        _ if trend && target.is_each() => each(&mut line, sources, scheme, None),
        _ if trend => trend::county(&mut line, scheme),
        None => line.settle(Verdict::Pending, Reason::NoLimit),
        Some(_) if target.is_each() => each(&mut line, sources, scheme, bounds.as_ref()),
        Some(bounds) => county(&mut line, scheme, bounds),
    }
    let breaks = trend.then(|| trend::breaks(&line));
    let judged = Judged { verdict: line.verdict, bounds: bounds.as_ref(), value: line.value.as_ref(), breaks };
    line.range = score::range(target, &judged);
    let settled = line.range.as_ref().filter(|(low, high)| low == high && line.verdict != Verdict::Pending);
    line.points = settled.map(|(points, _)| points.clone());
    line
}

impl Line {
    fn settle(&mut self, verdict: Verdict, reason: Reason) {
        self.verdict = verdict;
        self.reasons.push(reason);
    }

    /// Nothing is given: by the target's policy.
    pub(super) fn lacks(&mut self, lack: Lack) {
        let missing = self.target.missing;
        self.reasons.push(Reason::Lack(lack));
        self.verdict = match missing {
            Missing::Pending => Verdict::Pending,
            Missing::NotApplicable => Verdict::NotApplicable,
            Missing::NotMet => {
                self.reasons.push(Reason::CountsAsNotMet);
                Verdict::NotMet
            }
        };
    }
}

/// One value of the county.
fn county(line: &mut Line, scheme: &TargetScheme, bounds: &Bounds) {
    let text = scheme.given(&line.target.id, line.part, "", 0).unwrap_or_default();
    match reading::typed(&line.target.measure, text) {
        Ok(reading) => single(line, reading, bounds),
        Err(lack) => line.lacks(lack),
    }
}

/// One value against the limit.
pub(super) fn single(line: &mut Line, reading: Reading, bounds: &Bounds) {
    let comparator = line.target.comparator;
    if met(comparator, &reading.value, bounds) {
        line.verdict = Verdict::Met;
    } else {
        line.settle(Verdict::NotMet, Reason::Fails);
        line.gap = gap_of(&line.target, &reading, bounds);
        if only_rounded(comparator, &reading.value, bounds, decimals(&line.limit)) {
            line.reasons.push(Reason::OnlyRounded);
        }
    }
    line.reasons.extend(odd(&line.target, &reading.value));
    line.value = Some(reading.value);
    line.figures = reading.figures;
}

/// How far a value that fails is from passing; nothing for yes and no.
pub(super) fn gap_of(target: &Target, reading: &Reading, bounds: &Bounds) -> Option<Gap> {
    match (&target.measure, &reading.figures) {
        (Measure::Truth | Measure::Levels(_), _) => None,
        (Measure::Ratio { factor, whole, .. }, Some((numerator, denominator))) => {
            // With pieces that are not whole there is nothing to round up to.
            let pieces = *whole && numerator.is_integer() && denominator.is_integer();
            Some(counted_gap(target.comparator, (numerator, denominator), *factor, pieces, bounds))
        }
        _ => Some(gap(target.comparator, &reading.value, bounds)),
    }
}

/// Schools or classes one by one; where none is given, what is said of them all.
fn each(line: &mut Line, sources: &Sources<'_>, scheme: &TargetScheme, bounds: Option<&Bounds>) {
    let floor = floor(&line.target.aggregation).zip(bounds).map(|(floor, bounds)| bounds.times(&floor));
    let years = sources.years(&line.target, line.part);
    line.years = years.iter().map(|dated| dated.as_ref().and_then(Sources::year)).collect();
    let Line { target, part, limit, .. } = &*line;
    let asked = Asked { sources, scheme, target, part: *part, limit, bounds, floor, years };
    let (units, open) = asked.units();
    let said = scheme.given(&line.target.id, line.part, "", 0).unwrap_or_default();
    let known = units.iter().any(|unit| unit.typed || unit.value.is_ok());
    if !known && !said.is_empty() {
        // Without a table of classes nobody can count them, nor schools that
        // nobody can sort.
        let counted = line.target.scope != Scope::EachClass || units.iter().all(|unit| unit.class.is_some());
        let countable = open.is_none() && counted && !sources.data.schools.is_empty();
        return in_sum(line, said, bounds, countable.then_some(units.len()));
    }
    line.reasons.extend(open.clone());
    if units.is_empty() {
        // Of schools that nobody can sort some may be concerned.
        return match open {
            Some(_) => line.verdict = Verdict::Pending,
            None => line.settle(Verdict::NotApplicable, Reason::NoSchool),
        };
    }
    let count = |wanted: Option<bool>| units.iter().filter(|unit| unit.met == wanted).count();
    let below = units.iter().filter(|unit| unit.met == Some(false) && !unit.near).count();
    let tally = Tally { met: count(Some(true)), short: count(Some(false)), below, missing: count(None) };
    let relaxed = units.iter().filter(|unit| unit.met == Some(true) && unit.relaxed.is_some()).count();
    line.reasons.extend((relaxed > 0).then_some(Reason::Relaxed(relaxed)));
    line.reasons.extend(units.iter().any(|unit| unit.only_rounded).then_some(Reason::OnlyRounded));
    let replaced = units.iter().filter(|unit| !unit.replaced.is_empty()).count();
    line.reasons.extend((replaced > 0).then_some(Reason::Replaced(replaced)));
    let values = units.iter().filter_map(|unit| unit.value.as_ref().ok());
    let found: Vec<Reason> = values.filter_map(|reading| odd(&line.target, &reading.value)).collect();
    line.reasons.extend([Reason::BeyondWhole, Reason::BelowZero].into_iter().filter(|reason| found.contains(reason)));
    let over = units.iter().filter(|unit| unit.over.is_some()).count();
    let whole = units.iter().filter(|unit| unit.class.is_none() && unit.over.is_none()).count();
    line.units = units;
    line.reasons.extend((line.is_by_class() && whole > 0).then_some(Reason::Classless(whole)));
    line.reasons.extend((over > 0).then_some(Reason::TypedOver(over)));
    counted(line, tally);
    if line.verdict == Verdict::Met && matches!(open, Some(Reason::Unsituated(_))) {
        line.verdict = Verdict::Pending;
    }
}

/// What is said of all schools at once: how many of how many, yes or no, or the
/// value that is the worst of all. `known`: how many there are in the data.
fn in_sum(line: &mut Line, text: &str, bounds: Option<&Bounds>, known: Option<usize>) {
    if let Some((met, all)) = reading::tally(text) {
        let short = all - met;
        // Nobody knows how near the others are.
        let below = if floor(&line.target.aggregation).is_some() { 0 } else { short };
        line.reasons.extend(known.filter(|known| *known != all).map(|known| Reason::OtherCount(all, known)));
        return counted(line, Tally { met, short, below, missing: 0 });
    }
    // Of a trend no single value tells.
    let Some(bounds) = bounds else { return line.lacks(Lack::Unreadable(text.to_owned())) };
    match reading::typed(&line.target.measure, text) {
        Err(lack) => line.lacks(lack),
        Ok(reading) => {
            let worst = matches!(line.target.aggregation, Aggregation::All | Aggregation::Value);
            let all = met(line.target.comparator, &reading.value, bounds);
            single(line, reading, bounds);
            // The worst value fails, but that is one school.
            if !worst && !all {
                line.reasons.clear();
                line.gap = None;
                line.lacks(Lack::Missing);
            }
        }
    }
}

/// Schools or classes by verdict become one, as the target asks.
fn counted(line: &mut Line, mut tally: Tally) {
    let asked = tally.missing;
    match line.target.missing {
        Missing::Pending => {}
        Missing::NotMet => (tally.short, tally.below, tally.missing) = (tally.short + asked, tally.below + asked, 0),
        Missing::NotApplicable => tally.missing = 0,
    }
    let all = tally.all();
    let wanted = wanted(&line.target.aggregation, all);
    let floored = floor(&line.target.aggregation).is_some();
    // Of schools that were only counted nobody knows how near the floor they are.
    let unknown = tally.missing > 0 || (line.units.is_empty() && tally.short > 0);
    let beyond = floored && tally.below > 0;
    line.verdict = match wanted {
        _ if all == 0 => Verdict::NotApplicable,
        None => Verdict::Pending,
        Some(wanted) if beyond || tally.met + tally.missing < wanted => Verdict::NotMet,
        Some(wanted) if tally.met >= wanted && !(floored && unknown) => Verdict::Met,
        Some(_) => Verdict::Pending,
    };
    if all == 0 {
        line.reasons.push(Reason::NoSchool);
    }
    if wanted.is_none() {
        line.reasons.push(Reason::NoLimit);
    }
    if let Aggregation::KOfN { k, .. } = line.target.aggregation {
        let asked = usize::try_from(k).unwrap_or(usize::MAX);
        line.reasons.extend((all > 0 && asked > all).then_some(Reason::Fewer(asked, all)));
    }
    if tally.short > 0 {
        line.reasons.push(Reason::SchoolsFail(tally.short));
    }
    if asked > 0 {
        line.reasons.push(Reason::SchoolsMissing(asked));
        if line.target.missing == Missing::NotMet {
            line.reasons.push(Reason::CountsAsNotMet);
        } else if line.verdict == Verdict::NotMet && line.target.missing == Missing::Pending {
            line.reasons.push(Reason::Definite);
        }
    }
    if line.verdict == Verdict::NotMet {
        let short = wanted.unwrap_or(all).saturating_sub(tally.met).max(if beyond { tally.below } else { 0 });
        let amount = whole(i64::try_from(short).unwrap_or(i64::MAX));
        let unit = if line.is_by_class() { GapUnit::Classes } else { GapUnit::Schools };
        line.gap = Some(Gap { amount, less: false, unit });
    }
    line.tally = Some(tally);
}

/// How many of so many schools must reach it, at most all of them; `None`: it is
/// not said.
fn wanted(aggregation: &Aggregation, all: usize) -> Option<usize> {
    match aggregation {
        Aggregation::Value | Aggregation::All | Aggregation::Trend { .. } => Some(all),
        Aggregation::KOfN { k, floor } => {
            fraction(floor)?;
            Some(usize::try_from(*k).unwrap_or(usize::MAX).min(all))
        }
        Aggregation::Share { least } => {
            let least = exact::parse(least).filter(|least| !least.is_negative())?;
            let schools = (least * whole(i64::try_from(all).ok()?) / whole(100)).ceil();
            usize::try_from(schools.to_integer()).ok()
        }
    }
}

/// What schools that miss a limit must reach of it; `None`: nothing.
fn floor(aggregation: &Aggregation) -> Option<Exact> {
    match aggregation {
        Aggregation::KOfN { floor, .. } => fraction(floor).filter(Signed::is_positive),
        _ => None,
    }
}
