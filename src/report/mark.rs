//! A person's own workbook with its faulty cells marked. An xlsx file is
//! changed only where it must be: every part that is not touched stays byte for
//! byte. Other files are written anew from their tables.

mod fresh;
mod list;
mod note;
mod package;
mod scan;
mod sheet;
mod style;

use serde::{Deserialize, Serialize};

pub use self::fresh::fresh;
pub use self::package::marked;
use crate::basis::order;
use crate::basis::problem::{Problem, Severity};
use crate::basis::text::Lang;

/// What shall be marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// The problems of the file, as many as are kept.
    pub problems: Vec<Problem>,
    /// How many there are in all.
    pub total: usize,
    /// The language of notes and list.
    pub lang: Lang,
    /// Who marks.
    pub program: String,
}

/// A cell with a fault or a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    /// The row, from 0.
    row: u32,
    /// The column, from 0.
    column: u32,
    /// A fault; otherwise something to look at.
    fault: bool,
    /// What the note says.
    text: String,
}

/// The marks of a sheet by row and column, each cell once, with everything
/// that was found in it.
fn marks(findings: &Findings, sheet: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for problem in &findings.problems {
        let severity = problem.severity();
        let Some((row, column)) = problem.place.cell else { continue };
        if *problem.place.sheet == *sheet && matches!(severity, Severity::Fault | Severity::Doubt) {
            let text = text(problem, findings.lang);
            marks.push(Mark { row, column, fault: severity == Severity::Fault, text });
        }
    }
    order::sort_by_key(&mut marks, |mark| (mark.row, mark.column));
    marks.dedup_by(|later, kept| {
        let same = (later.row, later.column) == (kept.row, kept.column);
        if same {
            kept.fault |= later.fault;
            kept.text += "\n\n";
            kept.text += &later.text;
        }
        same
    });
    marks
}

/// A name for a sheet that none of these has: as wished, else with a number.
fn unlike(taken: &[&str], wish: &str) -> String {
    let is_taken = |name: &str| taken.iter().any(|taken| taken.to_lowercase() == name.to_lowercase());
    let others = (2..).map(|number: usize| format!("{wish} {number}"));
    [wish.to_owned()].into_iter().chain(others).find(|name| !is_taken(name)).unwrap_or_default()
}

/// What a note says of a problem.
fn text(problem: &Problem, lang: Lang) -> String {
    let kind = problem.kind;
    let mut lines = vec![lang.mark_note(problem.severity().label(lang), lang.problem_title(kind))];
    if !problem.subject.is_empty() {
        lines.push(problem.subject.clone());
    }
    lines.push(lang.mark_expected(lang.problem_expected(kind)));
    lines.push(lang.mark_remedy(lang.problem_remedy(kind)));
    lines.join("\n")
}
