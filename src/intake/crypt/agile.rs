//! Agile encryption, as Excel since 2010 and WPS write it: AES in segments,
//! with a key that the password unlocks (MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15).
//! The sum over the whole is not compared: the zip container inside has its
//! own, and of a damaged one the sound parts are kept.

use super::super::base64::base64;
use super::super::limit;
use super::super::watch::Watch;
use super::super::workbook::xml::{self, Halt, Tag, Visitor};
use super::hash::Hash;
use super::{Cipher, Locked};

/// Bytes that are encrypted by themselves.
const SEGMENT: usize = 4096;
/// What the hash of the password is mixed with for each purpose.
const VERIFIER: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
const VERIFIER_HASH: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

/// Decrypts a package in place by what is said on it after the version.
pub(super) fn decrypt(
    mut details: &[u8],
    password: &[u8],
    package: &mut [u8],
    watch: &mut dyn Watch,
) -> Result<(), Locked> {
    let mut said = Said::default();
    if let Err(Halt::Damaged(met)) = xml::walk(&mut details, &mut said) {
        return Err(Locked::Damaged(met));
    }
    let key = said.password.key(password, &said.locks, watch)?;
    let (cipher, hash) = (Cipher::new(&key)?, said.package.hash()?);
    for (segment, number) in package.chunks_mut(SEGMENT).zip(0_u32..) {
        let first = hash.of(&said.package.salt, &number.to_le_bytes());
        cipher.decrypt_cbc(first.bytes(), segment);
    }
    Ok(())
}

/// What the part with the details says.
#[derive(Default)]
struct Said {
    /// On the encryption of the package.
    package: Method,
    /// On that of the key by the password.
    password: Method,
    locks: Locks,
}

/// How something is encrypted.
#[derive(Default)]
struct Method {
    cipher: String,
    chaining: String,
    hash: String,
    /// Length of the key in bits.
    bits: usize,
    salt: Vec<u8>,
}

/// What the password unlocks.
#[derive(Default)]
struct Locks {
    rounds: u32,
    verifier: Vec<u8>,
    verifier_hash: Vec<u8>,
    key: Vec<u8>,
}

impl Visitor for Said {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        let method = match name {
            "keyData" => &mut self.package,
            "encryptedKey" => &mut self.password,
            _ => return Ok(()),
        };
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            match name {
                "cipherAlgorithm" => method.cipher = value.into_owned(),
                "cipherChaining" => method.chaining = value.into_owned(),
                "hashAlgorithm" => method.hash = value.into_owned(),
                "keyBits" => method.bits = value.parse().unwrap_or(0),
                "saltValue" => method.salt = base64(&value),
                "spinCount" => self.locks.rounds = value.parse().unwrap_or(u32::MAX),
                "encryptedVerifierHashInput" => self.locks.verifier = base64(&value),
                "encryptedVerifierHashValue" => self.locks.verifier_hash = base64(&value),
                "encryptedKeyValue" => self.locks.key = base64(&value),
                _ => {}
            }
        }
        Ok(())
    }
}

impl Method {
    /// Its hash function, when its cipher is known.
    fn hash(&self) -> Result<Hash, Locked> {
        if self.cipher.is_empty() {
            return Err(Locked::damaged("EncryptionInfo"));
        }
        for (said, known) in [(&self.cipher, "AES"), (&self.chaining, "ChainingModeCBC")] {
            if said != known {
                return Err(Locked::Unsupported(said.clone()));
            }
        }
        if !matches!(self.bits, 128 | 192 | 256) {
            return Err(Locked::Unsupported(format!("AES-{}", self.bits)));
        }
        Hash::named(&self.hash)
    }

    /// The key of the package, unlocked by a password.
    fn key(&self, password: &[u8], locks: &Locks, watch: &mut dyn Watch) -> Result<Vec<u8>, Locked> {
        let hash = self.hash()?;
        if locks.rounds > limit::ROUNDS {
            return Err(Locked::damaged("spinCount"));
        }
        let spun = hash.of_password((&self.salt, password), locks.rounds, watch)?;
        let unlocked = |purpose: &[u8], locked: &[u8]| {
            let cipher = Cipher::new(&fit(hash.of(spun.bytes(), purpose).bytes(), self.bits / 8))?;
            let mut bytes = locked.to_vec();
            cipher.decrypt_cbc(&fit(&self.salt, 16), &mut bytes);
            Ok(bytes)
        };
        let (verifier, expected) =
            (unlocked(&VERIFIER, &locks.verifier)?, unlocked(&VERIFIER_HASH, &locks.verifier_hash)?);
        if !expected.starts_with(hash.of(&verifier, &[]).bytes()) {
            return Err(Locked::WrongPassword);
        }
        let mut key = unlocked(&KEY, &locks.key)?;
        key.truncate(self.bits / 8);
        Ok(key)
    }
}

/// The first bytes; where there are fewer, 0x36 stands for the rest.
fn fit(bytes: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes.resize(length, 0x36);
    bytes
}
