//! What a target measures.

use serde::{Deserialize, Serialize};

use super::Words;
use crate::word::field::Field;

/// What is measured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Yes or no.
    #[default]
    Truth,
    /// One of these levels, the lowest first; counted from 1.
    Levels(Vec<Words>),
    /// A number.
    Number(Vec<Column>),
    /// Two numbers.
    Ratio {
        /// What is divided.
        numerator: Quantity,
        /// By what.
        denominator: Quantity,
        /// The quotient is multiplied by it: 100 for percent.
        factor: u32,
        /// The numerator is counted in whole pieces.
        whole: bool,
    },
}

impl Measure {
    /// The columns of schools that it can be read from.
    pub fn columns(&self) -> impl Iterator<Item = &Column> {
        let [one, other]: [&[Column]; 2] = match self {
            Self::Truth | Self::Levels(_) => [&[], &[]],
            Self::Number(columns) => [columns, &[]],
            Self::Ratio { numerator, denominator, .. } => [&numerator.columns, &denominator.columns],
        };
        one.iter().chain(other)
    }
}

/// One of the two numbers of a ratio.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quantity {
    /// What it is.
    pub name: Words,
    /// The columns of schools that have it; the first that the data have counts.
    pub columns: Vec<Column>,
}

/// A column of schools.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Column {
    /// Pupils of the part, as the data have them.
    Pupils,
    /// A field.
    Field(Field),
    /// A column by its header; `{}` stands for the part's stage.
    Header(String),
    /// The share of a school's pupils who are among so many percent with the
    /// lowest totals, in the latest exam that has totals.
    Bottom(String),
}
