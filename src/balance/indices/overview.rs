//! Groups × indicators: where a county is strong and where it is weak.

use std::cmp::Ordering;

use super::group::{Group, Grouping};
use crate::balance::cell::State;
use crate::balance::standard::Item;
use crate::balance::verdict::Verdict;
use crate::balance::{StageBalance, Unit};
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
    let mut groups: Vec<(Group, Vec<&Unit>)> = Vec::new();
    for unit in &within.units {
        let own = grouping.of(data, unit.school);
        match groups.iter_mut().find(|(group, _)| *group == own) {
            Some((_, units)) => units.push(unit),
            None => groups.push((own, vec![unit])),
        }
    }
    order::sort_by_key(&mut groups, |(group, _)| *group == Group::NotStated);
    groups.into_iter().map(|(group, units)| row(within, group, &units)).collect()
}

fn row(within: &StageBalance, group: Group, units: &[&Unit]) -> GroupRow {
    let cell = |item: Item| {
        let cells = || units.iter().filter_map(|unit| Some((unit, unit.cell(item)?)));
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
        units: units.len(),
        met: (within.rule.judged() > 0).then(|| units.iter().filter(|unit| unit.verdict == Verdict::Met).count()),
        cells: within.rule.demands.iter().map(|demand| cell(demand.item)).collect(),
        group,
    }
}
