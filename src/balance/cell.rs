//! One indicator of one school.

use std::cmp::Ordering;

use serde::Serialize;

use super::amount::Amount;
use super::condition::Conditions;
use super::rule::Rule;
use super::scope::Entry;
use super::standard::Item;
use crate::basis::exact;
use crate::measure::threshold;
use crate::word::field::{Field, Stage};

/// An indicator of a school in a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// Which one.
    pub item: Item,
    /// x: the stage's total, after any split.
    pub total: Option<f64>,
    /// Per pupil or per hundred pupils.
    pub value: Option<f64>,
    /// How it stands to the threshold, compared exactly.
    pub state: State,
    /// Below the threshold: how many more persons, rooms, yuan (whole) or ㎡
    /// (tenths) the school needs to reach it.
    pub gap: Option<f64>,
}

/// How a value stands to its threshold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum State {
    /// At or above it.
    Met,
    /// Below it, at or above its floor: 85 % of it in the standard of 2017.
    Within,
    /// Below the floor.
    Below,
    /// There is no threshold.
    Open,
    /// No value.
    Missing(Lack),
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Lack {
    /// The pupils of a stage: the school's own, or one needed for the split.
    Pupils(Stage),
    /// A number of the school's conditions.
    Value(Field),
    /// A negative number where none can be.
    Negative(Field),
    /// Indoor sports rooms larger than the teaching area they are part of.
    NegativeDifference,
    /// Numbers too large to compute with.
    TooLarge,
}

impl State {
    /// At or above the threshold.
    pub const fn is_met(&self) -> bool {
        matches!(self, Self::Met)
    }

    /// No value.
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing(_))
    }
}

impl Cell {
    pub(super) fn of(conditions: &Conditions<'_>, entry: &Entry, item: Item, rule: &Rule) -> Self {
        let amount = match Amount::read(conditions, entry, item) {
            Ok(amount) => amount,
            Err(lack) => return Self { item, total: None, value: None, state: State::Missing(lack), gap: None },
        };
        let threshold = rule.threshold(item);
        let state = threshold.map_or(State::Open, |threshold| state(&amount, threshold, item, rule));
        let gap = threshold.filter(|_| !state.is_met()).and_then(|threshold| amount.gap(threshold));
        Self { item, total: Some(amount.total()), value: Some(amount.value()), state, gap }
    }
}

fn state(amount: &Amount, threshold: f64, item: Item, rule: &Rule) -> State {
    let value = amount.value();
    let below = |limit: f64, exact: &dyn Fn() -> Option<exact::Exact>| {
        let exactly = || exact().map_or(Ordering::Equal, |limit| amount.exact_value().cmp(&limit));
        threshold::compare(value, limit, exactly) == Ordering::Less
    };
    match rule.floor(item) {
        _ if !below(threshold, &|| exact::of(threshold)) => State::Met,
        Some(floor) if below(floor, &|| rule.exact_floor(item)) => State::Below,
        _ => State::Within,
    }
}
