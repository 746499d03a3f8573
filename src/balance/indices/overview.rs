//! Groups × indicators: where a county is strong and where it is weak.

use std::cmp::Ordering;

use super::group::{Group, Grouping};
use crate::balance::StageBalance;
use crate::balance::cell::State;
use crate::balance::standard::Item;
use crate::balance::verdict::Verdict;
use crate::basis::exact;
use crate::basis::order;
use crate::measure::threshold::compare;
use crate::word::dataset::Dataset;

/// A group of schools.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// Which.
    pub group: Group,
    /// Its schools.
    pub units: usize,
    /// Those of them that meet the standard; `None` where it demands nothing of
    /// schools.
    pub met: Option<usize>,
    /// Its indicators, in the standard's order.
    pub cells: Vec<GroupCell>,
}

/// An indicator of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupCell {
    /// Which.
    pub item: Item,
    /// Σx ∕ ΣP over its schools that have both, per pupil or per hundred; `None`
    /// where none has.
    pub mean: Option<f64>,
    /// How the mean stands to the threshold, compared exactly; `None` where either
    /// is missing.
    pub against: Option<Ordering>,
    /// Its schools below the threshold.
    pub below: usize,
}

/// The groups in the order in which the stage's schools first name them, those
/// that state none last.
pub fn overview(data: &Dataset, within: &StageBalance, grouping: Grouping) -> Vec<GroupRow> {
    let of = |at: usize| within.units.get(at).map(|unit| grouping.of(data, unit.school));
    let mut groups: Vec<Group> = Vec::new();
    for group in (0..within.units.len()).filter_map(of) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    order::sort_by_key(&mut groups, |group| *group == Group::NotStated);
    groups.into_iter().map(|group| row(data, within, grouping, group)).collect()
}

fn row(data: &Dataset, within: &StageBalance, grouping: Grouping, group: Group) -> GroupRow {
    let units = || within.units.iter().filter(|unit| grouping.of(data, unit.school) == group);
    let cell = |item: Item| {
        let cells = || units().filter_map(|unit| Some((unit, unit.cell(item)?)));
        let known = cells().filter_map(|(unit, cell)| Some((cell.total?, unit.pupils?)));
        let (total, pupils) = known.fold((0.0, 0.0), |(total, all), (amount, size)| (total + amount, all + size));
        let low = |state: &State| matches!(state, State::Within | State::Below);
        let mean = (pupils > 0.0).then(|| total / pupils * f64::from(item.factor()));
        let against = |mean, threshold| {
            let exactly = || {
                let (total, pupils) = (exact::of(total)?, exact::of(pupils)?);
                let limit = exact::of(threshold)?;
                Some((total / pupils * exact::whole(item.factor().into())).cmp(&limit))
            };
            compare(mean, threshold, || exactly().unwrap_or(Ordering::Equal))
        };
        GroupCell {
            item,
            mean,
            against: mean.zip(within.rule.threshold(item)).map(|(mean, threshold)| against(mean, threshold)),
            below: cells().filter(|(_, cell)| low(&cell.state)).count(),
        }
    };
    GroupRow {
        units: units().count(),
        met: (within.rule.judged() > 0).then(|| units().filter(|unit| unit.verdict == Verdict::Met).count()),
        cells: within.rule.demands.iter().map(|demand| cell(demand.item)).collect(),
        group,
    }
}
