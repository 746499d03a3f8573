//! The content of a document: its sheets. What else it holds — pictures and
//! charts with tables of their own, comments, changes — is passed over whole.

use std::sync::Arc;

use super::cell::Raw;
use super::sheet::Sheet;
use crate::intake::limit;
use crate::intake::open::Opened;
use crate::intake::watch::{Progress, Stage, Watch};
use crate::intake::workbook::xml::{Halt, Tag, Visitor};
use crate::word::table::Table;

/// The most spaces that are written as a number, in all of a document.
const SPACES: u32 = 1 << 20;

/// The content while it is read.
pub(super) struct Content<'a> {
    file: &'a Arc<str>,
    watch: &'a mut dyn Watch,
    opened: &'a mut Opened,
    state: State,
    /// Elements that are open within one that is passed over, itself included.
    passed: usize,
    /// The present style of sheets, and those that hide theirs.
    style: String,
    hiding: Vec<String>,
    spreadsheet: bool,
    sheet: Sheet,
    cell: Raw,
    spaces: u32,
    /// Cells and rows of earlier sheets.
    cells: usize,
    rows: u64,
    /// The count of elements for rows, and the one at which progress is
    /// reported.
    met: u32,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Before or after the sheets, or in the styles.
    Outside,
    Sheets,
    Sheet,
    Row,
    Cell,
    Paragraph,
}

impl<'a> Content<'a> {
    /// For the tables of a file.
    pub fn new(file: &'a Arc<str>, watch: &'a mut dyn Watch, opened: &'a mut Opened) -> Self {
        let (state, passed, style, hiding, spreadsheet) = (State::Outside, 0, String::new(), Vec::new(), false);
        let (sheet, cell, spaces, cells, rows, met) = (Sheet::default(), Raw::default(), SPACES, 0, 0, 0);
        Self { file, watch, opened, state, passed, style, hiding, spreadsheet, sheet, cell, spaces, cells, rows, met }
    }

    /// Keeps what was read of a sheet that did not end; gives whether there was
    /// a spreadsheet.
    pub fn finish(mut self) -> bool {
        self.close_sheet();
        self.spreadsheet
    }

    fn open_sheet(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        let (name, style) = (tag.get("name")?.unwrap_or_default(), tag.get("style-name")?.unwrap_or_default());
        let hidden = self.hiding.iter().any(|hiding| *hiding == style);
        let table = Table { file: self.file.clone(), sheet: (*name).into(), hidden, ..Table::default() };
        self.sheet = Sheet::new(table, self.cells);
        Ok(())
    }

    fn close_sheet(&mut self) {
        let (cells, rows) = std::mem::take(&mut self.sheet).finish(self.opened);
        (self.cells, self.rows) = (self.cells.max(cells), self.rows.saturating_add(rows));
    }

    fn go_on(&mut self) -> Result<(), Halt> {
        self.met = self.met.wrapping_add(1);
        if !self.met.is_multiple_of(limit::ROWS_PER_REPORT) {
            return Ok(());
        }
        let rows = self.rows.saturating_add(u64::from(self.sheet.height()));
        let progress = Progress { stage: Stage::Read, rows, fraction: None };
        if self.watch.go_on(progress) { Ok(()) } else { Err(Halt::Cancelled) }
    }

    /// Appends a sign of white space, of which many are one.
    fn space(&mut self) {
        let start = self.cell.shown.is_empty() || self.cell.shown.ends_with([' ', '\n']);
        if !start {
            self.cell.shown.push(' ');
        }
    }
}

impl Visitor for Content<'_> {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        if self.passed > 0 {
            self.passed += 1;
            return Ok(());
        }
        match (self.state, name) {
            (State::Outside, "style") => self.style = tag.get("name")?.unwrap_or_default().into_owned(),
            (State::Outside, "table-properties") if tag.get("display")?.is_some_and(|display| display == "false") => {
                self.hiding.push(std::mem::take(&mut self.style));
            }
            (State::Outside, "spreadsheet") => (self.state, self.spreadsheet) = (State::Sheets, true),
            (State::Outside, _) => {}
            (State::Sheets, "table") => {
                self.open_sheet(tag)?;
                self.state = State::Sheet;
            }
            (State::Sheet, "table-column") => self.sheet.columns(tag)?,
            (State::Sheet, "table-columns" | "table-header-columns" | "table-column-group")
            | (State::Sheet, "table-rows" | "table-header-rows" | "table-row-group") => {}
            (State::Sheet, "table-row") => {
                self.sheet.open_row(tag)?;
                self.state = State::Row;
                self.go_on()?;
            }
            (State::Row, "table-cell" | "covered-table-cell") => {
                self.cell = Raw::of(tag)?;
                self.sheet.open_cell(tag)?;
                self.state = State::Cell;
            }
            (State::Cell, "p" | "h") => {
                if self.cell.paragraphs > 0 {
                    self.cell.shown.push('\n');
                }
                self.cell.paragraphs += 1;
                self.state = State::Paragraph;
            }
            (State::Paragraph, "s") => {
                let wished = tag.get("c")?.and_then(|count| count.parse().ok()).unwrap_or(1);
                let count = self.spaces.min(wished);
                self.spaces -= count;
                self.cell.shown.extend((0..count).map(|_| ' '));
            }
            (State::Paragraph, "tab") => self.cell.shown.push('\t'),
            (State::Paragraph, "line-break") => self.cell.shown.push('\n'),
            (State::Paragraph, name) if !matches!(name, "annotation" | "frame" | "note" | "ruby-text") => {}
            _ => self.passed = 1,
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.state != State::Paragraph || self.passed > 0 {
            return;
        }
        for sign in text.chars() {
            match sign {
                ' ' | '\t' | '\r' | '\n' => self.space(),
                sign => self.cell.shown.push(sign),
            }
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Halt> {
        if self.passed > 0 {
            self.passed -= 1;
            return Ok(());
        }
        match (self.state, name) {
            (State::Paragraph, "p" | "h") => self.state = State::Cell,
            (State::Cell, "table-cell" | "covered-table-cell") => {
                let cell = std::mem::take(&mut self.cell);
                self.sheet.close_cell(cell);
                self.state = State::Row;
            }
            (State::Row, "table-row") => {
                self.sheet.close_row();
                self.state = State::Sheet;
            }
            (State::Sheet, "table") => {
                self.close_sheet();
                self.state = State::Sheets;
            }
            (State::Sheets, "spreadsheet") => self.state = State::Outside,
            _ => {}
        }
        Ok(())
    }
}
