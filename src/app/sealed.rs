//! A value for somebody else: bytes that whoever passes them on does not read.
//! So the page's module need not know what only the workers understand.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A value, as `postcard` encodes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Sealed<T> {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    #[serde(skip)]
    of: PhantomData<T>,
}

/// Bytes are compared, whatever the value is.
impl<T: PartialEq> Eq for Sealed<T> {}

impl<T> Default for Sealed<T> {
    /// No value yet: its bytes pass beside the message.
    fn default() -> Self {
        Self { bytes: Vec::new(), of: PhantomData }
    }
}

impl<T: Serialize> From<T> for Sealed<T> {
    fn from(value: T) -> Self {
        // Writing to memory cannot fail; nothing is no value.
        Self { bytes: postcard::to_stdvec(&value).unwrap_or_default(), of: PhantomData }
    }
}

impl<T> Sealed<T> {
    /// Whether there is no value yet.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The bytes, which may pass beside the message.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}

impl<T: DeserializeOwned> Sealed<T> {
    /// The value.
    ///
    /// # Errors
    /// This program did not write the bytes.
    pub fn open(self) -> postcard::Result<T> {
        postcard::from_bytes(&self.bytes)
    }
}
