//! Layer 3: what leaves the program. One [`Report`], a plain value made from
//! the same results that the pages show, and the xlsx workbook written from
//! it.

use std::fmt;

use serde::Serialize;

use crate::basis::text::Lang;

pub mod grid;
mod width;
mod xlsx;

pub use xlsx::xlsx;

/// The mark of what is met.
pub const GOOD: &str = "✓";
/// The mark of what is below, but within the tolerated distance.
pub const NEAR: &str = "△";
/// The mark of what is not met.
pub const BAD: &str = "✗";
/// The mark of what cannot be judged for want of data.
pub const MISSING: &str = "?";

/// A report in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// The program and its version.
    pub program: String,
    /// When it was made, as the caller's clock said (ISO 8601).
    pub created: String,
    /// Its sheets.
    pub sheets: Vec<grid::Sheet>,
}

/// Why no workbook could be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportFault {
    /// The writer's own words, in English.
    pub detail: String,
}

impl ReportFault {
    /// What happened and what to do, in a language.
    pub fn text(&self, lang: Lang) -> String {
        lang.report_fault(&self.detail)
    }
}

impl fmt::Display for ReportFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for ReportFault {}
