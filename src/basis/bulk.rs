//! Long columns on their way between threads, as one run of bytes: half a
//! million marks one by one take as long as reading them. In a text that people
//! may read, they stand one by one.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_bytes::{ByteBuf, Bytes};
use suanpan_scan::words::{of_bytes, to_bytes};

/// What is kept in eight bytes.
pub trait Word: Copy + Serialize + DeserializeOwned {
    /// Its bits.
    fn to_word(self) -> u64;
    /// The value of these bits.
    fn of_word(word: u64) -> Self;
}

impl Word for f64 {
    fn to_word(self) -> u64 {
        self.to_bits()
    }

    fn of_word(word: u64) -> Self {
        Self::from_bits(word)
    }
}

/// For `#[serde(with = "bulk")]`.
///
/// # Errors
/// The serializer's own.
pub fn serialize<T: Word, S: Serializer>(column: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return column.serialize(serializer);
    }
    let words: Vec<u64> = column.iter().map(|value| value.to_word()).collect();
    Bytes::new(&to_bytes(&words)).serialize(serializer)
}

/// For `#[serde(with = "bulk")]`.
///
/// # Errors
/// What is read is no column of such values.
pub fn deserialize<'de, T: Word, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    if deserializer.is_human_readable() {
        return Vec::deserialize(deserializer);
    }
    let bytes = ByteBuf::deserialize(deserializer)?;
    Ok(of_bytes(&bytes).into_iter().map(T::of_word).collect())
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Column(#[serde(with = "super")] Vec<f64>);

    #[test]
    fn a_column_is_bytes_to_programs_and_numbers_to_people() {
        let column = Column(vec![0.0, -0.1, 2.5]);
        let bytes = postcard::to_stdvec(&column).unwrap();
        assert_eq!(bytes.len(), 1 + 3 * 8);
        assert_eq!(postcard::from_bytes::<Column>(&bytes).unwrap(), column);
        assert_eq!(serde_json::to_string(&column).unwrap(), "[0.0,-0.1,2.5]");
        assert_eq!(serde_json::from_str::<Column>("[0.0,-0.1,2.5]").unwrap(), column);
    }
}
