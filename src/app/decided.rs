//! Which findings the person has decided on: they stay listed, but wait for
//! nobody.

use std::collections::BTreeMap;

use crate::basis::findings::Findings;
use crate::basis::problem::{Problem, ProblemKind, Severity};
use crate::word::correction::Corrections;

/// How many findings of each kind are decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    counts: BTreeMap<ProblemKind, usize>,
    /// Of repairs, those that are taken back.
    undone: BTreeMap<ProblemKind, usize>,
}

impl Decided {
    /// Counts them: those that are kept one by one, and with a decision on the
    /// whole kind those that are only counted.
    pub fn of(problems: &Findings, corrections: &Corrections) -> Self {
        let (mut counts, mut undone) = (BTreeMap::new(), BTreeMap::new());
        if corrections.is_empty() {
            return Self { counts, undone };
        }
        let mut kept: BTreeMap<ProblemKind, usize> = BTreeMap::new();
        for problem in problems.iter() {
            *kept.entry(problem.kind).or_default() += 1;
            if is_decided(problem, corrections) {
                *counts.entry(problem.kind).or_default() += 1;
            }
            if problem.kind.applied() && !corrections.applies(problem.kind, &problem.place) {
                *undone.entry(problem.kind).or_default() += 1;
            }
        }
        for (kind, kept) in kept {
            let beyond = problems.count(kind).saturating_sub(kept);
            let ruling = corrections.ruling(kind, None);
            if ruling.is_some() {
                *counts.entry(kind).or_default() += beyond;
            }
            if kind.applied() && ruling == Some(false) {
                *undone.entry(kind).or_default() += beyond;
            }
        }
        Self { counts, undone }
    }

    /// How many of a kind.
    pub fn count(&self, kind: ProblemKind) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    /// How many repairs of a kind are taken back.
    pub fn undone(&self, kind: ProblemKind) -> usize {
        self.undone.get(&kind).copied().unwrap_or(0)
    }

    /// How many repairs hold.
    pub fn repairs(&self, problems: &Findings) -> usize {
        problems.severe(Severity::Repair).saturating_sub(self.undone.values().sum())
    }

    /// How many faults and doubts still wait for the person.
    pub fn waiting(&self, problems: &Findings) -> usize {
        let grave = |kind: &&ProblemKind| matches!(kind.severity(), Severity::Fault | Severity::Doubt);
        let waits = |kind: &ProblemKind| problems.count(*kind).saturating_sub(self.count(*kind));
        ProblemKind::ALL.iter().filter(grave).map(waits).sum()
    }
}

/// Whether the person decided on a finding, either way. Of pairs of schools
/// that are decided nothing is found any more, but a name that no table of
/// schools has is.
fn is_decided(problem: &Problem, corrections: &Corrections) -> bool {
    match problem.kind {
        ProblemKind::SchoolUnlisted => corrections.schools().iter().any(|pair| *pair.other == *problem.found),
        kind => kind.is_ruled() && corrections.ruling(kind, Some(&problem.place)).is_some(),
    }
}
