//! Layer 3: the bonus. A pool to the fen is shared among schools by score ×
//! headcount, by largest remainder, and every line can say how it came about.
//!
//! Nothing vanishes: a school that cannot be paid is listed with the reason,
//! and 总额 = Σ实发 + 留存 + 尾差 is checked, not assumed.

use std::sync::Arc;

use num_bigint::BigInt;
use num_traits::Zero;
use serde::Serialize;

use crate::basis::exact::{self, Exact};
use crate::basis::money::Fen;
use crate::measure::apportion::{Apportionment, Part, Unshareable, apportion};
use crate::word::dataset::Dataset;
use crate::word::scheme::bonus::BonusScheme;

pub mod edit;
pub mod explain;
mod spread;
mod weigh;
pub mod wording;

pub use explain::{Subject, explain};
pub use spread::Spread;
pub(crate) use spread::fen;
pub(crate) use weigh::baseline;

/// What the bonus takes from the evaluation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// The year evaluated; headcounts are taken from it.
    pub year: Option<i32>,
    /// The schools, evaluated or not, each once.
    pub schools: Vec<SchoolScore>,
    /// The indicators with a weight that rest on exam results, by name.
    pub exam_indicators: Vec<String>,
}

/// A school's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SchoolScore {
    /// Index into the dataset's schools.
    pub school: usize,
    /// The final score, unrounded; `None`: not evaluated.
    pub score: Option<f64>,
}

/// The bonus of a county: who gets what, or what is still needed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bonus {
    /// The decisions that led to it.
    pub scheme: BonusScheme,
    /// The year whose headcounts count.
    pub year: Option<i32>,
    /// How far it came.
    pub state: BonusState,
    /// Schools that take no part, with the reason.
    pub unpaid: Vec<Unpaid>,
    /// What somebody should know before deciding.
    pub notes: Vec<Note>,
}

/// How far the calculation came.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum BonusState {
    /// No school has a score.
    NeedsScores,
    /// No evaluated school has a headcount.
    NeedsHeadcount,
    /// No pool has been entered.
    NeedsPool,
    /// The pool cannot be shared.
    Impossible(Unshareable),
    /// The pool, shared.
    Shared(Box<Distribution>),
}

/// A pool, shared among schools.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Distribution {
    /// One line a school, in the dataset's order.
    pub lines: Vec<Line>,
    /// The sums.
    pub identity: Identity,
    /// Highest, lowest and mean per head; `None` when nobody is paid.
    pub spread: Option<Spread>,
    /// All persons of the lines.
    #[serde(serialize_with = "exact::as_text")]
    pub headcount: Exact,
    /// The sum of the weights, as they are shown.
    #[serde(serialize_with = "exact::as_text")]
    pub weight: Exact,
    /// Units left over by the floors.
    pub leftover: i64,
    /// Lines that got one of them.
    pub extras: usize,
    /// The sum of the whole-number weights, against which remainders are read.
    #[serde(serialize_with = "exact::as_text")]
    pub total: BigInt,
    /// Of several lines of the same weight, only some got an extra unit.
    pub tie_at_cut: bool,
}

/// One school's bonus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Its name.
    pub name: Arc<str>,
    /// The headcount column's number: person-months, or staff.
    #[serde(serialize_with = "exact::as_text")]
    pub counted: Exact,
    /// Persons: person-months ÷ 12, or staff.
    #[serde(serialize_with = "exact::as_text")]
    pub headcount: Exact,
    /// The score as it counts, rounded or not by the scheme.
    #[serde(serialize_with = "exact::as_text")]
    pub score: Exact,
    /// The score less the baseline, at least 0.
    #[serde(serialize_with = "exact::as_text")]
    pub points: Exact,
    /// Points × counted. The ÷ 12 is the same for all and cancels.
    #[serde(serialize_with = "exact::as_text")]
    pub weight: Exact,
    /// Exact share, floor, remainder, rank, amount.
    pub part: Part,
    /// The amount for one person, in 分.
    #[serde(serialize_with = "exact::as_text")]
    pub per_capita: Exact,
    /// The amount's part of the pool, 0 to 1; 0 when the pool is 0.
    #[serde(serialize_with = "exact::as_text")]
    pub share: Exact,
}

/// 总额 = Σ实发 + 留存 + 尾差.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Identity {
    /// 总额.
    pub pool: Fen,
    /// Σ实发, added up from the lines.
    pub paid: Fen,
    /// 留存: held back by a rule. This rule holds nothing back.
    pub retained: Fen,
    /// 尾差: too small for the unit, or left by the tail rule.
    pub residue: Fen,
    /// The two sides agree.
    pub balanced: bool,
}

/// A school that takes no part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unpaid {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Its name.
    pub name: Arc<str>,
    /// Why.
    pub reason: Reason,
}

