//! Where a value stands: file › sheet › cell.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A cell of an opened file. Rows and columns count from 0; they are shown in
/// A1 notation. A place that names a whole sheet or file has no cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The file's name as the person knows it.
    pub file: Arc<str>,
    /// The sheet's name; empty for files without sheets (CSV).
    pub sheet: Arc<str>,
    /// Row and column, from 0.
    #[serde(default)]
    pub cell: Option<(u32, u32)>,
}

impl Place {
    /// A whole file.
    pub fn file(file: &str) -> Self {
        Self { file: file.into(), sheet: "".into(), cell: None }
    }

    /// A whole sheet of a file.
    pub fn sheet(file: &Arc<str>, sheet: &Arc<str>) -> Self {
        Self { file: file.clone(), sheet: sheet.clone(), cell: None }
    }

    /// The same sheet at a cell (row and column from 0).
    pub fn at(&self, row: u32, column: u32) -> Self {
        Self { file: self.file.clone(), sheet: self.sheet.clone(), cell: Some((row, column)) }
    }

    /// The cell in A1 notation, or an empty text.
    pub fn a1(&self) -> String {
        self.cell.map_or_else(String::new, |(row, column)| format!("{}{}", column_letters(column), u64::from(row) + 1))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        if !self.sheet.is_empty() {
            write!(out, " › {}", self.sheet)?;
        }
        if self.cell.is_some() {
            write!(out, " › {}", self.a1())?;
        }
        Ok(())
    }
}

/// A file's name without its ending.
pub fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The letters of a column counted from 0: 0 is A, 26 is AA, 16383 is XFD.
///
/// ```
/// use suanpan::basis::place::column_letters;
/// assert_eq!((column_letters(0), column_letters(26), column_letters(16383)), ("A".into(), "AA".into(), "XFD".into()));
/// ```
pub fn column_letters(column: u32) -> String {
    let mut rest = u64::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
