//! Why: sends a question to the calculation that can answer it, and joins the
//! answers where one result rests on another.

use serde::{Deserialize, Serialize};

use super::derive::Derived;
use super::document::Document;
use crate::basis::text::Lang;
use crate::basis::why::Why;
use crate::{balance, bonus, evaluation};

/// Any figure that can be explained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Subject {
    /// On the evaluation page.
    Evaluation(evaluation::Subject),
    /// On the balance page.
    Balance(balance::subject::Subject),
    /// Among the indices of the balance page.
    Indices(balance::indices::Question),
    /// Among the differences of marks, on the balance page.
    Achievement(balance::achievement::Question),
    /// A compliance target, on the balance page.
    Target(balance::target::explain::Subject),
    /// On the bonus page.
    Bonus(bonus::Subject),
}

macro_rules! from {
    ($($variant:ident($subject:ty)),*) => {$(
        impl From<$subject> for Subject {
            fn from(subject: $subject) -> Self {
                Self::$variant(subject)
            }
        }
    )*};
}
from!(
    Evaluation(evaluation::Subject),
    Balance(balance::subject::Subject),
    Indices(balance::indices::Question),
    Achievement(balance::achievement::Question),
    Target(balance::target::explain::Subject),
    Bonus(bonus::Subject)
);

/// The explanation of a figure; `None` when the figure is there no more.
pub fn explain(document: &Document, derived: &Derived, subject: &Subject, lang: Lang) -> Option<Why> {
    let (data, scheme) = (&derived.dataset, &document.scheme);
    match subject {
        Subject::Evaluation(subject) => {
            evaluation::explain(data, &scheme.evaluation, &derived.evaluation, subject, lang)
        }
        Subject::Balance(subject) => balance::explain::explain(data, &derived.balance, subject, lang),
        Subject::Indices(question) => balance::explain::indices(data, &derived.balance, question, lang),
        Subject::Achievement(question) => balance::explain::achievement(data, question, lang),
        Subject::Target(subject) => {
            balance::target::explain::explain(data, &derived.targets, derived.balance.verdict, subject, lang)
        }
        Subject::Bonus(subject) => {
            let score = |school| {
                let total = evaluation::Subject::Total { school };
                evaluation::explain(data, &scheme.evaluation, &derived.evaluation, &total, lang)
            };
            bonus::explain(data, &derived.bonus, subject, lang, &score)
        }
    }
}
