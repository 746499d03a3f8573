//! What a person types into fields: texts on the way to edits. A text that
//! cannot be read changes nothing and stays in its field, marked, until it is
//! mended.

use num_traits::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::event::Event;
use crate::balance::edit::{BalanceEdit, PlanEdit};
use crate::balance::target::edit::TargetEntry;
use crate::basis::exact::{self, Exact};
use crate::basis::width::half_width;
use crate::bonus::edit::BonusEdit;
use crate::evaluation::EvaluationEdit;
use crate::word::scheme::Scheme;
use crate::word::scheme::balance::{BalanceScheme, Figure};
use crate::word::scheme::evaluation::{Parameter, Path};
use crate::word::scheme::plan::Step;

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
    /// The number of a step that is added to the plan.
    Step(Step),
    /// The bonus pool, in yuan or 万元.
    Pool,
    /// The bonus's baseline, in points.
    Baseline,
    /// A number of the balance's standard.
    Balance(Figure),
    /// Something about a compliance target.
    Target(TargetEntry),
}

/// What was typed where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// The field.
    pub entry: Entry,
    /// The text.
    pub text: String,
}

impl Typed {
    /// The edit that the text asks for; `None`: it cannot be read.
    ///
    /// ```
    /// use suanpan::app::event::Event;
    /// use suanpan::app::typed::{Entry, Typed};
    /// use suanpan::evaluation::EvaluationEdit;
    /// use suanpan::word::scheme::Scheme;
    /// let typed = Typed { entry: Entry::Weight(vec![0]), text: "３5.255 %".into() };
    /// let edit = EvaluationEdit::SetWeight { path: vec![0], weight: 3_526 };
    /// assert_eq!(typed.edit(&Scheme::default()), Some(Event::Evaluation(edit)));
    /// ```
    pub fn edit(&self, scheme: &Scheme) -> Option<Event> {
        let text = self.text.as_str();
        let adjustment = |index: usize| scheme.evaluation.adjustments.get(index);
        Some(match &self.entry {
            Entry::Weight(path) => Event::Evaluation(weight(path, text)?),
            Entry::Parameter(path, parameter) => Event::Evaluation(EvaluationEdit::SetParameter {
                path: path.clone(),
                parameter: *parameter,
                value: float(text)?,
            }),
            &Entry::PerUnit(index) => {
                let cap = adjustment(index)?.cap;
                Event::Evaluation(EvaluationEdit::SetAdjustment { index, per_unit: float(text)?, cap })
            }
            &Entry::Cap(index) => {
                let per_unit = adjustment(index)?.per_unit;
                Event::Evaluation(EvaluationEdit::SetAdjustment { index, per_unit, cap: float(text)? })
            }
            Entry::Step(step) => Event::Plan(PlanEdit::Add(vec![step.clone().of(float(text)?)])),
            Entry::Pool => Event::Bonus(BonusEdit::pool(text)?),
            Entry::Baseline => Event::Bonus(BonusEdit::baseline(text)?),
            Entry::Balance(figure) => Event::Balance(balance(&scheme.balance, *figure, text)?),
            Entry::Target(entry) => Event::Target(entry.edit(&scheme.targets, text)?),
        })
    }
}

/// A weight in percent, rounded to hundredths.
fn weight(path: &[usize], text: &str) -> Option<EvaluationEdit> {
    let hundredths = exact::round(&(number(text)? * exact::whole(100)), 0);
    Some(EvaluationEdit::SetWeight { path: path.to_vec(), weight: hundredths.to_u32()? })
}

/// A number of the standard; an empty text restores it.
fn balance(scheme: &BalanceScheme, figure: Figure, text: &str) -> Option<BalanceEdit> {
    if text.trim().is_empty() {
        return Some(BalanceEdit::Set(figure, None));
    }
    let value = float(text)?;
    scheme.standard.accepts(figure, value).then_some(BalanceEdit::Set(figure, Some(value)))
}

fn float(text: &str) -> Option<f64> {
    exact::to_f64(&number(text)?)
}

/// A decimal, also in full-width digits, with a percent sign or a true minus.
fn number(text: &str) -> Option<Exact> {
    let plain = |sign: char| if sign == '−' { '-' } else { half_width(sign) };
    let text: String = text.trim().chars().map(plain).collect();
    exact::parse(text.trim_end_matches('%').trim())
}
