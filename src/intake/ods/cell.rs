//! A cell as it is written, and what it holds.

use crate::intake::date;
use crate::intake::workbook::xml::{Halt, Tag};
use crate::word::table::Cell;

/// A cell as it is written.
#[derive(Default)]
pub(super) struct Raw {
    kind: Kind,
    formula: bool,
    /// The value in the attribute that belongs to the type.
    value: Option<String>,
    /// The text that the cell shows.
    pub shown: String,
    /// Paragraphs of it so far.
    pub paragraphs: u32,
}

/// A cell's type.
#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    #[default]
    Unsaid,
    Number,
    Date,
    Time,
    Bool,
    Text,
    Error,
}

impl Raw {
    /// A cell's attributes.
    pub fn of(tag: &Tag<'_>) -> Result<Self, Halt> {
        let mut raw = Self::default();
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            match name {
                "value-type" => {
                    let kind = kind(&value);
                    // LibreOffice says it twice: errors are texts first.
                    if raw.kind == Kind::Unsaid || kind == Kind::Error {
                        raw.kind = kind;
                    }
                }
                "value" | "date-value" | "time-value" | "boolean-value" | "string-value" => {
                    raw.value = Some(value.into_owned());
                }
                "formula" => raw.formula = true,
                _ => {}
            }
        }
        Ok(raw)
    }

    /// What the cell holds. What its type does not allow is an error cell: it
    /// costs no other.
    pub fn content(&self) -> Cell<'_> {
        let value = self.value.as_deref().unwrap_or_default();
        // Programs other than LibreOffice know no type for errors.
        if self.kind == Kind::Error || self.formula && is_error(&self.shown) {
            return Cell::Error(if self.shown.is_empty() { "#ERROR!" } else { &self.shown });
        }
        let number = match self.kind {
            Kind::Number => value.trim().parse().ok().map(Cell::Number),
            Kind::Date => date::serial(value.trim()).map(Cell::Date),
            Kind::Time => duration(value.trim()).map(Cell::Date),
            Kind::Bool => match value.trim() {
                "true" => Some(Cell::Bool(true)),
                "false" => Some(Cell::Bool(false)),
                _ => None,
            },
            Kind::Unsaid if self.formula && self.shown.is_empty() => return Cell::Uncomputed,
            Kind::Unsaid | Kind::Text | Kind::Error => {
                // The text as a value is the exact one.
                let text = self.value.as_deref().filter(|_| self.kind == Kind::Text).unwrap_or(&self.shown);
                return if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
            }
        };
        number.unwrap_or(Cell::Error(value))
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "float" | "percentage" | "currency" => Kind::Number,
        "date" => Kind::Date,
        "time" => Kind::Time,
        "boolean" => Kind::Bool,
        "string" => Kind::Text,
        "error" => Kind::Error,
        _ => Kind::Unsaid,
    }
}

fn is_error(text: &str) -> bool {
    matches!(text, "#NULL!" | "#DIV/0!" | "#VALUE!" | "#REF!" | "#NAME?" | "#NUM!" | "#N/A")
}

/// A duration such as PT08H30M00.5S in days.
fn duration(text: &str) -> Option<f64> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let mut rest = text.strip_prefix('P')?;
    let (mut days, mut time) = (0.0, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            (rest, time) = (after, true);
            continue;
        }
        let end = rest.find(|sign: char| sign.is_ascii_alphabetic())?;
        let (number, after) = rest.split_at_checked(end)?;
        let unit = match (after.as_bytes().first()?, time) {
            (b'D', false) => 1.0,
            (b'H', true) => 1.0 / 24.0,
            (b'M', true) => 1.0 / 1440.0,
            (b'S', true) => 1.0 / 86_400.0,
            _ => return None,
        };
        days += number.parse::<f64>().ok()? * unit;
        rest = after.get(1..)?;
    }
    Some(if negative { -days } else { days })
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_are_parts_of_days() {
        for (text, days) in [("PT12H00M00S", 0.5), ("PT06H", 0.25), ("P1DT12H", 1.5), ("-PT24H", -1.0), ("PT0.0S", 0.0)]
        {
            assert_eq!(duration(text).map(f64::to_bits), Some(f64::to_bits(days)), "{text}");
        }
        for text in ["", "12:00", "PT1X", "PTH", "P1M", "PT1"] {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
