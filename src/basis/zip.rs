//! Zip containers (APPNOTE.TXT 6.3.10) in memory: plain and deflated members,
//! with zip64 where a writer used it. Written by hand: a general library is a
//! tenth of the worker's download. The tests hold it against one.

mod write;

use std::borrow::Cow;
use std::io::{self, ErrorKind, Read};

use zlib_rs::crc32::crc32;
use zlib_rs::{Inflate, InflateFlush};

use super::order;

pub use self::write::Writer;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const WIDE_END: &[u8] = b"PK\x06\x06";

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const ENCRYPTED: u16 = 1;

/// How many places that look like the directory's end are tried.
const ENDS: usize = 8;
/// The length of a zip64 end record and its locator, which precede the end.
const WIDE: usize = 76;
/// The ids of the extra fields that are read.
const ZIP64: u64 = 1;
const UNICODE_PATH: u64 = 0x7075;

/// Why a container or a member cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no directory, or a damaged one.
    Directory,
    /// A member is not where the directory says.
    Member,
    /// A member is packed in another way.
    Method,
    /// A member is encrypted.
    Encrypted,
}

/// A member, as the directory has it.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Its path, in UTF-8 or in the code page of the computer that wrote it.
    pub name: &'a [u8],
    /// How many bytes it claims to unpack to.
    pub size: u64,
    /// How many bytes it takes as it is packed.
    pub packed: u64,
    flags: u16,
    method: u16,
    /// Time and date of MS-DOS.
    time: u32,
    crc: u32,
    at: u64,
    /// What its place is counted in.
    whole: &'a [u8],
}

/// The members of a container in the order of its directory; of several of one
/// name the last stands. Bytes before the container do not matter.
///
/// # Errors
/// [`Fault::Directory`].
pub fn members(bytes: &[u8]) -> Result<Vec<Member<'_>>, Fault> {
    let is_end = |at: &usize| bytes.get(*at..).is_some_and(|rest| rest.starts_with(END));
    let mut ends = (0..bytes.len()).rev().filter(is_end).take(ENDS);
    ends.find_map(|end| directory(bytes, end)).ok_or(Fault::Directory)
}

/// The directory whose end record is here.
fn directory(bytes: &[u8], end: usize) -> Option<Vec<Member<'_>>> {
    let wide = end.checked_sub(WIDE).and_then(|at| Some((at, bytes.get(at..)?)));
    let (close, count, size, start) = match wide.filter(|(_, record)| record.starts_with(WIDE_END)) {
        Some((at, record)) => (at, number(record, 32, 8)?, number(record, 40, 8)?, number(record, 48, 8)?),
        None => {
            let record = bytes.get(end..)?;
            (end, number(record, 10, 2)?, number(record, 12, 4)?, number(record, 16, 4)?)
        }
    };
    let start = usize::try_from(start).ok()?;
    // It ends where its end record begins; what it says of its place is wrong
    // by what was put before the container.
    let real = usize::try_from(size).ok().and_then(|size| close.checked_sub(size));
    let real = real.filter(|at| *at >= start && bytes.get(*at..).is_some_and(|rest| rest.starts_with(CENTRAL)));
    let before = real.map_or(0, |at| at.saturating_sub(start));
    let whole = bytes.get(before..)?;
    let (mut rest, mut members) = (whole.get(start..)?, Vec::new());
    for _ in 0..count {
        let (member, after) = member(rest, whole)?;
        members.push(member);
        rest = after;
    }
    Some(last_of_each(members))
}

/// The member at the beginning of this part of the directory, and what follows.
fn member<'a>(record: &'a [u8], whole: &'a [u8]) -> Option<(Member<'a>, &'a [u8])> {
    let rest = record.strip_prefix(CENTRAL).and_then(|_| record.get(46..))?;
    let field = |at: usize| number(record, at, 4);
    let short = |at: usize| number(record, at, 2).and_then(|number| u16::try_from(number).ok());
    let (name, rest) = rest.split_at_checked(short(28)?.into())?;
    let (extra, rest) = rest.split_at_checked(short(30)?.into())?;
    let (_, rest) = rest.split_at_checked(short(32)?.into())?;
    let (flags, method) = (short(8)?, short(10)?);
    let (time, crc) = (u32::try_from(field(12)?).ok()?, u32::try_from(field(16)?).ok()?);
    let (packed, size, at) = (field(20)?, field(24)?, field(42)?);
    let mut member = Member { name, size, packed, flags, method, time, crc, at, whole };
    member.extend(extra);
    Some((member, rest))
}

