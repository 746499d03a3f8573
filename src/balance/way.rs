//! Ways to bring a coefficient that is beyond its limit down to it.

use super::StageBalance;
use super::amount::Amount;
use super::condition::Conditions;
use super::scope::Entry;
use super::standard::Item;
use super::variation::{ItemVariation, Outcome};
use crate::basis::exact::{self, Exact};
use crate::measure::lift::{Lift, lift};
use crate::measure::transfer::{Holder, Transfer, transfer};
use crate::word::dataset::Dataset;
use crate::word::field::Stage;
use crate::word::scheme::balance::BalanceScheme;
use crate::word::scheme::plan::Step;

/// The ways for one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The indicator.
    pub item: Item,
    /// The units with a value, by position in the stage; what follows is in
    /// their order.
    pub units: Vec<usize>,
    /// The least to be added in whole persons, rooms, ㎡ or 元 of the stage.
    pub lift: Lift,
    /// The fewest persons to be moved; `None` for what does not move.
    pub transfer: Option<Moves>,
}

/// Moves of persons.
#[derive(Clone, Debug, PartialEq)]
pub struct Moves {
    /// Who goes where, by position in [`Way::units`].
    pub transfer: Transfer,
    /// No school that reaches its threshold falls below it, and none that does
    /// not gives anybody.
    pub keeps_thresholds: bool,
}

/// The ways for every coefficient of a stage that is beyond its limit.
pub fn ways(within: &StageBalance) -> Vec<Way> {
    let beyond = within.variations.iter().filter(|variation| variation.outcome == Outcome::Beyond);
    beyond.filter_map(|variation| way(within, variation)).collect()
}

/// Whether an indicator counts persons, who can work elsewhere.
pub fn moves(item: Item) -> bool {
    item.counts_teachers()
}

fn way(within: &StageBalance, variation: &ItemVariation) -> Option<Way> {
    let item = variation.item;
    let limit = exact::of(within.rule.limit)?;
    let known =
        within.units.iter().enumerate().filter_map(|(at, unit)| Some((at, unit.cell(item)?.total?, unit.pupils?)));
    let known: Vec<(usize, f64, f64)> = known.collect();
    let pairs: Vec<(f64, f64)> = known.iter().map(|(_, total, pupils)| (*total, *pupils)).collect();
    let lift = lift(&pairs, 1.0, &limit)?;
    let needed = within.rule.threshold(item).unwrap_or_default() / f64::from(item.factor());
    let transfer = if moves(item) { found(&pairs, needed, &limit) } else { None };
    Some(Way { item, units: known.iter().map(|(at, ..)| *at).collect(), lift, transfer })
}

/// Moves that leave every school its threshold, if there are; else any.
fn found(units: &[(f64, f64)], needed: f64, limit: &Exact) -> Option<Moves> {
    let with = |least: &dyn Fn(f64, f64) -> f64| {
        let holder =
            |(amount, size): &(f64, f64)| Holder { amount: *amount, size: *size, least: least(*amount, *size) };
        transfer(&units.iter().map(holder).collect::<Vec<_>>(), limit)
    };
    let keeping = with(&|amount, size| if amount >= needed * size { (needed * size).ceil() } else { amount })?;
    if keeping.reached {
        return Some(Moves { transfer: keeping, keeps_thresholds: true });
    }
    Some(Moves { transfer: with(&|_, _| 0.0)?, keeps_thresholds: false })
}

/// Writes steps that raise what schools have.
pub struct Raising<'a>(Conditions<'a>);

impl<'a> Raising<'a> {
    /// From what the data say.
    pub fn of(data: &'a Dataset, scheme: &'a BalanceScheme) -> Self {
        Self(Conditions::of(data, scheme))
    }

    /// A school's total of an indicator, raised by so much. `None`: it is not
    /// known.
    pub fn whole(&self, school: usize, stage: Stage, item: Item, by: f64) -> Option<Step> {
        let field = item.terms(stage, self.0.scheme.rooms_moved).into_iter().next()?.field;
        let known = exact::of(self.0.value(school, &field)?.number)?;
        let value = exact::to_f64(&(known + exact::of(by)?))?;
        Some(Step::Figure { school: self.0.data.name(school).into(), field, value })
    }

    /// The same, so that a stage's part of it is raised by so much, in whole
    /// numbers for the school.
    pub fn part(&self, school: usize, stage: Stage, item: Item, by: f64) -> Option<Step> {
        let share = Amount::read(&self.0, &Entry::of(&self.0, school, stage)?, item).ok()?.share();
        let whole = if share < 1.0 { (by / share).ceil() } else { by };
        self.whole(school, stage, item, whole)
    }
}
