//! Rows of a worksheet part and shared strings, in the forms in which
//! spreadsheet programs write them.

use crate::cursor::{Cursor, Stop};
use crate::number::{self, digits, number, whole};
use crate::shape::{self, Bytes, Shape};

/// A cell's content as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A formula without a result.
    Uncomputed,
    /// A finite number.
    Number(f64),
    /// The index of a shared string.
    Shared(u32),
    /// True or false.
    Bool(bool),
    /// A text, valid UTF-8, by where it starts and ends in the bytes.
    Text(usize, usize),
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Row and column from 0; `None` after the cell before.
    pub place: Option<(u32, u32)>,
    /// Which of the cell formats it has.
    pub style: u32,
    /// What it holds.
    pub value: Value,
}

/// A row, used again for the next one.
#[derive(Debug, Default)]
pub struct Row {
    /// Its number from 0; `None` after the row before.
    pub number: Option<u32>,
    /// Its cells in their order.
    pub cells: Vec<Cell>,
    /// How many shared strings there must be: the highest index and one.
    pub strings: u32,
    /// The tags of the cells above, in their order.
    tags: Vec<Option<Tag>>,
}

/// A cell's opening tag, but for the row.
#[derive(Clone, Copy, Debug)]
struct Tag {
    shape: Shape,
    column: u32,
    style: u32,
    kind: Kind,
    empty: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Number,
    Shared,
    Inline,
    Text,
    Bool,
}

/// Scans one row, white space before it included, and says how many bytes it
/// takes.
///
/// # Errors
/// The row is not whole, or has something in it that is not known; then it is
/// as if nothing had been scanned.
// Not within its caller, which is compiled for size.
#[inline(never)]
pub fn row(bytes: &[u8], row: &mut Row) -> Result<usize, Stop> {
    let mut at = Cursor::new(bytes);
    (row.number, row.strings) = (None, 0);
    row.cells.clear();
    at.space();
    at.eat(b"<row")?;
    let (mut number, mut name) = (None, b"".as_slice());
    let empty = at.attributes(|attribute, value| {
        match attribute {
            b"r" => {
                number = Some(whole(value).and_then(|row| row.checked_sub(1)).ok_or(Stop::Unknown)?);
                name = value;
            }
            // Not `hidden` and `collapsed`.
            b"spans" | b"s" | b"customFormat" | b"ht" | b"customHeight" | b"outlineLevel" | b"thickTop"
            | b"thickBot" | b"ph" | b"x14ac:dyDescent" => {}
            _ => return Err(Stop::Unknown),
        }
        Ok(())
    })?;
    row.number = number;
    if empty {
        return Ok(at.at);
    }
    let name = number.zip(Bytes::of(name)).map(|(row, bytes)| Name { row, bytes, text: name });
    loop {
        if let Some(name) = &name {
            row.usual_cells(&mut at, name);
        }
        at.space();
        if at.eats(b"</row>")? {
            return Ok(at.at);
        }
        let (cell, tag) = cell(&mut at, name.as_ref())?;
        row.add(cell, tag);
    }
}

impl Row {
    /// Passes cells as long as their tags are those of the cells above.
    #[inline(always)]
    fn usual_cells(&mut self, at: &mut Cursor<'_>, name: &Name<'_>) {
        while let Some(tag) = self.tags.get(self.cells.len()) {
            let start = at.at;
            let Some(cell) = tag.as_ref().and_then(|tag| tag.pass(at, name)) else {
                at.at = start;
                return;
            };
            self.push(cell);
        }
    }

    /// Adds a cell, and its tag for the rows below.
    fn add(&mut self, cell: Cell, tag: Option<Tag>) {
        match self.tags.get_mut(self.cells.len()) {
            Some(above) => *above = tag,
            None => self.tags.push(tag),
        }
        self.push(cell);
    }

    #[inline(always)]
    fn push(&mut self, cell: Cell) {
        if let Value::Shared(index) = cell.value {
            self.strings = self.strings.max(index.saturating_add(1));
        }
        self.cells.push(cell);
    }
}

/// A row's number.
struct Name<'a> {
    /// From 0.
    row: u32,
    /// As its tag and its cells' tags have it, from 1.
    text: &'a [u8],
    bytes: Bytes<1>,
}

/// What a cell's opening tag says.
struct Head {
    place: Option<(u32, u32)>,
    style: u32,
    kind: Kind,
    /// The tag closes itself.
    empty: bool,
}

