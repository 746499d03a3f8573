//! One table of a page: where its cells stand, as a browser would draw it.

use super::token::{Tag, text_of};
use crate::intake::clean::is_plain_number;
use crate::intake::grid::Grid;
use crate::intake::hidden::Marks;
use crate::intake::limit;
use crate::intake::plain::trimmed;
use crate::word::table::{Cell, Merge};

/// The most columns and rows that a cell may span, as in browsers.
const SPAN: (u32, u32) = (1_000, 65_534);

/// A table while it is drawn.
pub(super) struct Drawn {
    done: Finished,
    /// The next row and column.
    row: u32,
    column: u32,
    in_row: bool,
    cell: Option<Open>,
    in_caption: bool,
    /// For each column, the row above which a cell from further up reaches.
    taken: Vec<u32>,
    /// Columns that `col` elements spoke of.
    columns: u32,
}

/// A table that was read.
pub(super) struct Finished {
    /// Which table of the page it is, from 1.
    pub number: usize,
    /// Its caption, or the heading before it.
    pub title: String,
    /// Its cells.
    pub grid: Grid,
    /// Cells over several rows or columns.
    pub merges: Vec<Merge>,
    /// Rows that are not shown.
    pub hidden_rows: Marks,
    /// Columns that are not shown.
    pub hidden_columns: Marks,
    /// How many cells it has that hold anything.
    filled: usize,
    /// The text of a table too small to stand for itself.
    short: String,
}

/// A cell whose end is not yet met.
struct Open {
    place: (u32, u32),
    text: String,
    kind: Kind,
    /// The number that it is written to be (`x:num`).
    number: Option<f64>,
}

/// What a cell is written to be.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Nothing is said: what looks like a number is one.
    Unsaid,
    /// A text: leading zeros count.
    Text,
}

impl Finished {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.filled == 0
    }

    /// Whether it has rows and columns, so that it is more than a frame.
    pub fn is_tabular(&self) -> bool {
        self.grid.height() > 1 && self.filled > 3
    }

    /// The text of a table that is not tabular.
    pub fn text(&self) -> String {
        self.short.clone()
    }
}

impl Drawn {
    /// An empty table, its number on the page, and its title.
    pub fn new(number: usize, title: String) -> Self {
        let done = Finished {
            number,
            title,
            grid: Grid::default(),
            merges: Vec::new(),
            hidden_rows: Marks::default(),
            hidden_columns: Marks::default(),
            filled: 0,
            short: String::new(),
        };
        Self { done, row: 0, column: 0, in_row: false, cell: None, in_caption: false, taken: Vec::new(), columns: 0 }
    }

    /// A row begins; one that is open ends.
    pub fn row(&mut self, tag: &Tag<'_>) {
        self.end_row();
        (self.in_row, self.column) = (true, 0);
        if tag.is_hidden() {
            self.done.hidden_rows.add(self.row, self.row, limit::ROWS);
        }
    }

    /// The row ends, if one is open.
    pub fn end_row(&mut self) {
        self.end_cell();
        if self.in_row {
            (self.row, self.column, self.in_row) = (self.row.saturating_add(1), 0, false);
        }
    }

    /// A cell begins; one that is open ends. Without a row it begins one.
    pub fn cell(&mut self, tag: &Tag<'_>) {
        self.end_cell();
        self.in_row = true;
        let span = |name: &str, most: u32| {
            let span = tag.get(name).and_then(|span| span.trim().parse::<u32>().ok()).unwrap_or(1);
            span.clamp(1, most)
        };
        let (across, down) = (span("colspan", SPAN.0), span("rowspan", SPAN.1));
        while self.taken.get(self.column as usize).is_some_and(|free| *free > self.row) {
            self.column += 1;
        }
        let (row, column) = (self.row, self.column);
        self.take(column, across, row.saturating_add(down));
        if across > 1 || down > 1 {
            let (bottom, right) = (row.saturating_add(down - 1), column.saturating_add(across - 1));
            self.done.merges.push(Merge { top: row, left: column, bottom, right });
        }
        if tag.is_hidden() {
            self.done.hidden_columns.add(column, column, limit::COLUMNS);
        }
        // As Excel and LibreOffice write the number behind what is shown.
        let number = tag.get("x:num").or_else(|| tag.get("sdval")).and_then(|number| number.trim().parse::<f64>().ok());
        let as_text =
            tag.get("x:str").is_some() || tag.style("mso-number-format").is_some_and(|format| format.contains('@'));
        let kind = if as_text { Kind::Text } else { Kind::Unsaid };
        self.cell = Some(Open { place: (row, column), text: String::new(), kind, number });
        self.column = column.saturating_add(across);
    }

