//! Teachers of one table, with what the bonus of single teachers is counted
//! from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::Field;
use crate::basis::place::Place;

/// The teachers of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Staff {
    /// The sheet.
    pub source: Place,
    /// The year that its title, sheet or file tells.
    pub year: Option<i32>,
    /// The teachers, in the order of their rows.
    pub persons: Vec<Person>,
    /// The columns of numbers, and of 是 or 否 as 1 or 0.
    pub inputs: Vec<Input>,
}

/// A teacher. A text that the table does not have is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The row, from 0.
    pub row: u32,
    /// 工号.
    pub number: Arc<str>,
    /// 姓名, without spaces.
    pub name: Arc<str>,
    /// 学校, from the row or from the sheet's name.
    pub school: Arc<str>,
    /// 岗位.
    pub post: Arc<str>,
    /// 任教学科.
    pub subject: Arc<str>,
    /// 职称.
    pub title: Arc<str>,
    /// 身份证号.
    pub identity: Arc<str>,
    /// 银行卡号.
    pub card: Arc<str>,
}

/// A column of numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// What it is: one of [`Field::PERSONAL`], or another under its own name.
    pub field: Field,
    /// The column, from 0.
    pub column: u32,
    /// One a teacher; `None` where the cell is blank or cannot be used.
    pub values: Vec<Option<f64>>,
}

impl Staff {
    /// A teacher's number in a column, by position.
    pub fn value(&self, person: usize, field: &Field) -> Option<f64> {
        self.inputs.iter().find(|input| input.field == *field)?.values.get(person).copied().flatten()
    }
}
