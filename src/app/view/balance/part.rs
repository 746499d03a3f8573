//! What the balance page shows of a county.

use serde::{Deserialize, Serialize};

use crate::app::sight::Sight;
use crate::app::view::section::Select;
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
pub(super) fn parts(current: Part, lang: Lang) -> Select {
    let named = Part::ALL.iter().map(|part| (*part, part.label(lang).to_owned()));
    Select::of(lang.balance_part_choice(), named, &current, Sight::Part).in_row()
}