/// Why a school takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Reason {
    /// It has no score.
    NoScore,
    /// Its headcount is missing.
    NoHeadcount,
    /// Its headcount is 0 or below.
    EmptyHeadcount,
}

/// Below this per head a pool may have been meant in 万元.
const SMALL_PER_HEAD: Fen = Fen(100_000);

/// Something to know before deciding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Note {
    /// Indicators from exams lead to money; national policy forbids it (总体方案
    /// 2020). Allowed here, said, and kept on record.
    ExamIndicators(Vec<String>),
    /// The pool is below 1,000 元 a head: perhaps it was meant in 万元.
    PoolSmall,
    /// All schools have the same points, so the score makes no difference.
    NoSpread,
    /// Some schools lie at or below the baseline and get nothing.
    BelowBaseline(usize),
    /// Schools of equal weight differ by one unit.
    TieAtCut,
}

/// Shares the scheme's pool among the schools.
pub fn distribute(dataset: &Dataset, scores: &Scores, scheme: &BonusScheme) -> Bonus {
    let (candidates, unpaid) = weigh::candidates(dataset, scores, scheme);
    let state = if scores.schools.iter().all(|school| school.score.is_none()) {
        BonusState::NeedsScores
    } else if candidates.is_empty() {
        BonusState::NeedsHeadcount
    } else if let Some(pool) = scheme.pool {
        let claims: Vec<_> = candidates.iter().map(|candidate| candidate.claim(dataset)).collect();
        match apportion(pool, scheme.unit, &claims, scheme.tail) {
            Ok(shares) => BonusState::Shared(Box::new(Distribution::new(pool, candidates, shares))),
            Err(fault) => BonusState::Impossible(fault),
        }
    } else {
        BonusState::NeedsPool
    };
    let notes = notes(scores, &state);
    Bonus { scheme: scheme.clone(), year: scores.year, state, unpaid, notes }
}

fn notes(scores: &Scores, state: &BonusState) -> Vec<Note> {
    let mut notes = Vec::new();
    if !scores.exam_indicators.is_empty() {
        notes.push(Note::ExamIndicators(scores.exam_indicators.clone()));
    }
    let BonusState::Shared(shared) = state else { return notes };
    let pool = exact::whole(shared.identity.pool.0);
    if !pool.is_zero() && pool < &shared.headcount * exact::whole(SMALL_PER_HEAD.0) {
        notes.push(Note::PoolSmall);
    }
    let mut levels = shared.lines.iter().map(|line| &line.points);
    let first = levels.next();
    if shared.lines.len() > 1 && levels.all(|level| Some(level) == first) {
        notes.push(Note::NoSpread);
    }
    let below = shared.lines.iter().filter(|line| line.points.is_zero()).count();
    if below > 0 {
        notes.push(Note::BelowBaseline(below));
    }
    if shared.tie_at_cut {
        notes.push(Note::TieAtCut);
    }
    notes
}

impl Distribution {
    fn new(pool: Fen, candidates: Vec<weigh::Candidate>, shares: Apportionment) -> Self {
        let extras = shares.parts.iter().filter(|part| part.extra).count();
        let lines: Vec<Line> = candidates
            .into_iter()
            .zip(shares.parts)
            .map(|(candidate, part)| Line::new(candidate, part, pool))
            .collect();
        let paid: Fen = lines.iter().map(|line| line.part.amount).sum();
        let retained = Fen(0);
        Self {
            identity: Identity {
                pool,
                paid,
                retained,
                residue: shares.residue,
                balanced: pool == paid + retained + shares.residue,
            },
            spread: spread::spread(&lines),
            headcount: lines.iter().map(|line| &line.headcount).sum(),
            weight: lines.iter().map(|line| &line.weight).sum(),
            total: shares.total,
            leftover: shares.leftover,
            extras,
            tie_at_cut: shares.tie_at_cut,
            lines,
        }
    }
}

impl Line {
    fn new(candidate: weigh::Candidate, part: Part, pool: Fen) -> Self {
        let amount = exact::whole(part.amount.0);
        Self {
            per_capita: &amount / &candidate.headcount,
            share: if pool.0 == 0 { Exact::zero() } else { amount / exact::whole(pool.0) },
            school: candidate.school,
            name: candidate.name,
            counted: candidate.counted,
            headcount: candidate.headcount,
            score: candidate.score,
            points: candidate.points,
            weight: candidate.weight,
            part,
        }
    }
}

impl Bonus {
    /// The distribution, when the pool could be shared.
    pub fn shared(&self) -> Option<&Distribution> {
        match &self.state {
            BonusState::Shared(shared) => Some(shared),
            _ => None,
        }
    }

    /// A school's line, when it is paid.
    pub fn line(&self, school: usize) -> Option<&Line> {
        self.shared()?.lines.iter().find(|line| line.school == school)
    }
}
