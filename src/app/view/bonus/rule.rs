//! The rule as it would stand in the paper, with its decisions in it, and the
//! controls that change them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

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
    pub pool: Field,
    /// The baseline in points.
    pub baseline: Field,
    /// The choices.
    pub selects: Vec<Select>,
    /// The button that brings back the default rule, and its edit; `None` when
    /// the rule is the default.
    pub reset: Option<Choice>,
}

/// A piece of the rule's sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulePart {
    /// The words.
    pub text: String,
    /// The decision that they stand for.
    pub control: Option<Control>,
}

/// A text field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Which decision.
    pub control: Control,
    /// What it is for.
    pub label: Cow<'static, str>,
    /// Its text; empty for no value.
    pub value: String,
    /// An example, shown while it is empty.
    pub placeholder: Cow<'static, str>,
    /// What to say about a text that cannot be read.
    pub invalid: Cow<'static, str>,
}

/// A choice among a few.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Select {
    /// Which decision.
    pub control: Control,
    /// What it is for.
    pub label: Cow<'static, str>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its text.
    pub label: String,
    /// It is the one that holds.
    pub chosen: bool,
    /// What choosing it does.
    pub edit: BonusEdit,
}

pub(super) fn rule(scheme: &BonusScheme, lang: Lang) -> Rule {
    let reset = BonusScheme { pool: scheme.pool, ..BonusScheme::default() } != *scheme;
    Rule {
        title: lang.bonus_rule().into(),
        sentence: sentence(scheme, lang),
        pool: Field {
            control: Control::Pool,
            label: lang.bonus_pool_label().into(),
            value: scheme.pool.map(|pool| pool.yuan()).unwrap_or_default(),
            placeholder: lang.bonus_pool_example().into(),
            invalid: lang.bonus_pool_invalid().into(),
        },
        baseline: Field {
            control: Control::Baseline,
            label: lang.bonus_baseline_label().into(),
            value: rounded(&baseline(scheme), 2),
            placeholder: lang.bonus_baseline_example().into(),
            invalid: lang.bonus_baseline_invalid().into(),
        },
        selects: selects(scheme, lang),
        reset: reset.then(|| Choice { label: lang.bonus_reset().to_owned(), chosen: false, edit: BonusEdit::Reset }),
    }
}

fn selects(scheme: &BonusScheme, lang: Lang) -> Vec<Select> {
    let headcount = |&value: &Headcount| Choice {
        label: value.label(lang).to_owned(),
        chosen: value == scheme.headcount,
        edit: BonusEdit::SetHeadcount(value),
    };
    let score = |&value: &ScoreBasis| Choice {
        label: value.label(lang).to_owned(),
        chosen: value == scheme.score,
        edit: BonusEdit::SetScoreBasis(value),
    };
    let unit = |&value: &i64| Choice {
        label: unit_name(value, lang),
        chosen: value == scheme.unit,
        edit: BonusEdit::SetUnit(value),
    };
    let tail = |&value: &TailRule| Choice {
        label: value.label(lang).to_owned(),
        chosen: value == scheme.tail,
        edit: BonusEdit::SetTail(value),
    };
    // A project file may hold a unit that is not offered; it stays visible.
    let other = (!UNITS.contains(&scheme.unit)).then_some(scheme.unit);
    let units = UNITS.iter().chain(&other).map(unit).collect();
    let select = |control, label, choices| Select { control, label, choices };
    vec![
        select(Control::Headcount, lang.bonus_headcount_label().into(), Headcount::ALL.iter().map(headcount).collect()),
        select(Control::Score, lang.bonus_score_label().into(), ScoreBasis::ALL.iter().map(score).collect()),
        select(Control::Unit, lang.bonus_unit_label().into(), units),
        select(Control::Tail, lang.bonus_tail_label().into(), TailRule::ALL.iter().map(tail).collect()),
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
