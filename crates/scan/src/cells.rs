//! Many cells in little room: eight bytes a cell, and equal texts once. A
//! class of half a million pupils fits in a browser's memory.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::cell::Cell;
use crate::pool::{Pool, short};

mod decode;
mod take;

pub use self::take::{Book, Room};

/// The cells of a sheet. A row holds its cells from column A on and may be
/// shorter than the sheet is wide; empty rows are empty.
#[derive(Clone, Default)]
pub struct Cells {
    /// Where each row ends in `packed`.
    ends: Vec<u32>,
    packed: Vec<u64>,
    /// All texts, one after the other.
    texts: String,
    /// Where each text ends in `texts`.
    stops: Vec<u32>,
    /// Day numbers, which do not fit beside their tag.
    dates: Vec<f64>,
}

/// The cells of one row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    cells: &'a Cells,
    packed: &'a [u64],
}

/// Some of the texts of a sheet, told by their numbers.
#[derive(Debug)]
pub struct Texts(Vec<bool>);

/// Puts cells together; rows in rising order cost least.
#[derive(Default)]
pub struct Builder {
    cells: Cells,
    /// The cells of the row that is being filled, whose number is that of the
    /// ended ones, begin here in `packed`.
    start: usize,
    /// The texts, until they are the cells'.
    texts: Pool,
    /// The texts of each column.
    met: Vec<Met>,
    /// Cells that came when their rows had ended.
    late: BTreeMap<(u32, u32), u64>,
}

/// What was met in a column.
#[derive(Clone, Copy, Default)]
struct Met {
    /// How many of its first texts were looked up.
    all: u32,
    /// How many of these were new.
    new: u32,
    /// The number of its last text.
    last: u32,
}

/// A cell's content as a builder keeps it; another builder's means nothing.
#[derive(Clone, Copy, Debug)]
pub struct Packed(u64);

// A finite number stands for itself. Everything else is a tag in the space of
// negative quiet NaNs, which no finite number uses, and an index or a sign.
const TAG: u64 = 0xFFFF << 48;
const TEXT: u64 = 0xFFF9 << 48;
const ERROR: u64 = 0xFFFA << 48;
const DATE: u64 = 0xFFFB << 48;
const EMPTY: u64 = 0xFFFC << 48;
const UNCOMPUTED: u64 = 0xFFFD << 48;
const FALSE: u64 = 0xFFFE << 48;
const TRUE: u64 = 0xFFFF << 48;

/// What cells are kept as.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    /// Where each row ends in `packed`.
    pub ends: &'a [u32],
    /// The cells, row by row.
    pub packed: &'a [u64],
    /// All texts, one after the other.
    pub texts: &'a str,
    /// Where each text ends in `texts`.
    pub stops: &'a [u32],
    /// Day numbers.
    pub dates: &'a [f64],
}

impl Cells {
    /// What they are kept as.
    pub fn parts(&self) -> Parts<'_> {
        Parts { ends: &self.ends, packed: &self.packed, texts: &self.texts, stops: &self.stops, dates: &self.dates }
    }

    /// The same, from the parts in their order there. Of parts that do not fit
    /// each other some cells are empty.
    pub fn of_parts(ends: Vec<u32>, packed: Vec<u64>, texts: String, stops: Vec<u32>, dates: Vec<f64>) -> Self {
        Self { ends, packed, texts, stops, dates }
    }

    /// How many rows there are.
    pub fn height(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// A row from 0; without cells beyond the last.
    pub fn row(&self, row: u32) -> Row<'_> {
        Row { cells: self, packed: self.packed.get(self.span(row)).unwrap_or_default() }
    }

    /// The texts that have one of the signs, which are no digits.
    #[inline(never)]
    pub fn texts_with(&self, signs: &[char]) -> Texts {
        let number = |byte: u8| byte.is_ascii_digit() || byte == b'.';
        let has = |text: &str| !text.bytes().all(number) && text.chars().any(|sign| signs.contains(&sign));
        Texts((0..self.stops.len()).map(|index| has(self.text(index))).collect())
    }

    /// The same cells with some others in their places, each a row, a column
    /// and what shall be there.
    pub fn with<'a>(self, others: impl IntoIterator<Item = (u32, u32, Cell<'a>)>) -> Self {
        let Self { texts, stops, .. } = self;
        let texts = Pool::of(texts.into_bytes(), stops);
        let cells = Self { texts: String::new(), stops: Vec::new(), ..self };
        let mut builder = Builder { start: cells.packed.len(), cells, texts, ..Builder::default() };
        for (row, column, cell) in others {
            builder.clear(row, column);
            builder.put(row, column, cell);
        }
        builder.finish()
    }

    /// Where a row's cells stand in `packed`.
    fn span(&self, row: u32) -> Range<usize> {
        let at = row as usize;
        let end = self.ends.get(at).copied().unwrap_or(0) as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        start..end
    }

    fn unpack(&self, packed: u64) -> Cell<'_> {
        let index = (packed & !TAG) as usize;
        match packed & TAG {
            TEXT => Cell::Text(self.text(index)),
            ERROR => Cell::Error(self.text(index)),
            DATE => self.dates.get(index).copied().map_or(Cell::Empty, Cell::Date),
            EMPTY => Cell::Empty,
            UNCOMPUTED => Cell::Uncomputed,
            FALSE => Cell::Bool(false),
            TRUE => Cell::Bool(true),
            _ => Cell::Number(f64::from_bits(packed)),
        }
    }

    fn text(&self, index: usize) -> &str {
        let end = self.stops.get(index).copied().unwrap_or(0) as usize;
        let start = index.checked_sub(1).and_then(|before| self.stops.get(before)).copied().unwrap_or(0) as usize;
        self.texts.get(start..end).unwrap_or_default()
    }
}

