//! CSV and TSV.

use std::sync::Arc;

use super::grid::Grid;
use super::limit;
use super::open::Opened;
use super::watch::{Progress, Stage, Watch};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::{Cell, Table};

/// Reads a delimited text as one table without a sheet name. `false`:
/// cancelled.
pub(super) fn read(file: &Arc<str>, text: &str, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
    let place = Place::sheet(file, &"".into());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut grid = Grid::default();
    let (mut row, mut next) = (0_u32, 0_u32);
    let mut lines = Lines::default();
    while reader.read_record(&mut record).unwrap_or(false) {
        row = lines.row(text, &record);
        let full = record.iter().zip(0..).any(|(cell, column)| !grid.put(row, column, as_cell(cell)));
        if full {
            break;
        }
        if row >= next {
            next = row.saturating_add(limit::ROWS_PER_REPORT);
            if !watch.go_on(progress(row, reader.position().byte(), text.len())) {
                return false;
            }
        }
    }
    if !watch.go_on(progress(row, 1, 1)) {
        return false;
    }
    if grid.is_empty() {
        opened.problems.push(Problem::new(ProblemKind::EmptyFile, Place::file(file), "", ""));
        return true;
    }
    let (rows, problems) = grid.finish(&place);
    opened.problems.extend(problems);
    opened.tables.push(Table { file: file.clone(), rows, ..Table::default() });
    true
}

/// Numbers rows as spreadsheets do. The reader drops blank lines, so a record's
/// row is the line that it starts on, less the line breaks in quoted cells
/// before it; in files that end lines otherwise, rows are counted.
#[derive(Default)]
struct Lines {
    breaks: u64,
    next: u32,
}

impl Lines {
    fn row(&mut self, text: &str, record: &csv::StringRecord) -> u32 {
        let (byte, line) = record.position().map_or((0, 1), |position| (position.byte(), position.line()));
        let rest = usize::try_from(byte).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let line = line.saturating_add(blank.filter(|byte| **byte == b'\n').count() as u64);
        let row = line.saturating_sub(1).saturating_sub(self.breaks);
        self.breaks = self.breaks.saturating_add(record.iter().map(|cell| cell.matches('\n').count() as u64).sum());
        let row = u32::try_from(row).unwrap_or(u32::MAX).max(self.next);
        self.next = row.saturating_add(1);
        row
    }
}

fn as_cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
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
