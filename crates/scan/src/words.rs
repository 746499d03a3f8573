//! Words of eight bytes as bytes, the lowest first.

/// The bytes of words.
pub fn to_bytes(words: &[u64]) -> Vec<u8> {
    let mut bytes = vec![0; words.len() * 8];
    for (bytes, word) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(words) {
        *bytes = word.to_le_bytes();
    }
    bytes
}

/// The words of bytes; what is left of an uneven length is left out.
pub fn of_bytes(bytes: &[u8]) -> Vec<u64> {
    bytes.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word)).collect()
}

/// Whether a zero is among bytes.
pub fn has_zero(bytes: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 255;
    let (blocks, rest) = bytes.as_chunks::<32>();
    let zeros = |block: &[u8; 32]| {
        let words = block.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word));
        words.fold(0, |zeros, word| zeros | (word.wrapping_sub(ONES) & !word)) & ONES << 7 != 0
    };
    blocks.iter().any(zeros) || rest.contains(&0)
}
