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
mod archive;
mod assemble;
mod base64;
mod beside;
mod biff;
mod class;
mod clean;
mod column;
mod container;
mod correct;
mod crypt;
mod date;
mod decode;
mod delimited;
mod detect;
mod dictionary;
mod encoding;
mod form;
mod grid;
mod header;
mod heading;
mod hidden;
mod html;
mod identifier;
pub mod limit;
mod mark;
mod markup;
mod naming;
mod numeral;
mod ods;
mod ole;
mod open;
mod person;
mod plain;
mod question;
mod rate;
mod recognise;
mod row;
mod setting;
mod spelling;
mod survey;
mod unit;
mod watch;
mod workbook;

pub use archive::unpack;
pub use assemble::{Alike, Assembled, Evidence, assemble, is_prose};
pub use correct::{content, correct};
pub use crypt::{Locked, decrypt};
pub use date::readable;
pub use dictionary::{kinds, spelling};
pub use encoding::Encoding;
pub use header::{header_rows, headers_at};
pub use open::{Opened, is_encrypted, open, open_answered};
pub use question::{Answer, Password, Preview, Question};
pub use recognise::{recognise, recognise_as};
#[cfg(not(target_arch = "wasm32"))]
pub use watch::Unwatched;
pub use watch::{Progress, Stage, Watch};
pub use workbook::{Parts, SheetPart, cell};
