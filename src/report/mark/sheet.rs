//! A sheet part with its faulty cells coloured, and with what was typed in its
//! cells; everything else is copied.

use super::super::xlsx::{OFFICE, markup};
use super::Mark;
use super::scan::{Kind, Tag, Tags};
use super::style::Styles;
use crate::basis::place::column_letters;
use crate::intake;
use crate::word::table::Cell;

/// A sheet part with marks.
pub(super) struct Marked {
    /// The part.
    pub text: String,
    /// What it calls the drawing that places notes.
    pub drawing: String,
    /// The cells, by row and column, that were typed anew and in which the part
    /// has what it had: a formula, or a name that belongs to a table object too.
    pub unwritten: Vec<(u32, u32)>,
}

/// What a sheet calls its drawing when it had none.
pub(super) const DRAWING: &str = "suanpanNotes";

/// Elements that stand behind the one that names the drawing.
const BEHIND: [&str; 8] =
    ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

/// Marks cells, which come sorted by row and column, each once. `None` when
/// the part's cells are in no order, or it is no worksheet.
pub(super) fn marked(text: &str, marks: &[Mark<'_>], styles: &mut Styles<'_>) -> Option<Marked> {
    let mut copy = Copy { text, out: String::with_capacity(text.len() + marks.len() * 16), copied: 0 };
    // The names in a table object's header are repeated in a part of its own.
    let fixed = text.contains("tablePart ");
    let (columns, unwritten) = (Vec::new(), Vec::new());
    let mut cells = Cells { marks, styles, columns, row: 0, column: 0, format: None, fixed, unwritten };
    let (mut drawing, mut ended, mut inside, mut prefix) = (None, false, false, "");
    for tag in Tags::of(text) {
        match (tag.name, tag.kind) {
            ("worksheet", Kind::Open) => prefix = tag.prefix(),
            ("col", _) if !inside && tag.begins() => cells.column_format(&tag),
            ("sheetData", Kind::Open) => inside = true,
            ("sheetData", Kind::Whole) => {
                copy.replace(&tag, &(tag.opened() + &cells.rows(u32::MAX, prefix)));
                copy.out += &format!("</{prefix}sheetData>");
                ended = true;
            }
            ("sheetData", Kind::Close) => {
                copy.insert(tag.start, &cells.rows(u32::MAX, prefix));
                (inside, ended) = (false, true);
            }
            ("row", Kind::Close) if inside => copy.insert(tag.start, &cells.missing(u32::MAX, prefix)),
            ("row", _) if inside => {
                let number = tag.get("r").map_or(Some(cells.row + 1), |name| name.parse().ok())?;
                if number <= cells.row {
                    return None;
                }
                copy.insert(tag.start, &cells.rows(number - 1, prefix));
                cells.begin(number, &tag);
                if tag.kind == Kind::Whole {
                    let added = cells.missing(u32::MAX, prefix);
                    if !added.is_empty() {
                        copy.replace(&tag, &format!("{}{added}</{prefix}row>", tag.opened()));
                    }
                }
            }
            ("c", kind) if inside && kind != Kind::Close => {
                let column = tag.get("r").map_or(Some(cells.column + 1), |name| Some(intake::cell(name)?.1 + 1))?;
                if column <= cells.column {
                    return None;
                }
                copy.insert(tag.start, &cells.missing(column - 1, prefix));
                cells.column = column;
                cells.cell(&tag, &mut copy)?;
            }
            ("legacyDrawing", _) if ended && tag.begins() => drawing = Some(tag.get("id")?.to_owned()),
            (name, _) if ended && drawing.is_none() && (BEHIND.contains(&name) || name == "worksheet") => {
                let named = format!("<{prefix}legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"{DRAWING}\"/>");
                copy.insert(tag.start, &named);
                drawing = Some(DRAWING.to_owned());
            }
            _ => {}
        }
    }
    let drawing = drawing?;
    let unwritten = cells.unwritten;
    Some(Marked { text: copy.end(), drawing, unwritten })
}

/// A text copied with changes, from its beginning to its end.
struct Copy<'a> {
    text: &'a str,
    out: String,
    copied: usize,
}

impl Copy<'_> {
    fn insert(&mut self, at: usize, added: &str) {
        if !added.is_empty() {
            self.out += self.text.get(self.copied..at).unwrap_or_default();
            self.out += added;
            self.copied = at;
        }
    }

    fn replace(&mut self, tag: &Tag<'_>, other: &str) {
        self.insert(tag.start, other);
        self.copied = tag.end;
    }

    fn end(mut self) -> String {
        self.out += self.text.get(self.copied..).unwrap_or_default();
        self.out
    }
}

