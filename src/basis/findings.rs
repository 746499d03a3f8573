//! Many problems in bounded room: a column of half a million numbers stored as
//! texts is one finding to a person.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::problem::{Problem, ProblemKind, Severity};

/// The most problems of one kind that are kept one by one.
pub const KEPT: usize = 5_000;

/// Problems in the order in which they were found. Of each kind the first
/// [`KEPT`] are kept, all are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    kept: Vec<Problem>,
    counts: BTreeMap<ProblemKind, usize>,
}

impl Findings {
    /// Adds a problem.
    pub fn push(&mut self, problem: Problem) {
        if !self.skips(problem.kind) {
            *self.counts.entry(problem.kind).or_default() += 1;
            self.kept.push(problem);
        }
    }

    /// Adds another's problems after these.
    pub fn append(&mut self, other: Self) {
        let beyond: Vec<(ProblemKind, usize)> =
            other.counts.iter().map(|(kind, count)| (*kind, count.saturating_sub(KEPT))).collect();
        self.extend(other.kept);
        for (kind, beyond) in beyond.into_iter().filter(|(_, beyond)| *beyond > 0) {
            *self.counts.entry(kind).or_default() += beyond;
        }
    }

    /// Counts a problem of a kind of which enough are kept, so that it need not
    /// be made. `false`: not counted yet, make and push it.
    pub fn skips(&mut self, kind: ProblemKind) -> bool {
        match self.counts.get_mut(&kind) {
            Some(count) if *count >= KEPT => {
                *count += 1;
                true
            }
            _ => false,
        }
    }

    /// How many of a kind there are, kept or not.
    pub fn count(&self, kind: ProblemKind) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    /// How many of a severity there are, kept or not.
    pub fn severe(&self, severity: Severity) -> usize {
        self.counts.iter().filter(|(kind, _)| kind.severity() == severity).map(|(_, count)| count).sum()
    }

    /// How many there are in all, kept or not.
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }
}

/// Those that are kept.
impl Deref for Findings {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.kept
    }
}

impl Extend<Problem> for Findings {
    fn extend<I: IntoIterator<Item = Problem>>(&mut self, problems: I) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }
}

impl FromIterator<Problem> for Findings {
    fn from_iter<I: IntoIterator<Item = Problem>>(problems: I) -> Self {
        let mut findings = Self::default();
        findings.extend(problems);
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basis::place::Place;

    #[test]
    fn all_are_counted_and_the_first_are_kept() {
        let problem = |kind| Problem::new(kind, Place::file("a"), "", "");
        let many: Findings = (0..KEPT + 3).map(|_| problem(ProblemKind::NumberAsText)).collect();
        let mut findings: Findings = [problem(ProblemKind::ErrorCell)].into_iter().collect();
        findings.append(many);
        findings.push(problem(ProblemKind::NumberAsText));
        assert_eq!((findings.len(), findings.total()), (KEPT + 1, KEPT + 5));
        assert_eq!(findings.count(ProblemKind::NumberAsText), KEPT + 4);
        assert_eq!(findings.severe(Severity::Fault), 1);
    }
}
