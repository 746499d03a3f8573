//! The files that were opened, by name, size and fingerprint.

use std::fmt::Write;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name as the person knows it.
    pub name: Arc<str>,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}

impl Source {
    /// Takes down a file's name, size and fingerprint.
    ///
    /// ```
    /// use suanpan::word::source::Source;
    /// // FIPS 180-2, example B.1
    /// let source = Source::new("a.csv", b"abc");
    /// assert_eq!(source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    /// assert_eq!(source.size, 3);
    /// ```
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing to a text cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Self { name: name.into(), sha256, size: u64::try_from(bytes.len()).unwrap_or(u64::MAX) }
    }
}
