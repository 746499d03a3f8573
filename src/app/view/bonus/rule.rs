//! The rule as it would stand in the paper, with its decisions in it, and the
//! controls that change them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::app::act::{Act, Deed};
use crate::app::typed::Entry;
use crate::app::view::Press;
use crate::app::view::section::{Field, Select};
use crate::basis::text::Lang;
use crate::bonus::baseline;
use crate::bonus::edit::BonusEdit;
use crate::bonus::explain::{rounded, unit_name};
use crate::word::scheme::bonus::{BonusScheme, Headcount, ScoreBasis, TailRule, UNITS};

/// A decision of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Control {
    /// The pool.
    Pool,
    /// What headcount means.
    Headcount,
    /// Which score weighs.
    Score,
    /// What is taken from the score.
    Baseline,
    /// The smallest unit paid.
    Unit,
    /// What happens to what is left over.
    Tail,
}

impl Control {
    /// Every decision, in the order of the controls.
    pub const ALL: &[Self] = &[Self::Pool, Self::Headcount, Self::Score, Self::Baseline, Self::Unit, Self::Tail];

    /// Its name in the catalogue's sentence and in the page's marks.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pool => "pool",
            Self::Headcount => "headcount",
            Self::Score => "score",
            Self::Baseline => "baseline",
            Self::Unit => "unit",
            Self::Tail => "tail",
        }
    }
}

/// The rule and its controls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The heading.
    pub title: Cow<'static, str>,
    /// The sentence; parts with a control are drawn underlined and lead to it.
    pub sentence: Vec<RulePart>,
    /// The pool in yuan.
    pub pool: Controlled<Field>,
    /// The baseline in points.
    pub baseline: Controlled<Field>,
    /// The choices.
    pub selects: Vec<Controlled<Select>>,
    /// Brings back the default rule; `None` when it is that already.
    pub reset: Option<Press>,
}

/// What changes a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controlled<T> {
    /// Which decision.
    pub control: Control,
    /// What changes it.
    pub by: T,
}

/// A piece of the rule's sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulePart {
    /// The words.
    pub text: String,
    /// The decision that they stand for.
    pub control: Option<Control>,
}

pub(super) fn rule(scheme: &BonusScheme, lang: Lang) -> Rule {
    let reset = BonusScheme { pool: scheme.pool, ..BonusScheme::default() } != *scheme;
    let pool = Field {
        hint: lang.bonus_pool_example().to_owned(),
        invalid: lang.bonus_pool_invalid().to_owned(),
        ..Field::number(Entry::Pool, lang.bonus_pool_label(), scheme.pool.map(|pool| pool.yuan()).unwrap_or_default())
    };
    let baseline = Field {
        hint: lang.bonus_baseline_example().to_owned(),
        invalid: lang.bonus_baseline_invalid().to_owned(),
        ..Field::number(Entry::Baseline, lang.bonus_baseline_label(), rounded(&baseline(scheme), 2))
    };
    Rule {
        title: lang.bonus_rule().into(),
        sentence: sentence(scheme, lang),
        pool: Controlled { control: Control::Pool, by: pool },
        baseline: Controlled { control: Control::Baseline, by: baseline },
        selects: selects(scheme, lang),
        reset: reset.then(|| Press::of(lang.bonus_reset(), Act::Bonus(BonusEdit::Reset))),
    }
}

fn selects(scheme: &BonusScheme, lang: Lang) -> Vec<Controlled<Select>> {
    fn select<T: PartialEq + Copy>(
        control: Control,
        label: &str,
        options: Vec<(T, String)>,
        chosen: T,
        edit: impl Fn(T) -> BonusEdit,
    ) -> Controlled<Select> {
        let by = Select::of(label, options, &chosen, |value| Deed::from(Act::Bonus(edit(value))));
        Controlled { control, by }
    }
    // A project file may hold a unit that is not offered; it stays visible.
    let other = (!UNITS.contains(&scheme.unit)).then_some(scheme.unit);
    let headcounts = Headcount::ALL.iter().map(|value| (*value, value.label(lang).to_owned()));
    let scores = ScoreBasis::ALL.iter().map(|value| (*value, value.label(lang).to_owned()));
    let units = UNITS.iter().chain(&other).map(|value| (*value, unit_name(*value, lang)));
    let tails = TailRule::ALL.iter().map(|value| (*value, value.label(lang).to_owned()));
    vec![
        select(
            Control::Headcount,
            lang.bonus_headcount_label(),
            headcounts.collect(),
            scheme.headcount,
            BonusEdit::SetHeadcount,
        ),
        select(Control::Score, lang.bonus_score_label(), scores.collect(), scheme.score, BonusEdit::SetScoreBasis),
        select(Control::Unit, lang.bonus_unit_label(), units.collect(), scheme.unit, BonusEdit::SetUnit),
        select(Control::Tail, lang.bonus_tail_label(), tails.collect(), scheme.tail, BonusEdit::SetTail),
    ]
}

/// The catalogue's sentence with its `[names]` replaced by the decisions, so
/// that each language has its own order of words.
fn sentence(scheme: &BonusScheme, lang: Lang) -> Vec<RulePart> {
    let mut parts = Vec::new();
    for piece in lang.bonus_rule_sentence().split_inclusive(']') {
        let (words, name) = piece.strip_suffix(']').and_then(|piece| piece.split_once('[')).unwrap_or((piece, ""));
        if !words.is_empty() {
            parts.push(RulePart { text: words.to_owned(), control: None });
        }
        let control = Control::ALL.iter().find(|control| control.name() == name);
        parts
            .extend(control.map(|&control| RulePart { text: decision(control, scheme, lang), control: Some(control) }));
    }
    parts
}

/// A decision in the sentence's words.
fn decision(control: Control, scheme: &BonusScheme, lang: Lang) -> String {
    match (control, scheme.pool) {
        (Control::Pool, Some(pool)) => lang.bonus_rule_pool(&pool.yuan()),
        (Control::Pool, None) => lang.bonus_rule_pool_open().to_owned(),
        (Control::Headcount, _) => scheme.headcount.label(lang).to_owned(),
        (Control::Score, _) => scheme.score.label(lang).to_owned(),
        (Control::Baseline, _) if scheme.baseline == 0 => lang.bonus_rule_no_baseline().to_owned(),
        (Control::Baseline, _) => lang.bonus_rule_baseline(&rounded(&baseline(scheme), 2)),
        (Control::Unit, _) => unit_name(scheme.unit, lang),
        (Control::Tail, _) => scheme.tail.label(lang).to_owned(),
    }
}
