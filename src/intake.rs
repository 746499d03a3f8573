//! From bytes to a dataset, in three steps that never stop at the first fault:
//!
//! 1. [`open`]: bytes become [`Table`](crate::word::table::Table)s, by content
//!    and never by the file's name;
//! 2. [`recognise`]: each table gets a
//!    [`Reading`](crate::word::reading::Reading): where its header stands and
//!    what its columns mean, from a dictionary that is data;
//! 3. [`assemble`]: the values are cleaned and joined by school.
//!
//! Each step lists what it found, repaired or left out as
//! [`Problem`](crate::basis::problem::Problem)s with their cells.

mod answer;
mod assemble;
mod biff;
mod clean;
mod column;
mod container;
mod correct;
mod crypt;
mod date;
mod decode;
mod delimited;
mod dictionary;
mod encoding;
mod grid;
mod header;
mod hidden;
mod html;
mod identifier;
pub mod limit;
mod mark;
mod markup;
mod numeral;
mod ods;
mod ole;
mod open;
mod person;
mod plain;
mod rate;
mod recognise;
mod row;
mod setting;
mod survey;
mod watch;
mod workbook;

pub use assemble::{Assembled, assemble};
pub use correct::correct;
pub use crypt::{Locked, decrypt};
pub use encoding::Encoding;
pub use open::{Opened, open};
pub use recognise::recognise;
#[cfg(not(target_arch = "wasm32"))]
pub use watch::Unwatched;
pub use watch::{Progress, Stage, Watch};
