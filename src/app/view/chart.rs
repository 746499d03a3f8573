//! A chart as a page shows it.

use serde::{Deserialize, Serialize};

use crate::chart::{Paint, Scene, svg};

/// A picture in two widths, and the same as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartView {
    /// Its title.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub said: String,
    /// As it stands beside tables: SVG that the page's styles paint. Its writer
    /// escapes all words.
    pub wide: String,
    /// As it stands on a phone.
    pub narrow: String,
    /// As it stands in files: SVG that needs no styles.
    pub saved: String,
    /// The name of a file of it, without its ending.
    pub file: String,
    /// The heads of the table.
    pub heads: Vec<String>,
    /// Its rows; each begins with what it is about.
    pub rows: Vec<Vec<String>>,
}

impl ChartView {
    /// A chart that is drawn at any width.
    pub fn of(scene: &dyn Fn(f64) -> Scene, file: String, heads: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        let wide = scene(Self::WIDE);
        Self {
            said: [&*wide.title, " — ", &*wide.description].concat(),
            narrow: svg(&scene(Self::NARROW), Paint::Classes),
            saved: svg(&wide, Paint::Light),
            wide: svg(&wide, Paint::Classes),
            title: wide.title,
            file,
            heads,
            rows,
        }
    }

    /// The width of the wide picture, in CSS pixels.
    pub const WIDE: f64 = 760.0;
    /// The width of the narrow one: what a page leaves of the narrowest phones'
    /// 360.
    pub const NARROW: f64 = 334.0;
}
