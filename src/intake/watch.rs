//! Progress and cancelling.

use serde::{Deserialize, Serialize};

/// What the reading is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Checking and unpacking the container.
    Unpack,
    /// Reading cells.
    Read,
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// What it is busy with.
    pub stage: Stage,
    /// Rows read so far, of the whole file.
    pub rows: u64,
    /// The share that is done, 0 to 1, where it is known.
    pub fraction: Option<f64>,
}

/// Hears of progress, and says whether to go on. Asked at least every
/// [`limit::ROWS_PER_REPORT`](super::limit::ROWS_PER_REPORT) rows.
pub trait Watch {
    /// `false` ends the reading: nothing of the file is kept.
    fn go_on(&mut self, progress: Progress) -> bool;
}

/// Nobody watches: always goes on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn go_on(&mut self, _: Progress) -> bool {
        true
    }
}
