//! CSV and TSV.

use std::sync::Arc;

use self::quote::Part;
use super::grid::Grid;
use super::limit;
use super::open::Opened;
use super::watch::{Progress, Stage, Watch};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::{Cell, Table};

mod quote;

/// Reads a delimited text as one table without a sheet name. `false`:
/// cancelled.
pub(super) fn read(file: &Arc<str>, text: &str, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let place = Place::sheet(file, &"".into());
    let mut sheet = Sheet { text, delimiter: delimiter(text), grid: Grid::default(), lines: Lines::default() };
    for part in quote::parts(text, sheet.delimiter) {
        opened.problems.extend(part.open.map(|open| sheet.unclosed(&place, part.range.start, open)));
        match sheet.fill(&part, watch) {
            Filled::All => sheet.lines.pass(text.get(part.range).unwrap_or_default()),
            Filled::Full => break,
            Filled::Cancelled => return false,
        }
    }
    if !watch.go_on(progress(sheet.lines.next, 1, 1)) {
        return false;
    }
    if sheet.grid.is_empty() {
        opened.problems.push(Problem::new(ProblemKind::EmptyFile, Place::file(file), "", ""));
        return true;
    }
    let (cells, problems) = sheet.grid.finish(&place);
    opened.problems.extend(problems);
    opened.tables.push(Table { file: file.clone(), cells, ..Table::default() });
    true
}

struct Sheet<'a> {
    text: &'a str,
    delimiter: u8,
    grid: Grid,
    lines: Lines,
}

/// How the reading of a part ended.
enum Filled {
    All,
    Full,
    Cancelled,
}

impl Sheet<'_> {
    fn fill(&mut self, part: &Part, watch: &mut dyn Watch) -> Filled {
        let text = self.text.get(part.range.clone()).unwrap_or_default();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .quoting(part.quoting)
            .delimiter(self.delimiter)
            .from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut next = 0_u32;
        while reader.read_record(&mut record).unwrap_or(false) {
            let row = self.lines.row(text, &record);
            // Without quoting, a cell shows its quotes: one of a pair, or two.
            let bare = |cell| if part.quoting { cell } else { str::trim_matches(cell, '"') };
            let mut cells = record.iter().map(bare).zip(0..);
            if cells.any(|(cell, column)| !self.grid.put(row, column, as_cell(cell))) {
                return Filled::Full;
            }
            if row >= next {
                next = row.saturating_add(limit::ROWS_PER_REPORT);
                let done = reader.position().byte().saturating_add(part.range.start as u64);
                if !watch.go_on(progress(row, done, self.text.len())) {
                    return Filled::Cancelled;
                }
            }
        }
        Filled::All
    }

    /// The problem of a stray quote at a byte, in a part that starts at another
    /// and is not yet read.
    fn unclosed(&self, place: &Place, start: usize, open: usize) -> Problem {
        let before = self.text.get(start..open).unwrap_or_default();
        let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
        let column = line.bytes().filter(|byte| *byte == self.delimiter).count();
        let row = self.lines.first().saturating_add(breaks(before));
        let place = place.at(u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
        let rest = self.text.get(open..).unwrap_or_default();
        Problem::new(ProblemKind::UnclosedQuote, place, rest.lines().next().unwrap_or_default(), "")
    }
}

/// Numbers rows as spreadsheets do. The reader drops blank lines, so a record's
/// row is the line that it starts on, less the line breaks in quoted cells
/// before it; in files that end lines otherwise, rows are counted.
#[derive(Default)]
struct Lines {
    /// Lines in the parts before.
    before: u64,
    breaks: u64,
    next: u32,
}

impl Lines {
    fn row(&mut self, text: &str, record: &csv::StringRecord) -> u32 {
        let (byte, line) = record.position().map_or((0, 1), |position| (position.byte(), position.line()));
        let rest = usize::try_from(byte).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let line = line.saturating_add(self.before).saturating_add(blank.filter(|byte| **byte == b'\n').count() as u64);
        let row = line.saturating_sub(1).saturating_sub(self.breaks);
        self.breaks = self.breaks.saturating_add(record.iter().map(breaks).sum());
        let row = u32::try_from(row).unwrap_or(u32::MAX).max(self.next);
        self.next = row.saturating_add(1);
        row
    }

    /// The row of the next part's first line.
    fn first(&self) -> u64 {
        self.before.saturating_sub(self.breaks).max(u64::from(self.next))
    }

    /// Goes on to the next part.
    fn pass(&mut self, text: &str) {
        self.before = self.before.saturating_add(breaks(text));
    }
}

fn breaks(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

fn as_cell(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

#[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
fn progress(row: u32, done: u64, all: usize) -> Progress {
    let fraction = Some((done as f64 / (all.max(1)) as f64).min(1.0));
    Progress { stage: Stage::Read, rows: u64::from(row), fraction }
}

/// The separator that the first lines hold most of, outside quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_u32), (b'\t', 0), (b';', 0)];
    for line in text.lines().take(50) {
        let mut quoted = false;
        for byte in line.bytes() {
            quoted ^= byte == b'"';
            for (separator, count) in &mut counts {
                *count += u32::from(!quoted && byte == *separator);
            }
        }
    }
    // The first of equals wins: `max_by_key` would take the last.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| separator)
}
