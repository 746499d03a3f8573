//! Web pages that call themselves workbooks: office systems export them daily.
//! What browsers forgive is forgiven: tags left open, tables in tables, spans
//! that overlap.

mod table;
mod token;

use std::sync::Arc;

use self::table::{Drawn, Finished};
use self::token::{Tag, Token, Tokens, text_of};
use super::limit;
use super::open::Opened;
use super::watch::{Progress, Stage, Watch};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::Table;

/// Tables in tables beyond this depth are read as text.
const DEPTH: usize = 32;

/// Reads every table of a page. `false`: cancelled.
pub(super) fn read(file: &Arc<str>, text: &str, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let mut page = Page::default();
    for token in Tokens::new(text) {
        page.take(&token);
        if page.rows >= page.next {
            page.next = page.rows + u64::from(limit::ROWS_PER_REPORT);
            if !watch.go_on(progress(page.rows, token.end(), text.len())) {
                return false;
            }
        }
    }
    while page.open.pop().map(|table| page.finished.push(table.finish())).is_some() {}
    let mut finished: Vec<Finished> = page.finished.into_iter().filter(|table| !table.is_empty()).collect();
    // In the order in which they begin: one in another ends first.
    crate::basis::order::sort_by_key(&mut finished, |table| table.number);
    if finished.iter().any(Finished::is_tabular) {
        // What frames a table or stands beside it: a title, who made it.
        let beside = finished.iter().filter(|table| !table.is_tabular());
        let note =
            |table: &Finished| Problem::new(ProblemKind::NoteRowSkipped, Place::file(file), table.text().trim(), "");
        opened.problems.extend(beside.map(note));
        finished.retain(Finished::is_tabular);
    }
    let several = finished.len() > 1;
    let before = opened.tables.len();
    for (number, table) in (1_usize..).zip(finished) {
        let name = if several { sheet_name(&table.title, number, opened) } else { String::new() };
        push(file, &name, table, opened);
    }
    if opened.tables.len() == before {
        opened.problems.push(Problem::new(ProblemKind::EmptyFile, Place::file(file), "", ""));
    }
    true
}

/// A table's title, unless another one of the file has it; else 表 and its
/// number.
fn sheet_name(title: &str, number: usize, opened: &Opened) -> String {
    let title: String = title.chars().take(31).collect();
    let free = !title.is_empty() && opened.tables.iter().all(|table| *table.sheet != *title);
    if free { title } else { format!("表{number}") }
}

fn push(file: &Arc<str>, name: &str, table: Finished, opened: &mut Opened) {
    let Finished { grid, merges, hidden_rows, hidden_columns, .. } = table;
    let (file, sheet) = (file.clone(), name.into());
    let (hidden_rows, hidden_columns) = (hidden_rows.list(), hidden_columns.list());
    opened.keep(Table { file, sheet, merges, hidden_rows, hidden_columns, ..Table::default() }, grid);
}

#[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
fn progress(rows: u64, done: usize, all: usize) -> Progress {
    Progress { stage: Stage::Read, rows, fraction: Some(done as f64 / all.max(1) as f64) }
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    /// Tables that are open, the innermost last.
    open: Vec<Drawn>,
    finished: Vec<Finished>,
    /// The last heading before the next table.
    heading: String,
    /// Inside a heading.
    in_heading: bool,
    tables: usize,
    rows: u64,
    next: u64,
}

impl Page {
    fn take(&mut self, token: &Token<'_>) {
        match token {
            Token::Text { text, .. } => self.text(text),
            Token::Open(tag) => self.opened(tag),
            Token::Close { name, .. } => self.closed(name),
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_heading {
            self.heading.push_str(&text_of(text));
        } else if let Some(table) = self.open.last_mut() {
            table.text(&text_of(text));
        }
    }

    fn opened(&mut self, tag: &Tag<'_>) {
        if tag.is("table") && self.open.len() < DEPTH {
            self.tables += 1;
            let title = std::mem::take(&mut self.heading);
            self.open.push(Drawn::new(self.tables, title.trim().to_owned()));
            return;
        }
        let Some(table) = self.open.last_mut() else {
            if is_heading(tag.name) {
                (self.in_heading, self.heading) = (true, String::new());
            }
            return;
        };
        match tag.name.to_ascii_lowercase().as_str() {
            "tr" => {
                table.row(tag);
                self.rows += 1;
            }
            "td" | "th" => table.cell(tag),
            "caption" => table.caption(),
            "col" => table.column(tag),
            "br" | "p" | "div" | "li" => table.line_break(),
            _ => {}
        }
    }

    fn closed(&mut self, name: &str) {
        if is_heading(name) {
            self.in_heading = false;
        }
        match (name.to_ascii_lowercase().as_str(), self.open.last_mut()) {
            ("table", Some(_)) => self.end_table(),
            ("td" | "th", Some(table)) => table.end_cell(),
            ("tr" | "thead" | "tbody" | "tfoot", Some(table)) => table.end_row(),
            ("caption", Some(table)) => table.end_caption(),
            _ => {}
        }
    }

    /// A table of one row or column in a cell of another one is a part of its
    /// text; a larger one stands for itself.
    fn end_table(&mut self) {
        let Some(table) = self.open.pop() else { return };
        let table = table.finish();
        match self.open.last_mut() {
            Some(outer) if !table.is_tabular() => outer.text(&table.text()),
            _ => self.finished.push(table),
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h' | b'H', b'1'..=b'6'])
}
