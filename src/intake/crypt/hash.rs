//! Hashes, and the keys made of passwords by them.

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::super::watch::{Progress, Stage, Watch};
use super::Locked;

/// Rounds between two questions whether to go on.
const ROUNDS_PER_REPORT: u32 = 2048;

/// A hash function.
#[derive(Clone, Copy)]
pub(super) enum Hash {
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// What a hash function gives: as many bytes as it has.
pub(super) struct Hashed {
    bytes: [u8; 64],
    length: usize,
}

impl Hash {
    /// A function by its name.
    pub fn named(name: &str) -> Result<Self, Locked> {
        match name.trim() {
            "SHA1" | "SHA-1" => Ok(Self::Sha1),
            "SHA256" | "SHA-256" => Ok(Self::Sha256),
            "SHA384" | "SHA-384" => Ok(Self::Sha384),
            "SHA512" | "SHA-512" => Ok(Self::Sha512),
            other => Err(Locked::Unsupported(other.to_owned())),
        }
    }

    /// The hash of two texts joined.
    pub fn of(self, one: &[u8], other: &[u8]) -> Hashed {
        match self {
            Self::Sha1 => hashed::<Sha1>(one, other),
            Self::Sha256 => hashed::<Sha256>(one, other),
            Self::Sha384 => hashed::<Sha384>(one, other),
            Self::Sha512 => hashed::<Sha512>(one, other),
        }
    }

    /// Hashes a salted password so many times that nobody tries many passwords.
    pub fn of_password(
        self,
        (salt, password): (&[u8], &[u8]),
        rounds: u32,
        watch: &mut dyn Watch,
    ) -> Result<Hashed, Locked> {
        let mut value = self.of(salt, password);
        for round in 0..rounds {
            if round % ROUNDS_PER_REPORT == 0 {
                let fraction = Some(f64::from(round) / f64::from(rounds));
                if !watch.go_on(Progress { stage: Stage::Unpack, rows: 0, fraction }) {
                    return Err(Locked::Cancelled);
                }
            }
            value = self.of(&round.to_le_bytes(), value.bytes());
        }
        Ok(value)
    }
}

fn hashed<H: Digest>(one: &[u8], other: &[u8]) -> Hashed {
    let digest = H::new().chain_update(one).chain_update(other).finalize();
    let mut hashed = Hashed { bytes: [0; 64], length: digest.len() };
    for (byte, value) in hashed.bytes.iter_mut().zip(digest) {
        *byte = value;
    }
    hashed
}

impl Hashed {
    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}
