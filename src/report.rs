//! Layer 4: what leaves the program. One [`Report`], a plain value made from
//! the same results that the pages show, and the xlsx workbook written from
//! it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::balance::Balance;
use crate::balance::target::Targets;
use crate::basis::findings::Findings;
use crate::basis::text::Lang;
use crate::bonus::Bonus;
use crate::evaluation::Evaluation;
use crate::word::dataset::Dataset;
use crate::word::scheme::Scheme;
use crate::word::source::Source;

mod balance;
mod bonus;
mod evaluation;
pub mod grid;
pub mod mark;
mod method;
mod plan;
mod problems;
mod size;
mod target;
pub mod template;
mod xlsx;

pub use xlsx::xlsx;

/// The mark of what is met.
pub const GOOD: &str = "✓";
/// The mark of what is below, but within the tolerated distance.
pub const NEAR: &str = "◐";
/// The mark of what is not met.
pub const BAD: &str = "✕";
/// The mark of what cannot be judged for want of data.
pub const MISSING: &str = "?";

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The data.
    pub dataset: &'a Dataset,
    /// The person's decisions.
    pub scheme: &'a Scheme,
    /// The three results, made from them.
    pub evaluation: &'a Evaluation,
    /// The balance.
    pub balance: &'a Balance,
    /// The compliance targets.
    pub targets: &'a Targets,
    /// The bonus.
    pub bonus: &'a Bonus,
    /// Everything found in the files.
    pub problems: &'a Findings,
    /// The opened files.
    pub sources: &'a [Source],
    /// The time, as the caller's clock says (ISO 8601).
    pub now: &'a str,
}

/// A report in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFault {
    /// The writer's own words, in English.
    pub detail: String,
}

/// Makes the report: the three results with live formulas, the method, and the
/// problems.
pub fn compose(material: &Material<'_>, lang: Lang) -> Report {
    let (evaluation, totals) = evaluation::sheet(material, lang);
    let mut sheets = vec![evaluation];
    sheets.extend(material.balance.stages.iter().map(|stage| balance::sheet(material, stage, lang)));
    sheets.extend(target::sheet(material, lang));
    sheets.extend(target::classes(material, lang));
    sheets.extend(plan::sheet(material, lang));
    sheets.extend([
        bonus::sheet(material, &totals, lang),
        method::sheet(material, lang),
        problems::sheet(material, lang),
    ]);
    Report {
        title: lang.report_workbook_title().to_owned(),
        program: program(lang),
        created: material.now.to_owned(),
        sheets,
    }
}

/// The program and its version.
pub fn program(lang: Lang) -> String {
    format!("{} {}", lang.product(), env!("CARGO_PKG_VERSION"))
}

impl fmt::Display for ReportFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.detail)
    }
}

impl std::error::Error for ReportFault {}
