//! What a person types into fields: texts on the way to decisions. A text that
//! cannot be read changes nothing and stays in its field, marked, until it is
//! mended.

use num_traits::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::act::Act;
use super::sealed::Sealed;
use crate::balance::edit::BalanceEdit;
use crate::balance::target::edit::TargetEntry;
use crate::basis::exact::{self, Exact};
use crate::basis::typed;
use crate::bonus::edit::BonusEdit;
use crate::evaluation::EvaluationEdit;
use crate::word::scheme::Scheme;
use crate::word::scheme::balance::{BalanceScheme, Figure};
use crate::word::scheme::evaluation::{Parameter, Path};

/// A field that takes typed text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// A node's weight, in percent.
    Weight(Path),
    /// A number of an indicator's method.
    Parameter(Path, Parameter),
    /// An adjustment's points per unit.
    PerUnit(usize),
    /// An adjustment's cap.
    Cap(usize),
    /// The number of a step that is put together for the plan.
    Draft,
    /// The bonus pool, in yuan or 万元.
    Pool,
    /// The bonus's baseline, in points.
    Baseline,
    /// A number of the balance's standard.
    Balance(Figure),
    /// Something about a compliance target.
    Target(TargetEntry),
}

/// What was typed where. The page does not read what the field is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// The field.
    pub entry: Sealed<Entry>,
    /// The text.
    pub text: String,
}

impl Typed {
    /// A text for a field.
    pub fn new(entry: Entry, text: impl Into<String>) -> Self {
        Self { entry: entry.into(), text: text.into() }
    }

    /// The decision that the text asks for; `None`: it cannot be read.
    ///
    /// ```
    /// use suanpan::app::act::Act;
    /// use suanpan::app::typed::{Entry, Typed};
    /// use suanpan::evaluation::EvaluationEdit;
    /// use suanpan::word::scheme::Scheme;
    /// let typed = Typed::new(Entry::Weight(vec![0]), "３5.255 %");
    /// let edit = EvaluationEdit::SetWeight { path: vec![0], weight: 3_526 };
    /// assert_eq!(typed.act(&Scheme::default()), Some(Act::Evaluation(edit)));
    /// ```
    pub fn act(&self, scheme: &Scheme) -> Option<Act> {
        let text = self.text.as_str();
        let adjustment = |index: usize| scheme.evaluation.adjustments.get(index);
        Some(match self.entry.clone().open().ok()? {
            Entry::Weight(path) => Act::Evaluation(weight(path, text)?),
            Entry::Parameter(path, parameter) => {
                Act::Evaluation(EvaluationEdit::SetParameter { path, parameter, value: float(text)? })
            }
            Entry::PerUnit(index) => {
                let cap = adjustment(index)?.cap;
                Act::Evaluation(EvaluationEdit::SetAdjustment { index, per_unit: float(text)?, cap })
            }
            Entry::Cap(index) => {
                let per_unit = adjustment(index)?.per_unit;
                Act::Evaluation(EvaluationEdit::SetAdjustment { index, per_unit, cap: float(text)? })
            }
            // A number alone is no step.
            Entry::Draft => return None,
            Entry::Pool => Act::Bonus(BonusEdit::pool(text)?),
            Entry::Baseline => Act::Bonus(BonusEdit::baseline(text)?),
            Entry::Balance(figure) => Act::Balance(balance(&scheme.balance, figure, text)?),
            Entry::Target(entry) => Act::Target(entry.edit(&scheme.targets, text).ok()?),
        })
    }
}

/// A weight in percent, rounded to hundredths.
fn weight(path: Path, text: &str) -> Option<EvaluationEdit> {
    let hundredths = exact::round(&(number(text)? * exact::whole(100)), 0);
    Some(EvaluationEdit::SetWeight { path, weight: hundredths.to_u32()? })
}

/// A number of the standard; an empty text restores it.
fn balance(scheme: &BalanceScheme, figure: Figure, text: &str) -> Option<BalanceEdit> {
    if text.trim().is_empty() {
        return Some(BalanceEdit::Set(figure, None));
    }
    let value = float(text)?;
    scheme.standard.accepts(figure, value).then_some(BalanceEdit::Set(figure, Some(value)))
}

/// A decimal as the nearest double.
pub(super) fn float(text: &str) -> Option<f64> {
    exact::to_f64(&number(text)?)
}

/// A decimal, also with a percent sign.
fn number(text: &str) -> Option<Exact> {
    typed::number(text.trim().trim_end_matches(['%', '％']))
}
