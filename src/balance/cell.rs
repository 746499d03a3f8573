//! One indicator of one school.

use std::cmp::Ordering;

use serde::Serialize;

use super::amount::Amount;
use super::condition::Conditions;
use super::scope::Entry;
use super::standard::Item;
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
    /// Below it, at or above 85 % of it.
    Within,
    /// Below 85 % of it.
    Below,
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
    pub(super) fn of(conditions: &Conditions<'_>, entry: &Entry, item: Item) -> Self {
        let amount = match Amount::read(conditions, entry, item) {
            Ok(amount) => amount,
            Err(lack) => return Self { item, total: None, value: None, state: State::Missing(lack), gap: None },
        };
        let state = state(&amount, item, entry.stage);
        let gap = if state.is_met() { None } else { amount.gap() };
        Self { item, total: Some(amount.total()), value: Some(amount.value()), state, gap }
    }
}

fn state(amount: &Amount, item: Item, stage: Stage) -> State {
    let value = amount.value();
    let to_threshold =
        threshold::compare(value, item.threshold(stage), || amount.exact_value().cmp(&item.exact_threshold(stage)));
    if to_threshold != Ordering::Less {
        return State::Met;
    }
    let to_floor = threshold::compare(value, item.floor(stage), || amount.exact_value().cmp(&item.exact_floor(stage)));
    if to_floor == Ordering::Less { State::Below } else { State::Within }
}
