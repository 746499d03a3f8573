//! An index taken apart by one or two groupings.

use super::{Choice, Member};
use crate::measure::inequality::Undefined;
use crate::measure::inequality::decomposition::{Decomposable, Decomposition, Nested, decompose, decompose_nested};

/// An index taken apart: total = between + inner + within + overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// By the outer groups.
    pub outer: Decomposition,
    /// By the inner ones, where the person chose any.
    pub inner: Option<Inner>,
}

/// What the inner groups take apart further.
#[derive(Clone, Debug, PartialEq)]
pub struct Inner {
    /// Each outer group by its inner ones, in the order of the outer groups;
    /// `None` where nobody in it has anything.
    pub inside: Vec<Option<Decomposition>>,
    /// Between inner groups within the outer ones.
    pub between: f64,
    within: f64,
    overlap: f64,
}

impl Split {
    /// Within the innermost groups.
    pub fn within(&self) -> f64 {
        self.inner.as_ref().map_or(self.outer.within, |inner| inner.within)
    }

    /// The overlap of the Gini coefficient; else 0.
    pub fn overlap(&self) -> f64 {
        self.inner.as_ref().map_or(self.outer.overlap, |inner| inner.overlap)
    }

    /// A part as a share of the whole; `None` where there is nothing to share.
    pub fn rate(&self, part: f64) -> Option<f64> {
        (self.outer.total > 0.0).then(|| part / self.outer.total)
    }
}

/// All that can be taken apart; nothing without groups.
pub(super) fn splits(choice: &Choice, members: &[Member]) -> Vec<(Decomposable, Result<Split, Undefined>)> {
    if choice.outer.is_none() {
        return Vec::new();
    }
    Decomposable::ALL.iter().map(|index| (*index, split(*index, choice, members))).collect()
}

fn split(index: Decomposable, choice: &Choice, members: &[Member]) -> Result<Split, Undefined> {
    let pair = |member: &Member| (member.total, member.size);
    if choice.inner.is_none() {
        let units: Vec<_> = members.iter().map(|member| (pair(member), member.groups[0])).collect();
        return Ok(Split { outer: decompose(index, choice.weighting, &units)?, inner: None });
    }
    let units: Vec<_> = members.iter().map(|member| (pair(member), member.groups)).collect();
    let Nested { outer, inside, inner, within, overlap } = decompose_nested(index, choice.weighting, &units)?;
    Ok(Split { outer, inner: Some(Inner { inside, between: inner, within, overlap }) })
}
