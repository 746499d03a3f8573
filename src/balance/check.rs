//! Other ways to compute the coefficients, beside the standard's and never in
//! its place.

use std::cmp::Ordering;

use super::StageBalance;
use super::rule::Rule;
use super::standard::{Coefficients, Item};
use super::variation::{ItemVariation, Outcome};
use crate::basis::exact::{self, Exact};
use crate::measure::composite;
use crate::measure::variant::Variant;

/// A coefficient in the other ways, in the order of [`Variant::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct ItemCheck {
    /// The indicator; `None` for the mean of all.
    pub item: Option<Item>,
    /// The official coefficient.
    pub official: Option<f64>,
    /// The others.
    pub others: Vec<Other>,
}

/// A coefficient in another way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Other {
    /// How.
    pub variant: Variant,
    /// The coefficient; `None` where it is undefined.
    pub value: Option<f64>,
    /// It would be judged otherwise.
    pub differs: bool,
}

/// The units of an indicator.
struct Known {
    pairs: Vec<(f64, f64)>,
    factor: u8,
}

/// All coefficients of a stage in the other ways, and their mean.
pub fn checks(within: &StageBalance) -> Vec<ItemCheck> {
    let known: Vec<Known> = within.variations.iter().map(|variation| Known::of(within, variation.item)).collect();
    let judged = within.rule.coefficients();
    let each = within.variations.iter().zip(&known).map(|(variation, known)| {
        let outcome = Some(variation.outcome).filter(|_| judged == Coefficients::Each);
        let known = std::slice::from_ref(known);
        ItemCheck {
            item: Some(variation.item),
            official: variation.coefficient(),
            others: others(known, outcome, &within.rule),
        }
    });
    let outcome = Some(within.composite.outcome).filter(|_| judged == Coefficients::Mean);
    let all = ItemCheck { item: None, official: within.composite.value, others: others(&known, outcome, &within.rule) };
    each.chain([all]).collect()
}

/// The mean over some indicators in every way, against the official outcome.
fn others(known: &[Known], outcome: Option<Outcome>, rule: &Rule) -> Vec<Other> {
    let other = |variant: &Variant| {
        let values: Option<Vec<f64>> = known.iter().map(|known| known.coefficient(*variant)).collect();
        let value = values.map(|values| values.iter().sum::<f64>() / values.len().max(1) as f64);
        let beyond = value.zip(exact::of(rule.limit)).is_some_and(|(value, limit)| {
            let squares = || known.iter().filter_map(|known| known.square(*variant)).collect();
            composite::compare(value, &limit, squares) == Ordering::Greater
        });
        let differs = match outcome {
            Some(Outcome::Within) => beyond,
            Some(Outcome::Beyond) => value.is_some() && !beyond,
            _ => false,
        };
        Other { variant: *variant, value, differs }
    };
    Variant::ALL.iter().map(other).collect()
}

impl Known {
    fn of(within: &StageBalance, item: Item) -> Self {
        let pair = |unit: &super::Unit| unit.cell(item)?.total.zip(unit.pupils);
        Self { pairs: within.units.iter().filter_map(pair).collect(), factor: item.factor() }
    }

    fn coefficient(&self, variant: Variant) -> Option<f64> {
        variant.coefficient(&self.pairs, self.factor)
    }

    fn square(&self, variant: Variant) -> Option<Exact> {
        let exactly = |(total, pupils): &(f64, f64)| exact::of(*total).zip(exact::of(*pupils));
        variant.square(&self.pairs.iter().map(exactly).collect::<Option<Vec<_>>>()?, self.factor)
    }
}

impl ItemCheck {
    /// How weighting moves the coefficient away from the unweighted one:
    /// `Greater` where large schools lie farther from the mean. `None` where
    /// either is undefined.
    pub fn weighting(&self) -> Option<Ordering> {
        let plain = self.others.iter().find(|other| other.variant == Variant::Population)?.value?;
        let official = self.official?;
        // A difference that three decimals hardly show is none.
        let alike = (official - plain).abs() < 0.0005;
        Some(if alike { Ordering::Equal } else { official.total_cmp(&plain) })
    }
}

/// Whether a coefficient is at hand to be checked.
pub fn checkable(variation: &ItemVariation) -> bool {
    variation.coefficient().is_some() && !matches!(variation.outcome, Outcome::Single)
}
