//! What can be asked about.

use serde::{Deserialize, Serialize};

use super::standard::Item;
use crate::word::field::Stage;

/// A figure of the assessment whose origin can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// One indicator of one school.
    Cell {
        /// The stage.
        stage: Stage,
        /// Index into the dataset's schools.
        school: usize,
        /// The indicator.
        item: Item,
    },
    /// A coefficient of variation.
    Variation {
        /// The stage.
        stage: Stage,
        /// The indicator.
        item: Item,
    },
    /// The mean of a stage's coefficients.
    Composite(Stage),
    /// The verdict on a school in a stage.
    School {
        /// The stage.
        stage: Stage,
        /// Index into the dataset's schools.
        school: usize,
    },
    /// The verdict on a stage.
    Stage(Stage),
    /// The verdict on the county.
    County,
}

impl Subject {
    /// The school that it is about, if it is about one.
    pub const fn school(self) -> Option<usize> {
        match self {
            Self::Cell { school, .. } | Self::School { school, .. } => Some(school),
            Self::Variation { .. } | Self::Composite(_) | Self::Stage(_) | Self::County => None,
        }
    }
}
