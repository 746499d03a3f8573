//! 极差: the range.
//!
//! Formula: max y − min y. In the unit of y; 0 (all alike) upwards; less is
//! better. It knows two units only, whatever lies between them and however
//! small they are.
//!
//! Conventions: 0 is a value; negative values are refused; one unit gives 0.
//! Source: Berne and Stiefel, *The Measurement of Equity in School Finance* (1984).

use super::{Distribution, Undefined};

/// The range.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index};
/// let spread = Distribution::of_values(&[10.0, 20.0, 30.0, 40.0, 50.0]).unwrap();
/// assert_eq!(Index::Range.of(&spread), Ok(40.0));
/// ```
pub(super) fn range(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_negative()?;
    Ok(distribution.most() - distribution.least())
}
