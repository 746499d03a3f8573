//! What a cell of a spreadsheet holds.

use std::borrow::Cow;

/// A cell's content.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    #[default]
    Empty,
    /// A text, untrimmed.
    Text(&'a str),
    /// A finite number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A date, as the spreadsheet's serial day number; finite.
    Date(f64),
    /// An error such as `#DIV/0!`.
    Error(&'a str),
    /// A formula without a stored result.
    Uncomputed,
}

impl<'a> Cell<'a> {
    /// Nothing, or a text of white space only.
    // Not within its callers, which are compiled for size.
    #[inline(never)]
    pub fn is_blank(self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(char::is_whitespace),
            _ => false,
        }
    }

    /// The content as a person would read it in the sheet.
    pub fn text(self) -> Cow<'a, str> {
        match self {
            Self::Empty | Self::Uncomputed => "".into(),
            Self::Text(text) | Self::Error(text) => text.into(),
            Self::Number(number) | Self::Date(number) => number.to_string().into(),
            Self::Bool(value) => if value { "TRUE" } else { "FALSE" }.into(),
        }
    }
}
