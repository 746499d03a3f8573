//! The coefficient over the years.

use std::rc::Rc;

use super::Page;
use super::spread::{four, minus};
use crate::app::view::chart::ChartView;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::indices::{Resource, What, wording};
use crate::balance::rule::Rule;
use crate::balance::standard::Coefficients;
use crate::balance::wording::{limit, percent};
use crate::chart::scene::Tone;
use crate::chart::{Level, Series, Trend, Value};
use crate::measure::inequality::trend::Reading;

impl Page<'_> {
    /// A row a year.
    pub(super) fn trend(&self) -> Section {
        let lang = self.lang;
        let title = lang.indices_title_trend();
        let trend = match &self.found.trend {
            None => return Section::of(title, vec![lang.indices_no_years().to_owned()]),
            Some(Err(reason)) => return Section::of(title, vec![lang.indices_undefined(reason.label(lang))]),
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
        let heads = [
            (lang.indices_head_year(), true),
            (lang.indices_head_variation(), false),
            (lang.indices_head_change(), false),
            (lang.indices_head_relative(), false),
        ];
        let rows = trend.readings.iter().map(|reading| self.reading(reading)).collect();
        Section::of(title, notes).drawn(self.years(&trend.readings)).with(heads, rows)
    }

    fn reading(&self, reading: &Reading) -> Row {
        let text = reading.value.map_or_else(|_| "—".to_owned(), four);
        let value = self.figure(text, What::Year(reading.year));
        let change = reading.change.map(|change| signed(change, &four));
        let relative = reading.relative.map(|relative| signed(relative, &percent));
        let note = wording::reason(&reading.value, self.lang).to_owned();
        vec![
            Figure::plain(reading.year.to_string()),
            value.noted(note),
            Figure::plain(change.unwrap_or_default()),
            Figure::plain(relative.unwrap_or_default()),
        ]
        .into()
    }

    /// The picture: the coefficient, and the limit where the standard has one for
    /// it. One year would be no line.
    fn years(&self, readings: &[Reading]) -> Option<Rc<ChartView>> {
        let lang = self.lang;
        let known = || readings.iter().filter_map(|reading| Some((reading.year, reading.value.ok()?)));
        let (from, to) = (known().next()?, known().next_back().filter(|_| known().count() > 1)?);
        let resource = self.resource()?;
        let name = wording::resource(resource, lang);
        let rule = self.balance.stage(self.look.stage).map(|within| &within.rule);
        let each = |rule: &&Rule| rule.coefficients() == Coefficients::Each && matches!(resource, Resource::Item(_));
        let level = |rule: &Rule| Some(Level { value: Value::of(rule.limit)?, label: lang.chart_limit(&limit(rule)) });
        let stage = self.look.stage.label(lang);
        let trend = Trend {
            title: lang.chart_trend(&name, stage),
            description: lang.chart_trend_said(from.0, &four(from.1), to.0, &four(to.1)),
            years: readings.iter().map(|reading| reading.year.to_string()).collect(),
            limit: rule.filter(each).and_then(level),
            series: vec![Series {
                name: [lang.balance_variation(), &*four(to.1)].join(" "),
                values: readings.iter().map(|reading| Value::of(reading.value.ok()?)).collect(),
                tone: Tone::C1,
            }],
        };
        let file = lang.chart_trend_file(&name, stage);
        Some(Rc::new(ChartView::of(&|width| trend.scene(width), file)))
    }
}

/// A change with its sign, as a size is shown: +0.012, −0.012.
fn signed(number: f64, shown: &dyn Fn(f64) -> String) -> String {
    let text = minus(number, shown);
    if number > 0.0 { format!("+{text}") } else { text }
}
