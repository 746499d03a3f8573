//! The coefficient of variation of one indicator among the schools of a stage.

use std::cmp::Ordering;

use serde::Serialize;

use super::Unit;
use super::amount::Amount;
use super::rule::Rule;
use super::standard::{Coefficients, Item};
use super::verdict::Verdict;
use crate::basis::exact::{self, Exact, whole};
use crate::basis::order;
use crate::measure::variation::{self, Undefined};

/// 校际差异系数 of an indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemVariation {
    /// The indicator.
    pub item: Item,
    /// How it stands to the limit, compared exactly.
    pub outcome: Outcome,
    /// The figures over the units whose value is at hand: provisional while
    /// some are missing.
    pub figures: Option<Figures>,
    /// Beyond the limit, but not if it were first rounded to two decimals.
    pub passes_only_after_rounding: bool,
    /// The units without a value, by position in the stage.
    pub missing: Vec<usize>,
}

/// The numbers behind a coefficient. Mean and deviation are in the indicator's
/// own unit (per pupil or per hundred).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Σx, in the unit of the totals.
    pub total: f64,
    /// ΣP.
    pub pupils: f64,
    /// X̄.
    pub mean: f64,
    /// S.
    pub deviation: f64,
    /// CV = S ∕ X̄.
    pub coefficient: f64,
    /// The units with their part of S², in their order.
    pub contributions: Vec<Contribution>,
}

/// A unit's part in a coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// Position in the stage's units.
    pub unit: usize,
    /// c = (P ∕ ΣP)·(X − X̄)², in the square of the indicator's unit.
    pub amount: f64,
    /// c ∕ S², from 0 to 1; all 0 when the schools are alike.
    pub share: f64,
}

/// A coefficient below this is the noise of binary numbers: the values are at
/// hand to a relative 10⁻¹², so that schools that are all alike come this near.
const NOISE: f64 = 1e-11;

/// How a coefficient stands to its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Outcome {
    /// At or below it.
    Within,
    /// Above it.
    Beyond,
    /// It informs and is not judged.
    Informative,
    /// One unit: the coefficient is 0 and compares nothing.
    Single,
    /// Some unit has no value.
    Pending,
    /// Nobody has any of the resource: undefined.
    ZeroMean,
    /// The numbers are too large to compute with.
    OutOfRange,
    /// No unit.
    NoUnit,
}

impl ItemVariation {
    /// Computes the coefficient; `amount` gives a unit's numbers when they are
    /// needed exactly.
    pub(super) fn of(item: Item, rule: &Rule, units: &[Unit], amount: &dyn Fn(usize) -> Option<Amount>) -> Self {
        let mut known = Vec::with_capacity(units.len());
        let mut missing = Vec::new();
        for (index, unit) in units.iter().enumerate() {
            let total = unit.cell(item).and_then(|cell| cell.total);
            match total.zip(unit.pupils) {
                Some(pair) => known.push((index, pair)),
                None => missing.push(index),
            }
        }
        let pairs: Vec<(f64, f64)> = known.iter().map(|(_, pair)| *pair).collect();
        let result = variation::variation(&pairs);
        let against = |limit: &Exact| {
            let coefficient = result.as_ref().map_or(0.0, |result| result.coefficient);
            variation::compare(coefficient, limit, || exact_units(units.len(), amount))
        };
        let informs = rule.coefficients() == Coefficients::Mean;
        let limit = exact::of(rule.limit).filter(|_| !informs);
        let outcome = match &result {
            _ if !missing.is_empty() => Outcome::Pending,
            Err(Undefined::NoUnit) => Outcome::NoUnit,
            Err(Undefined::ZeroMean) => Outcome::ZeroMean,
            Err(Undefined::OutOfRange) => Outcome::OutOfRange,
            Ok(_) if known.len() == 1 => Outcome::Single,
            Ok(_) => judged(limit.as_ref(), &against),
        };
        let passes_only_after_rounding =
            outcome == Outcome::Beyond && limit.as_ref().is_some_and(|limit| rounds_to(limit, &against));
        let figures = result.as_ref().ok().map(|result| Figures::of(item, &known, result));
        Self { item, outcome, figures, passes_only_after_rounding, missing }
    }

    /// The coefficient, when it can be computed over the units at hand.
    pub fn coefficient(&self) -> Option<f64> {
        self.figures.as_ref().map(|figures| figures.coefficient)
    }

    /// What it means for the stage.
    pub const fn verdict(&self) -> Verdict {
        self.outcome.verdict()
    }
}

impl Outcome {
    /// What it means for the stage. A single school has nothing to differ from
    /// and does not hinder; an undefined coefficient stays open.
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Within | Self::Single => Verdict::Met,
            Self::Beyond => Verdict::NotMet,
            Self::Pending | Self::ZeroMean | Self::OutOfRange => Verdict::Pending,
            Self::NoUnit | Self::Informative => Verdict::NotApplicable,
        }
    }
}

/// How a coefficient stands to a limit, if it is judged at all.
pub(super) fn judged(limit: Option<&Exact>, against: &dyn Fn(&Exact) -> Ordering) -> Outcome {
    match limit.map(against) {
        None => Outcome::Informative,
        Some(Ordering::Greater) => Outcome::Beyond,
        Some(_) => Outcome::Within,
    }
}

/// Whether half up to two decimals meets the limit: below the largest number of
/// two decimals that the limit allows, plus 0.005.
pub(super) fn rounds_to(limit: &Exact, against: &dyn Fn(&Exact) -> Ordering) -> bool {
    let largest = (limit * whole(100)).floor() / whole(100);
    against(&(largest + whole(1) / whole(200))) == Ordering::Less
}

/// The totals and pupils of the units that have both, exactly.
pub(super) fn exact_units(count: usize, amount: &dyn Fn(usize) -> Option<Amount>) -> Vec<(Exact, Exact)> {
    (0..count).filter_map(amount).map(|amount| (amount.exact_total(), amount.exact_pupils())).collect()
}

impl Figures {
    /// Whether the schools differ at all, beyond the noise of binary numbers.
    pub fn differ(&self) -> bool {
        self.coefficient > NOISE
    }

    /// The units with their part of S², largest first.
    pub fn ranked(&self) -> Vec<Contribution> {
        let mut all = self.contributions.clone();
        order::sort_by(&mut all, |a, b| b.amount.total_cmp(&a.amount));
        all
    }

    /// The first few of these.
    pub fn largest(&self, count: usize) -> Vec<Contribution> {
        let mut found: Vec<Contribution> = Vec::new();
        for part in &self.contributions {
            let before = |other: &Contribution| other.amount >= part.amount;
            if found.len() < count || !found.last().is_some_and(before) {
                found.insert(found.partition_point(before), *part);
                found.truncate(count);
            }
        }
        found
    }

    fn of(item: Item, known: &[(usize, (f64, f64))], result: &variation::Variation) -> Self {
        let factor = f64::from(item.factor());
        let square = result.deviation * result.deviation;
        let contributions = known.iter().zip(&result.contributions).map(|((unit, _), amount)| Contribution {
            unit: *unit,
            amount: amount * factor * factor,
            share: if result.coefficient > NOISE { amount / square } else { 0.0 },
        });
        Self {
            total: known.iter().map(|(_, (total, _))| total).sum(),
            pupils: known.iter().map(|(_, (_, pupils))| pupils).sum(),
            mean: result.mean * factor,
            deviation: result.deviation * factor,
            coefficient: result.coefficient,
            contributions: contributions.collect(),
        }
    }
}
