//! What a person can change about the balance.

use serde::{Deserialize, Serialize};

use super::standard::{Figure, Standard, Switch};
use crate::word::scheme::balance::{BalanceScheme, Change};
use crate::word::scheme::plan::{Plan, STEPS, Step};

/// One change of the balance's decisions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum BalanceEdit {
    /// Another standard, with the switches as it has them. Numbers that were
    /// changed stay with their standard.
    SetStandard(Standard),
    /// A switch.
    Switch(Switch, bool),
    /// A number of the chosen standard; `None`: as the standard has it. One
    /// that the standard cannot have changes nothing.
    Set(Figure, Option<f64>),
    /// Everything as the chosen standard has it.
    Reset,
}

impl BalanceEdit {
    /// Carries the change out.
    pub fn apply(self, scheme: &mut BalanceScheme) {
        match self {
            Self::SetStandard(standard) => {
                scheme.standard = standard;
                as_published(scheme);
            }
            Self::Switch(switch, on) => scheme.switch(switch, on),
            Self::Set(figure, value) => set(scheme, figure, value),
            Self::Reset => {
                let standard = scheme.standard;
                scheme.changes.retain(|change| change.standard != standard);
                as_published(scheme);
            }
        }
    }
}

/// One change of what is tried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlanEdit {
    /// Adds steps at the end; none where not all fit.
    Add(Vec<Step>),
    /// Takes the step at a position out.
    Remove(usize),
    /// Takes the steps at these positions out.
    RemoveAll(Vec<usize>),
    /// Takes all out.
    Clear,
}

impl PlanEdit {
    /// Whether there is room for it.
    pub fn fits(&self, plan: &Plan) -> bool {
        !matches!(self, Self::Add(steps) if plan.steps.len() + steps.len() > STEPS)
    }

    /// Carries the change out.
    pub fn apply(self, plan: &mut Plan) {
        match self {
            _ if !self.fits(plan) => {}
            Self::Add(steps) => plan.steps.extend(steps),
            Self::Remove(index) if index < plan.steps.len() => drop(plan.steps.remove(index)),
            Self::Remove(_) => {}
            Self::RemoveAll(indices) => {
                let mut at = 0..;
                plan.steps.retain(|_| at.next().is_none_or(|at| !indices.contains(&at)));
            }
            Self::Clear => plan.steps.clear(),
        }
    }
}

fn as_published(scheme: &mut BalanceScheme) {
    for switch in Switch::ALL {
        scheme.switch(*switch, scheme.standard.preset().on.contains(switch));
    }
}

fn set(scheme: &mut BalanceScheme, figure: Figure, value: Option<f64>) {
    let standard = scheme.standard;
    if value.is_some_and(|value| !standard.accepts(figure, value)) {
        return;
    }
    scheme.changes.retain(|change| change.standard != standard || change.figure != figure);
    let own = value.filter(|value| standard.figure(figure).is_none_or(|preset| preset.total_cmp(value).is_ne()));
    scheme.changes.extend(own.map(|value| Change { standard, figure, value }));
}
