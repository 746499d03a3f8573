//! η² (eta²): the share of the variance that lies between groups, as it is.
//!
//! Formula: η² = SSB ∕ (SSB + SSW). No unit; 0 (all groups have the same mean) to
//! 1 (all members of a group are alike); less is better. It is a reading of
//! 校际差异率, whose official estimator is not public.
//!
//! With few members a group it is above 0 by chance alone: (k − 1) ∕ (N − 1) is
//! expected where groups do not matter. See [`super::intraclass`].
//!
//! Conventions: undefined for one group and where all scores are the same; 1
//! where every group has one member, which says nothing.
//! Source: Fisher (1925).

use super::analysis::Analysis;

/// η².
///
/// ```
/// use suanpan::measure::variance::{analysis::Analysis, eta::eta_squared};
/// let scores = [(0, 1.0), (0, 3.0), (1, 5.0), (1, 7.0)];
/// assert_eq!(eta_squared(&Analysis::of(&scores).unwrap()), 0.8);
/// ```
pub fn eta_squared(analysis: &Analysis) -> f64 {
    analysis.between / (analysis.between + analysis.within)
}