    /// Notes that a cell covers columns down to a row. Columns far out are
    /// stray: nothing stands there that could be pushed aside.
    fn take(&mut self, column: u32, across: u32, until: u32) {
        let end = column.saturating_add(across).min(limit::COLUMNS);
        if self.taken.len() < end as usize {
            self.taken.resize(end as usize, 0);
        }
        for free in self.taken.iter_mut().take(end as usize).skip(column as usize) {
            *free = until.max(*free);
        }
    }

    /// The cell ends, if one is open.
    pub fn end_cell(&mut self) {
        let Some(open) = self.cell.take() else { return };
        let text = open.text.trim_matches([' ', '\n']);
        if text.is_empty() && open.number.is_none() {
            return;
        }
        self.done.filled += 1;
        if !self.done.is_tabular() {
            self.done.short.push_str(text);
            self.done.short.push(' ');
        }
        let cell = match (open.kind, open.number) {
            (Kind::Unsaid, Some(number)) => Cell::Number(number),
            (Kind::Unsaid, None) => number(text),
            (Kind::Text, _) => Cell::Text(text),
        };
        self.done.grid.put(open.place.0, open.place.1, cell);
    }

    /// A text within the cell or the caption that is open.
    pub fn text(&mut self, text: &str) {
        if self.in_caption {
            self.done.title.push_str(text);
        } else if let Some(cell) = &mut self.cell {
            // Room for a cell's text and no more: the rest is cut anyway.
            if cell.text.len() <= limit::TEXT * 4 {
                let joined = cell.text.is_empty() || cell.text.ends_with(['\n', ' ']);
                cell.text.push_str(if joined { text.trim_start_matches(' ') } else { text });
            }
        }
    }

    /// A line ends within the cell.
    pub fn line_break(&mut self) {
        if let Some(cell) = &mut self.cell
            && !cell.text.trim_end_matches(' ').is_empty()
        {
            cell.text.truncate(cell.text.trim_end_matches(' ').len());
            cell.text.push('\n');
        }
    }

    /// The caption begins.
    pub fn caption(&mut self) {
        (self.in_caption, self.done.title) = (true, String::new());
    }

    /// The caption ends.
    pub fn end_caption(&mut self) {
        self.in_caption = false;
        self.done.title = text_of(self.done.title.trim());
    }

    /// A `col` element: the next column, or several.
    pub fn column(&mut self, tag: &Tag<'_>) {
        let span = tag.get("span").and_then(|span| span.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, SPAN.0);
        let end = self.columns.saturating_add(span).min(limit::COLUMNS);
        if tag.is_hidden() {
            self.done.hidden_columns.add(self.columns, end.saturating_sub(1), limit::COLUMNS);
        }
        self.columns = end;
    }

    /// The table ends.
    pub fn finish(mut self) -> Finished {
        self.end_row();
        self.done
    }
}

/// A text as a number where it is no code: "007" and long numbers are.
fn number(text: &str) -> Cell<'_> {
    let plain = trimmed(text);
    let digits = plain.trim_start_matches(['-', '+']);
    let code = digits.len() > 15 || digits.starts_with('0') && digits.len() > 1 && !digits.starts_with("0.");
    let number = plain.parse::<f64>().ok().filter(|_| !code && is_plain_number(Cell::Text(plain)));
    number.map_or(Cell::Text(text), Cell::Number)
}
