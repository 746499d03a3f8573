//! Figures that can be asked about.

use serde::{Deserialize, Serialize};

use super::Tone;
use crate::app::act::Deed;
use crate::app::sight::Sight;
use crate::app::why::Subject;

/// A figure or words, as they stand in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// As shown.
    pub text: String,
    /// A mark before it (◐, ✕), so that colour is never alone; may be empty.
    pub mark: String,
    /// What screen readers say besides, such as what the mark means; may be empty.
    pub spoken: String,
    /// What is said below in small letters; may be empty.
    pub note: String,
    /// How it is meant.
    pub tone: Tone,
    /// Asks why, or puts the answer away; `None`: it cannot be asked about.
    pub ask: Option<Deed>,
    /// It is being explained.
    pub open: bool,
}

impl Figure {
    /// Words or a number that need no explanation.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A figure that a subject explains; `open`: it does so now.
    pub fn asking(text: impl Into<String>, subject: impl Into<Subject>, open: bool) -> Self {
        let ask = Sight::Why((!open).then(|| subject.into()));
        Self { text: text.into(), ask: Some(ask.into()), open, ..Self::default() }
    }

    /// The same with a tone.
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same with something below in small letters.
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The same with a mark and what it means.
    pub fn marked(self, mark: &str, spoken: impl Into<String>) -> Self {
        Self { mark: mark.to_owned(), spoken: spoken.into(), ..self }
    }
}