impl<'a> Row<'a> {
    /// How many cells there are, up to the last one with content.
    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// The cell in a column from 0; `Empty` beyond the last.
    pub fn get(&self, column: u32) -> Cell<'a> {
        self.packed.get(column as usize).map_or(Cell::Empty, |packed| self.cells.unpack(*packed))
    }

    /// Whether one of the texts is in it.
    // Not within its caller, which is compiled for size.
    #[inline(never)]
    pub fn has(self, texts: &Texts) -> bool {
        let known = |index: u64| texts.0.get(index as usize).is_some_and(|is| *is);
        self.packed.iter().any(|packed| packed & TAG == TEXT && known(packed & !TAG))
    }

    /// The cells from column A on.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Cell<'a>> + ExactSizeIterator + Clone {
        self.packed.iter().map(move |packed| self.cells.unpack(*packed))
    }
}

impl Builder {
    /// Places a cell, over one that is there; `Empty` takes nothing away and
    /// no room. What is beyond 2³² cells or bytes of text is left out.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell<'_>) {
        if let Some(packed) = self.pack(cell) {
            self.place(row, column, packed);
        }
    }

    /// Places a cell that is packed already, as [`Builder::put`] does.
    #[inline]
    pub fn place(&mut self, row: u32, column: u32, Packed(packed): Packed) {
        let Some(ahead) = row.checked_sub(self.cells.height()) else {
            self.put_late(row, column, packed);
            return;
        };
        self.end_rows(ahead, self.cells.packed.len());
        let at = self.start + column as usize;
        if at == self.cells.packed.len() {
            self.cells.packed.push(packed);
            return;
        }
        if at >= self.cells.packed.len() {
            self.cells.packed.resize(at + 1, EMPTY);
        }
        if let Some(slot) = self.cells.packed.get_mut(at) {
            *slot = packed;
        }
    }

    /// Makes room for the rest, when a share of the rows, above 0, has been taken
    /// in: columns that grow by doubling hold the most memory of all. No more
    /// than so many cells are awaited.
    pub fn await_rest(&mut self, share: f64, cells: usize) {
        // A little more, as later rows may be longer.
        let more = 1.02 / share - 1.0;
        let awaited = ((self.cells.packed.len() as f64 * more) as usize).min(cells);
        self.cells.packed.reserve_exact(awaited);
        self.cells.ends.reserve_exact(((self.cells.ends.len() as f64 * more) as usize).min(cells));
        self.texts.await_rest(more, cells);
    }

    /// How many cells there are, the blank ones between others included.
    pub fn len(&self) -> usize {
        self.cells.packed.len() + self.late.len()
    }

    /// Whether nothing was placed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows there are, down to the last one with content.
    pub fn height(&self) -> u32 {
        self.cells.height() + u32::from(self.cells.packed.len() > self.start)
    }

    /// The cells.
    pub fn finish(mut self) -> Cells {
        if self.cells.packed.len() > self.start {
            self.end_rows(1, self.cells.packed.len());
        }
        if self.cells.stops.is_empty() {
            self.prove();
        }
        if self.late.is_empty() { self.cells } else { merged(self.cells, self.late) }
    }

    /// Ends the present row, at a place in `packed`, and empty ones after it, so
    /// many in all.
    #[inline]
    fn end_rows(&mut self, count: u32, end: usize) {
        if count > 0 {
            self.start = end;
            let end = u32::try_from(end).unwrap_or(u32::MAX);
            self.cells.ends.resize(self.cells.ends.len() + count as usize, end);
        }
    }

    /// Places a cell in a row that has ended.
    fn put_late(&mut self, row: u32, column: u32, packed: u64) {
        match self.slot(row, column) {
            Some(slot) => *slot = packed,
            None => drop(self.late.insert((row, column), packed)),
        }
    }

    /// Empties a cell in a row that has ended.
    fn clear(&mut self, row: u32, column: u32) {
        if let Some(slot) = self.slot(row, column) {
            *slot = EMPTY;
        }
    }

    /// A cell of a row that has ended, if the row reaches so far.
    fn slot(&mut self, row: u32, column: u32) -> Option<&mut u64> {
        let span = self.cells.span(row);
        self.cells.packed.get_mut(span).and_then(|cells| cells.get_mut(column as usize))
    }

    /// A text that is taken for new, to be placed once or often. `None`: there is
    /// no room.
    pub fn pack_new(&mut self, text: &str) -> Option<Packed> {
        Some(Packed(TEXT | u64::from(self.texts.append(text.as_bytes())?)))
    }

    /// A cell's content. `None`: there is nothing, or no room for a text.
    fn pack(&mut self, cell: Cell<'_>) -> Option<Packed> {
        Some(Packed(match cell {
            Cell::Empty => return None,
            Cell::Text(text) => TEXT | u64::from(self.texts.intern(text.as_bytes())?),
            Cell::Error(text) => ERROR | u64::from(self.texts.intern(text.as_bytes())?),
            Cell::Number(number) if number.is_finite() => number.to_bits(),
            Cell::Date(day) if day.is_finite() => {
                self.cells.dates.push(day);
                DATE | (self.cells.dates.len() as u64 - 1)
            }
            Cell::Number(odd) | Cell::Date(odd) => ERROR | u64::from(self.texts.intern(odd.to_string().as_bytes())?),
            Cell::Bool(false) => FALSE,
            Cell::Bool(true) => TRUE,
            Cell::Uncomputed => UNCOMPUTED,
        }))
    }

    /// Places a text in UTF-8, or in the encoding that [`Builder::decode`] is to
    /// undo at the end. In a column of mostly new texts, such as numbers
    /// and names of pupils, they are no longer looked up: equal ones cost room, no
    /// more.
    pub fn put_bytes(&mut self, row: u32, column: u32, text: &[u8]) {
        if let Some(packed) = self.pack_bytes(column, short(text), text, text.len()) {
            self.place(row, column, Packed(packed));
        }
    }

    /// A text of a column, which bytes begin with and whose form as [`short`] is
    /// known. `None`: there is no room.
    #[inline(always)]
    fn pack_bytes(&mut self, column: u32, short: u64, rest: &[u8], length: usize) -> Option<u64> {
        const ENOUGH: u32 = 1000;
        let at = column as usize;
        if at >= self.met.len() {
            self.met.resize(at + 1, Met::default());
        }
        let met = self.met.get_mut(at)?;
        if met.all >= ENOUGH && met.new >= ENOUGH / 2 {
            return Some(TEXT | u64::from(self.texts.append_first(rest, length)?));
        }
        let text = rest.get(..length)?;
        // Tables are sorted by school and class.
        if short == 0 && self.texts.is(met.last, text) {
            return Some(TEXT | u64::from(met.last));
        }
        let known = self.texts.len();
        met.last = self.texts.intern_as(short, text)?;
        if met.all < ENOUGH {
            met.all += 1;
            met.new += u32::from(self.texts.len() > known);
        }
        Some(TEXT | u64::from(met.last))
    }
}

