//! Cells typed anew, in the tables.

use std::mem;
use std::sync::Arc;

use super::clean::is_plain_number;
use super::plain::trimmed;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::correction::CellEdit;
use crate::word::table::{Cell, Table};

/// The tables with what was typed in place of what their files have; the same
/// ones when nothing was. Edits of tables that are not open have no effect.
pub fn correct(tables: &Arc<Vec<Table>>, edits: &[CellEdit]) -> Arc<Vec<Table>> {
    let mut corrected = tables.clone();
    for (index, table) in tables.iter().enumerate() {
        let mut typed = edits.iter().filter_map(|edit| typed(edit, table)).peekable();
        if typed.peek().is_none() {
            continue;
        }
        if let Some(slot) = Arc::make_mut(&mut corrected).get_mut(index) {
            slot.cells = mem::take(&mut slot.cells).with(typed);
        }
    }
    corrected
}

/// What the person should be told of edits: each, with what stood before.
pub(super) fn edited(table: &Table, edits: &[CellEdit]) -> impl Iterator<Item = Problem> {
    let here = edits.iter().filter(|edit| typed(edit, table).is_some());
    here.map(|edit| Problem::new(ProblemKind::CellEdited, edit.place.clone(), &*edit.before, &*edit.after))
}

/// An edit as a cell of the table; `None` when it is of another one.
fn typed<'a>(edit: &'a CellEdit, table: &Table) -> Option<(u32, u32, Cell<'a>)> {
    let (row, column) = edit.place.cell?;
    table.holds(&edit.place).then(|| (row, column, content(&edit.after)))
}

/// What a typed text is as a cell: nothing, a number, or the text.
pub fn content(text: &str) -> Cell<'_> {
    let text = trimmed(text);
    let cell = if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let number = text.parse().ok().filter(|_| is_plain_number(cell));
    number.map_or(cell, Cell::Number)
}
