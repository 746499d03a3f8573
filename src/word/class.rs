//! Classes of schools, from tables with a row a class.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::Stage;
use crate::basis::why::CellNote;

/// A class of a school.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Class {
    /// Index into the dataset's schools.
    pub school: usize,
    /// 年级 and 班级 as the file has them, in one: 七年级1班, 九(1)班, Grade 7 1.
    /// One without a name has its cell.
    pub name: Arc<str>,
    /// The stage of its grade, or the only one of its school; `None`: not known.
    pub stage: Option<Stage>,
    /// The year it is of; `None` in tables without years.
    pub year: Option<i32>,
    /// The cell of its pupils and its text.
    pub source: CellNote,
    /// Its pupils, above 0; `None` where the cell is blank or cannot be used.
    pub pupils: Option<f64>,
}
