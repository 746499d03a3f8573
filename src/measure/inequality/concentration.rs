//! 赫芬达尔指数 (HHI): the Herfindahl–Hirschman index.
//!
//! Formula: H = Σ s_i², s_i = x_i ∕ Σx the unit's share of the resource;
//! normalised (H − 1∕n) ∕ (1 − 1∕n). No unit; 1∕n to 1, normalised 0 to 1; less is
//! better. It speaks of totals: a county of one large and many small schools is
//! concentrated although every pupil has the same.
//!
//! Conventions: 0 is a value; negative values are refused; one unit gives 1,
//! normalised it is undefined ([`Undefined::OneUnit`]).
//! Source: Hirschman, *The Paternity of an Index*, American Economic Review 54
//! (1964).

use super::{Distribution, Undefined};

/// The Herfindahl–Hirschman index.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[1.0, 1.0, 2.0]).unwrap();
/// assert_eq!(Index::Concentration.of(&spread), Ok(0.375));
/// ```
pub(super) fn concentration(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    let shares = distribution.units().iter().map(|unit| unit.total / distribution.total());
    Ok(shares.map(|share| share * share).sum())
}

/// The same between 0, all have the same total, and 1.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[1.0, 1.0, 2.0]).unwrap();
/// assert!((Index::ConcentrationNormalised.of(&spread).unwrap() - 0.0625).abs() < 1e-15);
/// ```
pub(super) fn normalised(distribution: &Distribution) -> Result<f64, Undefined> {
    let plain = concentration(distribution)?;
    let count = distribution.units().len() as f64;
    if count < 2.0 {
        return Err(Undefined::OneUnit);
    }
    Ok(((plain - 1.0 / count) / (1.0 - 1.0 / count)).max(0.0))
}
