//! The answer to "why this number?": a tree of formulas with their numbers put
//! in, whose leaves are cells of the person's own files.

use serde::{Deserialize, Serialize};

use super::place::Place;

/// One step of an explanation, in the language it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// What is explained, with its value: "城北小学 · 每百名学生骨干教师 0.71".
    pub title: String,
    /// The formula in words.
    pub formula: String,
    /// The formula with this case's numbers put in, ending in the value.
    pub numbers: String,
    /// Policies and remarks that bear on it, one sentence each.
    pub notes: Vec<String>,
    /// The values that it was made of.
    pub parts: Vec<Why>,
    /// The cells that it was read from.
    pub cells: Vec<CellNote>,
}

/// A cell and what stood in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellNote {
    /// Where.
    pub place: Place,
    /// The text of the cell as the file has it.
    pub text: String,
}
