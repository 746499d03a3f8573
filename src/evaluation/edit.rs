//! What a person can change about an evaluation, as plain values.

use serde::{Deserialize, Serialize};

use super::weight::{lock, reweight};
use crate::word::scheme::evaluation::{
    Content, Direction, EvaluationScheme, Grouping, Indicator, MissingRule, Normalisation, Parameter, Path, Weight,
};

/// A change to the scheme. Each is total: a path that leads nowhere, and a
/// number that is not finite, change nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EvaluationEdit {
    /// Set a weight, in hundredths of a percent; siblings make room.
    SetWeight {
        /// The node.
        path: Path,
        /// The wish.
        weight: Weight,
    },
    /// Lock or unlock a weight.
    SetLock {
        /// The node.
        path: Path,
        /// Whether it is locked.
        locked: bool,
    },
    /// Choose what happens to missing indicators.
    SetMissing(MissingRule),
    /// Choose the groups.
    SetGrouping(Grouping),
    /// Choose the year; `None`: the latest.
    SetYear(Option<i32>),
    /// Choose how an indicator becomes a score.
    SetNormalisation {
        /// The indicator.
        path: Path,
        /// How.
        normalisation: Normalisation,
    },
    /// Set a number of an indicator's normalisation.
    SetParameter {
        /// The indicator.
        path: Path,
        /// Which number.
        parameter: Parameter,
        /// The number.
        value: f64,
    },
    /// Choose an indicator's direction.
    SetDirection {
        /// The indicator.
        path: Path,
        /// Which way is good.
        direction: Direction,
    },
    /// Change an adjustment's points.
    SetAdjustment {
        /// Which one.
        index: usize,
        /// Points per unit.
        per_unit: f64,
        /// The most points given or taken.
        cap: f64,
    },
    /// Back to the default scheme.
    Reset,
}

impl EvaluationEdit {
    /// Makes the change.
    pub fn apply(&self, scheme: &mut EvaluationScheme) {
        match self {
            Self::SetWeight { path, weight } => reweight(scheme, path, *weight),
            Self::SetLock { path, locked } => lock(scheme, path, *locked),
            Self::SetMissing(rule) => scheme.missing = *rule,
            Self::SetGrouping(grouping) => scheme.grouping = *grouping,
            Self::SetYear(year) => scheme.year = *year,
            Self::SetNormalisation { path, normalisation } => {
                let finite = normalisation.parameters().iter().all(|(_, value)| value.is_finite());
                if let Some(indicator) = indicator_mut(scheme, path).filter(|_| finite) {
                    indicator.normalisation = normalisation.clone();
                }
            }
            Self::SetParameter { path, parameter, value } => {
                if let Some(indicator) = indicator_mut(scheme, path) {
                    indicator.normalisation.set(*parameter, *value);
                }
            }
            Self::SetDirection { path, direction } => {
                if let Some(indicator) = indicator_mut(scheme, path) {
                    indicator.direction = *direction;
                }
            }
            Self::SetAdjustment { index, per_unit, cap } => {
                let finite = per_unit.is_finite() && cap.is_finite();
                if let Some(adjustment) = scheme.adjustments.get_mut(*index).filter(|_| finite) {
                    (adjustment.per_unit, adjustment.cap) = (*per_unit, cap.abs());
                }
            }
            Self::Reset => *scheme = EvaluationScheme::county_junior(),
        }
    }

    /// What a run of edits has in common that undo should take back at once: a
    /// slider drawn from one end to the other is one step. `None`: a step of
    /// its own.
    pub fn gesture(&self) -> Option<String> {
        match self {
            Self::SetWeight { path, .. } => Some(format!("weight {path:?}")),
            Self::SetParameter { path, parameter, .. } => Some(format!("parameter {path:?} {parameter:?}")),
            Self::SetAdjustment { index, .. } => Some(format!("adjustment {index}")),
            _ => None,
        }
    }
}

fn indicator_mut<'a>(scheme: &'a mut EvaluationScheme, path: &[usize]) -> Option<&'a mut Indicator> {
    match &mut scheme.node_mut(path)?.content {
        Content::Indicator(indicator) => Some(indicator),
        Content::Group(_) => None,
    }
}