/// A cell, and its tag if others may have the same but for the row.
fn cell(at: &mut Cursor<'_>, name: Option<&Name<'_>>) -> Result<(Cell, Option<Tag>), Stop> {
    let start = at.at;
    at.eat(b"<c")?;
    let usual = usual_head(at);
    let tag = usual.as_ref().zip(name).and_then(|(head, name)| Tag::of(at.between((start, at.at)), head, name));
    let Head { place, style, kind, empty } = usual.map_or_else(|| head(at), Ok)?;
    let value = if empty { Value::Empty } else { content(at, kind)? };
    Ok((Cell { place, style, value }, tag))
}

impl Tag {
    /// As it is written in a row. `None`: it is of no use for the next rows.
    fn of(tag: &[u8], head: &Head, name: &Name<'_>) -> Option<Self> {
        let Head { place, style, kind, empty } = *head;
        let column = place.filter(|(row, _)| *row == name.row)?.1;
        Some(Self { shape: Shape::of(tag, name.text)?, column, style, kind, empty })
    }

    /// Passes a cell whose tag is the same but for the row. `None`: it is not, or
    /// what the cell holds is of another form.
    #[inline(always)]
    fn pass(&self, at: &mut Cursor<'_>, name: &Name<'_>) -> Option<Cell> {
        at.leave(self.shape.pass(&name.bytes, at.rest())?);
        let value = match self.kind {
            _ if self.empty => Value::Empty,
            Kind::Number | Kind::Shared => usual_value(at, self.kind)?,
            kind => content(at, kind).ok()?,
        };
        Some(Cell { place: Some((name.row, self.column)), style: self.style, value })
    }
}

/// A tag with its place, its format and its type in this order, as most
/// programs write it. `None`: it is of another form, and nothing is passed.
#[inline]
fn usual_head(at: &mut Cursor<'_>) -> Option<Head> {
    let rest = at.rest().strip_prefix(b" r=\"")?;
    let letters = rest.iter().take(4).take_while(|byte| byte.is_ascii_uppercase());
    let (letters, column) = letters.fold((0, 0), |(count, column), letter| (count + 1, column * 26 + value(*letter)));
    let (row, rest) = digits(rest.get(letters..)?)?;
    let place = Some((row.checked_sub(1)?, u32::checked_sub(column, 1)?));
    let (style, rest) = match rest.strip_prefix(b"\" s=\"") {
        Some(rest) => digits(rest)?,
        None => (0, rest),
    };
    let (kind, rest) = match rest.strip_prefix(b"\" t=\"") {
        Some([b's', rest @ ..]) => (Kind::Shared, rest),
        Some([b'n', rest @ ..]) => (Kind::Number, rest),
        Some(rest) => (Kind::Inline, rest.strip_prefix(b"inlineStr")?),
        None => (Kind::Number, rest),
    };
    let (empty, rest) = match rest {
        [b'"', b'>', rest @ ..] => (false, rest),
        [b'"', b'/', b'>', rest @ ..] => (true, rest),
        _ => return None,
    };
    at.leave(rest);
    Some(Head { place, style, kind, empty })
}

/// The tag in any form.
fn head(at: &mut Cursor<'_>) -> Result<Head, Stop> {
    let (mut place, mut style, mut kind) = (None, 0, Kind::Number);
    let empty = at.attributes(|name, value| {
        match name {
            b"r" => place = Some(reference(value).ok_or(Stop::Unknown)?),
            b"s" => style = whole(value).ok_or(Stop::Unknown)?,
            b"t" => {
                kind = match value {
                    b"s" => Kind::Shared,
                    b"n" => Kind::Number,
                    b"str" => Kind::Text,
                    b"inlineStr" => Kind::Inline,
                    b"b" => Kind::Bool,
                    _ => return Err(Stop::Unknown),
                }
            }
            b"cm" | b"vm" | b"ph" => {}
            _ => return Err(Stop::Unknown),
        }
        Ok(())
    })?;
    Ok(Head { place, style, kind, empty })
}

