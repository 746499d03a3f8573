//! Layer 4: results as pictures. A chart is a function from plain values and
//! labels, already in the person's language, to a [`Scene`] of marks, and a
//! scene is drawn as SVG: in the page by classes that the page's colours
//! follow, in a file with the colours inside.
//!
//! No chart decides anything: whether a value meets its limit comes with it.
//! Non-goals: dual axes, pies, anything that moves.

mod axis;
mod bars;
mod decomposition;
mod frame;
mod lorenz;
mod matrix;
mod ranked;
mod scale;
pub mod scene;
mod svg;
pub mod text;
mod trend;
mod value;

pub use bars::{Bar, Bars};
pub use decomposition::{Decomposition, Part, Whole};
pub use lorenz::{Curve, Lorenz};
pub use matrix::{Cell, Column, Extent, Line as MatrixLine, Matrix, State};
pub use ranked::{Ranked, School};
pub use scale::{Scale, Ticks};
pub use scene::Scene;
pub use svg::{Paint, svg};
pub use trend::{Series, Trend};
pub use value::{Level, Value};
