//! A balance under other decisions. What schools have and which of them count stays
//! where they differ only in what is demanded: a number that is typed shows at once
//! in the largest county, too.

use std::mem;

use super::cell::Cell;
use super::condition::Conditions;
use super::edit::BalanceEdit;
use super::rule::{self, Rule};
use super::scope::Entry;
use super::standard::{Figure, Item, Standard};
use super::verdict::Verdict;
use super::{Balance, StageBalance, assess};
use crate::word::dataset::Dataset;
use crate::word::scheme::balance::BalanceScheme;

/// An assessment that is no result: at hand, should its decisions be taken next.
#[derive(Clone, Debug)]
pub struct Spare(Box<Balance>);

impl Spare {
    /// That of the other standard, of which all is assessed anew when it is chosen.
    pub fn of(data: &Dataset, scheme: &BalanceScheme) -> Self {
        let mut scheme = scheme.clone();
        let other = Standard::ALL.iter().find(|standard| **standard != scheme.standard);
        if let Some(other) = other {
            BalanceEdit::SetStandard(*other).apply(&mut scheme);
        }
        Self(assess(data, &scheme).into())
    }
}

impl PartialEq for Spare {
    /// No result hangs on it.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Brings the balance of these data up to date: it becomes what [`assess`] gives. What it
/// was is kept at hand where all has to be assessed.
pub fn follow(balance: &mut Balance, spare: &mut Spare, data: &Dataset, scheme: &BalanceScheme) {
    let differs = |of: &Balance| without_demands(&of.scheme) != without_demands(scheme);
    if differs(balance) {
        mem::swap(balance, &mut spare.0);
        if differs(balance) {
            *balance = assess(data, scheme);
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
