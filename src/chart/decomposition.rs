//! What a difference is made of: between groups of schools, and within each.

use super::frame::Frame;
use super::scene::{Anchor, Role, Scene, Tone};
use super::text::width;
use super::value::Value;

/// Wholes, each a bar of parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// What the picture shows.
    pub title: String,
    /// What is to be seen.
    pub description: String,
    /// The wholes, from above.
    pub wholes: Vec<Whole>,
}

/// Something that has parts: a coefficient, an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// What it is, with its value: "L2 骨干教师 泰尔指数 0.084".
    pub name: String,
    /// Its parts, from the left.
    pub parts: Vec<Part>,
}

/// A part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is, with its share: "组间 12%".
    pub name: String,
    /// Its share of the whole, 0 to 1.
    pub share: Value,
}

/// The height of a bar.
const THICK: f64 = 16.0;
/// The height of a line of names.
const LINE: f64 = 19.0;
/// Between two wholes.
const APART: f64 = 14.0;
/// A patch of a part's colour before its name.
const PATCH: f64 = 10.0;

impl Decomposition {
    /// The picture, so many pixels wide. Names stand below their bar in the
    /// order of its parts, in as many lines as it takes.
    pub fn scene(&self, width: f64) -> Scene {
        let mut frame = Frame::new(width);
        let mut y = 0.0;
        for whole in &self.wholes {
            let room = frame.width();
            frame.text((0.0, y + 14.0), &whole.name, room, (Anchor::Start, Role::Label), Tone::Ink);
            bar(&mut frame, y + 21.0, whole);
            y = names(&mut frame, y + 21.0 + THICK, whole) + APART;
        }
        frame.scene((y - APART).max(LINE), &self.title, &self.description)
    }
}

fn bar(frame: &mut Frame, top: f64, whole: &Whole) {
    let room = frame.width();
    frame.rect((0.0, top), (room, THICK), Tone::Track);
    let mut start = 0.0;
    for (place, part) in whole.parts.iter().enumerate() {
        let end = (start + part.share.share() * room).min(room);
        frame.rect((start, top), (end - start, THICK), Tone::series(place));
        frame.hint(&part.name);
        if place > 0 {
            // Parts are told apart without their colours.
            frame.rect(((start - 0.75).clamp(0.0, room - 1.5), top), (1.5, THICK), Tone::Paper);
        }
        start = end;
    }
}

/// Writes the parts' names; gives the height below them.
fn names(frame: &mut Frame, top: f64, whole: &Whole) -> f64 {
    let (room, size) = (frame.width(), Role::Small.size());
    let (mut x, mut y) = (0.0, top);
    for (place, part) in whole.parts.iter().enumerate() {
        let words = width(&part.name, size).min(room - PATCH - 6.0);
        if x > 0.0 && x + PATCH + 6.0 + words > room {
            (x, y) = (0.0, y + LINE);
        }
        frame.rect((x, y + 5.0), (PATCH, PATCH), Tone::series(place));
        frame.text((x + PATCH + 6.0, y + 14.0), &part.name, words, (Anchor::Start, Role::Small), Tone::Ink);
        x += PATCH + 6.0 + words + 14.0;
    }
    y + LINE
}