/// What stands between a cell's tags, the closing one included.
#[inline]
fn content(at: &mut Cursor<'_>, kind: Kind) -> Result<Value, Stop> {
    if kind == Kind::Inline {
        let value = if at.eats(b"<is>")? {
            let text = run(at)?;
            at.eat(b"</is>")?;
            text.map_or(Value::Empty, |(start, end)| Value::Text(start, end))
        } else {
            Value::Empty
        };
        at.eat(b"</c>")?;
        return Ok(value);
    }
    if let Some(value) = usual_value(at, kind) {
        return Ok(value);
    }
    let mut formula = false;
    if at.eats(b"<f")? {
        formula = true;
        if !at.attributes(|_, _| Ok(()))? {
            at.text()?;
            at.eat(b"</f>")?;
        }
    }
    let nothing = if formula { Value::Uncomputed } else { Value::Empty };
    let mut value = nothing;
    if at.eats(b"<v>")? {
        let range = at.text()?;
        at.eat(b"</v>")?;
        value = stored(at.between(range), range, kind).ok_or(Stop::Unknown)?;
        if range.0 == range.1 && kind != Kind::Text {
            value = nothing;
        }
    }
    at.eat(b"</c>")?;
    Ok(value)
}

/// A number or the index of a shared string in plain digits, the closing tags
/// included. `None`: it is of another form, and nothing is passed.
#[inline(always)]
fn usual_value(at: &mut Cursor<'_>, kind: Kind) -> Option<Value> {
    let (digits, decimals, rest) = shape::decimal(at.rest().strip_prefix(b"<v>")?)?;
    let value = match kind {
        Kind::Shared if decimals == 0 => Value::Shared(u32::try_from(digits).ok()?),
        Kind::Number => Value::Number(number::quotient(digits, decimals as usize)?),
        _ => return None,
    };
    at.leave(rest.strip_prefix(b"</v></c>")?);
    Some(value)
}

/// A stored value; an empty one is nothing.
#[inline]
fn stored(text: &[u8], (start, end): (usize, usize), kind: Kind) -> Option<Value> {
    if text.is_empty() {
        return Some(Value::Empty);
    }
    Some(match kind {
        Kind::Number => Value::Number(number(text)?),
        Kind::Shared => Value::Shared(whole(text)?),
        Kind::Bool if text == b"1" => Value::Bool(true),
        Kind::Bool if text == b"0" => Value::Bool(false),
        Kind::Text if !escaped(text) => Value::Text(start, end),
        Kind::Bool | Kind::Text | Kind::Inline => return None,
    })
}

/// Scans one shared string, white space before it included: how many bytes it
/// takes, and where its text starts and ends.
///
/// # Errors
/// It is not whole, or has something in it that is not known.
// Not within its caller, which is compiled for size.
#[inline(never)]
pub fn string(bytes: &[u8]) -> Result<(usize, (usize, usize)), Stop> {
    let mut at = Cursor::new(bytes);
    at.space();
    at.eat(b"<si>")?;
    let text = run(&mut at)?;
    if at.eats(b"<phoneticPr")? && !at.attributes(|_, _| Ok(()))? {
        return Err(Stop::Unknown);
    }
    at.eat(b"</si>")?;
    Ok((at.at, text.unwrap_or_default()))
}

/// One run of text, `None` where it is empty. White space around it counts
/// only if the run says so.
#[inline]
fn run(at: &mut Cursor<'_>) -> Result<Option<(usize, usize)>, Stop> {
    at.eat(b"<t")?;
    let mut preserved = false;
    let empty = at.attributes(|name, value| {
        preserved = (name, value) == (b"xml:space".as_slice(), b"preserve".as_slice());
        if preserved { Ok(()) } else { Err(Stop::Unknown) }
    })?;
    if empty {
        return Ok(None);
    }
    let (mut start, mut end) = at.text()?;
    at.eat(b"</t>")?;
    let text = at.between((start, end));
    if escaped(text) {
        return Err(Stop::Unknown);
    }
    if !preserved {
        let space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n');
        start += text.iter().take_while(space).count();
        end = end.saturating_sub(text.iter().rev().take_while(space).count()).max(start);
    }
    Ok((start < end).then_some((start, end)))
}

/// Whether a text may hold a group such as `_x000D_`.
#[inline]
fn escaped(text: &[u8]) -> bool {
    text.windows(2).any(|pair| pair == b"_x")
}

/// A cell's name such as `B3` in capitals: row and column from 0.
#[inline]
fn reference(name: &[u8]) -> Option<(u32, u32)> {
    let letters = name.iter().position(|byte| !byte.is_ascii_uppercase())?;
    let (letters, digits) = name.split_at_checked(letters)?;
    if letters.is_empty() || letters.len() > 4 {
        return None;
    }
    let column = letters.iter().fold(0, |column, letter| column * 26 + value(*letter));
    Some((whole(digits)?.checked_sub(1)?, column - 1))
}

/// What a capital letter counts in the name of a column, from 1.
#[inline]
fn value(letter: u8) -> u32 {
    u32::from(letter - b'A') + 1
}
