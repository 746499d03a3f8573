//! From year to year: what is asked of a series of values, the earliest first.

use super::reading::{self, Lack};
use super::score::Breaks;
use super::unit::odd;
use super::{Line, Reason};
use crate::balance::verdict::Verdict;
use crate::basis::exact::Exact;
use crate::word::scheme::target::{Aggregation, Missing, TargetScheme};

/// How a series goes.
pub(super) struct Course {
    /// From these years to the next it breaks, from 0.
    pub breaks: Vec<u8>,
    /// These years have no value.
    pub missing: Vec<u8>,
}

impl Course {
    /// Of a series that is to rise, or to fall; strictly, where standing still
    /// is not enough.
    pub fn of(series: &[Result<Exact, Lack>], falling: bool, strict: bool) -> Self {
        let missing = (0..).zip(series).filter(|(_, value)| value.is_err()).map(|(year, _)| year).collect();
        let pairs = (0..).zip(series.iter().zip(series.iter().skip(1)));
        let breaks = pairs.filter_map(|(year, (before, after))| {
            let (before, after) = (before.as_ref().ok()?, after.as_ref().ok()?);
            let (small, large) = if falling { (after, before) } else { (before, after) };
            (small > large || (strict && small == large)).then_some(year)
        });
        Self { breaks: breaks.collect(), missing }
    }

    /// Whether all is as it is asked; `None`: nobody knows.
    pub fn met(&self) -> Option<bool> {
        match (self.breaks.is_empty(), self.missing.is_empty()) {
            (false, _) => Some(false),
            (true, true) => Some(true),
            (true, false) => None,
        }
    }
}

/// The county's, as it is typed.
pub(super) fn county(line: &mut Line, scheme: &TargetScheme) {
    let Aggregation::Trend { years, falling, strict } = line.target.aggregation else { return };
    let year = |year| {
        let text = scheme.given(&line.target.id, line.part, "", year).unwrap_or_default();
        reading::typed(&line.target.measure, text).map(|reading| reading.value)
    };
    line.series = (0..years).map(year).collect();
    let course = Course::of(&line.series, falling, strict);
    line.reasons.extend(course.breaks.iter().map(|year| Reason::Breaks(*year)));
    line.reasons.extend(course.missing.iter().map(|year| Reason::YearMissing(*year)));
    line.value = line.series.last().and_then(|value| value.clone().ok());
    line.verdict = match (course.met(), line.target.missing) {
        (Some(false), _) => Verdict::NotMet,
        (Some(true), _) if years >= 2 => Verdict::Met,
        (_, Missing::Pending) => Verdict::Pending,
        (_, Missing::NotApplicable) => Verdict::NotApplicable,
        (_, Missing::NotMet) => {
            line.reasons.push(Reason::CountsAsNotMet);
            Verdict::NotMet
        }
    };
    if !course.breaks.is_empty() && !course.missing.is_empty() {
        line.reasons.push(Reason::Definite);
    }
    line.reasons.extend(line.series.iter().flatten().find_map(|value| odd(&line.target, value)));
}

/// How often a line's trend breaks. Of schools each that breaks it counts once.
pub(super) fn breaks(line: &Line) -> Breaks {
    if line.target.is_each() {
        let Some(tally) = line.tally else {
            let known = (line.verdict != Verdict::NotMet).then_some(0);
            return Breaks { known, most: None };
        };
        // Schools that nobody can sort may break it, too.
        let open = line.reasons.iter().any(|reason| matches!(reason, Reason::Unsituated(_)));
        return Breaks { known: Some(tally.short), most: (!open).then_some(tally.short + tally.missing) };
    }
    let known = line.reasons.iter().filter(|reason| matches!(reason, Reason::Breaks(_))).count();
    let pairs = || line.series.iter().zip(line.series.iter().skip(1));
    let missing = pairs().filter(|(before, after)| before.is_err() || after.is_err()).count();
    match line.target.missing {
        Missing::Pending => Breaks { known: Some(known), most: Some(known + missing) },
        Missing::NotApplicable => Breaks { known: Some(known), most: Some(known) },
        // Without two years on end there is nothing to count.
        Missing::NotMet => {
            let all = (missing < pairs().count()).then_some(known + missing);
            Breaks { known: all, most: all }
        }
    }
}
