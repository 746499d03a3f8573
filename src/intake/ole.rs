//! OLE containers (MS-CFB): a small file system of sectors in a file, in which
//! old workbooks and encrypted ones stand. No chain gives more bytes than the
//! file has, whatever it claims.

/// Directory entries of this kind are the root.
const ROOT: u8 = 5;
/// Directory entries of this kind are streams.
const STREAM: u8 = 2;
/// The bytes of a directory entry.
const ENTRY: usize = 128;
/// The shortest sector is 2⁶ bytes, the longest 2¹⁶.
const SHIFTS: std::ops::RangeInclusive<u16> = 6..=16;
/// Streams shorter than this stand in the small sectors, as every writer has it.
const SMALL: usize = 4096;

/// An opened container.
pub(super) struct Compound<'a> {
    /// All after the header.
    sectors: Sectors<'a>,
    /// Small sectors within the root's stream.
    small: Vec<u8>,
    small_shift: u16,
    small_next: Vec<u32>,
    directory: Vec<u8>,
}

/// Sectors of a file, and for each the one that follows it.
struct Sectors<'a> {
    bytes: &'a [u8],
    shift: u16,
    next: Vec<u32>,
}

impl<'a> Compound<'a> {
    /// Opens a container; `None` when its header or directory cannot be read.
    /// A file that ends too early opens as far as it goes.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let (shift, small_shift) = (u16_at(bytes, 30)?, u16_at(bytes, 32)?);
        if !SHIFTS.contains(&shift) || !SHIFTS.contains(&small_shift) {
            return None;
        }
        let mut sectors = Sectors { bytes, shift, next: Vec::new() };
        sectors.next = sectors.table()?;
        let directory = sectors.chain(u32_at(bytes, 48)?, bytes.len());
        let small_next = u32s(&sectors.chain(u32_at(bytes, 60)?, bytes.len()));
        let root = directory.chunks_exact(ENTRY).find(|entry| entry.get(66) == Some(&ROOT))?;
        let small = sectors.chain(u32_at(root, 116)?, bytes.len());
        Some(Self { small, small_shift, small_next, directory, sectors })
    }

    /// Whether the container has a stream of this name, in lower case.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The content of a stream, by its name in lower case; shorter than promised
    /// where the file ends too early. `None` when there is no such stream.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        let (start, size) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
        if size < SMALL {
            return Some(chain(&self.small_next, start, size, &|sector| part(&self.small, sector, self.small_shift)));
        }
        Some(self.sectors.chain(start, size.min(self.sectors.bytes.len())))
    }

    /// The directory's entry of a stream: one beside the root's others first,
    /// for an embedded workbook has streams of the same names.
    fn entry(&self, name: &str) -> Option<&[u8]> {
        let (mut waiting, mut seen) = (vec![0_u32], vec![false; self.directory.len() / ENTRY]);
        while let Some(id) = waiting.pop() {
            let (Some(at), Some(entry)) = (usize::try_from(id).ok(), part(&self.directory, id, 7)) else { continue };
            match seen.get_mut(at) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            let links = if id == 0 { 76..80 } else { 68..76 };
            waiting.extend(u32s(entry.get(links).unwrap_or_default()));
            if is_stream(entry, name) {
                return Some(entry);
            }
        }
        self.directory.chunks_exact(ENTRY).find(|entry| is_stream(entry, name))
    }
}

impl Sectors<'_> {
    /// A sector's content; the last of a file may be cut.
    fn part(&self, sector: u32) -> Option<&[u8]> {
        part(self.bytes, sector.checked_add(1)?, self.shift)
    }

    /// The bytes of a chain that starts at a sector, so many at most.
    fn chain(&self, start: u32, most: usize) -> Vec<u8> {
        chain(&self.next, start, most, &|sector| self.part(sector))
    }

    /// For every sector the one that follows it. The header lists the first
    /// sectors of this table; a chain of sectors lists the rest.
    fn table(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() >> self.shift;
        let mut next = Vec::new();
        let mut listed = u32s(self.bytes.get(76..512)?);
        let mut more = u32_at(self.bytes, 68)?;
        loop {
            for sector in &listed {
                if next.len() > most {
                    return Some(next);
                }
                match self.part(*sector) {
                    Some(part) => next.extend(u32s(part)),
                    None => return Some(next),
                }
            }
            let Some(part) = self.part(more) else { return Some(next) };
            listed = u32s(part);
            match listed.pop() {
                // A list that adds nothing could be its own successor.
                Some(sector) if listed.first().is_some_and(|first| self.part(*first).is_some()) => more = sector,
                _ => return Some(next),
            }
        }
    }
}

/// Joins a chain's sectors to so many bytes at most: a chain may be a circle.
fn chain<'a>(next: &[u32], start: u32, most: usize, part: &dyn Fn(u32) -> Option<&'a [u8]>) -> Vec<u8> {
    let (mut content, mut sector) = (Vec::new(), Some(start));
    while content.len() < most
        && let Some(here) = sector
        && let Some(bytes) = part(here)
    {
        content.extend_from_slice(bytes);
        // Where the table is lost, most writers put a stream's sectors in order.
        let after = usize::try_from(here).ok().and_then(|at| next.get(at)).copied();
        sector = after.or_else(|| here.checked_add(1));
    }
    content.truncate(most);
    content
}

/// The part of a number in bytes that are cut into parts of 2^`shift`; the last
/// one may be shorter.
fn part(bytes: &[u8], number: u32, shift: u16) -> Option<&[u8]> {
    let start = usize::try_from(u64::from(number) << shift).ok().filter(|start| *start < bytes.len())?;
    bytes.get(start..bytes.len().min(start.saturating_add(1 << shift)))
}

/// Names are compared without case, as the format asks.
fn is_stream(entry: &[u8], name: &str) -> bool {
    let units = entry.get(..64).unwrap_or_default().as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let found = char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|sign| sign.unwrap_or('\0'));
    entry.get(66) == Some(&STREAM) && found.map(|sign| sign.to_ascii_lowercase()).eq(name.chars())
}

fn u32s(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
}

/// The number of 16 bits at an offset.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|number| u16::from_le_bytes(*number))
}

/// The number of 32 bits at an offset.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|number| u32::from_le_bytes(*number))
}
