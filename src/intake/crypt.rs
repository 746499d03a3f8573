//! Opening passwords of xlsx (MS-OFFCRYPTO): an OLE container holds the
//! encrypted workbook and how it is encrypted.

mod agile;
mod cipher;
mod hash;
mod standard;

use self::cipher::Cipher;
use super::ole::{Compound, u16_at};
use super::watch::Watch;

/// Why a workbook stays closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Locked {
    /// The password is another one.
    WrongPassword,
    /// It is encrypted in a way that is not known here: which one.
    Unsupported(String),
    /// What tells how it is encrypted cannot be read: which part of it.
    Damaged(String),
    /// Nobody wants it any more.
    Cancelled,
}

impl Locked {
    fn damaged(part: &str) -> Self {
        Self::Damaged(part.to_owned())
    }
}

/// Decrypts an encrypted workbook; gives the bytes of the zip container. The
/// password may be tried for some seconds: `watch` is asked meanwhile.
pub fn decrypt(bytes: &[u8], password: &str, watch: &mut dyn Watch) -> Result<Vec<u8>, Locked> {
    const INFO: &str = "EncryptionInfo";
    let container = Compound::open(bytes).ok_or_else(|| Locked::damaged("OLE"))?;
    let info = container.stream("encryptioninfo").ok_or_else(|| Locked::damaged(INFO))?;
    let mut package = container.stream("encryptedpackage").ok_or_else(|| Locked::damaged("EncryptedPackage"))?;
    let password: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let version = (u16_at(&info, 0), u16_at(&info, 2));
    let details = info.get(8..).ok_or_else(|| Locked::damaged(INFO))?;
    // The length without padding, then the encrypted bytes.
    let length = package.first_chunk().map_or(0, |length| u64::from_le_bytes(*length));
    package.drain(..package.len().min(8));
    match version {
        (Some(4), Some(4)) => agile::decrypt(details, &password, &mut package, watch)?,
        (Some(2..=4), Some(2)) => standard::decrypt(details, &password, &mut package, watch)?,
        (Some(major), Some(minor)) => return Err(Locked::Unsupported(format!("{major}.{minor}"))),
        _ => return Err(Locked::damaged(INFO)),
    }
    package.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    Ok(package)
}
