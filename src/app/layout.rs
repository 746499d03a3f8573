//! What a person decided on tables of one layout, remembered for the next ones:
//! within the visit, and on this computer from one visit to the next.

use serde::{Deserialize, Serialize};

use super::document::Document;
use crate::basis::place::Place;
use crate::basis::{json, order};
use crate::intake;
use crate::word::correction::{Corrections, SheetChoice};
use crate::word::field::Field;
use crate::word::reading::{Choice, Form, Reading, TableKind};
use crate::word::table::Table;
use crate::word::unit::Unit;

/// The most layouts that are remembered; the oldest go first.
const MOST: usize = 200;

/// The layouts on which something was decided, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layouts(Vec<Layout>);

/// A layout: tables with the same headers, in whatever order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Layout {
    form: Form,
    /// Sorted.
    headers: Vec<String>,
    /// What such a table is, if that was decided.
    #[serde(default)]
    kind: Option<TableKind>,
    /// Headers, and what was chosen for their columns.
    meanings: Vec<(String, Option<Field>)>,
    /// Headers, and the units of their columns.
    units: Vec<(String, Unit)>,
    /// Where its header stands, if that was decided.
    #[serde(default)]
    header: Option<HeaderRows>,
    /// In tables of items: items, and what was chosen for them.
    #[serde(default)]
    items: Vec<(String, Option<Field>)>,
    /// It was decided on, or held for a table, in this visit: what is decided on
    /// the open tables is then all that there is to it.
    #[serde(skip)]
    met: bool,
}

/// Header rows that a person set, by the header that is found without: titles
/// above it may have more or fewer rows in the next file.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct HeaderRows {
    /// How far below the first row of the header found it begins; below the
    /// table's first row, where none is found.
    below: i64,
    /// How many rows it has.
    height: u32,
}

/// What is remembered of a table's layout, for that table.
pub struct Remembered {
    /// The meanings of columns.
    pub choices: Vec<Choice>,
    /// Its kind, its header rows, the units of columns, the meanings of items.
    pub sheet: SheetChoice,
}

impl Layouts {
    /// As they are kept.
    pub fn to_json(&self) -> Vec<u8> {
        // Writing fails only for maps whose keys are no texts; there is no map.
        serde_json::to_string(self).unwrap_or_default().into_bytes()
    }

    /// Reads what [`Layouts::to_json`] wrote; nothing is remembered of what
    /// cannot be read.
    pub fn from_json(json: &[u8]) -> Self {
        std::str::from_utf8(json).ok().and_then(|json| json::read(json).ok()).unwrap_or_default()
    }

    /// Takes in what was kept; what was decided meanwhile is newer.
    pub fn recall(&mut self, kept: Self) {
        let older = kept.0.into_iter().filter(|old| !self.0.iter().any(|now| now.same(old)));
        let older: Vec<Layout> = older.collect();
        self.0.splice(0..0, older);
    }

    /// Takes in what is decided on the open tables; what was taken back there is
    /// forgotten; what was recalled after they were opened, and so does not hold
    /// for them, is not. `tables`: with what was typed in them. `true`: something
    /// changed.
    pub fn learn(&mut self, document: &Document, tables: &[Table], readings: &[Reading]) -> bool {
        let before = self.clone();
        let pairs = tables.iter().zip(readings);
        let known: Vec<Layout> = pairs.map(|(table, reading)| Layout::of(document, table, reading)).collect();
        self.0.retain(|old| !known.iter().any(|now| now.same(old) && (old.met || now.says())));
        // One whose header was set by hand reads otherwise once that is taken back.
        self.0.retain(|old| !(old.met && tables.iter().any(|table| old.header_in(table).is_some())));
        self.0.extend(known.into_iter().filter(Layout::says));
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
        *self != before
    }

    /// What is remembered for new tables, as they are read by themselves: for
    /// those of known layouts only.
    pub fn of(&self, tables: &[Table], readings: &[Reading]) -> Vec<Remembered> {
        let of_table = |table: &Table| {
            let reading = readings.iter().find(|reading| table.holds(&reading.place))?;
            self.by_hand(table).or_else(|| self.by_itself(reading))
        };
        tables.iter().filter_map(of_table).collect()
    }

    /// What is remembered of a table that has the headers of a layout where the
    /// person would look for them.
    fn by_hand(&self, table: &Table) -> Option<Remembered> {
        let (layout, rows) = self.0.iter().rev().find_map(|old| Some((old, old.header_in(table)?)))?;
        let mut corrections = Corrections::default();
        corrections.read_as(SheetChoice { header: Some(rows), ..SheetChoice::none(table.place()) });
        let reading = intake::recognise_as(std::slice::from_ref(table), &[], &corrections).pop()?;
        Some(layout.on(&reading, Some(rows)))
    }

    /// What is remembered of a table whose headers are found by themselves.
    fn by_itself(&self, reading: &Reading) -> Option<Remembered> {
        let headers = signature(reading);
        let layout = self.0.iter().rev().find(|old| old.form == reading.form && old.headers == headers)?;
        Some(layout.on(reading, None))
    }
}

