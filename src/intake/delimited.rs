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
    let mut row = 0_u32;
    // The reader drops blank lines, so rows are numbered by the lines that
    // records start on, as spreadsheets number them unless a quoted cell holds
    // a line break.
    let mut breaks = 0_u64;
    while reader.read_record(&mut record).unwrap_or(false) {
        let line = record.position().map_or(1, csv::Position::line);
        row = u32::try_from(line.saturating_sub(1).saturating_sub(breaks)).unwrap_or(u32::MAX);
        breaks = breaks.saturating_add(record.iter().map(|cell| cell.matches('\n').count() as u64).sum());
        let full = record.iter().zip(0..).any(|(cell, column)| !grid.put(row, column, as_cell(cell)));
        if full {
            break;
        }
        if row % limit::ROWS_PER_REPORT == 0 && !watch.go_on(progress(row, reader.position().byte(), text.len())) {
            return false;
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
