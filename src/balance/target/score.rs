//! Points.

use num_traits::{Signed, Zero};

use super::compare::{Bounds, met, shortfall};
use super::reading::fraction;
use super::typed::{Refusal, plain};
use crate::balance::verdict::Verdict;
use crate::basis::exact::{self, Exact, whole};
use crate::word::scheme::target::{Band, Comparator, Scoring, Target};

/// What a target was judged by.
pub(super) struct Judged<'a> {
    pub verdict: Verdict,
    pub bounds: Option<&'a Bounds>,
    /// The value, where one decides.
    pub value: Option<&'a Exact>,
    /// How often a trend breaks, where it is one.
    pub breaks: Option<Breaks>,
}

/// How often a trend breaks: from one year to the next, or of schools how many
/// break it. `None`: nobody can count.
pub(super) struct Breaks {
    pub known: Option<usize>,
    /// With all that is missing.
    pub most: Option<usize>,
}

/// The points that a target brings when it is met.
pub(super) fn full(target: &Target) -> Option<Exact> {
    fraction(&target.points)
}

/// The points of a target at least and at most, whatever is still missing;
/// `None` where it does not apply or brings none. Never below 0 nor above all.
pub(super) fn range(target: &Target, judged: &Judged<'_>) -> Option<(Exact, Exact)> {
    let full = full(target)?;
    let exactly = |points: Exact| (points.clone(), points);
    match (judged.verdict, &target.scoring) {
        (Verdict::NotApplicable, _) => None,
        (Verdict::Met, Scoring::PassFail | Scoring::Deduct { .. }) => Some(exactly(full)),
        (Verdict::Pending, Scoring::PassFail | Scoring::Bands(_)) => Some((Exact::zero(), full)),
        (Verdict::NotMet, Scoring::PassFail) => Some(exactly(Exact::zero())),
        (_, Scoring::Bands(bands)) => Some(exactly(match judged.value {
            Some(value) => {
                let reached = bands.iter().find(|band| {
                    Bounds::parse(target.comparator, &band.limit)
                        .is_some_and(|bounds| met(target.comparator, value, &bounds))
                });
                reached.and_then(|band| exact::parse(&band.points)).unwrap_or_else(Exact::zero).min(full)
            }
            None if judged.verdict == Verdict::Met => full,
            None => Exact::zero(),
        })),
        (verdict, Scoring::Deduct { per, step, most }) => {
            let most = exact::parse(most).unwrap_or_else(|| full.clone());
            // What cannot be counted takes all that can be taken.
            let left = |taken: Option<Exact>| {
                let taken = taken.map_or_else(|| most.clone(), |taken| taken.min(most.clone()));
                (&full - taken).max(Exact::zero()).min(full.clone())
            };
            let times = |breaks: Option<usize>| Some(exact::parse(per)? * whole(i64::try_from(breaks?).ok()?));
            Some(match &judged.breaks {
                Some(breaks) => (left(times(breaks.most)), left(times(breaks.known))),
                None if verdict == Verdict::Pending => (left(None), full.clone()),
                None => exactly(left(in_proportion(target.comparator, per, step, judged))),
            })
        }
    }
}

/// The points taken for what is short.
fn in_proportion(comparator: Comparator, per: &str, step: &str, judged: &Judged<'_>) -> Option<Exact> {
    let step = exact::parse(step).filter(|step| *step > Exact::zero())?;
    Some(exact::parse(per)? * shortfall(comparator, judged.value?, judged.bounds?) / step)
}

/// Full marks and how they are lost, as somebody types them. Limits and steps
/// are in the unit of values; full marks can be a fraction.
///
/// # Errors
/// What is nothing of the kind.
pub(super) fn read(text: &str, percent: bool) -> Result<(String, Scoring), Refusal> {
    let number = |text: &str| {
        let text = plain(text, percent)?;
        exact::parse(&text).map(|_| text).ok_or(Refusal::Unreadable)
    };
    if text.contains([':', '：']) {
        let parts = text.split([';', '；', '、']).filter(|part| !part.trim().is_empty());
        let bands = parts.map(|part| {
            let part = plain(part, percent)?;
            let (limit, points) = part.split_once(':').ok_or(Refusal::Unreadable)?;
            Ok(Band { limit: limit.to_owned(), points: number(points)? })
        });
        let bands = bands.collect::<Result<Vec<Band>, Refusal>>()?;
        let points: Vec<Exact> = bands.iter().filter_map(|band| exact::parse(&band.points)).collect();
        if points.iter().any(Signed::is_negative) {
            return Err(Refusal::NegativePoints);
        }
        // The first limit that is met counts: all points are the first band's.
        if !points.is_sorted_by(|before, after| before >= after) {
            return Err(Refusal::RisingBands);
        }
        let full = bands.first().ok_or(Refusal::Unreadable)?.points.clone();
        return Ok((full, Scoring::Bands(bands)));
    }
    if text.is_empty() {
        return Ok((String::new(), Scoring::PassFail));
    }
    const MINUS: [char; 4] = ['-', '−', '–', '－'];
    if text.trim_start().strip_prefix(MINUS).is_some_and(|rest| plain(rest, percent).is_ok()) {
        return Err(Refusal::NegativePoints);
    }
    let mut parts = text.split(MINUS);
    let full = plain(parts.next().unwrap_or_default(), percent)?;
    fraction(&full).ok_or(Refusal::Unreadable)?;
    let Some(lost) = parts.next() else { return Ok((full, Scoring::PassFail)) };
    let (per, step) = lost.split_once(['/', '÷', '／']).unwrap_or((lost, "1"));
    let most = parts.next().map_or_else(|| Ok(String::new()), number)?;
    // What takes nothing, or for nothing, is a slip.
    let takes =
        |text: &str| number(text).is_ok_and(|text| exact::parse(&text).is_some_and(|number| number.is_positive()));
    match parts.next() {
        Some(_) => Err(Refusal::Unreadable),
        None if !takes(per) || !takes(step) => Err(Refusal::Unreadable),
        None => Ok((full, Scoring::Deduct { per: number(per)?, step: number(step)?, most })),
    }
}
