//! "XML spreadsheet 2003": one file of markup with sheets, rows and cells.

use std::sync::Arc;

use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::date;
use crate::intake::grid::Grid;
use crate::intake::hidden::Marks;
use crate::intake::limit;
use crate::intake::open::Opened;
use crate::intake::watch::{Progress, Stage, Watch};
use crate::intake::workbook::xml::{self, Halt, Tag, Visitor};
use crate::word::table::{Cell, Merge, Table};

/// Reads every sheet; damage keeps what stood before. `false`: cancelled.
pub(super) fn read(file: &Arc<str>, text: &str, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let (before, sheet) = (0, None);
    let mut book = Book { file, opened, watch, before, sheet, in_comment: false, in_visible: false };
    // What the text says of its encoding is no longer true.
    let walked = xml::walk(&mut text.as_bytes(), &mut book);
    book.end_sheet();
    let place = Place::file(file);
    match walked {
        Err(Halt::Cancelled) => return false,
        Err(Halt::Damaged(met)) => opened.problems.push(Problem::new(ProblemKind::DamagedFile, place, met, "")),
        Ok(()) if opened.tables.is_empty() => opened.problems.push(Problem::new(ProblemKind::EmptyFile, place, "", "")),
        Ok(()) => {}
    }
    true
}

/// The workbook while it is read.
struct Book<'a> {
    file: &'a Arc<str>,
    opened: &'a mut Opened,
    watch: &'a mut dyn Watch,
    /// Rows of earlier sheets.
    before: u64,
    sheet: Option<Sheet>,
    /// Inside a comment, whose data is no content.
    in_comment: bool,
    in_visible: bool,
}

/// A sheet while it is read.
#[derive(Default)]
struct Sheet {
    table: Table,
    grid: Grid,
    hidden_rows: Marks,
    hidden_columns: Marks,
    row: u32,
    column: u32,
    /// Where the next column that is spoken of stands.
    columns: u32,
    cell: Raw,
    /// The row at which progress is reported next.
    next: u32,
}

/// A cell as it is written.
#[derive(Default)]
struct Raw {
    formula: bool,
    kind: String,
    text: String,
    in_data: bool,
    has_data: bool,
}

impl Book<'_> {
    fn end_sheet(&mut self) {
        let Some(mut sheet) = self.sheet.take() else { return };
        sheet.table.hidden_rows = sheet.hidden_rows.list();
        sheet.table.hidden_columns = sheet.hidden_columns.list();
        self.before += self.opened.keep(sheet.table, sheet.grid);
    }

    fn go_on(&mut self) -> Result<(), Halt> {
        let Some(sheet) = self.sheet.as_mut().filter(|sheet| sheet.row >= sheet.next) else { return Ok(()) };
        sheet.next = sheet.row.saturating_add(limit::ROWS_PER_REPORT);
        let rows = self.before.saturating_add(u64::from(sheet.row));
        let progress = Progress { stage: Stage::Read, rows, fraction: None };
        if self.watch.go_on(progress) { Ok(()) } else { Err(Halt::Cancelled) }
    }
}

/// A whole number in an attribute.
fn count(tag: &Tag<'_>, name: &str) -> Result<Option<u32>, Halt> {
    Ok(tag.get(name)?.and_then(|number| number.trim().parse().ok()))
}

fn is_set(tag: &Tag<'_>, name: &str) -> Result<bool, Halt> {
    Ok(count(tag, name)?.is_some_and(|number| number > 0))
}

impl Sheet {
    fn start_row(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        if let Some(index) = count(tag, "Index")? {
            self.row = index.saturating_sub(1);
        }
        self.column = 0;
        // One element may speak of several rows alike, without cells.
        let span = count(tag, "Span")?.unwrap_or(0).min(limit::ROWS);
        if is_set(tag, "Hidden")? {
            self.hidden_rows.add(self.row, self.row.saturating_add(span), limit::ROWS);
        }
        self.row = self.row.saturating_add(span);
        Ok(())
    }

    fn column(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        if let Some(index) = count(tag, "Index")? {
            self.columns = index.saturating_sub(1);
        }
        let end = self.columns.saturating_add(count(tag, "Span")?.unwrap_or(0)).saturating_add(1);
        if is_set(tag, "Hidden")? {
            self.hidden_columns.add(self.columns, end - 1, limit::COLUMNS);
        }
        self.columns = end;
        Ok(())
    }

    fn start_cell(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        if let Some(index) = count(tag, "Index")? {
            self.column = index.saturating_sub(1);
        }
        self.cell = Raw { formula: tag.get("Formula")?.is_some(), ..Raw::default() };
        let across = count(tag, "MergeAcross")?.unwrap_or(0);
        let down = count(tag, "MergeDown")?.unwrap_or(0);
        if across > 0 || down > 0 {
            let (bottom, right) = (self.row.saturating_add(down), self.column.saturating_add(across));
            self.table.merges.push(Merge { top: self.row, left: self.column, bottom, right });
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let right = self.table.merges.last().filter(|merge| (merge.top, merge.left) == (self.row, self.column));
        let next = right.map_or(self.column, |merge| merge.right).saturating_add(1);
        let cell = self.cell.content();
        self.grid.put(self.row, self.column, cell);
        self.column = next;
    }
}

impl Raw {
    /// What the cell holds. What its type does not allow is an error cell.
    fn content(&self) -> Cell<'_> {
        let (text, plain) = (self.text.as_str(), self.text.trim());
        if !self.has_data {
            return if self.formula { Cell::Uncomputed } else { Cell::Empty };
        }
        match self.kind.as_str() {
            "Number" => match plain.parse::<f64>() {
                Ok(number) => Cell::Number(number),
                Err(_) => Cell::Error(plain),
            },
            "Boolean" => Cell::Bool(plain == "1"),
            "Error" => Cell::Error(plain),
            "DateTime" => date::serial(plain).map_or(Cell::Text(text), Cell::Date),
            _ if text.is_empty() => Cell::Empty,
            _ => Cell::Text(text),
        }
    }
}

impl Visitor for Book<'_> {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        if name == "Worksheet" {
            self.end_sheet();
            let name: Arc<str> = tag.get("Name")?.unwrap_or_default().as_ref().into();
            let table = Table { file: self.file.clone(), sheet: name, ..Table::default() };
            self.sheet = Some(Sheet { table, ..Sheet::default() });
        }
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        match name {
            "Row" => {
                sheet.start_row(tag)?;
                self.go_on()?;
            }
            "Column" => sheet.column(tag)?,
            "Cell" => sheet.start_cell(tag)?,
            "Comment" => self.in_comment = true,
            "Visible" => self.in_visible = true,
            "Data" if !self.in_comment => {
                let kind = tag.get("Type")?.unwrap_or_default().into_owned();
                sheet.cell = Raw { kind, in_data: true, has_data: true, formula: sheet.cell.formula, ..Raw::default() };
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let Some(sheet) = &mut self.sheet else { return };
        if self.in_visible {
            sheet.table.hidden = text.trim().ends_with("Hidden");
        } else if sheet.cell.in_data && !self.in_comment {
            sheet.cell.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Halt> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        match name {
            "Comment" => self.in_comment = false,
            "Visible" => self.in_visible = false,
            "Data" => sheet.cell.in_data = false,
            "Cell" => sheet.end_cell(),
            "Row" => sheet.row = sheet.row.saturating_add(1),
            "Worksheet" => self.end_sheet(),
            _ => {}
        }
        Ok(())
    }
}
