//! 综合差异系数: the mean of a stage's coefficients of variation.

use serde::Serialize;

use super::amount::Amount;
use super::rule::Rule;
use super::standard::{Coefficients, Item};
use super::variation::{ItemVariation, Outcome, exact_units, judged, rounds_to};
use crate::basis::exact::{self, Exact};
use crate::measure::{composite, variation};

/// The mean of the coefficients.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Composite {
    /// Over the units at hand: provisional while some value is missing. `None`
    /// when a coefficient is undefined.
    pub value: Option<f64>,
    /// How it stands to the limit, compared exactly; [`Outcome::Informative`]
    /// where each coefficient is judged by itself.
    pub outcome: Outcome,
    /// Beyond the limit, but not if it were first rounded to two decimals.
    pub passes_only_after_rounding: bool,
}

impl Composite {
    /// The mean of the coefficients of so many units; `amount` gives a unit's
    /// numbers when they are needed exactly.
    pub(super) fn of(
        rule: &Rule,
        variations: &[ItemVariation],
        units: usize,
        amount: &dyn Fn(Item, usize) -> Option<Amount>,
    ) -> Self {
        let known: Option<Vec<f64>> = variations.iter().map(ItemVariation::coefficient).collect();
        let value = known.map(|known| known.iter().sum::<f64>() / known.len() as f64).filter(|value| value.is_finite());
        let limit = exact::of(rule.limit).filter(|_| rule.coefficients() == Coefficients::Mean);
        let squares = || {
            let of = |item: Item| variation::square(&exact_units(units, &|unit| amount(item, unit)));
            variations.iter().filter_map(|variation| of(variation.item)).collect()
        };
        let against = |limit: &Exact| composite::compare(value.unwrap_or_default(), limit, squares);
        let outcome = match (open(variations), &limit) {
            (Some(Outcome::NoUnit), _) => Outcome::NoUnit,
            (Some(open), Some(_)) => open,
            (_, limit) => judged(limit.as_ref(), &against),
        };
        let passes_only_after_rounding =
            outcome == Outcome::Beyond && limit.as_ref().is_some_and(|limit| rounds_to(limit, &against));
        Self { value, outcome, passes_only_after_rounding }
    }
}

/// What leaves the mean open, the gravest first.
fn open(variations: &[ItemVariation]) -> Option<Outcome> {
    const GRAVEST: [Outcome; 5] =
        [Outcome::Pending, Outcome::OutOfRange, Outcome::ZeroMean, Outcome::NoUnit, Outcome::Single];
    GRAVEST.into_iter().find(|outcome| variations.iter().any(|variation| variation.outcome == *outcome))
}
