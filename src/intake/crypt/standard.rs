//! Standard encryption, as Excel 2007 and LibreOffice write it: AES block by
//! block, with a key from SHA-1 (MS-OFFCRYPTO 2.3.4.5 to 2.3.4.9).

use super::super::ole::u32_at;
use super::super::watch::Watch;
use super::hash::Hash;
use super::{Cipher, Locked};

/// How often the password is hashed.
const ROUNDS: u32 = 50_000;

/// Decrypts a package in place by what is said on it after the version.
pub(super) fn decrypt(
    details: &[u8],
    password: &[u8],
    package: &mut [u8],
    watch: &mut dyn Watch,
) -> Result<(), Locked> {
    let said = Said::read(details).ok_or_else(|| Locked::damaged("EncryptionVerifier"))?;
    // Another number means the cipher of Excel 2003.
    if !matches!(said.cipher, 0x660E..=0x6610) {
        return Err(Locked::Unsupported("RC4".to_owned()));
    }
    let cipher = Cipher::new(&said.key(password, watch)?)?;
    let (mut verifier, mut expected) = (said.verifier.to_vec(), said.hashed.to_vec());
    cipher.decrypt(&mut verifier);
    cipher.decrypt(&mut expected);
    if !expected.starts_with(Hash::Sha1.of(&verifier, &[]).bytes()) {
        return Err(Locked::WrongPassword);
    }
    cipher.decrypt(package);
    Ok(())
}

/// The header and what a password is verified by.
struct Said<'a> {
    cipher: u32,
    /// Length of the key in bits.
    bits: u32,
    salt: &'a [u8],
    verifier: &'a [u8],
    hashed: &'a [u8],
}

impl<'a> Said<'a> {
    fn read(details: &'a [u8]) -> Option<Self> {
        let (header, rest) = details.get(4..)?.split_at_checked(usize::try_from(u32_at(details, 0)?).ok()?)?;
        let (salt, rest) = rest.get(4..)?.split_at_checked(16)?;
        let (verifier, rest) = rest.split_at_checked(16)?;
        let (cipher, bits) = (u32_at(header, 8)?, u32_at(header, 16)?);
        Some(Self { cipher, bits, salt, verifier, hashed: rest.get(4..36)? })
    }

    /// The key of a password: the hash of its hash, mixed in two ways.
    fn key(&self, password: &[u8], watch: &mut dyn Watch) -> Result<Vec<u8>, Locked> {
        let spun = Hash::Sha1.of_password((self.salt, password), ROUNDS, watch)?;
        let last = Hash::Sha1.of(spun.bytes(), &0_u32.to_le_bytes());
        let mut key = Vec::new();
        for with in [0x36, 0x5C] {
            let mut mixed = [with; 64];
            for (byte, value) in mixed.iter_mut().zip(last.bytes()) {
                *byte ^= value;
            }
            key.extend_from_slice(Hash::Sha1.of(&mixed, &[]).bytes());
        }
        key.truncate(usize::try_from(self.bits / 8).unwrap_or(0));
        Ok(key)
    }
}
