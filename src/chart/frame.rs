//! A scene while it is drawn: the charts reckon in pixels.

use super::scene::{Anchor, Mark, Point, Px, Role, Scene, Shape, Stroke, Tone};
use super::text;

/// A scene being drawn.
pub(super) struct Frame {
    width: f64,
    marks: Vec<Mark>,
}

/// The narrowest picture that is drawn, in pixels; a phone has more.
const NARROWEST: f64 = 200.0;

impl Frame {
    /// An empty scene, so many pixels wide.
    pub(super) fn new(width: f64) -> Self {
        Self { width: width.max(NARROWEST), marks: Vec::new() }
    }

    /// Its width.
    pub(super) const fn width(&self) -> f64 {
        self.width
    }

    /// The finished scene.
    pub(super) fn scene(self, height: f64, title: &str, description: &str) -> Scene {
        Scene {
            width: Px::of(self.width),
            height: Px::of(height),
            title: title.to_owned(),
            description: description.to_owned(),
            marks: self.marks,
        }
    }

    /// Has the last mark tell something to a pointer.
    pub(super) fn hint(&mut self, hint: &str) {
        if let Some(mark) = self.marks.last_mut() {
            hint.clone_into(&mut mark.hint);
        }
    }

    /// A rectangle from its upper left corner.
    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), tone: Tone) {
        self.push(Shape::Rect { at: point(x, y), width: Px::of(width), height: Px::of(height) }, tone);
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke, tone: Tone) {
        self.push(Shape::Line { from: point(from.0, from.1), to: point(to.0, to.1), stroke }, tone);
    }

    /// A line through points.
    pub(super) fn curve(&mut self, points: &[(f64, f64)], tone: Tone) {
        self.push(Shape::Curve(points.iter().map(|(x, y)| point(*x, *y)).collect()), tone);
    }

    /// A polygon.
    pub(super) fn area(&mut self, points: &[(f64, f64)], tone: Tone) {
        self.push(Shape::Area(points.iter().map(|(x, y)| point(*x, *y)).collect()), tone);
    }

    /// A circle.
    pub(super) fn circle(&mut self, (x, y): (f64, f64), radius: f64, tone: Tone) {
        self.push(Shape::Circle { at: point(x, y), radius: Px::of(radius) }, tone);
    }

    /// A text that finds room: what is cut off is told to the pointer. Without
    /// words or room for one sign there is none: `false`.
    pub(super) fn text(
        &mut self,
        (x, y): (f64, f64),
        words: &str,
        room: f64,
        (anchor, role): (Anchor, Role),
        tone: Tone,
    ) -> bool {
        let shown = text::fit(words, room, role.size());
        if shown.is_empty() {
            return false;
        }
        let hint = if shown == words { String::new() } else { words.to_owned() };
        let shape = Shape::Text { at: point(x, y), text: shown, anchor, role };
        self.marks.push(Mark { shape, tone, hint });
        true
    }

    fn push(&mut self, shape: Shape, tone: Tone) {
        self.marks.push(Mark { shape, tone, hint: String::new() });
    }
}

fn point(x: f64, y: f64) -> Point {
    Point { x: Px::of(x), y: Px::of(y) }
}
