//! What a person decided on tables of one layout, remembered for the next ones:
//! within the visit, and on this computer from one visit to the next.

use serde::{Deserialize, Serialize};

use super::document::Document;
use crate::basis::{json, order};
use crate::word::correction::SheetChoice;
use crate::word::field::Field;
use crate::word::reading::{Choice, Form, Reading, TableKind};

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
    /// Headers, and the power of ten that brings their unit to 元.
    units: Vec<(String, i8)>,
}

/// What is remembered of a table's layout, for that table.
pub struct Remembered {
    /// The meanings of columns.
    pub choices: Vec<Choice>,
    /// Its kind and the units of columns.
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

    /// Takes in what is decided on the open tables; what was taken back there is
    /// forgotten. `true`: something changed.
    pub fn learn(&mut self, document: &Document, readings: &[Reading]) -> bool {
        let before = self.clone();
        let known: Vec<Layout> = readings.iter().map(|reading| Layout::of(document, reading)).collect();
        self.0.retain(|old| !known.iter().any(|now| now.same(old)));
        self.0.extend(known.into_iter().filter(Layout::says));
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
        *self != before
    }

    /// What is remembered for new tables, as they are read by themselves: for
    /// those of known layouts only.
    pub fn of(&self, readings: &[Reading]) -> Vec<Remembered> {
        let known = |reading: &Reading| {
            let headers = signature(reading);
            let layout = self.0.iter().rev().find(|old| old.form == reading.form && old.headers == headers)?;
            Some(layout.on(reading))
        };
        readings.iter().filter_map(known).collect()
    }
}

impl Layout {
    fn of(document: &Document, reading: &Reading) -> Self {
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
            units: sheet.units.iter().filter_map(|(index, power)| Some((header(*index)?, *power))).collect(),
        }
    }

    /// Whether anything is decided.
    fn says(&self) -> bool {
        self.kind.is_some() || !self.meanings.is_empty() || !self.units.is_empty()
    }

    fn same(&self, other: &Self) -> bool {
        self.form == other.form && self.headers == other.headers
    }

    /// The decisions, for a table of the layout.
    fn on(&self, reading: &Reading) -> Remembered {
        let place = &reading.place;
        let index = |header: &str| {
            let column = reading.columns.iter().find(|column| *column.header == *header)?;
            Some(column.index)
        };
        let choices = self.meanings.iter().filter_map(|(header, field)| {
            Some(Choice { place: place.clone(), column: index(header)?, field: field.clone() })
        });
        let units = self.units.iter().filter_map(|(header, power)| Some((index(header)?, *power))).collect();
        let sheet = SheetChoice { place: place.clone(), kind: self.kind, header: None, units };
        Remembered { choices: choices.collect(), sheet }
    }
}

/// The headers of a table, in order.
fn signature(reading: &Reading) -> Vec<String> {
    let mut headers: Vec<String> = reading.columns.iter().map(|column| column.header.to_string()).collect();
    order::sort_by(&mut headers, |one, other| one.cmp(other));
    headers
}
