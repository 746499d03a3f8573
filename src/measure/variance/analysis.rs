//! One-way analysis of variance: the sums of squares between and within groups.
//!
//! Formulas: SSB = Σ n_j·(m_j − m)², SSW = Σ (x − m_j)², MSB = SSB ∕ (k − 1),
//! MSW = SSW ∕ (N − k), n₀ = (N − Σn_j² ∕ N) ∕ (k − 1); k groups of n_j members
//! with mean m_j, N members with mean m. Sums of squares are in the square of
//! the unit of x.
//!
//! Conventions: every score counts once; a pupil without one is left out before.
//! Source: Fisher, *Statistical Methods for Research Workers* (1925).

use crate::basis::order;
use crate::measure::extent::Extent;
use crate::measure::mean::mean;
use crate::measure::rank::compare;
use crate::measure::undefined::Undefined;

/// The sums of squares of scores in groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Analysis {
    /// N.
    pub members: usize,
    /// k, at least 2.
    pub groups: usize,
    /// SSB.
    pub between: f64,
    /// SSW.
    pub within: f64,
    /// n₀, the size of a group that stands for the unequal ones.
    pub size: f64,
}

impl Analysis {
    /// Of scores given as (group, score), in any order.
    ///
    /// # Errors
    /// [`Undefined::NoUnit`]; [`Undefined::OneUnit`] for one group;
    /// [`Undefined::NoSpread`] where all scores are the same;
    /// [`Undefined::OutOfRange`] for what is not finite.
    ///
    /// ```
    /// use suanpan::measure::variance::analysis::Analysis;
    /// let found = Analysis::of(&[(0, 1.0), (0, 3.0), (1, 5.0), (1, 7.0)]).unwrap();
    /// assert_eq!((found.between, found.within, found.size), (16.0, 4.0, 2.0));
    /// ```
    pub fn of(scores: &[(usize, f64)]) -> Result<Self, Undefined> {
        // By score too: then the order they came in changes no bit.
        let mut sorted = scores.to_vec();
        order::sort_by(&mut sorted, |one, other| one.0.cmp(&other.0).then(compare(one.1, other.1)));
        let values: Vec<f64> = sorted.iter().map(|(_, score)| *score).collect();
        let middle = mean(&values).ok_or(Undefined::NoUnit)?;
        let (mut groups, mut between, mut within, mut squares) = (0_usize, 0.0, 0.0, 0.0);
        for members in sorted.chunk_by(|one, next| one.0 == next.0) {
            let count = members.len() as f64;
            let own = members.iter().map(|(_, score)| score).sum::<f64>() / count;
            groups += 1;
            between += count * (own - middle) * (own - middle);
            within += members.iter().map(|(_, score)| (score - own) * (score - own)).sum::<f64>();
            squares += count * count;
        }
        let all = values.len() as f64;
        if !(between + within).is_finite() {
            return Err(Undefined::OutOfRange);
        }
        if groups < 2 {
            return Err(Undefined::OneUnit);
        }
        if Extent::of(&values).is_none_or(Extent::is_constant) {
            return Err(Undefined::NoSpread);
        }
        let size = (all - squares / all) / (groups as f64 - 1.0);
        Ok(Self { members: values.len(), groups, between, within, size })
    }
}
