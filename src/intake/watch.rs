//! Progress and cancelling.

use serde::{Deserialize, Serialize};

use super::encoding::Encoding;

/// What the reading is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Checking and unpacking the container.
    Unpack,
    /// Reading cells.
    Read,
    /// Finding out what the tables mean.
    Understand,
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

/// Where a reading runs: someone who hears of progress and says whether to go
/// on, and what the place knows already.
pub trait Watch {
    /// `false` ends the reading: nothing of the file is kept. Asked at least
    /// every [`limit::ROWS_PER_REPORT`](super::limit::ROWS_PER_REPORT) rows.
    fn go_on(&mut self, progress: Progress) -> bool;

    /// The files that are read from now on are those of this one among several
    /// that were chosen together, from 0.
    fn turn_to(&mut self, _file: u32) {}

    /// Decodes a text without a byte order mark, as the Encoding Standard of
    /// the web says; what has no meaning becomes U+FFFD. Every browser holds
    /// the tables, so that none of ours is downloaded.
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String;
}

/// Nobody watches: always goes on.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

#[cfg(not(target_arch = "wasm32"))]
impl Watch for Unwatched {
    fn go_on(&mut self, _: Progress) -> bool {
        true
    }

    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
        let known = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
        known.unwrap_or(encoding_rs::UTF_8).decode_without_bom_handling(bytes).0.into_owned()
    }
}
