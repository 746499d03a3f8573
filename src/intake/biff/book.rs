//! The globals: what the sheets of a workbook draw on.

use super::super::date;
use super::super::limit;
use super::super::ole::{u16_at, u32_at};
use super::super::watch::Watch;
use super::record::{BOF, Content, EOF, Records};
use super::text::{Script, Strings};

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    /// Its name.
    pub name: String,
    /// It is hidden, in either way.
    pub hidden: bool,
    /// The byte of the stream at which it begins.
    pub start: usize,
}

/// What the globals say.
#[derive(Default)]
pub(super) struct Book {
    /// Its worksheets, in order; sheets of other kinds are left out.
    pub sheets: Vec<Listed>,
    /// The strings that cells share.
    pub strings: Strings,
    /// How texts are written.
    pub script: Script,
    /// Days count from 1904-01-01.
    pub from_1904: bool,
    /// For every cell format the number of its number format.
    formats: Vec<u16>,
    /// For the numbers of number formats that the file defines, whether they
    /// show dates.
    defined: Vec<Option<bool>>,
}

/// Why a stream is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It does not begin as a workbook.
    Foreign,
    /// It is older than Excel 5.
    Old,
    /// It is encrypted.
    Encrypted,
}

/// Record kinds (MS-XLS 2.3.2).
mod kind {
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const XF: u16 = 0x00E0;
    pub const SST: u16 = 0x00FC;
    pub const FORMAT: u16 = 0x041E;
}

impl Book {
    /// Reads the globals, and whether they are whole. A stream without them is
    /// one sheet, as simple exporters write it.
    pub fn read(stream: &[u8], watch: &dyn Watch) -> Result<(Self, bool), Refusal> {
        let mut records = Records::from(stream, 0);
        let begin = records.next().ok_or(Refusal::Foreign)?;
        let mut book = Self::default();
        match (begin.kind, u16_at(begin.body, 0), u16_at(begin.body, 2)) {
            (BOF, Some(version), Some(content)) => {
                book.script = if version == 0x0600 { Script::Unicode } else { Script::default() };
                if content == 0x0010 {
                    book.sheets.push(Listed { name: String::new(), hidden: false, start: 0 });
                }
            }
            (0x0009 | 0x0209 | 0x0409, Some(_), _) => return Err(Refusal::Old),
            _ => return Err(Refusal::Foreign),
        }
        while let Some(record) = records.next() {
            match record.kind {
                EOF => return Ok((book, true)),
                kind::FILE_PASS => return Err(Refusal::Encrypted),
                kind => {
                    if book.take(kind, record.body, &mut records, watch).is_none() {
                        break;
                    }
                }
            }
        }
        Ok((book, false))
    }

    /// Whether a cell format shows dates or times.
    pub fn is_date(&self, format: u16) -> bool {
        let Some(number) = self.formats.get(usize::from(format)) else { return false };
        let defined = self.defined.get(usize::from(*number)).copied().flatten();
        defined.unwrap_or_else(|| date::is_builtin(u32::from(*number)))
    }

    /// Takes a record in; `None` when it is not as it should be.
    fn take<'a>(&mut self, kind: u16, body: &'a [u8], records: &mut Records<'a>, watch: &dyn Watch) -> Option<()> {
        match kind {
            kind::DATE_MODE => self.from_1904 = u16_at(body, 0)? == 1,
            kind::CODE_PAGE => self.script.page(u16_at(body, 0)?),
            kind::XF => self.formats.push(u16_at(body, 2).unwrap_or_default()),
            kind::FORMAT => {
                let (mut code, long) = (String::new(), matches!(self.script, Script::Unicode));
                let mut content = Content::of(body.get(2..)?, records);
                self.script.read(&mut content, long, watch, &mut code)?;
                let number = usize::from(u16_at(body, 0)?);
                self.defined.resize(self.defined.len().max(number + 1), None);
                self.defined.get_mut(number)?.replace(date::is_shown_by(&code));
            }
            kind::BOUND_SHEET => {
                let start = usize::try_from(u32_at(body, 0)?).ok()?;
                let (hidden, sort) = (body.get(4)? & 3 != 0, *body.get(5)?);
                let mut name = String::new();
                self.script.read(&mut Content::of(body.get(6..)?, records), false, watch, &mut name)?;
                if sort == 0 {
                    // What nobody has is damage.
                    (self.sheets.len() < limit::SHEETS).then_some(())?;
                    self.sheets.push(Listed { name, hidden, start });
                }
            }
            kind::SST => {
                let count = u32_at(body, 4)?;
                self.strings.fill(count, &mut Content::of(body.get(8..)?, records))?;
            }
            _ => {}
        }
        Some(())
    }
}
