//! A part of a sheet as it stands in its file, with what its columns mean and
//! what was found in its cells.

use serde::{Deserialize, Serialize};

use super::findings::severity_tone;
use super::whose;
use crate::app::act::Deed;
use crate::app::model::{Model, Shown};
use crate::app::sight::Sight;
use crate::app::view::Tone;
use crate::app::view::pager::Pager;
use crate::basis::format;
use crate::basis::place::{Place, column_letters};
use crate::basis::problem::{Problem, Severity};
use crate::intake;
use crate::word::reading::{Column, Form, Reading};
use crate::word::table::Table;

/// The most rows and columns that are drawn.
const ROWS: u32 = 12;
const COLUMNS: u32 = 40;

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewView {
    /// The sheet.
    pub place: Place,
    /// The sheet's index.
    pub sheet: usize,
    /// Its columns.
    pub columns: Vec<PreviewColumn>,
    /// The rows of the part.
    pub rows: Vec<PreviewRow>,
    /// What leads to the other rows.
    pub pager: Pager,
    /// The cell to go to, and which wish to go somewhere it was.
    pub cell: Option<((u32, u32), u32)>,
}

/// A column of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewColumn {
    /// Its letters.
    pub letters: String,
    /// What it means; empty where nothing is read.
    pub meaning: String,
    /// It names what its row is about, and stays in sight.
    pub stays: bool,
}

/// A row of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Its number in the sheet, from 0.
    pub row: u32,
    /// What it means, where records are columns; empty elsewhere.
    pub meaning: String,
    /// A header is strong, what is left out quiet.
    pub tone: Tone,
    /// Its cells.
    pub cells: Vec<PreviewCell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewCell {
    /// What stands in it.
    pub text: String,
    /// The gravest that was found there, and what; plain where nothing was.
    pub tone: Tone,
    /// What it is called for screen readers, with what was found.
    pub label: String,
}

/// The part of a sheet that is to be shown.
pub(super) fn view(model: &Model, sheet: usize, table: &Table, reading: &Reading) -> PreviewView {
    let lang = model.preferences.lang;
    let shown = Some(&model.look.shown).filter(|shown| shown.sheet == sheet).cloned().unwrap_or_default();
    let height = table.height();
    let top = shown.top.min(height.saturating_sub(1));
    let end = top.saturating_add(ROWS).min(height);
    let width = (0..height.min(200)).chain(top..end).map(|row| table.row(row).len()).max().unwrap_or(0);
    let width = u32::try_from(width).unwrap_or(COLUMNS).min(COLUMNS);
    let problems = within(model, reading, top, end);
    let meaning = |index: u32| {
        let column = reading.columns.iter().find(|column: &&Column| column.index == index);
        let field = column.and_then(|column| column.field.as_ref());
        if field.is_none() && matches!(reading.form, Form::Items { unit: Some(unit), .. } if unit == index) {
            return lang.as_unit().to_owned();
        }
        field.map_or_else(String::new, |field| field.label(lang).into_owned())
    };
    let turned = reading.form == Form::Columns;
    let names = whose::names(reading).filter(|_| reading.form == Form::Rows);
    let column = |index: u32| PreviewColumn {
        stays: names == Some(index),
        letters: column_letters(index),
        meaning: if turned { String::new() } else { meaning(index) },
    };
    let row = |row: u32| PreviewRow {
        row,
        meaning: if turned { meaning(row) } else { String::new() },
        tone: tone(reading, row),
        cells: (0..width).map(|column| cell(table, &problems, row, column, model)).collect(),
    };
    let grouped = |count: u32| format::grouped(&count.to_string());
    let look = |top: u32| Deed::from(Sight::Sheet(Shown { sheet, top, cell: None, jumps: 0 }));
    PreviewView {
        place: reading.place.clone(),
        sheet,
        columns: (0..width).map(column).collect(),
        rows: (top..end).map(row).collect(),
        pager: Pager {
            summary: lang.rows_shown(&grouped(top + 1), &grouped(end), &grouped(height)),
            before: (top > 0).then(|| look(top.saturating_sub(ROWS))),
            after: (end < height).then(|| look(end)),
            asked: None,
            printed: String::new(),
        },
        cell: shown.cell.map(|cell| (cell, model.look.shown.jumps)),
    }
}

/// How a row is meant.
fn tone(reading: &Reading, row: u32) -> Tone {
    match row {
        _ if reading.form == Form::Columns => Tone::Plain,
        _ if (reading.header.0..reading.header.1).contains(&row) => Tone::Strong,
        _ if reading.is_data(row) => Tone::Plain,
        _ => Tone::Quiet,
    }
}

/// What was found in these rows of a sheet.
fn within<'a>(model: &'a Model, reading: &Reading, top: u32, end: u32) -> Vec<&'a Problem> {
    let here = |problem: &&Problem| {
        let place = &problem.place;
        place.cell.is_some_and(|(row, _)| (top..end).contains(&row))
            && place.sheet == reading.place.sheet
            && place.file == reading.place.file
    };
    model.derived.problems.iter().filter(here).collect()
}

fn cell(table: &Table, problems: &[&Problem], row: u32, column: u32, model: &Model) -> PreviewCell {
    let lang = model.preferences.lang;
    let here = problems.iter().filter(|problem| problem.place.cell == Some((row, column)));
    let worst = here
        .min_by_key(|problem| problem.severity())
        .filter(|problem| problem.severity() != Severity::Note || is_edit(problem));
    let name = format!("{}{}", column_letters(column), row + 1);
    PreviewCell {
        text: intake::readable(table.cell(row, column)).into_owned(),
        tone: worst.map_or(Tone::Plain, |problem| {
            if is_edit(problem) { Tone::Strong } else { severity_tone(problem.severity()) }
        }),
        label: worst.map_or_else(|| name.clone(), |problem| lang.cell_found(&name, lang.problem_title(problem.kind))),
    }
}

fn is_edit(problem: &Problem) -> bool {
    problem.kind == crate::basis::problem::ProblemKind::CellEdited
}
