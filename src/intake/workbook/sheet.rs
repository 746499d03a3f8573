//! A worksheet part, read cell by cell: a dense range would ask for tens of
//! gigabytes when one stray cell stands in XFD1048576.

use std::mem;

use super::super::grid::Grid;
use super::super::hidden::Marks;
use super::super::limit;
use super::super::watch::{Progress, Stage, Watch};
use super::reference;
use super::rows::Plain;
use super::string::{RichText, Strings, unescaped};
use super::style::Dates;
use super::window::Window;
use super::xml::{Halt, Tag, Visitor};
use crate::word::table::{Cell, Merge, Table};

/// Reads a worksheet into a grid.
pub(super) struct SheetReader<'a> {
    pub(super) strings: &'a Strings,
    pub(super) dates: &'a Dates,
    pub(super) grid: &'a mut Grid,
    watch: &'a mut dyn Watch,
    /// Rows of the file's earlier sheets.
    before: u64,
    /// The last row, as the sheet claims.
    last: u32,
    /// The row at which progress is reported next.
    next: u32,
    /// Where a cell stands that does not say it.
    pub(super) here: (u32, u32),
    /// What the rows that are read ahead keep between them.
    pub(super) plain: Plain,
    state: State,
    cell: Raw,
    merges: Vec<Merge>,
    hidden_rows: Marks,
    hidden_columns: Marks,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Before the cells: only a worksheet has any.
    Before,
    Rows,
    Cell,
    Value,
    After,
}

/// A cell as it is written.
#[derive(Default)]
struct Raw {
    place: (u32, u32),
    kind: Kind,
    format: u32,
    formula: bool,
    /// The stored value.
    value: Option<String>,
    inline: RichText,
}

/// A cell's type, as its attribute `t` says.
#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    /// None is said: a number, but some programs write texts.
    #[default]
    Unsaid,
    Number,
    Shared,
    Inline,
    Text,
    Date,
    Bool,
    Error,
}

impl<'a> SheetReader<'a> {
    /// A reader for one worksheet; `before` counts the rows of earlier ones.
    pub fn new(
        (strings, dates): (&'a Strings, &'a Dates),
        grid: &'a mut Grid,
        before: u64,
        watch: &'a mut dyn Watch,
    ) -> Self {
        let (last, next, here, state, plain) = (0, 0, (0, 0), State::Before, Plain::default());
        let (cell, merges, hidden_rows, hidden_columns) = Default::default();
        Self {
            strings,
            dates,
            grid,
            watch,
            before,
            last,
            next,
            here,
            plain,
            state,
            cell,
            merges,
            hidden_rows,
            hidden_columns,
        }
    }

    /// A table without cells: merged ranges, and what is hidden of it.
    pub fn shape(&mut self) -> Table {
        let merges = mem::take(&mut self.merges);
        let (hidden_rows, hidden_columns) = (self.hidden_rows.list(), self.hidden_columns.list());
        Table { merges, hidden_rows, hidden_columns, ..Table::default() }
    }

