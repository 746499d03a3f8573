//! Lines over years with a limit; every line is named at its end.

use super::axis::{every, widest};
use super::frame::Frame;
use super::scale::{Scale, Ticks};
use super::scene::{Anchor, Role, Scene, Stroke, Tone};
use super::value::{Level, Value};
use crate::basis::order;

/// Lines over the same years.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// What the picture shows.
    pub title: String,
    /// What is to be seen.
    pub description: String,
    /// The years, from the left.
    pub years: Vec<String>,
    /// What the lines are measured against.
    pub limit: Option<Level>,
    /// The lines.
    pub series: Vec<Series>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name, with its last value if that is to be read.
    pub name: String,
    /// A value a year; the line breaks where one is missing.
    pub values: Vec<Option<Value>>,
    /// How it is meant.
    pub tone: Tone,
}

/// The least height of the plot.
const HEIGHT: f64 = 240.0;
/// The height of a name.
const LINE: f64 = 17.0;
/// From the plot to the names: dots and the lines that lead to them.
const LEAD: f64 = 22.0;
/// Above the plot.
const TOP: f64 = 8.0;

/// Where the plot stands.
struct Plot {
    left: f64,
    right: f64,
    bottom: f64,
    scale: Scale,
    ticks: Ticks,
}

/// A name beside the plot.
struct Name<'a> {
    words: &'a str,
    /// Where its line ends.
    end: (f64, f64),
    tone: Tone,
    /// Where it stands.
    y: f64,
}

impl Trend {
    /// The picture, so many pixels wide.
    pub fn scene(&self, width: f64) -> Scene {
        let mut frame = Frame::new(width);
        let words = self.series.iter().map(|series| &*series.name).chain(self.limit.iter().map(|limit| &*limit.label));
        let room = widest(words, Role::Small.size()).min(frame.width() * 0.34);
        let plot = self.plot(frame.width() - room - LEAD);
        self.grid(&mut frame, &plot);
        let mut names = Vec::new();
        if let Some(limit) = &self.limit {
            let y = plot.scale.at(limit.value.get());
            frame.line((plot.left, y), (plot.right, y), Stroke::Firm, Tone::Ink);
            names.push(Name { words: &limit.label, end: (plot.right, y), tone: Tone::Ink, y });
        }
        for series in &self.series {
            names.extend(self.line(&mut frame, &plot, series));
        }
        spread(&mut names, (TOP, plot.bottom));
        for name in &names {
            let (x, y) = name.end;
            let at = plot.right + LEAD - 4.0;
            frame.line((x + 4.0, y), (at - 2.0, name.y), Stroke::Hair, name.tone);
            frame.text((at, name.y + 4.0), name.words, room, (Anchor::Start, Role::Small), Tone::Ink);
        }
        frame.scene(plot.bottom + 25.0, &self.title, &self.description)
    }

    fn plot(&self, right: f64) -> Plot {
        let names = self.series.len() + self.limit.iter().count();
        let bottom = TOP + HEIGHT.max(names as f64 * LINE);
        let limit = self.limit.iter().map(|limit| limit.value);
        let drawn = self.series.iter().flat_map(|series| series.values.iter().take(self.years.len()).flatten());
        let values: Vec<Value> = drawn.copied().chain(limit).collect();
        let (scale, ticks) = Scale::over(&values, (bottom, TOP), 6);
        let labels: Vec<String> = ticks.values.iter().map(|value| ticks.label(*value)).collect();
        let left = widest(labels.iter().map(|label| &**label), Role::Small.size()).min(right * 0.3) + 6.0;
        Plot { left, right, bottom, scale, ticks }
    }

    fn grid(&self, frame: &mut Frame, plot: &Plot) {
        for value in &plot.ticks.values {
            let y = plot.scale.at(*value);
            frame.line((plot.left, y), (plot.right, y), Stroke::Hair, Tone::Grid);
            let at = (plot.left - 6.0, y + 4.0);
            frame.text(at, &plot.ticks.label(*value), plot.left - 6.0, (Anchor::End, Role::Small), Tone::Quiet);
        }
        let years = self.years.len();
        let apart = (plot.right - plot.left - 2.0 * INSET) / (years.max(2) - 1) as f64;
        let label = widest(self.years.iter().map(|year| &**year), Role::Small.size()).min(90.0);
        // The last one always.
        let every = every(label, apart);
        for (place, year) in
            self.years.iter().enumerate().filter(|(place, _)| (years - 1 - place).is_multiple_of(every))
        {
            let x = self.x(plot, place);
            let room = label.min(2.0 * x).min(2.0 * (frame.width() - x));
            frame.text((x, plot.bottom + 20.0), year, room, (Anchor::Middle, Role::Small), Tone::Quiet);
        }
    }

    /// Where a year stands; a single one in the middle.
    fn x(&self, plot: &Plot, place: usize) -> f64 {
        let (start, end) = (plot.left + INSET, plot.right - INSET);
        match self.years.len() {
            0 | 1 => (start + end) / 2.0,
            years => start + (end - start) * place as f64 / (years - 1) as f64,
        }
    }

    /// Draws a line, in pieces where values are missing; its name stands beside
    /// its last value.
    fn line<'a>(&self, frame: &mut Frame, plot: &Plot, series: &'a Series) -> Option<Name<'a>> {
        let points: Vec<Option<(f64, f64)>> = (0..self.years.len())
            .map(|place| {
                let value = series.values.get(place).copied().flatten()?;
                Some((self.x(plot, place), plot.scale.at(value.get())))
            })
            .collect();
        for piece in points.split(Option::is_none) {
            let piece: Vec<(f64, f64)> = piece.iter().copied().flatten().collect();
            if piece.len() > 1 {
                frame.curve(&piece, series.tone);
                frame.hint(&series.name);
            }
        }
        for point in points.iter().flatten() {
            frame.circle(*point, 3.0, series.tone);
            frame.hint(&series.name);
        }
        let end = points.iter().rev().flatten().next().copied()?;
        Some(Name { words: &series.name, end, tone: series.tone, y: end.1 })
    }
}

/// From the plot's edges to the first and the last year.
const INSET: f64 = 8.0;

/// Moves names apart, each as little as it takes.
fn spread(names: &mut Vec<Name<'_>>, (top, bottom): (f64, f64)) {
    order::sort_by(names, |a, b| a.y.total_cmp(&b.y));
    let mut least = top + LINE / 2.0;
    for name in names.iter_mut() {
        name.y = name.y.max(least);
        least = name.y + LINE;
    }
    let mut most = bottom - LINE / 2.0;
    for name in names.iter_mut().rev() {
        name.y = name.y.min(most);
        most = name.y - LINE;
    }
}
