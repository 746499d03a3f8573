//! The last sheet: every finding, with links to the cells.

use super::super::grid::{self, Content, Link, Sheet, Style};
use super::super::xlsx::{DECLARATION, MAIN, markup, sheet as part};
use super::super::{problems, size};
use super::Findings;
use crate::basis::place::column_letters;
use crate::basis::problem::Problem;

/// The list, under a name; `named` says what the sheet of a place is called in
/// the workbook, if it is there.
pub(super) fn sheet(findings: &Findings, name: &str, named: &dyn Fn(&Problem) -> Option<String>) -> Sheet {
    let lang = findings.lang;
    let title = Sheet::new(name, lang.report_problems_title(findings.total));
    let problems = problems::sorted(&findings.problems);
    let mut sheet = problems::list(title, &problems, findings.total, lang);
    let first = sheet.header.map_or(0, |(_, last)| last.saturating_add(1));
    for (row, problem) in (first..).zip(problems) {
        let (Some((to_row, to_column)), Some(to)) = (problem.place.cell, named(problem)) else { continue };
        let cell = usize::try_from(row)
            .ok()
            .and_then(|row| sheet.rows.get_mut(row))
            .and_then(|row| row.get_mut(problems::CELL));
        if let Some(cell) = cell {
            cell.style = Style::Link;
        }
        let to = grid::there(&to, to_row, to_column);
        let column = u32::try_from(problems::CELL).unwrap_or(0);
        sheet.links.push(Link { row, column, to });
    }
    sheet
}

/// The list as a part of somebody else's workbook, whose formats for it are
/// given: plain, header, link.
pub(super) fn written(sheet: &Sheet, formats: [usize; 3]) -> String {
    let [plain, header, link] = formats;
    let mut out = format!("{DECLARATION}<worksheet xmlns=\"{MAIN}\"><cols>");
    for (column, width) in (1..).zip(size::widths(sheet)) {
        let column: usize = column;
        out += &format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    out += "</cols><sheetData>";
    for (number, cells) in (1..).zip(&sheet.rows) {
        let number: usize = number;
        out += &format!("<row r=\"{number}\">");
        for (column, cell) in (0..).zip(cells) {
            let Content::Text(text) = &cell.content else { continue };
            let format = match cell.style {
                Style::Header => header,
                Style::Link => link,
                Style::Prose => plain,
                _ => 0,
            };
            let (letters, text) = (column_letters(column), markup::escaped(text));
            out += &format!(
                "<c r=\"{letters}{number}\" s=\"{format}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            );
        }
        out += "</row>";
    }
    out += "</sheetData>";
    part::links(&mut out, &sheet.links);
    out + "</worksheet>"
}
