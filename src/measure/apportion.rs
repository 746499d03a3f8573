//! Apportionment by largest remainders (最大余额法, Hamilton, Hare–Niemeyer):
//! a pool of money in proportion to weights, exact to the unit.
//!
//! Formula, for a pool P in 分, a unit u in 分 and weights wᵢ ≥ 0 with sum W:
//! ```text
//! U  = P div u                         P mod u stays over
//! fᵢ = (U·wᵢ) div W                    rᵢ = (U·wᵢ) mod W
//! L  = U − Σfᵢ                         0 ≤ L < number of rᵢ above 0
//! order: rᵢ descending, wᵢ descending, key ascending
//! aᵢ = u·(fᵢ + 1) for the first L of that order, else u·fᵢ
//! ```
//! Weights are rationals; they are lifted to whole numbers without a common
//! divisor first, so only their ratios matter.
//!
//! Range: each part lies between the floor and the ceiling of its exact share,
//! Σaᵢ = P − P mod u, a larger weight never gets less, a weight of 0 gets 0, and
//! the order of the claims never matters, only their keys. It is not monotone
//! in P: with one more unit a part can shrink by one (the Alabama paradox).
//!
//! Conventions: a pool of 0 pays 0 to all, whatever the weights; one claim gets
//! everything. The other [`TailRule`]s start from the same floors.
//!
//! Source: M. Balinski, H. P. Young, *Fair Representation*, 2nd ed. 2001.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use serde::{Deserialize, Serialize};

use crate::basis::exact::{self, Exact};
use crate::basis::money::Fen;
use crate::basis::order;

/// What happens to the units that the floors leave over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TailRule {
    /// 最大余额法: each gets the floor, the largest remainders one unit more.
    LargestRemainder,
    /// 同权同额: a unit more only to whole groups of equal weight, in the order
    /// of remainders, up to the first group that is too large.
    EqualGroups,
    /// Floors only; the rest stays as 尾差.
    Floor,
}

/// Who claims a part, and with what weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim<K> {
    /// Decides ties between equal weights: smaller keys come first.
    pub key: K,
    /// At least 0.
    pub weight: Exact,
}

/// What one claim gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The weight as a whole number, to be read against
    /// [`Apportionment::total`].
    #[serde(serialize_with = "exact::as_text")]
    pub weight: BigInt,
    /// The exact share of the whole units, in 分: u·U·w/W.
    #[serde(serialize_with = "exact::as_text")]
    pub due: Exact,
    /// Whole units in the exact share.
    pub floor: i64,
    /// What the exact share has beyond them: this many of `total` parts of a
    /// unit.
    #[serde(serialize_with = "exact::as_text")]
    pub remainder: BigInt,
    /// The remainder's place among those above 0, from 1.
    pub rank: Option<usize>,
    /// One of the units left over came here.
    pub extra: bool,
    /// What is paid.
    pub amount: Fen,
}

/// A pool, shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Apportionment {
    /// In the order of the claims.
    pub parts: Vec<Part>,
    /// The sum of the whole-number weights, W.
    #[serde(serialize_with = "exact::as_text")]
    pub total: BigInt,
    /// The unit paid, in 分.
    pub unit: i64,
    /// Units left over by the floors, L.
    pub leftover: i64,
    /// 尾差: what is not paid to anybody.
    pub residue: Fen,
    /// Of several claims of the same weight, only some got the extra unit.
    pub tie_at_cut: bool,
}

/// Why a pool cannot be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Unshareable {
    /// The pool is below 0.
    NegativePool,
    /// The unit is not at least 1 分.
    BadUnit,
    /// The weight of this claim is below 0.
    NegativeWeight(usize),
    /// This claim has the key of an earlier one, so ties would be arbitrary.
    DuplicateKey(usize),
    /// There is a pool, but no weight above 0.
    NoWeight,
}

