//! What charts of rows have in common: columns for names and figures, a scale
//! between them, and the levels that the rows are seen against.

use super::frame::Frame;
use super::scale::{Scale, Ticks};
use super::scene::{Anchor, Role, Stroke, Tone};
use super::text::width;
use super::value::Level;
use crate::basis::order;

/// The space between a column and the plot.
const GAP: f64 = 10.0;
/// The height of a level's label.
const STEP: f64 = 17.0;
/// From the plot's end to the foot of a scale's labels.
pub(super) const FOOT: f64 = 22.0;
/// How far below a row's middle its words stand.
pub(super) const DROP: f64 = 4.5;

/// Names at the left, figures at the right, the plot between them.
pub(super) struct Columns {
    /// The room of names.
    pub(super) names: f64,
    /// The room of figures.
    pub(super) figures: f64,
    /// Where the plot begins.
    pub(super) left: f64,
    /// Where it ends.
    pub(super) right: f64,
}

impl Columns {
    /// Columns for these names and figures: as wide as they need, as long as
    /// the plot keeps two fifths.
    pub(super) fn of<'a>(
        whole: f64,
        names: impl Iterator<Item = &'a str>,
        figures: impl Iterator<Item = &'a str>,
    ) -> Self {
        let names = widest(names, Role::Label.size()).min(whole * 0.36);
        let figures = widest(figures, Role::Figure.size()).min(whole * 0.24);
        Self { names, figures, left: names + GAP, right: whole - (figures + GAP).max(2.0 * GAP) }
    }

    /// A row's name and figure around its middle.
    pub(super) fn row(&self, frame: &mut Frame, middle: f64, name: &str, (figure, tone): (&str, Tone)) {
        let (base, end) = (middle + DROP, frame.width());
        frame.text((0.0, base), name, self.names, (Anchor::Start, Role::Label), Tone::Ink);
        frame.text((end, base), figure, self.figures, (Anchor::End, Role::Figure), tone);
    }

    /// How many steps of a scale find room.
    pub(super) fn steps(&self) -> u32 {
        // At least one, at most nine: `as` cuts the fraction off.
        ((self.right - self.left) / 46.0).clamp(1.0, 9.0) as u32
    }
}

/// The width of the widest text.
pub(super) fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: f64) -> f64 {
    texts.map(|text| width(text, size)).fold(0.0, f64::max)
}

/// How a figure is toned that belongs to a mark.
pub(super) const fn figure_tone(mark: Tone) -> Tone {
    match mark {
        Tone::Bad => Tone::Bad,
        Tone::Near => Tone::Near,
        Tone::Missing | Tone::Quiet => Tone::Quiet,
        _ => Tone::Ink,
    }
}

/// Each how manieth label is written, so that they do not touch: labels so wide,
/// so far apart.
pub(super) fn every(label: f64, apart: f64) -> usize {
    // A handful: `as` holds what is out of range at the ends.
    ((label + 8.0) / apart).ceil().max(1.0) as usize
}

/// Grid lines down a plot, and their labels at its foot.
pub(super) fn grid(frame: &mut Frame, (scale, ticks): (&Scale, &Ticks), (top, bottom): (f64, f64)) {
    let places: Vec<f64> = ticks.values.iter().map(|value| scale.at(*value)).collect();
    let apart = places.iter().zip(places.iter().skip(1)).map(|(one, next)| next - one).fold(frame.width(), f64::min);
    let labels: Vec<String> = ticks.values.iter().map(|value| ticks.label(*value)).collect();
    let every = every(widest(labels.iter().map(|label| &**label), Role::Small.size()), apart);
    for (place, (label, x)) in labels.iter().zip(&places).enumerate() {
        frame.line((*x, top), (*x, bottom), Stroke::Hair, Tone::Grid);
        if place % every > 0 {
            continue;
        }
        // In the middle below its line, if the picture does not end before.
        let room = (apart * every as f64 - 6.0).min(2.0 * (frame.width() - x)).min(2.0 * x);
        frame.text((*x, bottom + 15.0), label, room, (Anchor::Middle, Role::Small), Tone::Quiet);
    }
}

/// Lines across all rows with their labels above: stairs, each label beside the
/// top of its line, so that none meets another or a line.
pub(super) struct Stairs<'a> {
    /// The levels from left to right, with their places and strokes.
    levels: Vec<(f64, &'a Level, Stroke)>,
}

impl<'a> Stairs<'a> {
    /// Stairs of some levels.
    pub(super) fn new(scale: &Scale, levels: impl Iterator<Item = (&'a Level, Stroke)>) -> Self {
        let mut levels: Vec<_> = levels.map(|(level, stroke)| (scale.at(level.value.get()), level, stroke)).collect();
        order::sort_by(&mut levels, |a, b| a.0.total_cmp(&b.0));
        Self { levels }
    }

    /// How high so many labels are.
    pub(super) fn height(levels: usize) -> f64 {
        // A handful.
        levels as f64 * STEP + 4.0
    }

    /// Draws them from the scene's top to a plot's foot.
    pub(super) fn draw(&self, frame: &mut Frame, foot: f64) {
        let whole = frame.width();
        let size = Role::Small.size();
        let fits_right = self.levels.iter().all(|(x, level, _)| x + 5.0 + width(&level.label, size) <= whole);
        let fits_left = self.levels.iter().all(|(x, level, _)| *x - 5.0 >= width(&level.label, size));
        let mirrored = !fits_right && fits_left;
        let count = self.levels.len();
        for (place, (x, level, stroke)) in self.levels.iter().enumerate() {
            let stair = if mirrored { count - 1 - place } else { place };
            let top = stair as f64 * STEP;
            frame.line((*x, top + 2.0), (*x, foot), *stroke, Tone::Ink);
            let words = width(&level.label, size).min(whole);
            let (at, anchor) =
                if mirrored { (x - 5.0, Anchor::End) } else { ((x + 5.0).min(whole - words), Anchor::Start) };
            frame.text((at, top + 13.0), &level.label, words, (anchor, Role::Small), Tone::Ink);
        }
    }
}