    /// Whether cells were met, if none in their list: what has no list is no
    /// worksheet.
    pub fn is_worksheet(&self) -> bool {
        self.state != State::Before
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Halt> {
        self.cell = Raw { place: self.here, ..Raw::default() };
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            match name {
                "r" => self.cell.place = reference::cell(&value).ok_or_else(|| odd("r", &value))?,
                "s" => {
                    self.cell.format = value.parse().unwrap_or(u32::MAX);
                }
                "t" => self.cell.kind = kind(&value),
                _ => {}
            }
        }
        self.here = (self.here.0, self.cell.place.1.saturating_add(1));
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Halt> {
        let (row, column) = self.cell.place;
        let (value, inline) = (self.cell.value.take(), self.cell.inline.take());
        let value = value.filter(|_| self.cell.kind != Kind::Inline);
        let value =
            value.map(|value| if self.cell.kind == Kind::Text { unescaped(&value).into_owned() } else { value });
        let cell = content(&self.cell, (self.strings, self.dates), value.as_deref(), &inline);
        // A full grid says so itself; merged ranges are still to come.
        self.grid.put(row, column, cell);
        self.report(row)
    }

    /// Tells how far the reading is, from time to time.
    pub(super) fn report(&mut self, row: u32) -> Result<(), Halt> {
        if row < self.next {
            return Ok(());
        }
        self.next = row.saturating_add(limit::ROWS_PER_REPORT);
        // Some programs write a wrong dimension: no more than a hint.
        let fraction = (self.last > 0).then(|| (f64::from(row) / f64::from(self.last)).min(1.0));
        let progress = Progress { stage: Stage::Read, rows: self.before.saturating_add(u64::from(row)), fraction };
        if self.watch.go_on(progress) { Ok(()) } else { Err(Halt::Cancelled) }
    }
}

impl Visitor for SheetReader<'_> {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        match (self.state, name) {
            (State::Before, "dimension") => {
                self.last = tag.get("ref")?.and_then(|range| reference::range(&range)).map_or(0, |range| range.bottom);
            }
            (State::Before, "col") if is_set(tag, "hidden")? => {
                let column = |name| Ok(tag.get(name)?.and_then(|name| reference::row(&name)));
                if let (Some(first), Some(last)) = (column("min")?, column("max")?) {
                    self.hidden_columns.add(first, last, limit::COLUMNS);
                }
            }
            (State::Before, "sheetData") => self.state = State::Rows,
            (State::Rows, "row") => {
                if let Some(row) = tag.get("r")? {
                    self.here.0 = reference::row(&row).ok_or_else(|| odd("r", &row))?;
                }
                if is_set(tag, "hidden")? {
                    self.hidden_rows.add(self.here.0, self.here.0, limit::ROWS);
                }
            }
            (State::Rows, "c") => {
                self.start(tag)?;
                self.state = State::Cell;
            }
            (State::Cell, "f") => self.cell.formula = true,
            (State::Cell, "v") => {
                self.cell.value = Some(String::new());
                self.state = State::Value;
            }
            (State::Cell, _) => self.cell.inline.open(name, tag)?,
            (State::After, "mergeCell") => {
                self.merges.extend(tag.get("ref")?.and_then(|range| reference::range(&range)));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match (self.state, &mut self.cell.value) {
            (State::Value, Some(value)) => value.push_str(text),
            (State::Cell, _) => self.cell.inline.text(text),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Halt> {
        match (self.state, name) {
            (State::Value, "v") => self.state = State::Cell,
            (State::Cell, "c") => {
                self.state = State::Rows;
                self.finish()?;
            }
            (State::Cell, _) => self.cell.inline.close(name),
            (State::Rows, "row") => self.here = (self.here.0.saturating_add(1), 0),
            (State::Rows, "sheetData") => self.state = State::After,
            _ => {}
        }
        Ok(())
    }

    fn ahead(&mut self, name: &str, window: &mut Window<'_>) -> Result<(), Halt> {
        match (self.state, name) {
            (State::Rows, "sheetData" | "row") => self.plain_rows(window),
            _ => Ok(()),
        }
    }
}

/// What the cell holds, by its stored value, else by its own text. What its
/// type does not allow is an error cell: it costs no other.
fn content<'a>(raw: &Raw, book: (&'a Strings, &Dates), value: Option<&'a str>, inline: &'a str) -> Cell<'a> {
    let (strings, dates) = book;
    let Raw { kind, format, formula, .. } = *raw;
    let Some(value) = value else {
        let text = as_text(inline);
        return if formula && text == Cell::Empty { Cell::Uncomputed } else { text };
    };
    if value.is_empty() && kind != Kind::Text {
        return if formula { Cell::Uncomputed } else { Cell::Empty };
    }
    let plain = value.trim();
    match kind {
        Kind::Text | Kind::Date => as_text(value),
        Kind::Bool if plain == "1" || plain.eq_ignore_ascii_case("true") => Cell::Bool(true),
        Kind::Bool if plain == "0" || plain.eq_ignore_ascii_case("false") => Cell::Bool(false),
        Kind::Shared => match plain.parse::<usize>().ok().and_then(|index| strings.get(index)) {
            Some("") => Cell::Empty,
            Some(text) => Cell::Text(text),
            None => Cell::Error(plain),
        },
        Kind::Unsaid | Kind::Number => match plain.parse::<f64>() {
            Ok(number) if number.is_finite() => dates.cell(format, number),
            _ if kind == Kind::Unsaid => as_text(value),
            _ => Cell::Error(plain),
        },
        Kind::Error | Kind::Bool | Kind::Inline => Cell::Error(plain),
    }
}

/// The type of a cell; an unknown one makes an error cell.
fn kind(name: &str) -> Kind {
    match name {
        "n" => Kind::Number,
        "s" => Kind::Shared,
        "inlineStr" | "is" => Kind::Inline,
        "str" => Kind::Text,
        "d" => Kind::Date,
        "b" => Kind::Bool,
        _ => Kind::Error,
    }
}

/// Whether a flag is set.
fn is_set(tag: &Tag<'_>, name: &str) -> Result<bool, Halt> {
    Ok(tag.get(name)?.is_some_and(|value| value == "1" || value == "true"))
}

fn as_text(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// What cannot be, as it is written.
fn odd(name: &str, value: &str) -> Halt {
    Halt::Damaged(format!("{name}=\"{value}\""))
}
