//! Ways to bring coefficients that are beyond their limit down to it: each by
//! itself, or their mean by any one of them.

use std::cell::OnceCell;

use super::StageBalance;
use super::amount::Amount;
use super::condition::Conditions;
use super::scope::Entry;
use super::standard::{Coefficients, Item};
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

/// The ways of a stage: for every coefficient that is beyond its limit, or,
/// where their mean is, for every one that could bring it down alone.
pub fn ways(within: &StageBalance) -> Vec<Way> {
    let found = |variation| way(within, variation, target(within, variation)?);
    within.variations.iter().filter_map(found).collect()
}

/// What a coefficient has to come to; `None`: nothing is to be done about it, or
/// it cannot help alone.
fn target(within: &StageBalance, variation: &ItemVariation) -> Option<Exact> {
    if within.rule.coefficients() == Coefficients::Each {
        return exact::of(within.rule.limit).filter(|_| variation.outcome == Outcome::Beyond);
    }
    let mean = within.composite.value.filter(|_| within.composite.outcome == Outcome::Beyond)?;
    // All others staying, the mean falls by an n-th of what this one does; a trace
    // less, as means of roots are compared in binary here.
    let excess = (mean - within.rule.limit) * within.variations.len() as f64;
    exact::of(variation.coefficient()? - excess - 1e-9).filter(|target| *target > exact::whole(0))
}

fn way(within: &StageBalance, variation: &ItemVariation, limit: Exact) -> Option<Way> {
    let item = variation.item;
    let known =
        within.units.iter().enumerate().filter_map(|(at, unit)| Some((at, unit.cell(item)?.total?, unit.pupils?)));
    let known: Vec<(usize, f64, f64)> = known.collect();
    let pairs: Vec<(f64, f64)> = known.iter().map(|(_, total, pupils)| (*total, *pupils)).collect();
    let lift = lift(&pairs, 1.0, &limit)?;
    let threshold = within.rule.threshold(item).and_then(exact::of).unwrap_or_else(|| exact::whole(0));
    let needed = threshold / exact::whole(item.factor().into());
    let transfer = if item.counts_teachers() { found(&pairs, &needed, &limit) } else { None };
    // A part of the way is worth a try where single coefficients are judged; where
    // their mean is, it would not do what is asked of it.
    let mean = within.rule.coefficients() == Coefficients::Mean;
    let transfer = transfer.filter(|moves| moves.transfer.reached || !mean);
    Some(Way { item, units: known.iter().map(|(at, ..)| *at).collect(), lift, transfer })
}

/// Moves that leave every school its threshold, if there are; else any.
fn found(units: &[(f64, f64)], needed: &Exact, limit: &Exact) -> Option<Moves> {
    let with = |least: &dyn Fn(f64, f64) -> f64| {
        let holder =
            |(amount, size): &(f64, f64)| Holder { amount: *amount, size: *size, least: least(*amount, *size) };
        transfer(&units.iter().map(holder).collect::<Vec<_>>(), limit)
    };
    let keeping = with(&|amount, size| {
        let wanted = exact::of(size).and_then(|size| exact::to_f64(&(needed * size).ceil()));
        wanted.filter(|wanted| amount >= *wanted).unwrap_or(amount)
    })?;
    if keeping.reached {
        return Some(Moves { transfer: keeping, keeps_thresholds: true });
    }
    let transfer = with(&|_, _| 0.0).filter(|transfer| !transfer.moves.is_empty())?;
    Some(Moves { keeps_thresholds: !crosses(units, needed, &transfer), transfer })
}

/// Whether moves bring a school that reached its threshold below it.
fn crosses(units: &[(f64, f64)], needed: &Exact, transfer: &Transfer) -> bool {
    units.iter().enumerate().any(|(at, (amount, size))| {
        let given = transfer.moves.iter().filter(|step| step.from == at).map(|step| f64::from(step.count)).sum::<f64>();
        let reaches =
            |amount: f64| exact::of(amount).zip(exact::of(*size)).is_some_and(|(amount, size)| amount >= needed * size);
        reaches(*amount) && !reaches(amount - given)
    })
}

/// Writes steps that raise what schools have.
pub struct Raising<'a> {
    data: &'a Dataset,
    scheme: &'a BalanceScheme,
    /// Gathered when they are needed.
    conditions: OnceCell<Conditions<'a>>,
}

impl<'a> Raising<'a> {
    /// From what the data say.
    pub fn of(data: &'a Dataset, scheme: &'a BalanceScheme) -> Self {
        Self { data, scheme, conditions: OnceCell::new() }
    }

    /// A school's total of an indicator, raised by so much.
    pub fn whole(&self, school: usize, stage: Stage, item: Item, by: f64) -> Option<Step> {
        let field = item.terms(stage, self.scheme.rooms_moved).into_iter().next()?.field;
        Some(Step::Add { school: self.data.name(school).into(), field, amount: by })
    }

    /// The same, so that a stage's part of it is raised by so much, in whole
    /// numbers for the school.
    pub fn part(&self, school: usize, stage: Stage, item: Item, by: f64) -> Option<Step> {
        let conditions = self.conditions.get_or_init(|| Conditions::of(self.data, self.scheme));
        let amount = Amount::read(conditions, &Entry::of(conditions, school, stage)?, item).ok()?;
        self.whole(school, stage, item, amount.for_stage(by)?)
    }
}
