//! Schools in the order of a value per pupil, around the mean, against the
//! threshold and 85 % of it: who lies where, and how large they are.

use super::axis::{Columns, FOOT, Stairs, figure_tone, grid};
use super::frame::Frame;
use super::scale::Scale;
use super::scene::{Scene, Stroke, Tone};
use super::value::{Level, Value};
use crate::basis::order;

/// Schools and what they are seen against.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// What the picture shows.
    pub title: String,
    /// What is to be seen.
    pub description: String,
    /// The mean of all, from which the schools' stems go out.
    pub mean: Option<Level>,
    /// What they should reach.
    pub threshold: Option<Level>,
    /// What none may fall short of.
    pub floor: Option<Level>,
    /// The schools, in any order.
    pub schools: Vec<School>,
}

/// A school.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// Its name.
    pub name: String,
    /// Its value; `None`: missing.
    pub value: Option<Value>,
    /// The value as text, with a mark if it needs one.
    pub text: String,
    /// Its pupils: the area of its dot.
    pub pupils: Option<Value>,
    /// How it stands to the threshold.
    pub tone: Tone,
    /// What a pointer is told.
    pub hint: String,
}

/// The height of a row.
const ROW: f64 = 22.0;
/// The radius of the smallest dot.
const LEAST: f64 = 2.5;
/// The radius of the largest dot.
const LARGEST: f64 = 9.0;

impl Ranked {
    /// The picture, so many pixels wide: the highest value first, equal ones in
    /// the order in which they came, those without a value last.
    pub fn scene(&self, width: f64) -> Scene {
        let mut frame = Frame::new(width);
        let schools = self.sorted();
        let columns = Columns::of(
            frame.width(),
            schools.iter().map(|school| &*school.name),
            schools.iter().map(|school| &*school.text),
        );
        let levels = [(&self.floor, Stroke::Dashed), (&self.threshold, Stroke::Firm), (&self.mean, Stroke::Hair)];
        let levels: Vec<_> = levels.iter().filter_map(|(level, stroke)| Some((level.as_ref()?, *stroke))).collect();
        let seen = levels.iter().map(|(level, _)| level.value);
        let values: Vec<Value> = schools.iter().filter_map(|school| school.value).chain(seen).collect();
        // The largest dot at either end stays within the plot.
        let (start, end) = (columns.left + LARGEST, columns.right - LARGEST);
        let (scale, ticks) = Scale::over(&values, (start, end), columns.steps());
        let top = Stairs::height(levels.len());
        let bottom = top + schools.len().max(1) as f64 * ROW;
        grid(&mut frame, (&scale, &ticks), (top, bottom));
        Stairs::new(&scale, levels.iter().copied()).draw(&mut frame, bottom);
        let most = schools.iter().filter_map(|school| school.pupils).map(Value::get).fold(0.0, f64::max);
        for (place, school) in schools.iter().enumerate() {
            let middle = top + (place as f64 + 0.5) * ROW;
            if let Some(value) = school.value {
                let x = scale.at(value.get());
                if let Some(mean) = &self.mean {
                    frame.line((scale.at(mean.value.get()), middle), (x, middle), Stroke::Hair, school.tone);
                }
                frame.circle((x, middle), radius(school.pupils, most), school.tone);
                frame.hint(&school.hint);
            }
            columns.row(&mut frame, middle, &school.name, (&school.text, figure_tone(school.tone)));
        }
        frame.scene(bottom + FOOT, &self.title, &self.description)
    }

    fn sorted(&self) -> Vec<&School> {
        let mut schools: Vec<&School> = self.schools.iter().collect();
        order::sort_by(&mut schools, |a, b| match (a.value, b.value) {
            (Some(a), Some(b)) => b.get().total_cmp(&a.get()),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        schools
    }
}

/// A dot's radius: its area grows with the pupils.
fn radius(pupils: Option<Value>, most: f64) -> f64 {
    let part = pupils.map_or(0.0, |pupils| if most > 0.0 { (pupils.get() / most).clamp(0.0, 1.0) } else { 0.0 });
    (part.sqrt() * LARGEST).max(LEAST)
}
