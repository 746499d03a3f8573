//! How sheets stand in a project file: a cell is the JSON value it looks like
//! (null, text, number, true), the rare ones are objects.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::word::table::{Cell, Merge, Table};

#[derive(Serialize, Deserialize)]
struct Sheet<'a> {
    file: Arc<str>,
    sheet: Arc<str>,
    hidden: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hidden_rows: Vec<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hidden_columns: Vec<u32>,
    /// Top, left, bottom, right.
    merges: Vec<[u32; 4]>,
    rows: Vec<Vec<Stored<'a>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged, try_from = "Value")]
enum Stored<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
    Bool(bool),
    Rare(Rare<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Rare<'a> {
    Date(f64),
    Error(Cow<'a, str>),
    /// With braces, lest it be written as a text.
    Uncomputed {},
}

pub fn serialize<S: Serializer>(tables: &[Table], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(tables.iter().map(Sheet::from))
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, [Table]>, D::Error> {
    Ok(Vec::<Sheet>::deserialize(deserializer)?.into_iter().map(Table::from).collect())
}

impl<'a> From<&'a Table> for Sheet<'a> {
    fn from(table: &'a Table) -> Self {
        Self {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            hidden: table.hidden,
            merges: table.merges.iter().map(|merge| [merge.top, merge.left, merge.bottom, merge.right]).collect(),
            rows: table.rows().map(|row| row.iter().map(Stored::from).collect()).collect(),
            hidden_rows: table.hidden_rows.clone(),
            hidden_columns: table.hidden_columns.clone(),
        }
    }
}

impl From<Sheet<'_>> for Table {
    fn from(sheet: Sheet<'_>) -> Self {
        let merge = |[top, left, bottom, right]: [u32; 4]| Merge { top, left, bottom, right };
        Self {
            file: sheet.file,
            sheet: sheet.sheet,
            cells: sheet.rows.iter().map(|row| row.iter().map(Cell::from)).collect(),
            merges: sheet.merges.into_iter().map(merge).collect(),
            hidden: sheet.hidden,
            hidden_rows: sheet.hidden_rows,
            hidden_columns: sheet.hidden_columns,
        }
    }
}

impl<'a> From<Cell<'a>> for Stored<'a> {
    fn from(cell: Cell<'a>) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) => Self::Text(text.into()),
            Cell::Number(number) => Self::Number(number),
            Cell::Bool(value) => Self::Bool(value),
            Cell::Date(day) => Self::Rare(Rare::Date(day)),
            Cell::Error(text) => Self::Rare(Rare::Error(text.into())),
            Cell::Uncomputed => Self::Rare(Rare::Uncomputed {}),
        }
    }
}

impl TryFrom<Value> for Stored<'_> {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        Ok(match value {
            Value::Null => Self::Empty,
            Value::String(text) => Self::Text(text.into()),
            Value::Number(number) => Self::Number(number.as_f64().ok_or("no number")?),
            Value::Bool(value) => Self::Bool(value),
            Value::Object(object) if object.len() == 1 => {
                Self::Rare(object.into_iter().next().and_then(rare).ok_or("no cell")?)
            }
            Value::Object(_) | Value::Array(_) => return Err("no cell"),
        })
    }
}

fn rare((name, value): (String, Value)) -> Option<Rare<'static>> {
    match (name.as_str(), value) {
        ("date", Value::Number(day)) => day.as_f64().map(Rare::Date),
        ("error", Value::String(text)) => Some(Rare::Error(text.into())),
        ("uncomputed", Value::Object(_)) => Some(Rare::Uncomputed {}),
        _ => None,
    }
}

impl<'a> From<&'a Stored<'a>> for Cell<'a> {
    fn from(stored: &'a Stored<'a>) -> Self {
        match stored {
            Stored::Empty => Self::Empty,
            Stored::Text(text) => Self::Text(text),
            Stored::Number(number) => Self::Number(*number),
            Stored::Bool(value) => Self::Bool(*value),
            Stored::Rare(Rare::Date(day)) => Self::Date(*day),
            Stored::Rare(Rare::Error(text)) => Self::Error(text),
            Stored::Rare(Rare::Uncomputed {}) => Self::Uncomputed,
        }
    }
}