/// Shares a pool.
///
/// ```
/// use suanpan::basis::{exact::whole, money::Fen};
/// use suanpan::measure::apportion::{apportion, Claim, TailRule};
/// let claims = [("T3", 1), ("T1", 1), ("T2", 1)].map(|(key, weight)| Claim { key, weight: whole(weight) });
/// let shared = apportion(Fen(10_000), 1, &claims, TailRule::LargestRemainder).unwrap();
/// let paid: Vec<i64> = shared.parts.iter().map(|part| part.amount.0).collect();
/// assert_eq!(paid, [3333, 3334, 3333]); // T1 comes first, wherever it stands
/// ```
///
/// # Errors
/// [`Unshareable`] says which input does not fit.
pub fn apportion<K: Ord>(
    pool: Fen,
    unit: i64,
    claims: &[Claim<K>],
    tail: TailRule,
) -> Result<Apportionment, Unshareable> {
    check(pool, unit, claims)?;
    let weights = lift(claims);
    let total: BigInt = weights.iter().sum();
    if total.is_zero() && pool.0 > 0 {
        return Err(Unshareable::NoWeight);
    }
    let units = pool.0 / unit;
    let mut claimed: Vec<(usize, &K, Part)> = claims
        .iter()
        .zip(weights)
        .enumerate()
        .map(|(index, (claim, weight))| (index, &claim.key, start(weight, units, unit, &total)))
        .collect();
    order::sort_by(&mut claimed, |(_, key, a), (_, other, b)| {
        b.remainder.cmp(&a.remainder).then_with(|| b.weight.cmp(&a.weight)).then_with(|| key.cmp(other))
    });
    let leftover = units - claimed.iter().map(|(.., part)| part.floor).sum::<i64>();
    let mut ranked: Vec<&mut Part> = claimed.iter_mut().map(|(.., part)| part).collect();
    award(&mut ranked, leftover, tail);
    let tie_at_cut = ranked.windows(2).any(|pair| matches!(pair, [a, b] if a.weight == b.weight && a.extra != b.extra));
    for (place, part) in ranked.into_iter().enumerate() {
        part.rank = part.remainder.is_positive().then_some(place + 1);
        part.amount = Fen(unit * (part.floor + i64::from(part.extra)));
    }
    order::sort_by_key(&mut claimed, |(index, ..)| *index);
    let parts: Vec<Part> = claimed.into_iter().map(|(.., part)| part).collect();
    let awarded: i64 = parts.iter().map(|part| i64::from(part.extra)).sum();
    let residue = Fen(pool.0 % unit + unit * (leftover - awarded));
    Ok(Apportionment { parts, total, unit, leftover, residue, tie_at_cut })
}

fn check<K: Ord>(pool: Fen, unit: i64, claims: &[Claim<K>]) -> Result<(), Unshareable> {
    if pool.0 < 0 {
        return Err(Unshareable::NegativePool);
    }
    if unit < 1 {
        return Err(Unshareable::BadUnit);
    }
    let mut keys = BTreeSet::new();
    for (index, claim) in claims.iter().enumerate() {
        if claim.weight.is_negative() {
            return Err(Unshareable::NegativeWeight(index));
        }
        if !keys.insert(&claim.key) {
            return Err(Unshareable::DuplicateKey(index));
        }
    }
    Ok(())
}

/// The weights as whole numbers in the same proportion, as small as possible.
fn lift<K>(claims: &[Claim<K>]) -> Vec<BigInt> {
    let scale = claims.iter().fold(BigInt::one(), |scale, claim| scale.lcm(claim.weight.denom()));
    let whole: Vec<BigInt> =
        claims.iter().map(|claim| claim.weight.numer() * (&scale / claim.weight.denom())).collect();
    let divisor = whole.iter().fold(BigInt::zero(), |divisor, weight| divisor.gcd(weight));
    if divisor.is_zero() { whole } else { whole.into_iter().map(|weight| weight / &divisor).collect() }
}

/// A part with its exact share and floor, nothing awarded yet.
fn start(weight: BigInt, units: i64, unit: i64, total: &BigInt) -> Part {
    let (floor, remainder, due) = if total.is_zero() {
        (BigInt::zero(), BigInt::zero(), Exact::zero())
    } else {
        let share = &weight * units;
        let due = Exact::new(&share * unit, total.clone());
        let (floor, remainder) = share.div_rem(total);
        (floor, remainder, due)
    };
    // A floor is at most `units`, so it always fits.
    let floor = i64::try_from(floor).unwrap_or(units);
    Part { weight, due, floor, remainder, rank: None, extra: false, amount: Fen(0) }
}

/// Gives the units left over to parts in the order of their remainders.
fn award(ranked: &mut [&mut Part], leftover: i64, tail: TailRule) {
    let mut left = usize::try_from(leftover).unwrap_or(0);
    match tail {
        TailRule::LargestRemainder => ranked.iter_mut().take(left).for_each(|part| part.extra = true),
        TailRule::EqualGroups => {
            for group in ranked.chunk_by_mut(|a, b| a.weight == b.weight) {
                if group.len() > left {
                    break;
                }
                left -= group.len();
                group.iter_mut().for_each(|part| part.extra = true);
            }
        }
        TailRule::Floor => {}
    }
}

impl TailRule {
    /// Every rule, the default first.
    pub const ALL: &[Self] = &[Self::LargestRemainder, Self::EqualGroups, Self::Floor];
}
