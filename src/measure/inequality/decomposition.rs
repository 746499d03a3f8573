//! 组间与组内: how much of the differences lies between groups of units
//! (城乡, 公办/民办, 乡镇, 学区, 集团), and how much within.
//!
//! With group g of pupil share p_g, mean μ_g and own index I_g, r_g = μ_g ∕ μ,
//! s_g = p_g·r_g its share of the resource:
//!
//! | index | between | factor of I_g within |
//! |---|---|---|
//! | T | Σ s_g·ln r_g | s_g |
//! | L | Σ p_g·ln(1 ∕ r_g) | p_g |
//! | CV² | Σ p_g·(r_g − 1)² | p_g·r_g² |
//! | G | ½·ΣΣ p_g·p_h·│r_g − r_h│ | p_g·s_g |
//!
//! T, L and CV² are the sum of both parts. The Gini coefficient has a third:
//! how far the groups overlap, G less both parts; 0 where no value of one group
//! lies among those of another. What a group contributes between may be
//! negative, for T below the mean and for L above it; the sum is not.
//!
//! Conventions: those of the index. A group in which nobody has anything has no
//! index of its own and adds nothing within. A unit alone in its group adds
//! nothing within.
//! Source: Shorrocks, Econometrica 48 (1980), doi:10.2307/1913126; for the Gini
//! coefficient Bhattacharya and Mahalanobis, JASA 62 (1967).

use serde::{Deserialize, Serialize};

use super::distribution::Weighting;
use super::{Distribution, Index, Undefined};
use crate::basis::order;
use crate::measure::logarithm::ln;
use crate::measure::rank::compare;

/// What can be taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Decomposable {
    /// Theil's T.
    TheilT,
    /// Theil's L.
    TheilL,
    /// The square of the official coefficient of variation.
    VariationSquared,
    /// The Gini coefficient, with an overlap.
    Gini,
}

/// A group in a decomposition.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The group.
    pub group: usize,
    /// How many units it has.
    pub units: usize,
    /// p_g, its share of the pupils (by schools: of the schools).
    pub population: f64,
    /// s_g, its share of the resource.
    pub resource: f64,
    /// μ_g, in the unit of the values.
    pub mean: f64,
    /// Its own index; `None` where nobody in it has anything.
    pub index: Option<f64>,
    /// What its own index counts for in the whole.
    pub factor: f64,
    /// What it contributes to the part between.
    pub between: f64,
    /// What it contributes to the part within: factor × index.
    pub within: f64,
}

/// An index taken apart: total = between + within + overlap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decomposition {
    /// The index over all units, computed by itself.
    pub total: f64,
    /// What would be left if all units of a group were alike.
    pub between: f64,
    /// What would be left if all groups had the same mean.
    pub within: f64,
    /// Of the Gini coefficient; else 0.
    pub overlap: f64,
    /// The groups in ascending order.
    pub parts: Vec<Part>,
}

/// Two groupings, one inside the other: total = outer + inner + within +
/// overlap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Nested {
    /// By the outer groups; its `between` is the first part.
    pub outer: Decomposition,
    /// Each outer group by its inner ones, in the order of `outer.parts`;
    /// `None` where nobody in it has anything.
    pub inside: Vec<Option<Decomposition>>,
    /// Between inner groups within the outer ones.
    pub inner: f64,
    /// Within inner groups.
    pub within: f64,
    /// Of the Gini coefficient, of both steps; else 0.
    pub overlap: f64,
}

impl Decomposable {
    /// All.
    pub const ALL: &[Self] = &[Self::TheilT, Self::TheilL, Self::VariationSquared, Self::Gini];

    /// It over a distribution.
    ///
    /// # Errors
    /// As [`Index::of`].
    pub fn of(self, distribution: &Distribution) -> Result<f64, Undefined> {
        match self {
            Self::TheilT => Index::TheilT.of(distribution),
            Self::TheilL => Index::TheilL.of(distribution),
            Self::VariationSquared => Index::HalfSquare.of(distribution).map(|half| 2.0 * half),
            Self::Gini => Index::Gini.of(distribution),
        }
    }

    const fn factor(self, p: f64, r: f64) -> f64 {
        match self {
            Self::TheilT => p * r,
            Self::TheilL => p,
            Self::VariationSquared => p * r * r,
            Self::Gini => p * p * r,
        }
    }
}

impl Decomposition {
    /// The part between as a share of the whole (贡献率), 0 to 1; `None` where
    /// there is nothing to share.
    pub fn between_rate(&self) -> Option<f64> {
        (self.total > 0.0).then(|| self.between / self.total)
    }
}

/// Takes an index apart by the groups of units, given as ((x_i, P_i), group).
///
/// # Errors
/// As [`Index::of`]; the Gini coefficient too refuses negative values here.
///
/// ```
/// use suanpan::measure::inequality::Weighting;
/// use suanpan::measure::inequality::decomposition::{Decomposable, decompose};
/// // Two town schools with 3 and 5 for a pupil, two of the country with 1 and 3.
/// let units = [((30.0, 10.0), 0), ((50.0, 10.0), 0), ((10.0, 10.0), 1), ((30.0, 10.0), 1)];
/// let found = decompose(Decomposable::VariationSquared, Weighting::Pupils, &units).unwrap();
/// let near = |value: f64, expected: f64| (value - expected).abs() < 1e-15;
/// assert!(near(found.total, 2.0 / 9.0)); // 18/9 ∕ 9
/// assert!(near(found.between, 1.0 / 9.0) && near(found.within, 1.0 / 9.0));
/// ```
pub fn decompose(
    index: Decomposable,
    weighting: Weighting,
    units: &[((f64, f64), usize)],
) -> Result<Decomposition, Undefined> {
    let all: Vec<(f64, f64)> = units.iter().map(|(unit, _)| *unit).collect();
    let whole = Distribution::of(&all, weighting)?;
    whole.refuse_nothing()?;
    let total = index.of(&whole)?;
    let mut parts = Vec::new();
    for (group, members) in grouped(units.iter().copied()) {
        let own = Distribution::of(&members, weighting)?;
        parts.push(part(index, &whole, group, &own)?);
    }
    share_between(index, whole.mean(), &mut parts);
    let between = parts.iter().map(|part| part.between).sum();
    let within = parts.iter().map(|part| part.within).sum();
    let overlap = if index == Decomposable::Gini { total - between - within } else { 0.0 };
    Ok(Decomposition { total, between, within, overlap, parts })
}

