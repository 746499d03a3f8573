//! Points.

use num_traits::Zero;

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
    /// In how many years a trend breaks, where it is one.
    pub breaks: Option<usize>,
}

/// The points that a target brings when it is met.
pub(super) fn full(target: &Target) -> Option<Exact> {
    fraction(&target.points)
}

/// The points of a target; `None` while it is pending, and where it brings
/// none. Never below 0.
pub(super) fn points(target: &Target, judged: &Judged<'_>) -> Option<Exact> {
    let full = full(target)?;
    match (judged.verdict, &target.scoring) {
        (Verdict::Pending | Verdict::NotApplicable, _) => None,
        (_, Scoring::Bands(bands)) => Some(match judged.value {
            Some(value) => {
                let reached = bands.iter().find(|band| {
                    Bounds::parse(target.comparator, &band.limit)
                        .is_some_and(|bounds| met(target.comparator, value, &bounds))
                });
                reached.and_then(|band| exact::parse(&band.points)).unwrap_or_else(Exact::zero)
            }
            None if judged.verdict == Verdict::Met => full,
            None => Exact::zero(),
        }),
        (Verdict::Met, _) => Some(full),
        (Verdict::NotMet, Scoring::PassFail) => Some(Exact::zero()),
        (Verdict::NotMet, Scoring::Deduct { per, step, most }) => {
            let taken = taken(target.comparator, per, step, judged);
            let most = exact::parse(most).unwrap_or_else(|| full.clone());
            // What cannot be counted takes all that can be taken.
            let left = &full - taken.map_or_else(|| most.clone(), |taken| taken.min(most.clone()));
            Some(left.max(Exact::zero()))
        }
    }
}

/// The points taken: in proportion to what is short, or per year.
fn taken(comparator: Comparator, per: &str, step: &str, judged: &Judged<'_>) -> Option<Exact> {
    let per = exact::parse(per)?;
    if let Some(breaks) = judged.breaks {
        return Some(per * whole(i64::try_from(breaks).ok()?));
    }
    let step = exact::parse(step).filter(|step| *step > Exact::zero())?;
    let short = shortfall(comparator, judged.value?, judged.bounds?);
    Some(per * short / step)
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
        let full = bands.first().ok_or(Refusal::Unreadable)?.points.clone();
        return Ok((full, Scoring::Bands(bands)));
    }
    if text.is_empty() {
        return Ok((String::new(), Scoring::PassFail));
    }
    let mut parts = text.split(['-', '−', '–', '－']);
    let full = plain(parts.next().unwrap_or_default(), percent)?;
    fraction(&full).ok_or(Refusal::Unreadable)?;
    let Some(lost) = parts.next() else { return Ok((full, Scoring::PassFail)) };
    let (per, step) = lost.split_once(['/', '÷', '／']).unwrap_or((lost, "1"));
    let most = parts.next().map_or_else(|| Ok(String::new()), number)?;
    match parts.next() {
        Some(_) => Err(Refusal::Unreadable),
        None => Ok((full, Scoring::Deduct { per: number(per)?, step: number(step)?, most })),
    }
}
