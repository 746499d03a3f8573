//! 变化趋势: an index over years, on the units that every year has.
//!
//! A county whose schools changed would seem to narrow or widen when the same
//! schools did not: so only the units of all years are compared, and the others
//! are told.
//!
//! Formulas: change v_t − v_u from the year u before; relative change
//! v_t ∕ v_u − 1; slope Σ(t − t̄)·(v_t − v̄) ∕ Σ(t − t̄)², by ordinary least squares
//! on the calendar years, in the unit of the index a year.
//! σ-convergence (σ 收敛): the slope goes towards equality.
//!
//! Conventions: a year without a value (say, all zero) stands without one, and
//! slope and changes are of the others; one year has no change; what is only the
//! noise of binary numbers is no trend, and there is no relative change from it.
//! Source: Barro and Sala-i-Martin, *Convergence*, Journal of Political Economy
//! 100 (1992), doi:10.1086/261816.

use serde::{Deserialize, Serialize};

use super::{Distribution, Index, Undefined, Weighting};
use crate::basis::order;
use crate::measure::direction::Direction;
use crate::measure::mean::mean;

/// A year's units.
#[derive(Clone, Copy, Debug)]
pub struct Year<'a> {
    /// The year.
    pub year: i32,
    /// Its units as (who, x, P); who is the same in every year.
    pub units: &'a [(usize, f64, f64)],
}

/// An index in a year, over the common units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The year.
    pub year: i32,
    /// The index.
    pub value: Result<f64, Undefined>,
    /// Its change from the last year before that has a value.
    pub change: Option<f64>,
    /// The same as a part of that value.
    pub relative: Option<f64>,
}

/// An index over years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// The years, ascending.
    pub readings: Vec<Reading>,
    /// The slope, in the unit of the index a year; `None` below two values.
    pub slope: Option<f64>,
    /// Whether the slope goes towards equality.
    pub converges: bool,
    /// Whether every change does: 逐年下降.
    pub every_year: bool,
    /// The units of all years, ascending.
    pub common: Vec<usize>,
    /// The units that some year lacks, ascending: not counted.
    pub dropped: Vec<usize>,
}

/// Below this a value is the noise of binary numbers: units that are all alike
/// come this near to 0.
const NOISE: f64 = 1e-11;

/// An index over years, in any order.
///
/// # Errors
/// [`Undefined::Repeated`] for a year twice or a unit twice in a year;
/// [`Undefined::NoUnit`] where no unit has all years, or there is no year.
///
/// ```
/// use suanpan::measure::inequality::trend::{Year, trend};
/// use suanpan::measure::inequality::{Index, Weighting};
/// let years = [
///     Year { year: 2023, units: &[(1, 10.0, 10.0), (2, 30.0, 10.0), (3, 500.0, 10.0)] },
///     Year { year: 2024, units: &[(1, 15.0, 10.0), (2, 25.0, 10.0)] },
/// ];
/// let found = trend(Index::Variation, Weighting::Pupils, &years).unwrap();
/// assert_eq!(found.dropped, [3]);
/// assert_eq!(found.readings[0].value, Ok(0.5));
/// assert_eq!((found.readings[1].change, found.readings[1].relative), (Some(-0.25), Some(-0.5)));
/// assert!(found.converges && found.slope == Some(-0.25));
/// ```
pub fn trend(index: Index, weighting: Weighting, years: &[Year<'_>]) -> Result<Trend, Undefined> {
    let mut years = years.to_vec();
    order::sort_by_key(&mut years, |year| year.year);
    let (common, dropped) = present(&years)?;
    let mut readings: Vec<Reading> = Vec::with_capacity(years.len());
    let mut before = None;
    for year in &years {
        let value = over(index, weighting, year, &common);
        let change = before.zip(value.ok()).map(|(before, now): (f64, f64)| now - before);
        let relative = before.filter(|before| before.abs() > NOISE).zip(change).map(|(before, change)| change / before);
        readings.push(Reading { year: year.year, value, change, relative });
        before = value.ok().or(before);
    }
    let slope = slope(&readings);
    let nearer = |step: f64| match index.direction() {
        Direction::Lower => step < -NOISE,
        Direction::Higher => step > NOISE,
    };
    let converges = slope.is_some_and(nearer);
    let mut changes = readings.iter().filter_map(|reading| reading.change);
    let every_year = converges && changes.all(nearer);
    Ok(Trend { readings, slope, converges, every_year, common, dropped })
}

/// The units of all years, and those that some year lacks.
fn present(years: &[Year<'_>]) -> Result<(Vec<usize>, Vec<usize>), Undefined> {
    let mut seen: Vec<(usize, i32)> = Vec::new();
    for year in years {
        seen.extend(year.units.iter().map(|(who, ..)| (*who, year.year)));
    }
    order::sort_by(&mut seen, |one, other| one.cmp(other));
    let twice = seen.iter().zip(seen.iter().skip(1)).any(|(one, next)| one == next);
    let year_twice = years.iter().zip(years.iter().skip(1)).any(|(one, next)| one.year == next.year);
    if twice || year_twice {
        return Err(Undefined::Repeated);
    }
    let (mut common, mut dropped) = (Vec::new(), Vec::new());
    for of_one in seen.chunk_by(|one, next| one.0 == next.0) {
        let list = if of_one.len() == years.len() { &mut common } else { &mut dropped };
        list.extend(of_one.first().map(|(who, _)| *who));
    }
    if common.is_empty() { Err(Undefined::NoUnit) } else { Ok((common, dropped)) }
}

/// The index of a year over the common units.
fn over(index: Index, weighting: Weighting, year: &Year<'_>, common: &[usize]) -> Result<f64, Undefined> {
    let known = year.units.iter().filter(|(who, ..)| common.binary_search(who).is_ok());
    let units: Vec<(f64, f64)> = known.map(|(_, total, size)| (*total, *size)).collect();
    index.of(&Distribution::of(&units, weighting)?)
}

/// The slope of a straight line through the values, by least squares.
fn slope(readings: &[Reading]) -> Option<f64> {
    let points: Vec<(f64, f64)> =
        readings.iter().filter_map(|reading| Some((f64::from(reading.year), reading.value.ok()?))).collect();
    let middle_year = mean(&points.iter().map(|(year, _)| *year).collect::<Vec<_>>())?;
    let middle = mean(&points.iter().map(|(_, value)| *value).collect::<Vec<_>>())?;
    let square: f64 = points.iter().map(|(year, _)| (year - middle_year) * (year - middle_year)).sum();
    let product: f64 = points.iter().map(|(year, value)| (year - middle_year) * (value - middle)).sum();
    (square > 0.0).then(|| product / square)
}
