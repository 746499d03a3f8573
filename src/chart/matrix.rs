//! Schools × indicators at a glance, on a screen or on a sheet for the wall.
//! Each state has a glyph besides its colour: it prints in black and white.

use super::axis::widest;
use super::frame::Frame;
use super::scene::{Anchor, Role, Scene, Stroke, Tone};
use super::text::{width, wrap};

/// Rows of states.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What the picture shows.
    pub title: String,
    /// What is to be seen.
    pub description: String,
    /// The heads of the columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Line>,
    /// What each state is called, in the order of [`State::ALL`].
    pub key: [String; 4],
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// "L2".
    pub code: String,
    /// Its short name, shown below the code where it fits.
    pub name: String,
    /// "≥ 1", shown beside the code where it fits; empty: nothing is demanded.
    pub least: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whose it is.
    pub name: String,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How its value stands to the threshold.
    pub state: State,
    /// The value as text, shown where it fits.
    pub text: String,
    /// What a pointer is told.
    pub hint: String,
}

/// How a value stands to its threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// At or above it.
    Met,
    /// Below, but not below 85 % of it.
    Within,
    /// Below 85 % of it.
    Below,
    /// Not at hand.
    Missing,
    /// Not judged: there is no threshold.
    Open,
}

/// What the picture is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// A screen, so many pixels wide.
    Screen(f64),
    /// A sheet of A3, landscape, that the file fills within margins of 15 mm: few
    /// rows become higher, and many stand in up to three blocks side by side and
    /// become lower, down to a size that can still be read. Fewer than some 20
    /// leave the picture lower than the sheet; more than some 240 make it longer,
    /// divide them before.
    A3,
}

/// The inner size of an A3 sheet, landscape, at 96 pixels an inch, without what a
/// file adds around the picture.
const SHEET: (f64, f64) = (1440.0, 940.0);
/// The height of a line of the key.
const KEY: f64 = 22.0;
/// Between two blocks.
const APART: f64 = 28.0;
/// A row on a screen.
const ROW: f64 = 24.0;
/// The highest row on a sheet.
const HIGHEST: f64 = 44.0;
/// The lowest row.
const LOWEST: f64 = 10.8;

impl State {
    /// Every state that the key tells.
    pub const ALL: [Self; 4] = [Self::Met, Self::Within, Self::Below, Self::Missing];

    /// Its glyph.
    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Met => "✓",
            Self::Within => "◐",
            Self::Below => "✕",
            Self::Missing => "▨",
            Self::Open => "",
        }
    }

    const fn ground(self) -> Tone {
        match self {
            Self::Met | Self::Open => Tone::Paper,
            Self::Within => Tone::NearSoft,
            Self::Below => Tone::BadSoft,
            Self::Missing => Tone::Missing,
        }
    }

    const fn ink(self) -> Tone {
        match self {
            Self::Met => Tone::Quiet,
            Self::Within => Tone::Near,
            Self::Below => Tone::Bad,
            Self::Missing | Self::Open => Tone::Quiet,
        }
    }
}

/// Rows that stand below each other, and the columns' places.
struct Block {
    left: f64,
    top: f64,
    names: f64,
    column: f64,
    columns: usize,
    row: f64,
    role: Role,
    /// Values stand beside the glyphs.
    figures: bool,
    /// The columns' heads, in lines, where all fit: what is demanded, then names.
    heads: Option<Vec<Vec<String>>>,
}

impl Column {
    /// What stands above a column so wide; `None`: it does not fit.
    fn lines(&self, wide: f64) -> Option<Vec<String>> {
        let (size, first) = (Role::Small.size(), joined(&[&self.code, &self.least]));
        let names = wrap(&self.name, wide - 10.0, size, 2)?;
        (width(&first, size) <= wide - 2.0).then(|| [first].into_iter().chain(names).collect())
    }
}

