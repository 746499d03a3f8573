//! 洛伦兹曲线: the Lorenz curve.
//!
//! Points (Σp, Σs) over the units in ascending order of their values, from
//! (0, 0) to (1, 1): so much of the pupils, beginning with the worst-off, has so
//! much of the resource. The diagonal is equality; twice the area between is the
//! Gini coefficient. Among equal values any order gives the same curve.
//!
//! Source: Lorenz, *Methods of Measuring the Concentration of Wealth* (1905),
//! doi:10.2307/2276207.

use serde::{Deserialize, Serialize};

use super::{Distribution, Undefined};

/// A point of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Σp, from 0 to 1.
    pub population: f64,
    /// Σs, from 0 to 1.
    pub resource: f64,
}

/// The n + 1 points of n units.
///
/// # Errors
/// [`Undefined::Negative`], [`Undefined::ZeroMean`].
///
/// ```
/// use suanpan::measure::inequality::{Distribution, lorenz};
/// let points = lorenz::curve(&Distribution::of_values(&[3.0, 1.0]).unwrap()).unwrap();
/// let pairs: Vec<_> = points.iter().map(|point| (point.population, point.resource)).collect();
/// assert_eq!(pairs, [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]);
/// ```
pub fn curve(distribution: &Distribution) -> Result<Vec<Point>, Undefined> {
    distribution.refuse_nothing()?;
    let (weight, total) = (distribution.weight(), distribution.total());
    let start = Point { population: 0.0, resource: 0.0 };
    let others = distribution
        .units()
        .iter()
        .map(|unit| Point { population: unit.weight_so_far / weight, resource: unit.total_so_far / total });
    Ok(std::iter::once(start).chain(others).collect())
}
