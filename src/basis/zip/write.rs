//! Writing a container.

use zlib_rs::crc32::crc32;
use zlib_rs::{DeflateConfig, compress_bound, compress_slice};

use super::{CENTRAL, DEFLATED, END, LOCAL, Member};

/// The version of the format that can unpack what is written: 2.0.
const VERSION: [u8; 2] = [20, 0];
/// 1 January 1980, the first day of MS-DOS: the same content gives the same
/// bytes.
const NO_TIME: u32 = 0x0021_0000;
/// The name is in UTF-8.
const UTF8: u16 = 1 << 11;
/// Sizes follow the content; here they never do.
const DESCRIPTOR: u16 = 1 << 3;

/// A container that is written.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Writer {
    /// Adds a member, deflated. `None`: the container would be too large for
    /// the plain format.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Option<()> {
        let packed = deflated(content);
        let (crc, size, packed_size) = (crc32(0, content), content.len() as u64, packed.len() as u64);
        let (name, whole, at) = (name.as_bytes(), &[][..], 0);
        let (flags, method, time) = (UTF8, DEFLATED, NO_TIME);
        let member = Member { name, size, packed: packed_size, flags, method, time, crc, at, whole };
        self.put(&member, &packed)
    }

    /// Adds a member of another container as it is packed there. `None`: it is
    /// damaged, or the container would be too large.
    pub fn copy(&mut self, member: &Member<'_>) -> Option<()> {
        let flags = member.flags & !DESCRIPTOR;
        self.put(&Member { flags, ..*member }, member.raw()?)
    }

    fn put(&mut self, member: &Member<'_>, content: &[u8]) -> Option<()> {
        let at = u32::try_from(self.bytes.len()).ok()?;
        self.count = self.count.checked_add(1)?;
        // What stands in both records alike.
        let mut common = VERSION.to_vec();
        common.extend([member.flags, member.method].map(u16::to_le_bytes).concat());
        let sizes = [u32::try_from(member.packed).ok()?, u32::try_from(member.size).ok()?];
        common.extend([member.time, member.crc, sizes[0], sizes[1]].map(u32::to_le_bytes).concat());
        common.extend(u16::try_from(member.name.len()).ok()?.to_le_bytes());
        common.extend([0; 2]);
        self.bytes.extend([LOCAL, &common, member.name, content].concat());
        // No comment, the first disk, no attributes.
        self.directory.extend([CENTRAL, &VERSION, &common, &[0; 10], &at.to_le_bytes(), member.name].concat());
        Some(())
    }

    /// The container's bytes. `None`: it is too large for the plain format.
    pub fn finish(mut self) -> Option<Vec<u8>> {
        let [start, size] = [self.bytes.len(), self.directory.len()].map(u32::try_from);
        let (start, size, count) = (start.ok()?.to_le_bytes(), size.ok()?.to_le_bytes(), self.count.to_le_bytes());
        self.bytes.append(&mut self.directory);
        self.bytes.extend([END, &[0; 4], &count, &count, &size, &start, &[0; 2]].concat());
        Some(self.bytes)
    }
}

/// The content packed.
fn deflated(content: &[u8]) -> Vec<u8> {
    let mut packed = vec![0; compress_bound(content.len())];
    let config = DeflateConfig { window_bits: -15, ..DeflateConfig::default() };
    let size = compress_slice(&mut packed, content, config).0.len();
    packed.truncate(size);
    packed
}
