//! A balance under other decisions. What schools have and which of them count stays
//! where they differ only in what is demanded: a number that is typed shows at once
//! in the largest county, too.

use std::mem;

use super::cell::Cell;
use super::condition::Conditions;
use super::rule::{self, Rule};
use super::scope::Entry;
use super::standard::{Figure, Item};
use super::verdict::Verdict;
use super::{Balance, StageBalance, assess};
use crate::word::dataset::Dataset;
use crate::word::scheme::balance::BalanceScheme;

/// An assessment that is no result: at hand, should its decisions be taken again.
#[derive(Clone, Debug, Default)]
pub struct Spare(Option<Balance>);

impl PartialEq for Spare {
    /// No result hangs on it.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Brings the balance of these data up to date: it becomes what [`assess`] gives. Where all
/// has to be assessed, what it was is kept at hand.
pub fn follow(balance: &mut Balance, spare: &mut Spare, data: &Dataset, scheme: &BalanceScheme) {
    let differs = |of: &Balance| without_demands(&of.scheme) != without_demands(scheme);
    if differs(balance) {
        let at_hand = spare.0.take().filter(|other| !differs(other));
        let anew = at_hand.is_none();
        spare.0 = Some(mem::replace(balance, at_hand.unwrap_or_else(|| assess(data, scheme))));
        if anew {
            return;
        }
    }
    let conditions = Conditions::of(data, scheme);
    balance.stages.iter_mut().for_each(|within| judge(within, &conditions));
    balance.verdict = Verdict::all(balance.stages.iter().map(|stage| stage.verdict));
    balance.departures = rule::departures(scheme);
    balance.scheme = scheme.clone();
}

/// The decisions but for what is demanded of schools.
fn without_demands(scheme: &BalanceScheme) -> BalanceScheme {
    let mut rest = scheme.clone();
    let demands = |figure| matches!(figure, Figure::Threshold(..) | Figure::LeastMet | Figure::Floor);
    rest.changes.retain(|change| !demands(change.figure));
    rest
}

fn judge(within: &mut StageBalance, conditions: &Conditions<'_>) {
    let stage = within.stage;
    let rule = Rule::of(conditions.scheme, stage);
    let same_floor = within.rule.floor_percent == rule.floor_percent;
    let both = within.rule.demands.iter().zip(&rule.demands);
    let changed: Vec<Item> =
        both.filter(|(before, now)| before != now || !same_floor).map(|(_, now)| now.item).collect();
    for unit in &mut within.units {
        if let Some(entry) = Entry::of(conditions, unit.school, stage) {
            for cell in unit.cells.iter_mut().filter(|cell| changed.contains(&cell.item)) {
                *cell = Cell::of(conditions, &entry, cell.item, &rule);
            }
        }
        unit.judge(&rule);
    }
    within.rule = rule;
    within.judge();
}
