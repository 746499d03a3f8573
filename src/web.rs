//! Layer 6, what only a browser can do: files, downloads, storage, the worker.

pub mod download;
pub mod engine;
pub mod picture;
pub mod preferences;
pub mod shell;
pub mod store;
pub mod time;
pub mod worker;
