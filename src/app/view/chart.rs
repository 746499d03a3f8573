//! A chart as a page shows it.

use serde::{Deserialize, Serialize};

use crate::chart::Scene;

/// A picture in two widths, and the same as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartView {
    /// As it stands beside tables, and in files.
    pub wide: Scene,
    /// As it stands on a phone.
    pub narrow: Scene,
    /// The name of a file of it, without its ending.
    pub file: String,
    /// The heads of the table.
    pub heads: Vec<String>,
    /// Its rows; each begins with what it is about.
    pub rows: Vec<Vec<String>>,
}

impl ChartView {
    /// The width of the wide picture, in CSS pixels.
    pub const WIDE: f64 = 760.0;
    /// The width of the narrow one: what a page leaves of the narrowest phones'
    /// 360.
    pub const NARROW: f64 = 334.0;
}
