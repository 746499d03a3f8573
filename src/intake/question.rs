//! What must be asked of the person before a file can be opened, and what the
//! person answers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::encoding::Encoding;

/// A question about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// The password that opens the workbook.
    Password {
        /// Another password was tried before.
        wrong: bool,
    },
    /// The encoding of the text: what it would look like in each, the likeliest
    /// first.
    Encoding(Vec<Preview>),
}

/// The beginning of a text in one encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// The encoding.
    pub encoding: Encoding,
    /// The first rows, each with its first cells.
    pub rows: Vec<Vec<String>>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The password.
    Password(Password),
    /// The encoding.
    Encoding(Encoding),
    /// The encoding is another one: ask for it.
    OtherEncoding,
}

/// A password. It is handed on and never shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Password(pub String);

impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("…")
    }
}
