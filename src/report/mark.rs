//! A person's own workbook with its faulty cells marked, and with what was typed
//! anew in its cells. An xlsx file is changed only where it must be: every part
//! that is not touched stays byte for byte. Other files are written anew from their tables.

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
use crate::basis::problem::{Problem, ProblemKind, Severity};
use crate::basis::text::Lang;
use crate::word::correction::CellEdit;

/// What shall be marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// The problems of the file, as many as are kept.
    pub problems: Vec<Problem>,
    /// The cells of the file that were typed anew, by place.
    pub edits: Vec<CellEdit>,
    /// How many there are in all.
    pub total: usize,
    /// The language of notes and list.
    pub lang: Lang,
    /// Who marks.
    pub program: String,
}

/// Why a cell is coloured, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ground {
    /// A fault stands there.
    Fault,
    /// Somebody should look.
    Doubt,
    /// It was typed anew.
    Edit,
}

/// A cell with a fault or a doubt, or one that was typed anew.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark<'a> {
    /// The row, from 0.
    row: u32,
    /// The column, from 0.
    column: u32,
    /// Why it is coloured.
    ground: Ground,
    /// What the note says.
    text: String,
    /// What was typed there.
    typed: Option<&'a str>,
}

/// The marks of a sheet by row and column, each cell once, with everything
/// that was found in it.
fn marks<'a>(findings: &'a Findings, sheet: &str) -> Vec<Mark<'a>> {
    let here = findings.problems.iter().filter(|problem| *problem.place.sheet == *sheet);
    let mut marks: Vec<Mark<'a>> = here.filter_map(|problem| mark(findings, problem)).collect();
    order::sort_by_key(&mut marks, |mark| (mark.row, mark.column));
    marks.dedup_by(|later, kept| {
        let same = (later.row, later.column) == (kept.row, kept.column);
        if same {
            kept.ground = kept.ground.min(later.ground);
            kept.typed = kept.typed.or(later.typed);
            kept.text += "\n\n";
            kept.text += &later.text;
        }
        same
    });
    marks
}

/// The mark of a problem's cell; `None` for what is not marked.
fn mark<'a>(findings: &'a Findings, problem: &Problem) -> Option<Mark<'a>> {
    let ((row, column), lang) = (problem.place.cell?, findings.lang);
    let ground = match problem.severity() {
        Severity::Fault => Ground::Fault,
        Severity::Doubt => Ground::Doubt,
        _ if problem.kind == ProblemKind::CellEdited => Ground::Edit,
        Severity::Repair | Severity::Note => return None,
    };
    if ground != Ground::Edit {
        return Some(Mark { row, column, ground, text: text(problem, lang), typed: None });
    }
    let at = findings.edits.binary_search_by(|edit| edit.place.cmp(&problem.place)).ok();
    let typed = at.and_then(|at| findings.edits.get(at)).map(|edit| &*edit.after);
    Some(Mark { row, column, ground, text: edited(problem, lang), typed })
}

/// What a note says of a cell that was typed anew.
fn edited(problem: &Problem, lang: Lang) -> String {
    match (&*problem.found, &*problem.subject) {
        ("", after) => lang.mark_filled(after),
        (before, "") => lang.mark_emptied(before),
        (before, after) => lang.mark_edited(after, before),
    }
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