/// The marks that are still to come, and where the walk is.
struct Cells<'a, 'b, 'c> {
    marks: &'a [Mark<'a>],
    styles: &'b mut Styles<'c>,
    /// First and last column, from 1, and the format of each range.
    columns: Vec<(u32, u32, usize)>,
    /// The row, from 1; 0 before the first.
    row: u32,
    /// The column, from 1; 0 before the first.
    column: u32,
    /// The row's own format.
    format: Option<usize>,
    /// No content of the part may be changed.
    fixed: bool,
    /// The typed cells that kept their content.
    unwritten: Vec<(u32, u32)>,
}

impl<'a> Cells<'a, '_, '_> {
    fn column_format(&mut self, tag: &Tag<'_>) {
        let number = |name| tag.get(name).and_then(|value| value.parse().ok());
        if let (Some(first), Some(last), Some(format)) = (number("min"), number("max"), number("style")) {
            self.columns.push((first, last, format as usize));
        }
    }

    fn begin(&mut self, row: u32, tag: &Tag<'_>) {
        (self.row, self.column) = (row, 0);
        let own = tag.get("customFormat").is_some_and(|value| matches!(value, "1" | "true"));
        self.format = tag.get("s").filter(|_| own).and_then(|format| format.parse().ok());
    }

    /// The next mark, if it stands in the row and up to the column (from 1).
    fn next(&mut self, row: u32, column: u32) -> Option<&'a Mark<'a>> {
        let (first, rest) = self.marks.split_first()?;
        let here = first.row.saturating_add(1) == row && first.column.saturating_add(1) <= column;
        here.then(|| {
            self.marks = rest;
            first
        })
    }

    /// Copies the cell that the walk is at, if it has a mark: with another
    /// format, and with what was typed unless a formula stands there.
    fn cell(&mut self, tag: &Tag<'_>, copy: &mut Copy<'_>) -> Option<()> {
        let Some(mark) = self.next(self.row, self.column) else { return Some(()) };
        let format = tag.get("s").and_then(|format| format.parse().ok()).unwrap_or(0);
        let format = self.styles.marked(format, mark.ground);
        let (end, computed) = content(copy.text, tag)?;
        match mark.typed {
            Some(typed) if !computed && !self.fixed => {
                copy.insert(tag.start, &written(mark, typed, format, tag.prefix()));
                copy.copied = end;
            }
            typed => {
                self.unwritten.extend(typed.map(|_| (mark.row, mark.column)));
                copy.replace(tag, &tag.with("s", &format.to_string()));
            }
        }
        Some(())
    }

    /// Marked cells of this row that the part does not have, up to a column
    /// (from 1).
    fn missing(&mut self, column: u32, prefix: &str) -> String {
        let mut out = String::new();
        let row = self.row;
        while let Some(mark) = self.next(row, column) {
            let at = mark.column.saturating_add(1);
            let of_column = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&at));
            let format = self.format.or(of_column.map(|(.., format)| *format)).unwrap_or(0);
            let format = self.styles.marked(format, mark.ground);
            self.unwritten.extend(mark.typed.filter(|_| self.fixed).map(|_| (mark.row, mark.column)));
            out += &written(mark, mark.typed.filter(|_| !self.fixed).unwrap_or_default(), format, prefix);
        }
        out
    }

    /// Rows with marks that the part does not have, up to a row (from 1).
    fn rows(&mut self, last: u32, prefix: &str) -> String {
        let mut out = String::new();
        while let Some(row) = self.marks.first().map(|mark| mark.row.saturating_add(1)).filter(|row| *row <= last) {
            (self.row, self.column, self.format) = (row, 0, None);
            out += &format!("<{prefix}row r=\"{row}\">{}</{prefix}row>", self.missing(u32::MAX, prefix));
        }
        out
    }
}

/// Where a cell ends that begins with a tag, and whether it has a formula.
fn content(text: &str, tag: &Tag<'_>) -> Option<(usize, bool)> {
    if tag.kind == Kind::Whole {
        return Some((tag.end, false));
    }
    let mut computed = false;
    for inner in Tags::of(text.get(tag.end..)?) {
        match (inner.name, inner.kind) {
            ("c", Kind::Close) => return Some((tag.end + inner.end, computed)),
            ("f", _) => computed = true,
            _ => {}
        }
    }
    None
}

/// A cell with what was typed in it, as it is read back.
fn written(mark: &Mark<'_>, typed: &str, format: usize, prefix: &str) -> String {
    let name = format!("{}{}", column_letters(mark.column), mark.row.saturating_add(1));
    let open = format!("<{prefix}c r=\"{name}\" s=\"{format}\"");
    match intake::content(typed) {
        Cell::Empty => format!("{open}/>"),
        Cell::Number(number) => format!("{open}><{prefix}v>{number}</{prefix}v></{prefix}c>"),
        other => format!(
            "{open} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}is></{prefix}c>",
            markup::escaped(&other.text())
        ),
    }
}
