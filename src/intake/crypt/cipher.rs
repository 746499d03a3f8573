//! AES, backwards only: block by block, or each block mixed with the one
//! before it (CBC).

use aes::cipher::{BlockCipherDecrypt, KeyInit};
use aes::{Aes128Dec, Aes192Dec, Aes256Dec, Block};

use super::Locked;

/// A key, ready for use.
pub(super) enum Cipher {
    /// Of 128 bits.
    Short(Aes128Dec),
    /// Of 192 bits.
    Middle(Aes192Dec),
    /// Of 256 bits.
    Long(Aes256Dec),
}

impl Cipher {
    /// A key of 16, 24 or 32 bytes.
    pub fn new(key: &[u8]) -> Result<Self, Locked> {
        let cipher = match key.len() {
            16 => Aes128Dec::new_from_slice(key).map(Self::Short),
            24 => Aes192Dec::new_from_slice(key).map(Self::Middle),
            _ => Aes256Dec::new_from_slice(key).map(Self::Long),
        };
        cipher.map_err(|_| Locked::Unsupported(format!("AES-{}", key.len().saturating_mul(8))))
    }

    /// Decrypts in place; bytes that fill no block stay as they are.
    pub fn decrypt(&self, bytes: &mut [u8]) {
        let (blocks, _) = bytes.as_chunks_mut::<16>();
        let blocks = Block::cast_slice_from_core_mut(blocks);
        match self {
            Self::Short(cipher) => cipher.decrypt_blocks(blocks),
            Self::Middle(cipher) => cipher.decrypt_blocks(blocks),
            Self::Long(cipher) => cipher.decrypt_blocks(blocks),
        }
    }

    /// Decrypts in place; `mixed` is what the first block was mixed with.
    pub fn decrypt_cbc(&self, mixed: &[u8], bytes: &mut [u8]) {
        let encrypted = bytes.to_vec();
        self.decrypt(bytes);
        for (byte, mixed) in bytes.iter_mut().zip(mixed.iter().take(16).chain(&encrypted)) {
            *byte ^= mixed;
        }
    }
}
