//! A chart as a page shows it.

use serde::{Deserialize, Serialize};

use crate::chart::{Paint, Scene, svg};

/// A picture in two widths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartView {
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
}

impl ChartView {
    /// A chart that is drawn at any width.
    pub fn of(scene: &dyn Fn(f64) -> Scene, file: String) -> Self {
        let wide = scene(Self::WIDE);
        Self::made(&scene(Self::NARROW), &wide, &wide, file)
    }

    /// The same, of another size in files.
    pub fn sized(scene: &dyn Fn(f64) -> Scene, saved: &Scene, file: String) -> Self {
        Self::made(&scene(Self::NARROW), &scene(Self::WIDE), saved, file)
    }

    fn made(narrow: &Scene, wide: &Scene, saved: &Scene, file: String) -> Self {
        Self {
            said: [&*wide.title, " — ", &*wide.description].concat(),
            narrow: svg(narrow, Paint::Classes),
            saved: svg(saved, Paint::Light),
            wide: svg(wide, Paint::Classes),
            file,
        }
    }

    /// The width of the wide picture, in CSS pixels.
    pub const WIDE: f64 = 760.0;
    /// The width of the narrow one: what a page leaves of the narrowest phones'
    /// 360.
    pub const NARROW: f64 = 334.0;
}
