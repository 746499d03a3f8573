//! What the balance page shows of a county.

use serde::{Deserialize, Serialize};

use crate::basis::text::Lang;

/// A part of the balance page; one is shown at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The verdict of the standard, schools × indicators.
    #[default]
    Verdict,
    /// The compliance targets: government, quality, recognition, one's own.
    Targets,
    /// How unequally a resource is spread, by all indices.
    Indices,
    /// What is missing, and what is tried out.
    Plan,
}

/// A part to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartTab {
    /// Which one.
    pub part: Part,
    /// Its name.
    pub label: String,
    /// It is shown now.
    pub current: bool,
}

impl Part {
    /// Every part, in the page's order.
    pub const ALL: &[Self] = &[Self::Verdict, Self::Targets, Self::Indices, Self::Plan];

    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Verdict => lang.balance_part_verdict(),
            Self::Targets => lang.balance_part_targets(),
            Self::Indices => lang.balance_part_indices(),
            Self::Plan => lang.balance_part_plan(),
        }
    }
}

/// All parts, of which one is shown.
pub(super) fn tabs(current: Part, lang: Lang) -> Vec<PartTab> {
    let tab = |part: &Part| PartTab { part: *part, label: part.label(lang).to_owned(), current: *part == current };
    Part::ALL.iter().map(tab).collect()
}