impl Layout {
    fn of(document: &Document, table: &Table, reading: &Reading) -> Self {
        let place = &reading.place;
        let sheet = document.corrections.sheet(place);
        let header = |index: u32| {
            let column = reading.columns.iter().find(|column| column.index == index)?;
            Some(column.header.to_string())
        };
        let chosen = document.choices.iter().filter(|choice| choice.place == *place);
        Self {
            form: reading.form,
            headers: signature(reading),
            kind: sheet.kind,
            meanings: chosen.filter_map(|choice| Some((header(choice.column)?, choice.field.clone()))).collect(),
            units: sheet.units.iter().filter_map(|(index, unit)| Some((header(*index)?, *unit))).collect(),
            header: sheet.header.map(|rows| HeaderRows::of(table, rows)),
            items: sheet.items,
            met: true,
        }
    }

    /// Whether anything is decided.
    fn says(&self) -> bool {
        let sheet = self.kind.is_some() || self.header.is_some();
        sheet || !self.meanings.is_empty() || !self.units.is_empty() || !self.items.is_empty()
    }

    /// The rows of a table that are this layout's header as the person set it,
    /// if they have its headers.
    fn header_in(&self, table: &Table) -> Option<(u32, u32)> {
        let rows = self.header.filter(|_| !self.headers.is_empty())?.in_table(table)?;
        (sorted(intake::headers_at(table, rows)) == self.headers).then_some(rows)
    }

    fn same(&self, other: &Self) -> bool {
        self.form == other.form && self.headers == other.headers
    }

    /// The decisions, for a table of the layout.
    fn on(&self, reading: &Reading, header: Option<(u32, u32)>) -> Remembered {
        let place = &reading.place;
        let index = |header: &str| {
            let column = reading.columns.iter().find(|column| *column.header == *header)?;
            Some(column.index)
        };
        let choices = self.meanings.iter().filter_map(|(header, field)| {
            Some(Choice { place: place.clone(), column: index(header)?, field: field.clone() })
        });
        let units = self.units.iter().filter_map(|(header, unit)| Some((index(header)?, *unit))).collect();
        let sheet = SheetChoice { place: place.clone(), kind: self.kind, header, units, items: self.items.clone() };
        Remembered { choices: choices.collect(), sheet }
    }
}

impl HeaderRows {
    fn of(table: &Table, (top, end): (u32, u32)) -> Self {
        Self { below: i64::from(top) - Self::base(table), height: end.saturating_sub(top) }
    }

    fn in_table(self, table: &Table) -> Option<(u32, u32)> {
        let top = u32::try_from(Self::base(table).checked_add(self.below)?).ok()?;
        Some((top, top.checked_add(self.height)?))
    }

    fn base(table: &Table) -> i64 {
        intake::header_rows(table).map_or(0, |(top, _)| i64::from(top))
    }
}

/// A choice for a column, for the other open sheets of its layout: those on
/// which it is decided as it was here, or as little.
pub fn spread_choice(choice: &Choice, document: &Document, readings: &[Reading]) -> Vec<Choice> {
    let decided = |place: &Place, column: u32| {
        let old = document.choices.iter().find(|old| old.place == *place && old.column == column);
        old.map(|old| old.field.clone())
    };
    let Some(own) = reading_of(&choice.place, readings) else { return vec![] };
    let Some(header) = own.columns.iter().find(|column| column.index == choice.column) else { return vec![] };
    let before = decided(&choice.place, choice.column);
    let others = alike(own, readings).filter_map(|other| {
        let named = || other.columns.iter().filter(|column| column.header == header.header);
        let column = named().find(|column| column.index == header.index).or_else(|| named().next())?.index;
        let place = other.place.clone();
        (decided(&place, column) == before).then(|| Choice { place, column, field: choice.field.clone() })
    });
    others.collect()
}

/// What is newly decided on a sheet's items, for the other open sheets of its
/// layout that have them: those on which it is decided as it was here, or as
/// little.
pub fn spread_items(choice: &SheetChoice, document: &Document, readings: &[Reading]) -> Vec<SheetChoice> {
    let Some(own) = reading_of(&choice.place, readings) else { return vec![] };
    let before = document.corrections.sheet(&choice.place);
    let new = || choice.items.iter().filter(|(name, field)| before.item(name) != Some(field));
    let others = alike(own, readings).filter_map(|other| {
        let old = document.corrections.sheet(&other.place);
        let has = |name: &str| other.items.iter().any(|item| *item.header == *name);
        let here = new().filter(|(name, _)| has(name) && old.item(name) == before.item(name));
        let sheet = here.fold(old.clone(), |sheet, (name, field)| sheet.with_item(name, field.clone()));
        (sheet != old).then_some(sheet)
    });
    others.collect()
}

fn reading_of<'a>(place: &Place, readings: &'a [Reading]) -> Option<&'a Reading> {
    readings.iter().find(|reading| reading.place == *place)
}

/// The other readings of a layout.
fn alike<'a>(own: &'a Reading, readings: &'a [Reading]) -> impl Iterator<Item = &'a Reading> {
    let headers = signature(own);
    let like =
        move |other: &&Reading| other.place != own.place && other.form == own.form && signature(other) == headers;
    readings.iter().filter(like)
}

/// The headers of a table, in order.
fn signature(reading: &Reading) -> Vec<String> {
    sorted(reading.columns.iter().map(|column| column.header.to_string()).collect())
}

fn sorted(mut headers: Vec<String>) -> Vec<String> {
    order::sort_by(&mut headers, |one, other| one.cmp(other));
    headers
}
