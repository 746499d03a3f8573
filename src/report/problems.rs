//! The sheet 问题: every finding with its place, what was found, what was
//! expected, and what to do.

use super::Material;
use super::grid::{Cell, Sheet, Style};
use crate::basis::order;
use crate::basis::problem::Problem;
use crate::basis::text::Lang;

/// The sheet; faults first, each kind of severity in the files' order.
pub fn sheet(material: &Material<'_>, lang: Lang) -> Sheet {
    let title = lang.report_problems_title(material.problems.total());
    let sheet = Sheet::new(lang.report_problems(), title);
    list(sheet, &sorted(material.problems), material.problems.total(), lang)
}

/// The column of the list that names the cell.
pub(super) const CELL: usize = 3;

/// Problems in the order of the list.
pub(super) fn sorted(problems: &[Problem]) -> Vec<&Problem> {
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    order::sort_by_key(&mut sorted, |problem| problem.severity());
    sorted
}

/// Lists [`sorted`] problems below a sheet's title; `total` counts those that
/// are not given too.
pub(super) fn list(mut sheet: Sheet, problems: &[&Problem], total: usize, lang: Lang) -> Sheet {
    if problems.is_empty() {
        sheet.line(lang.report_problems_none());
        return sheet;
    }
    sheet.headers([
        lang.report_severity(),
        lang.report_file_name(),
        lang.sheet(),
        lang.report_cell(),
        lang.report_finding(),
        lang.found(),
        lang.made_of_it(),
        lang.expected(),
        lang.remedy(),
    ]);
    let more = total.saturating_sub(problems.len());
    for problem in problems {
        sheet.push(row(problem, lang));
    }
    if more > 0 {
        sheet.line(lang.report_problems_more(more));
    }
    sheet
}

fn row(problem: &Problem, lang: Lang) -> Vec<Cell> {
    let (kind, place) = (problem.kind, &problem.place);
    [
        problem.severity().label(lang),
        &place.file,
        &place.sheet,
        &place.a1(),
        lang.problem_title(kind),
        &problem.found,
        &problem.subject,
        lang.problem_expected(kind),
        lang.problem_remedy(kind),
    ]
    .map(|text| Cell::text(text).styled(Style::Prose))
    .into()
}
