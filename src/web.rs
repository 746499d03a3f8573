//! Layer 5, what only a browser can do: files, downloads, storage, the worker.

pub mod worker;
