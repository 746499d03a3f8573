//! 政府推动工作, in the standard of 2012: what its seventeen items bring, and
//! their total of 100 points. The points of each item are the province's.

use num_traits::{Signed, Zero};

use super::compare::{Bounds, met};
use super::judge::single;
use super::reading::{Lack, Reading, fraction};
use super::typed::{Refusal, is_percent, plain};
use super::{Line, Reason, preset, score};
use crate::balance::verdict::Verdict;
use crate::basis::exact::{self, Exact, whole};
use crate::word::scheme::target::{Group, Mark, Set, TargetScheme};

/// The points of all items together.
pub(super) const FULL: i64 = 100;

/// An even share of them, to start from.
pub const EVEN: &str = "100/17";

/// What an item brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// The item.
    pub item: String,
    /// The points that there are; `None`: not known.
    pub full: Option<Exact>,
    /// What it brings at least, whatever is still pending.
    pub low: Exact,
    /// What it brings at most.
    pub high: Exact,
    /// What it brings was said, and follows from no verdict.
    pub awarded: bool,
}

/// The items, in their order.
pub fn items() -> Vec<&'static str> {
    let marked = preset::targets(Set::Basic2012).iter().filter(|target| target.group.is_marked());
    let mut items: Vec<&str> = marked.map(|target| target.item()).collect();
    items.dedup();
    items
}

/// What the items bring. Those that do not apply, and for which nothing was
/// awarded, are left out.
fn scored(lines: &[Line], scheme: &TargetScheme) -> Vec<Scored> {
    let of = |item: &str| -> Option<Scored> {
        let lines: Vec<&Line> = lines.iter().filter(|line| is_of(line, item)).collect();
        let full = score::full(&lines.first()?.target);
        let all = full.clone().unwrap_or_else(Exact::zero);
        let awarded =
            scheme.mark(item).and_then(|mark| exact::parse(&mark.awarded)).map(|points| points.min(all.clone()));
        if awarded.is_none() && lines.iter().all(|line| line.verdict == Verdict::NotApplicable) {
            return None;
        }
        // What each of its parts loses adds up, to all at most.
        let left = |of: fn(&(Exact, Exact)) -> &Exact| {
            let lost: Exact = lines.iter().filter_map(|line| Some(&all - of(line.range.as_ref()?))).sum();
            (&all - lost).max(Exact::zero())
        };
        let (low, high) = (left(|(low, _)| low), left(|(_, high)| high));
        let (low, high) = awarded.clone().map_or((low, high), |points| (points.clone(), points));
        Some(Scored { item: item.to_owned(), full, low, high, awarded: awarded.is_some() })
    };
    items().into_iter().filter_map(of).collect()
}

/// Whether a line is one of an item's; one's own targets are not.
fn is_of(line: &Line, item: &str) -> bool {
    line.target.group.is_marked() && line.target.item() == item
}

/// The points of all items, at least and at most.
///
/// # Errors
/// Why they cannot be added up.
fn sum(items: &[Scored]) -> Result<(Exact, Exact), Box<Reason>> {
    let unknown = items.iter().filter(|item| item.full.is_none()).count();
    if unknown > 0 {
        return Err(Box::new(Reason::NoPoints(unknown)));
    }
    let full: Exact = items.iter().filter_map(|item| item.full.as_ref()).sum();
    if full != whole(FULL) {
        return Err(Box::new(Reason::PointsSum(full)));
    }
    Ok((items.iter().map(|item| &item.low).sum(), items.iter().map(|item| &item.high).sum()))
}

