//! 校际差异系数 (CV) of a distribution: [`crate::measure::variation`], by pupils
//! or by schools.

use super::{Distribution, Undefined};
use crate::measure::variation;

/// CV = S ∕ X̄; exactly 0 where all values are the same. Negative values are
/// refused, one unit gives 0.
///
/// ```
/// use suanpan::measure::inequality::{Distribution, Index, Weighting};
/// let books = [(279.0, 45.0), (137.0, 37.0), (935.0, 89.0), (160.0, 76.0), (402.0, 55.0)];
/// let cv = |weighting| Index::Variation.of(&Distribution::of(&books, weighting).unwrap()).unwrap();
/// assert!((cv(Weighting::Pupils) - 0.515_256_629_884).abs() < 1e-12); // published: 0.52
/// assert!((cv(Weighting::Schools) - 0.488_770_681_605).abs() < 1e-12);
/// ```
pub(super) fn variation(distribution: &Distribution) -> Result<f64, Undefined> {
    distribution.refuse_nothing()?;
    if distribution.least() >= distribution.most() {
        return Ok(0.0);
    }
    let units: Vec<(f64, f64)> = distribution.units().iter().map(|unit| (unit.total, unit.weight)).collect();
    Ok(variation::variation(&units)?.coefficient)
}