/// Takes an index apart by two groupings of units, given as
/// ((x_i, P_i), [outer, inner]). An inner group is one of its outer group: the
/// same number in another is another.
///
/// # Errors
/// As [`decompose`].
///
/// ```
/// use suanpan::measure::inequality::Weighting;
/// use suanpan::measure::inequality::decomposition::{Decomposable, decompose_nested};
/// let units = [((30.0, 10.0), [0, 0]), ((50.0, 10.0), [0, 1]), ((10.0, 10.0), [1, 0]), ((30.0, 10.0), [1, 0])];
/// let found = decompose_nested(Decomposable::VariationSquared, Weighting::Pupils, &units).unwrap();
/// let near = |value: f64, expected: f64| (value - expected).abs() < 1e-15;
/// assert!(near(found.outer.between, 2.0 / 18.0) && near(found.inner, 1.0 / 18.0) && near(found.within, 1.0 / 18.0));
/// ```
pub fn decompose_nested(
    index: Decomposable,
    weighting: Weighting,
    units: &[((f64, f64), [usize; 2])],
) -> Result<Nested, Undefined> {
    let by_outer: Vec<((f64, f64), usize)> = units.iter().map(|(unit, [outer, _])| (*unit, *outer)).collect();
    let outer = decompose(index, weighting, &by_outer)?;
    let (mut inner, mut within, mut overlap) = (0.0, 0.0, outer.overlap);
    let mut inside = Vec::with_capacity(outer.parts.len());
    let members = grouped(units.iter().map(|(unit, [outer, inner])| ((*unit, *inner), *outer)));
    for (part, (_, members)) in outer.parts.iter().zip(members) {
        let found = if part.index.is_some() { Some(decompose(index, weighting, &members)?) } else { None };
        if let Some(found) = &found {
            inner += part.factor * found.between;
            within += part.factor * found.within;
            overlap += part.factor * found.overlap;
        }
        inside.push(found);
    }
    Ok(Nested { outer, inside, inner, within, overlap })
}

/// The members of each group, groups in ascending order, members in theirs.
fn grouped<T>(members: impl Iterator<Item = (T, usize)>) -> Vec<(usize, Vec<T>)> {
    let mut members: Vec<(T, usize)> = members.collect();
    order::sort_by_key(&mut members, |(_, group)| *group);
    let mut groups: Vec<(usize, Vec<T>)> = Vec::new();
    for (member, group) in members {
        match groups.last_mut() {
            Some((last, list)) if *last == group => list.push(member),
            _ => groups.push((group, vec![member])),
        }
    }
    groups
}

/// A group, but for what it contributes between.
fn part(index: Decomposable, whole: &Distribution, group: usize, own: &Distribution) -> Result<Part, Undefined> {
    let population = own.weight() / whole.weight();
    let relative = own.mean() / whole.mean();
    let (own_index, factor) =
        if own.mean() > 0.0 { (Some(index.of(own)?), index.factor(population, relative)) } else { (None, 0.0) };
    Ok(Part {
        group,
        units: own.units().len(),
        population,
        resource: own.total() / whole.total(),
        mean: own.mean(),
        index: own_index,
        factor,
        between: 0.0,
        within: own_index.map_or(0.0, |own_index| factor * own_index),
    })
}

/// What each group contributes between.
fn share_between(index: Decomposable, mean: f64, parts: &mut Vec<Part>) {
    if index == Decomposable::Gini {
        return share_pairs(mean, parts);
    }
    for part in parts {
        let (p, r) = (part.population, part.mean / mean);
        part.between = match index {
            Decomposable::TheilT if r > 0.0 => p * r * ln(r),
            Decomposable::TheilL => p * (0.0 - ln(r)),
            Decomposable::VariationSquared => p * (r - 1.0) * (r - 1.0),
            Decomposable::TheilT | Decomposable::Gini => 0.0,
        };
    }
}

/// Of each pair of groups, ½·p_g·p_h·|r_g − r_h| goes to either. In ascending
/// order of the means, what lies below and above is known from running sums.
fn share_pairs(mean: f64, parts: &mut Vec<Part>) {
    order::sort_by(parts, |one, other| compare(one.mean, other.mean));
    let sum = |parts: &[Part], of: fn(&Part) -> f64| parts.iter().map(of).sum::<f64>();
    let (mut above, mut held_above) = (sum(parts, |g| g.population), sum(parts, |g| g.population * g.mean));
    let (mut below, mut held_below) = (0.0, 0.0);
    for part in parts.iter_mut() {
        let held = part.population * part.mean;
        above -= part.population;
        held_above -= held;
        let distance = part.mean * (below - above) + held_above - held_below;
        part.between = part.population * distance / (2.0 * mean);
        below += part.population;
        held_below += held;
    }
    order::sort_by_key(parts, |part| part.group);
}
