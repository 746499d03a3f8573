//! ICC(1): the share of the variance that lies between schools, with what
//! chance adds to it taken off.
//!
//! Formulas: ICC = (MSB − MSW) ∕ (MSB + (n₀ − 1)·MSW) = σ²_b ∕ (σ²_b + σ²_w) with
//! σ²_b = (MSB − MSW) ∕ n₀ and σ²_w = MSW: the between-school share of PISA,
//! estimated by analysis of variance. No unit; 0 to 1; less is better. How alike
//! two pupils of one school are.
//!
//! Conventions: schools may differ less than chance would have it, and the
//! estimate is then negative: it is given as 0 and flagged. Undefined for one
//! school, where all scores are the same, and where every school has one pupil.
//! Source: Shrout and Fleiss, *Intraclass Correlations*, Psychological Bulletin
//! 86 (1979), doi:10.1037/0033-2909.86.2.420; n₀ as Donner, International
//! Statistical Review 54 (1986).

use serde::{Deserialize, Serialize};

use super::analysis::Analysis;
use crate::measure::undefined::Undefined;

/// ICC(1) with its two variances, in the square of the scores' unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intraclass {
    /// ICC(1), 0 to 1.
    pub share: f64,
    /// Whether the estimate was negative and is given as 0.
    pub floored: bool,
    /// σ²_b, at least 0.
    pub between: f64,
    /// σ²_w.
    pub within: f64,
}

/// ICC(1).
///
/// # Errors
/// [`Undefined::NoneWithin`].
///
/// ```
/// use suanpan::measure::variance::{analysis::Analysis, intraclass::intraclass};
/// // Four ratings of six targets, published with ICC(1,1) = .17.
/// let ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
/// let scores: Vec<_> =
///     ratings.iter().enumerate().flat_map(|(target, row)| row.map(|score| (target, f64::from(score)))).collect();
/// let found = intraclass(&Analysis::of(&scores).unwrap()).unwrap();
/// assert_eq!(format!("{:.2}", found.share), "0.17");
/// ```
pub fn intraclass(analysis: &Analysis) -> Result<Intraclass, Undefined> {
    let free = analysis.members.saturating_sub(analysis.groups);
    if free == 0 {
        return Err(Undefined::NoneWithin);
    }
    let within = analysis.within / free as f64;
    let between = (analysis.between / (analysis.groups as f64 - 1.0) - within) / analysis.size;
    let floored = between < 0.0;
    let between = between.max(0.0);
    Ok(Intraclass { share: between / (between + within), floored, between, within })
}
