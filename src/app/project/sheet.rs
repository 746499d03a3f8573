//! How sheets stand in a project file: a cell is the JSON value it looks like
//! (null, text, number, true), the rare ones are objects.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::word::table::{Cell, Merge, Table};

#[derive(Serialize, Deserialize)]
struct Sheet {
    file: Arc<str>,
    sheet: Arc<str>,
    hidden: bool,
    /// Top, left, bottom, right.
    merges: Vec<[u32; 4]>,
    rows: Vec<Vec<Stored>>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Empty,
    Text(Arc<str>),
    Number(f64),
    Bool(bool),
    Rare(Rare),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Rare {
    Date(f64),
    Error(Arc<str>),
    /// With braces, lest it be written as a text.
    Uncomputed {},
}

pub fn serialize<S: Serializer>(tables: &[Table], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(tables.iter().map(Sheet::from))
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, [Table]>, D::Error> {
    Ok(Vec::<Sheet>::deserialize(deserializer)?.into_iter().map(Table::from).collect())
}

impl From<&Table> for Sheet {
    fn from(table: &Table) -> Self {
        Self {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            hidden: table.hidden,
            merges: table.merges.iter().map(|merge| [merge.top, merge.left, merge.bottom, merge.right]).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(Stored::from).collect()).collect(),
        }
    }
}

impl From<Sheet> for Table {
    fn from(sheet: Sheet) -> Self {
        let merge = |[top, left, bottom, right]: [u32; 4]| Merge { top, left, bottom, right };
        Self {
            file: sheet.file,
            sheet: sheet.sheet,
            rows: sheet.rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect(),
            merges: sheet.merges.into_iter().map(merge).collect(),
            hidden: sheet.hidden,
        }
    }
}

impl From<&Cell> for Stored {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) => Self::Text(text.clone()),
            Cell::Number(number) => Self::Number(*number),
            Cell::Bool(value) => Self::Bool(*value),
            Cell::Date(day) => Self::Rare(Rare::Date(*day)),
            Cell::Error(text) => Self::Rare(Rare::Error(text.clone())),
            Cell::Uncomputed => Self::Rare(Rare::Uncomputed {}),
        }
    }
}

impl From<Stored> for Cell {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::Empty => Self::Empty,
            Stored::Text(text) => Self::Text(text),
            Stored::Number(number) => Self::Number(number),
            Stored::Bool(value) => Self::Bool(value),
            Stored::Rare(Rare::Date(day)) => Self::Date(day),
            Stored::Rare(Rare::Error(text)) => Self::Error(text),
            Stored::Rare(Rare::Uncomputed {}) => Self::Uncomputed,
        }
    }
}
