//! What would be: changes of schools that a person tries out before anything is
//! built, bought or moved.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::word::dataset::SchoolKind;
use crate::word::field::Field;

/// Changes, carried out one after the other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The steps, in their order.
    pub steps: Vec<Step>,
}

/// One change. Schools are told by their names, so that a plan outlives new
/// data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// A figure of a school becomes another.
    Figure {
        /// The school.
        school: Arc<str>,
        /// What is counted.
        field: Field,
        /// How much there is then, at least 0.
        value: f64,
    },
    /// A school gets so much more of something.
    Add {
        /// The school.
        school: Arc<str>,
        /// What is counted.
        field: Field,
        /// How much more, above 0.
        amount: f64,
    },
    /// Teachers, pupils or other things go from one school to another.
    Move {
        /// Who gives.
        from: Arc<str>,
        /// Who gets.
        to: Arc<str>,
        /// What is counted.
        field: Field,
        /// How much, above 0.
        amount: f64,
    },
    /// A school becomes a part of another: all that it has is added there.
    Merge {
        /// The school that ends.
        school: Arc<str>,
        /// The one that takes it in.
        into: Arc<str>,
    },
    /// A school opens, without anything yet.
    Open {
        /// Its name.
        school: Arc<str>,
        /// Its kind.
        kind: SchoolKind,
    },
}

/// The most steps of a plan.
pub const STEPS: usize = 2000;