/// Puts the points of items where they belong, judges the total, and gives the
/// items.
pub(super) fn join(lines: &mut [Line], scheme: &TargetScheme) -> Vec<Scored> {
    let items = scored(lines, scheme);
    for item in &items {
        let known = item.full.as_ref().filter(|_| item.low == item.high);
        let mut points = known.map(|_| item.low.clone());
        let mut awarded = known.filter(|_| item.awarded).cloned();
        for line in lines.iter_mut().filter(|line| is_of(line, &item.item)) {
            if let Some(full) = known.filter(|_| item.awarded && line.verdict == Verdict::Pending) {
                // Who awards points has seen what there is.
                line.verdict = if item.low == *full { Verdict::Met } else { Verdict::NotMet };
                line.reasons.clear();
            }
            line.points = points.take();
            line.reasons.extend(awarded.take().map(|full| Reason::Awarded(item.low.clone(), full)));
        }
    }
    if let Some(line) = lines.iter_mut().find(|line| line.target.group == Group::Work) {
        let even = scheme.marks.iter().any(|mark| mark.full == EVEN);
        total(line, sum(&items), even);
    }
    items
}

/// The total: as it is given, or else the sum of the items.
fn total(line: &mut Line, sum: Result<(Exact, Exact), Box<Reason>>, even: bool) {
    let Some(bounds) = Bounds::parse(line.target.comparator, &line.limit) else { return };
    let given = line.value.clone();
    if given.is_none() && line.reasons != [Reason::Lack(Lack::Missing)] {
        return;
    }
    match (sum, given) {
        (Ok((low, high)), Some(given)) if given < low || given > high => {
            line.reasons.push(Reason::PointsOther(low, high));
        }
        (_, Some(_)) => {}
        (Err(reason), None) => line.reasons = vec![*reason],
        (Ok((low, high)), None) if low == high => {
            line.reasons.clear();
            single(line, Reading { value: low, figures: None }, &bounds);
        }
        (Ok((low, high)), None) => {
            let is_met = |points| met(line.target.comparator, points, &bounds);
            line.verdict = match (is_met(&low), is_met(&high)) {
                (true, _) => Verdict::Met,
                (_, false) => Verdict::NotMet,
                _ => Verdict::Pending,
            };
            line.reasons = vec![Reason::PointsBetween(low, high)];
            line.reasons.extend((line.verdict != Verdict::Pending).then_some(Reason::Definite));
        }
    }
    line.reasons.extend(even.then_some(Reason::PointsEven));
}

/// The points of an item with those that there are put in.
///
/// # Errors
/// Why the text is not taken.
pub(super) fn with_full(scheme: &TargetScheme, item: &str, text: &str) -> Result<Mark, Refusal> {
    let mark = mark(scheme, item)?;
    let full = text.trim();
    match full_of(item, full)? {
        Some(points) if points > whole(FULL) => Err(Refusal::TooLarge(FULL)),
        Some(points) if exact::parse(&mark.awarded).is_some_and(|awarded| awarded > points) => Err(Refusal::AboveFull),
        _ => Ok(Mark { full: full.to_owned(), ..mark }),
    }
}

/// The points of an item with those that were awarded put in.
///
/// # Errors
/// Why the text is not taken.
pub(super) fn with_awarded(scheme: &TargetScheme, item: &str, text: &str) -> Result<Mark, Refusal> {
    let mark = mark(scheme, item)?;
    let awarded = plain(text, false)?;
    if awarded.is_empty() {
        return Ok(Mark { awarded, ..mark });
    }
    let points = exact::parse(&awarded).ok_or(Refusal::Unreadable)?;
    match full_of(item, &mark.full).ok().flatten() {
        _ if points.is_negative() => Err(Refusal::NegativePoints),
        _ if points > whole(FULL) => Err(Refusal::TooLarge(FULL)),
        Some(full) if points > full => Err(Refusal::AboveFull),
        _ => Ok(Mark { awarded, ..mark }),
    }
}

/// The points that there are of an item, of a text about them; steps are in the
/// item's unit.
fn full_of(item: &str, text: &str) -> Result<Option<Exact>, Refusal> {
    let target = preset::targets(Set::Basic2012).iter().find(|target| target.item() == item);
    let (points, _) = score::read(text, target.is_some_and(|target| is_percent(&target.unit)))?;
    Ok(fraction(&points))
}

/// The points of an item so far.
fn mark(scheme: &TargetScheme, item: &str) -> Result<Mark, Refusal> {
    let known = items().contains(&item).then(|| Mark { item: item.to_owned(), ..Mark::default() });
    scheme.mark(item).cloned().or(known).ok_or(Refusal::Unreadable)
}