/// The cells with others, whose rows had ended, in their places.
fn merged(cells: Cells, late: BTreeMap<(u32, u32), u64>) -> Cells {
    let Cells { ends, packed, texts, stops, dates } = cells;
    let (mut whole, mut new_ends) = (Vec::with_capacity(packed.len() + late.len()), Vec::with_capacity(ends.len()));
    let mut late = late.into_iter().peekable();
    let mut start = 0;
    for (row, end) in (0_u32..).zip(ends) {
        let first = whole.len();
        whole.extend_from_slice(packed.get(start..end as usize).unwrap_or_default());
        while let Some(((_, column), packed)) = late.next_if(|((at, _), _)| *at == row) {
            let at = first + column as usize;
            if at >= whole.len() {
                whole.resize(at + 1, EMPTY);
            }
            if let Some(slot) = whole.get_mut(at) {
                *slot = packed;
            }
        }
        start = end as usize;
        new_ends.push(u32::try_from(whole.len()).unwrap_or(u32::MAX));
    }
    Cells { ends: new_ends, packed: whole, texts, stops, dates }
}

/// What a cell holds counts, not how it is kept.
impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.height() == other.height() && (0..self.height()).all(|row| self.row(row).iter().eq(other.row(row).iter()))
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries((0..self.height()).map(|row| self.row(row).iter().collect::<Vec<_>>())).finish()
    }
}

impl<'a, R: IntoIterator<Item = Cell<'a>>> FromIterator<R> for Cells {
    /// Rows from the top, of cells from column A on.
    fn from_iter<I: IntoIterator<Item = R>>(rows: I) -> Self {
        let mut builder = Builder::default();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                builder.put(row, column, cell);
            }
        }
        builder.finish()
    }
}
