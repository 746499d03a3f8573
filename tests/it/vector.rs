//! Reads the number vectors of `tests/vector`.

use std::collections::HashMap;

/// A row of a vector file by column name.
pub type Row = HashMap<String, String>;

/// All rows of `tests/vector/{name}`.
pub fn rows(name: &str) -> Vec<Row> {
    let path = format!("{}/tests/vector/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}
