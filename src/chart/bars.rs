//! Horizontal bars against a limit: the coefficients of variation of all
//! indicators against 0.50.

use super::axis::{Columns, FOOT, Stairs, figure_tone, grid};
use super::decomposition::Part;
use super::frame::Frame;
use super::scale::Scale;
use super::scene::{Scene, Stroke, Tone};
use super::value::{Level, Value};

/// Bars with names and figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What the picture shows.
    pub title: String,
    /// What is to be seen.
    pub description: String,
    /// What the bars are measured against.
    pub limit: Option<Level>,
    /// The bars, from above.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// How long it is; `None`: there is no bar.
    pub value: Option<Value>,
    /// What it is made of, from its beginning; the rest is everybody else's.
    pub parts: Vec<Part>,
    /// The value as text, with a mark if it needs one: "✕ 0.502".
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// What a pointer is told.
    pub hint: String,
}

/// The height of a row.
const ROW: f64 = 26.0;
/// The height of a bar.
const THICK: f64 = 14.0;

impl Bars {
    /// The picture, so many pixels wide. Bars begin at 0.
    pub fn scene(&self, width: f64) -> Scene {
        let mut frame = Frame::new(width);
        let columns =
            Columns::of(frame.width(), self.bars.iter().map(|bar| &*bar.name), self.bars.iter().map(|bar| &*bar.text));
        let limit = self.limit.iter().map(|limit| limit.value);
        let values: Vec<Value> =
            self.bars.iter().filter_map(|bar| bar.value).chain(limit).chain([Value::ZERO]).collect();
        let (scale, ticks) = Scale::over(&values, (columns.left, columns.right), columns.steps());
        let top = Stairs::height(self.limit.iter().count());
        let bottom = top + self.bars.len().max(1) as f64 * ROW;
        let middles = (0..self.bars.len()).map(|place| top + (place as f64 + 0.5) * ROW);
        for middle in middles.clone() {
            let size = (columns.right - columns.left, THICK);
            frame.rect((columns.left, middle - THICK / 2.0), size, Tone::Track);
        }
        grid(&mut frame, (&scale, &ticks), (top, bottom));
        for (bar, middle) in self.bars.iter().zip(middles) {
            if let Some(value) = bar.value {
                let (zero, end) = (scale.at(0.0), scale.at(value.get()));
                frame.rect((zero.min(end), middle - THICK / 2.0), ((end - zero).abs(), THICK), bar.tone);
                frame.hint(&bar.hint);
                divide(&mut frame, bar, (zero, end), middle);
            }
            columns.row(&mut frame, middle, &bar.name, (&bar.text, figure_tone(bar.tone)));
        }
        Stairs::new(&scale, self.limit.iter().map(|limit| (limit, Stroke::Firm))).draw(&mut frame, bottom);
        frame.scene(bottom + FOOT, &self.title, &self.description)
    }
}

/// Cuts a bar where its parts end, and names them to a pointer.
fn divide(frame: &mut Frame, bar: &Bar, (zero, end): (f64, f64), middle: f64) {
    let mut start = zero;
    for part in &bar.parts {
        let next = start + (end - zero) * part.share.share();
        frame.rect((start.min(next), middle - THICK / 2.0), ((next - start).abs(), THICK), bar.tone);
        frame.hint(&part.name);
        frame.rect((next - 0.75, middle - THICK / 2.0), (1.5, THICK), Tone::Paper);
        start = next;
    }
}