/// Of several members of one name the last.
fn last_of_each(members: Vec<Member<'_>>) -> Vec<Member<'_>> {
    let mut sorted: Vec<(usize, &[u8])> = members.iter().map(|member| member.name).enumerate().collect();
    order::sort_by(&mut sorted, |one, other| one.1.cmp(other.1));
    let followed = sorted.iter().zip(sorted.iter().skip(1)).filter(|(one, next)| one.1 == next.1);
    let mut keep = vec![true; members.len()];
    for ((stale, _), _) in followed {
        if let Some(keep) = keep.get_mut(*stale) {
            *keep = false;
        }
    }
    members.into_iter().zip(keep).filter_map(|(member, keep)| keep.then_some(member)).collect()
}

impl<'a> Member<'a> {
    /// Takes over what extra fields say better.
    fn extend(&mut self, mut extra: &'a [u8]) {
        while let (Some(id), Some(size)) = (number(extra, 0, 2), number(extra, 2, 2)) {
            let Some((field, rest)) = extra.get(4..).and_then(|rest| rest.split_at_checked(size as usize)) else {
                return;
            };
            extra = rest;
            if id == UNICODE_PATH && number(field, 1, 4) == Some(crc32(0, self.name).into()) {
                self.name = field.get(5..).unwrap_or_default();
            }
            if id == ZIP64 {
                // Only what does not fit into its own place, in this order.
                let wide = [&mut self.size, &mut self.packed, &mut self.at];
                for (at, place) in wide.into_iter().filter(|place| **place == u64::from(u32::MAX)).enumerate() {
                    *place = number(field, at.saturating_mul(8), 8).unwrap_or(*place);
                }
            }
        }
    }

    /// The member's bytes as they are packed.
    ///
    /// # Errors
    /// As [`Member::open`].
    pub fn content(&self) -> Result<&'a [u8], Fault> {
        match self.method {
            _ if self.flags & ENCRYPTED != 0 => Err(Fault::Encrypted),
            STORED | DEFLATED => self.raw().ok_or(Fault::Member),
            _ => Err(Fault::Method),
        }
    }

    fn raw(&self) -> Option<&'a [u8]> {
        let record = self.whole.get(usize::try_from(self.at).ok()?..)?;
        let rest = record.strip_prefix(LOCAL).and_then(|_| record.get(30..))?;
        let skipped = number(record, 26, 2)?.saturating_add(number(record, 28, 2)?);
        rest.get(usize::try_from(skipped).ok()?..)?.get(..usize::try_from(self.packed).ok()?)
    }

    /// The name as a text; bytes that are no UTF-8 are lost.
    pub fn path(&self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.name)
    }

    /// Reads what is packed, however much it is; a wrong checksum is an error
    /// at the end.
    ///
    /// # Errors
    /// Every fault but [`Fault::Directory`].
    pub fn open(&self) -> Result<Part<'a>, Fault> {
        let rest = self.content()?;
        let inflate = (self.method == DEFLATED).then(|| Inflate::new(false, 15));
        Ok(Part { rest, inflate, crc: 0, wanted: self.crc })
    }
}

/// A member that is read.
pub struct Part<'a> {
    rest: &'a [u8],
    inflate: Option<Inflate>,
    crc: u32,
    wanted: u32,
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        let read = match &mut self.inflate {
            None => self.rest.read(into)?,
            Some(inflate) => {
                let before = (inflate.total_in(), inflate.total_out());
                let step = inflate.decompress(self.rest, into, InflateFlush::NoFlush);
                step.map_err(|_| io::Error::new(ErrorKind::InvalidData, "zip: deflate"))?;
                let taken = inflate.total_in().saturating_sub(before.0);
                self.rest = self.rest.get(taken as usize..).unwrap_or_default();
                inflate.total_out().saturating_sub(before.1) as usize
            }
        };
        self.crc = crc32(self.crc, into.get(..read).unwrap_or_default());
        if read == 0 && self.crc != self.wanted {
            return Err(io::Error::new(ErrorKind::InvalidData, "zip: checksum"));
        }
        Ok(read)
    }
}

/// A number of so many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    let bytes = bytes.get(at..)?.get(..size)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
