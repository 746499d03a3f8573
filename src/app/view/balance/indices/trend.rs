//! The coefficient over the years.

use serde::{Deserialize, Serialize};

use super::spread::{four, minus};
use super::{Cell, Grid, Page, Section, cell, heads};
use crate::balance::indices::{Resource, What, wording};
use crate::balance::wording::percent;
use crate::measure::inequality::trend::Reading;

/// A year, for a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearPoint {
    /// The year.
    pub year: i32,
    /// The coefficient; `None` where there is none.
    pub value: Option<f64>,
}

impl Page<'_> {
    /// A row a year.
    pub(super) fn trend(&self) -> Section {
        let lang = self.lang;
        let title = lang.indices_title_trend().to_owned();
        let trend = match &self.found.trend {
            None => return Section { title, notes: vec![lang.indices_no_years().to_owned()], grid: None },
            Some(Err(reason)) => {
                let notes = vec![lang.indices_undefined(reason.label(lang))];
                return Section { title, notes, grid: None };
            }
            Some(Ok(trend)) => trend,
        };
        let mut notes = vec![lang.indices_trend_note(trend.common.len())];
        if matches!(self.resource(), Some(Resource::Column(_))) {
            notes.push(lang.indices_trend_pupils().to_owned());
        }
        if !trend.dropped.is_empty() {
            notes.push(lang.indices_dropped(trend.dropped.len(), &self.names(&trend.dropped)));
        }
        notes.extend(
            trend.slope.map(|slope| lang.indices_slope(&signed(slope, &four)) + lang.balance_lead_stop().trim_end()),
        );
        let heads = heads([
            (lang.indices_head_year(), true),
            (lang.indices_head_variation(), false),
            (lang.indices_head_change(), false),
            (lang.indices_head_relative(), false),
        ]);
        let rows = trend.readings.iter().map(|reading| self.reading(reading)).collect();
        Section { title, notes, grid: Some(Grid { heads, rows, pager: None }) }
    }

    fn reading(&self, reading: &Reading) -> Vec<Cell> {
        let text = reading.value.map_or_else(|_| "—".to_owned(), four);
        let value = self.figure(text, What::Year(reading.year));
        let change = reading.change.map(|change| signed(change, &four));
        let relative = reading.relative.map(|relative| signed(relative, &percent));
        let note = wording::reason(&reading.value, self.lang).to_owned();
        vec![
            cell(reading.year.to_string()),
            Cell { note, ..value },
            cell(change.unwrap_or_default()),
            cell(relative.unwrap_or_default()),
        ]
    }

    /// The years, for a picture.
    pub(super) fn years(&self) -> Vec<YearPoint> {
        let Some(Ok(trend)) = &self.found.trend else { return Vec::new() };
        trend.readings.iter().map(|reading| YearPoint { year: reading.year, value: reading.value.ok() }).collect()
    }
}

/// A change with its sign, as a size is shown: +0.012, −0.012.
fn signed(number: f64, shown: &dyn Fn(f64) -> String) -> String {
    let text = minus(number, shown);
    if number > 0.0 { format!("+{text}") } else { text }
}
