//! Whether a project's decisions are ones that a person could have made. The
//! calculations rely on it.

use serde::{Deserialize, Serialize};

use crate::balance::target::edit::{NAME_MOST, OWN_MOST};
use crate::balance::target::typed::TEXT_MOST;
use crate::basis::money::MOST;
use crate::basis::text::Lang;
use crate::bonus::edit::BASELINE_MOST;
use crate::word::scheme::Scheme;
use crate::word::scheme::balance::{BalanceScheme, Change};
use crate::word::scheme::bonus::BonusScheme;
use crate::word::scheme::evaluation::{EvaluationScheme, Node, WHOLE};
use crate::word::scheme::target::{Aggregation, Condition, Part, Scope, Scoring, Target, TargetScheme};

/// The most levels of a tree.
const DEPTH: usize = 8;

/// The most nodes of a tree.
const NODES: usize = 500;

/// The most characters of a name.
const NAME: usize = 200;

/// What a scheme has that it cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrong {
    /// A pool below 0 or above what is accepted.
    Pool,
    /// A unit below 1 分.
    Unit,
    /// A baseline above what is accepted.
    Baseline,
    /// Siblings whose weights do not add up to the whole.
    Weights,
    /// A number that is not finite, or a cap below 0.
    Number,
    /// A tree too deep or too large.
    Tree,
    /// A name too long.
    Name,
    /// A figure of a balance standard that it cannot have.
    Figure,
    /// Too many targets of one's own, or something typed about one too long.
    Targets,
}

/// The first thing that is wrong with a scheme.
pub(super) fn scheme(scheme: &Scheme) -> Option<Wrong> {
    let parts = bonus(&scheme.bonus).or_else(|| evaluation(&scheme.evaluation));
    parts.or_else(|| balance(&scheme.balance)).or_else(|| targets(&scheme.targets))
}

fn bonus(scheme: &BonusScheme) -> Option<Wrong> {
    let pool = scheme.pool.is_none_or(|pool| (0..=MOST).contains(&pool.0));
    match () {
        () if !pool => Some(Wrong::Pool),
        () if scheme.unit < 1 => Some(Wrong::Unit),
        () if scheme.baseline > BASELINE_MOST => Some(Wrong::Baseline),
        () => None,
    }
}

fn balance(scheme: &BalanceScheme) -> Option<Wrong> {
    let fits = |change: &Change| change.standard.accepts(change.figure, change.value);
    (!scheme.changes.iter().all(fits)).then_some(Wrong::Figure)
}

fn evaluation(scheme: &EvaluationScheme) -> Option<Wrong> {
    let mut left = NODES;
    let fits = |term: &f64| term.is_finite();
    let terms = scheme.adjustments.iter().all(|term| fits(&term.per_unit) && fits(&term.cap) && term.cap >= 0.0);
    siblings(&scheme.nodes, DEPTH, &mut left).or_else(|| (!terms).then_some(Wrong::Number))
}

/// Checks siblings and what is below them, `depth` levels at most.
fn siblings(nodes: &[Node], depth: usize, left: &mut usize) -> Option<Wrong> {
    if nodes.is_empty() {
        return None;
    }
    match (depth.checked_sub(1), left.checked_sub(nodes.len())) {
        (Some(below), Some(rest)) => {
            *left = rest;
            let sum: u64 = nodes.iter().map(|node| u64::from(node.weight)).sum();
            let whole = sum == u64::from(WHOLE);
            let weights = (!whole).then_some(Wrong::Weights);
            weights.or_else(|| {
                nodes.iter().find_map(|node| self::node(node).or_else(|| siblings(node.children(), below, left)))
            })
        }
        _ => Some(Wrong::Tree),
    }
}

fn node(node: &Node) -> Option<Wrong> {
    if node.name.chars().nth(NAME).is_some() {
        return Some(Wrong::Name);
    }
    let mut numbers = node.indicator().map(|indicator| indicator.normalisation.parameters()).into_iter().flatten();
    numbers.any(|(_, number)| !number.is_finite()).then_some(Wrong::Number)
}

/// Numbers of any length would be computed with for as long.
fn targets(scheme: &TargetScheme) -> Option<Wrong> {
    let fits = |text: &str, most: usize| text.chars().nth(most).is_none();
    let short = |text: &str| fits(text, TEXT_MOST);
    let scored = |scoring: &Scoring| match scoring {
        Scoring::PassFail => true,
        Scoring::Deduct { per, step, most } => [per, step, most].into_iter().all(|text| short(text)),
        Scoring::Bands(bands) => bands.iter().all(|band| short(&band.limit) && short(&band.points)),
    };
    let combined = |aggregation: &Aggregation| match aggregation {
        Aggregation::Share { least } => short(least),
        Aggregation::KOfN { floor, .. } => short(floor),
        Aggregation::Value | Aggregation::All | Aggregation::Trend { .. } => true,
    };
    let own = |target: &Target| {
        let scoped = match &target.scope {
            Scope::Subset { percent, .. } => short(percent),
            Scope::EachOf { when } => {
                when.iter().all(|condition| !matches!(condition, Condition::Number { limit, .. } if !short(limit)))
            }
            Scope::County | Scope::EachSchool | Scope::EachClass => true,
        };
        let named = fits(&target.name.zh, NAME_MOST) && short(&target.points) && short(&target.id);
        let limits = target.limits.len() <= Part::ALL.len() && target.limits.iter().all(|limit| short(&limit.value));
        scoped && named && limits && scored(&target.scoring) && combined(&target.aggregation)
    };
    let good = scheme.own.len() <= OWN_MOST
        && scheme.own.iter().all(own)
        && scheme.limits.iter().all(|limit| short(&limit.value))
        && scheme.given.iter().all(|given| short(&given.text))
        && scheme.marks.iter().all(|mark| short(&mark.full) && short(&mark.awarded));
    (!good).then_some(Wrong::Targets)
}

impl Wrong {
    /// Every fault.
    pub const ALL: &[Self] = &[
        Self::Pool,
        Self::Unit,
        Self::Baseline,
        Self::Weights,
        Self::Number,
        Self::Tree,
        Self::Name,
        Self::Figure,
        Self::Targets,
    ];

    /// What it is, as part of a sentence.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Pool => lang.wrong_pool(),
            Self::Unit => lang.wrong_unit(),
            Self::Baseline => lang.wrong_baseline(),
            Self::Weights => lang.wrong_weights(),
            Self::Number => lang.wrong_number(),
            Self::Tree => lang.wrong_tree(),
            Self::Name => lang.wrong_name(),
            Self::Figure => lang.wrong_figure(),
            Self::Targets => lang.wrong_targets(),
        }
    }
}
