//! Lorenz curves: which part of a resource the schools with the least of it
//! have together. The area between the diagonal and the first curve is half of
//! its Gini coefficient.

use super::axis::widest;
use super::frame::Frame;
use super::scene::{Anchor, Role, Scene, Stroke, Tone};
use super::value::Value;
use crate::basis::format::fixed;

/// One or two curves and the words around them.
#[derive(Clone, Debug, PartialEq)]
pub struct Lorenz {
    /// What the picture shows.
    pub title: String,
    /// What is to be seen.
    pub description: String,
    /// What runs to the right: "学生累计占比".
    pub across: String,
    /// What runs upwards: "教师累计占比".
    pub upwards: String,
    /// What the diagonal is: "完全均等".
    pub diagonal: String,
    /// The curves; the area of the first is shaded.
    pub curves: Vec<Curve>,
}

/// A curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What it is, with its coefficient: "2025 基尼系数 0.213".
    pub name: String,
    /// Shares of pupils and of the resource, each summed up from the school
    /// with the least, both from 0 to 1.
    pub points: Vec<(Value, Value)>,
}

/// The widest plot.
const WIDEST: f64 = 420.0;
/// The least distance of points that are drawn, in pixels.
const PIXEL: f64 = 1.0;
/// The height of a line of the key.
const LINE: f64 = 18.0;
/// Above the plot: the name of what runs upwards.
const HEAD: f64 = 24.0;
/// Below the plot: shares, and the name of what runs across.
const FOOT: f64 = 44.0;

impl Lorenz {
    /// The picture, so many pixels wide; the plot is a square.
    pub fn scene(&self, width: f64) -> Scene {
        let mut frame = Frame::new(width);
        let left = widest(["100%"].into_iter(), Role::Small.size()) + 6.0;
        let side = (frame.width() - left - 22.0).min(WIDEST);
        let plot = Plot { left, top: HEAD, side };
        let room = frame.width();
        frame.text((0.0, 13.0), &self.upwards, room, (Anchor::Start, Role::Small), Tone::Quiet);
        plot.grid(&mut frame);
        let bottom = HEAD + side;
        let end = (left + side, bottom + FOOT - 6.0);
        frame.text(end, &self.across, left + side, (Anchor::End, Role::Small), Tone::Quiet);
        if let Some(first) = self.curves.first() {
            frame.area(&plot.points(first), Tone::C1Soft);
        }
        frame.line(plot.at(0.0, 0.0), plot.at(1.0, 1.0), Stroke::Dashed, Tone::Ink);
        for (place, curve) in self.curves.iter().enumerate() {
            frame.curve(&plot.points(curve), Tone::series(place));
            frame.hint(&curve.name);
        }
        self.key(&mut frame, &plot);
        frame.scene(bottom + FOOT, &self.title, &self.description)
    }

    /// What each line is. No curve comes above the diagonal: there is room.
    fn key(&self, frame: &mut Frame, plot: &Plot) {
        let names = self.curves.iter().enumerate().map(|(place, curve)| (&curve.name, Some(place)));
        for (line, (name, curve)) in names.chain([(&self.diagonal, None)]).enumerate() {
            let middle = plot.top + (line as f64 + 1.0) * LINE;
            let (start, end) = ((plot.left + 10.0, middle), (plot.left + 30.0, middle));
            match curve {
                Some(place) => frame.curve(&[start, end], Tone::series(place)),
                None => frame.line(start, end, Stroke::Dashed, Tone::Ink),
            }
            // As far as the diagonal leaves free.
            let room = plot.side - 46.0 - (line as f64 + 1.5) * LINE;
            frame.text((plot.left + 36.0, middle + 4.0), name, room, (Anchor::Start, Role::Small), Tone::Ink);
        }
    }
}

/// The square from 0 to 1.
struct Plot {
    left: f64,
    top: f64,
    side: f64,
}

impl Plot {
    fn at(&self, across: f64, upwards: f64) -> (f64, f64) {
        (self.left + across * self.side, self.top + (1.0 - upwards) * self.side)
    }

    /// A curve with its ends, which are the same for all. Of thousands of schools most
    /// lie within a pixel of another: the curve bends less there than can be seen.
    fn points(&self, curve: &Curve) -> Vec<(f64, f64)> {
        let ends = ([(0.0, 0.0)], [(1.0, 1.0)]);
        let own = curve.points.iter().map(|(across, upwards)| (across.share(), upwards.share()));
        let mut points: Vec<_> = ends.0.into_iter().chain(own).chain(ends.1).map(|(x, y)| self.at(x, y)).collect();
        let end = points.pop();
        points.dedup_by(|(x, y), (left, lower)| (*x - *left).abs().max((*y - *lower).abs()) < PIXEL);
        points.extend(end);
        points.dedup();
        points
    }

    fn grid(&self, frame: &mut Frame) {
        for fifth in 0..=5 {
            let share = f64::from(fifth) / 5.0;
            let label = format!("{}%", fixed(share * 100.0, 0));
            let ((x, bottom), (_, y)) = (self.at(share, 0.0), self.at(0.0, share));
            frame.line((x, self.top), (x, bottom), Stroke::Hair, Tone::Grid);
            frame.line((self.left, y), (self.left + self.side, y), Stroke::Hair, Tone::Grid);
            let room = (self.side / 5.0 - 4.0).min(40.0);
            frame.text((x, bottom + 18.0), &label, room, (Anchor::Middle, Role::Small), Tone::Quiet);
            frame.text((self.left - 6.0, y + 4.0), &label, self.left, (Anchor::End, Role::Small), Tone::Quiet);
        }
    }
}