/// Words with spaces between them, without empty ones.
fn joined(words: &[&str]) -> String {
    words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Matrix {
    /// The picture.
    pub fn scene(&self, extent: Extent) -> Scene {
        let (wide, blocks, row) = match extent {
            Extent::Screen(wide) => (wide, 1, ROW),
            Extent::A3 => {
                let heads = [1.0, 2.0, 3.0].map(|blocks| self.block((0.0, 0.0), SHEET.0 / blocks, ROW).head());
                let key = self.key(&mut Frame::new(SHEET.0), true);
                let room = SHEET.1 - key - heads.into_iter().fold(1.0, f64::max) - 1.0;
                let blocks = [1, 2].into_iter().find(|blocks| self.longest(*blocks) as f64 * 18.0 <= room).unwrap_or(3);
                (SHEET.0, blocks, (room / self.longest(blocks) as f64).clamp(LOWEST, HIGHEST))
            }
        };
        let mut frame = Frame::new(wide);
        let width = (frame.width() - (blocks - 1) as f64 * APART) / blocks as f64;
        let codes = self.block((0.0, 0.0), width, row).heads.is_none();
        let top = self.key(&mut frame, codes);
        let mut end = top;
        for (place, rows) in self.rows.chunks(self.longest(blocks)).enumerate() {
            let block = self.block((place as f64 * (width + APART), top), width, row);
            end = block.draw(&mut frame, &self.columns, rows).max(end);
        }
        frame.scene(end + 1.0, &self.title, &self.description)
    }

    /// How many rows the longest of so many blocks has.
    fn longest(&self, blocks: usize) -> usize {
        self.rows.len().div_ceil(blocks).max(1)
    }

    fn block(&self, (left, top): (f64, f64), wide: f64, row: f64) -> Block {
        let role = if row < 17.0 { Role::Tiny } else { Role::Label };
        let names = self.rows.iter().map(|row| &*row.name);
        let names = (widest(names, role.size()) + 8.0).min(wide * 0.38);
        let column = (wide - names) / self.columns.len().max(1) as f64;
        let heads = self.columns.iter().map(|head| head.lines(column));
        let cells = self.rows.iter().flat_map(|row| &row.cells).map(|cell| &*cell.text);
        // As wide as the widest glyph and a space.
        let figures = widest(cells, role.size()) + 1.5 * role.size() <= column - 4.0;
        let (columns, heads) = (self.columns.len(), heads.collect());
        Block { left, top, names, column, columns, row, role, figures, heads }
    }

    /// What the glyphs mean, and the codes where names find no room above the
    /// columns; gives the height below them.
    fn key(&self, frame: &mut Frame, codes: bool) -> f64 {
        let states = State::ALL.into_iter().zip(&self.key).map(|(state, name)| (state.glyph(), name, state.ink()));
        let states = states.map(|(glyph, name, tone)| ([glyph, name].join(" "), tone));
        let columns = self.columns.iter().filter(|_| codes);
        let columns = columns.map(|column| (joined(&[&column.code, &column.name, &column.least]), Tone::Quiet));
        let (mut x, mut y) = (0.0, 0.0);
        for (words, tone) in states.chain(columns) {
            let room = width(&words, Role::Small.size()).min(frame.width());
            if x > 0.0 && x + room > frame.width() {
                (x, y) = (0.0, y + KEY);
            }
            frame.text((x, y + 14.0), &words, room, (Anchor::Start, Role::Small), tone);
            x += room + 16.0;
        }
        y + KEY
    }
}

impl Block {
    fn head(&self) -> f64 {
        let lines = self.heads.iter().flatten().map(Vec::len).max().unwrap_or(1);
        lines as f64 * 15.0 + 6.0
    }

    fn x(&self, column: usize) -> f64 {
        self.left + self.names + column as f64 * self.column
    }

    /// Draws heads and rows; gives the height below them.
    fn draw(&self, frame: &mut Frame, columns: &[Column], rows: &[Line]) -> f64 {
        let base = self.top + self.head() - 6.0;
        for (place, column) in columns.iter().enumerate() {
            let x = self.x(place) + self.column / 2.0;
            let code = std::slice::from_ref(&column.code);
            let lines = self.heads.as_ref().and_then(|heads| heads.get(place)).map_or(code, |lines| &**lines);
            let first = base - (lines.len() - 1) as f64 * 15.0;
            for (line, words) in lines.iter().enumerate() {
                let at = (x, first + line as f64 * 15.0);
                if frame.text(at, words, self.column - 2.0, (Anchor::Middle, Role::Small), Tone::Quiet) {
                    frame.hint(&column.name);
                }
            }
        }
        let mut y = self.top + self.head();
        for row in rows {
            self.row(frame, y, row);
            y += self.row;
        }
        self.rule(frame, y);
        y
    }

    fn row(&self, frame: &mut Frame, top: f64, row: &Line) {
        self.rule(frame, top);
        let base = top + self.row / 2.0 + self.role.size() * 0.36;
        let name = (Anchor::Start, self.role);
        frame.text((self.left, base), &row.name, self.names - 8.0, name, Tone::Ink);
        for (place, cell) in row.cells.iter().take(self.columns).enumerate() {
            let x = self.x(place);
            frame.rect((x + 0.5, top + 0.5), (self.column - 1.0, self.row - 1.0), cell.state.ground());
            frame.hint(&cell.hint);
            let glyph = cell.state.glyph();
            let both = [glyph, &*cell.text].join(" ");
            let shown = if self.figures { &*both } else { glyph };
            let at = (x + self.column / 2.0, base);
            if frame.text(at, shown, self.column, (Anchor::Middle, self.role), cell.state.ink()) {
                frame.hint(&cell.hint);
            }
        }
    }

    fn rule(&self, frame: &mut Frame, y: f64) {
        frame.line((self.left, y), (self.x(self.columns).min(frame.width()), y), Stroke::Hair, Tone::Grid);
    }
}
