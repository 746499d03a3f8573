//! CSV and TSV.

use std::sync::Arc;

use suanpan_scan::delimited::{Record, Scanner, Step, line_end};

use super::encoding::Encoding;
use super::grid::Grid;
use super::limit;
use super::open::Opened;
use super::watch::{Progress, Stage, Watch};
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::word::table::Table;

/// A delimited text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'a> {
    /// Its bytes, without a mark.
    pub bytes: &'a [u8],
    /// Their encoding, of those whose signs beyond ASCII are single bytes or
    /// pairs; else they are to be UTF-8.
    pub foreign: Option<Encoding>,
}

/// What came of reading one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// It was read.
    Taken,
    /// It was to be UTF-8 and is not: nothing was taken from it.
    NotUtf8,
    /// The reading was ended.
    Cancelled,
}

/// So many stray quotes are mended line by line; what follows the last is read
/// without quoting.
const MENDED: usize = 100;

/// Reads a delimited text as one table without a sheet name. That it is UTF-8 is
/// proved by the texts that are kept of it, which is less than all of it.
pub(super) fn read(file: &Arc<str>, text: Text<'_>, watch: &mut dyn Watch, opened: &mut Opened) -> Read {
    let place = Place::sheet(file, &"".into());
    let known = opened.problems.len();
    let mut sheet = Sheet { text, delimiter: delimiter(text.bytes), grid: Grid::default(), next: 0 };
    if !sheet.fill(&place, watch, opened) || !watch.go_on(progress(sheet.next, 1, 1)) {
        return Read::Cancelled;
    }
    let Sheet { mut grid, .. } = sheet;
    match text.foreign {
        Some(encoding) => grid.decode(&mut |bytes| watch.decode(encoding, bytes)),
        None if grid.proves(text.bytes) => {}
        None => {
            opened.problems.truncate(known);
            return Read::NotUtf8;
        }
    }
    if grid.is_empty() {
        opened.problems.push(Problem::new(ProblemKind::EmptyFile, Place::file(file), "", ""));
        return Read::Taken;
    }
    let (cells, problems) = grid.finish(&place);
    opened.problems.extend(problems);
    opened.tables.push(Table { file: file.clone(), cells, ..Table::default() });
    Read::Taken
}

struct Sheet<'a> {
    text: Text<'a>,
    delimiter: u8,
    grid: Grid,
    /// The row after the last one. Rows are numbered as spreadsheets do, by the
    /// lines that they start on, less the line breaks in cells before them; in
    /// files that end lines otherwise, rows are counted.
    next: u32,
}

impl Sheet<'_> {
    /// Reads all records that there is room for. `false`: cancelled.
    fn fill(&mut self, place: &Place, watch: &mut dyn Watch, opened: &mut Opened) -> bool {
        let bytes = self.text.bytes;
        let mut scanner = Scanner::new(self.delimiter, self.text.foreign.is_some(), limit::CHARACTERS);
        let (mut record, mut report, mut strays) = (Record::default(), 0_u32, 0_usize);
        let mut reports = 0_u32;
        loop {
            self.next = self.grid.take_records(&mut scanner, bytes, self.next, report);
            match scanner.next(bytes, &mut record) {
                Step::End => return true,
                Step::Stray(quote) => {
                    strays += 1;
                    opened.problems.push(self.unclosed(place, &record, quote, watch));
                    // A quote may stand below the first line of a record whose
                    // other cells have line breaks; then the whole record is
                    // read without quoting.
                    scanner.ignore_quotes(if strays > MENDED { bytes.len() } else { line_end(bytes, quote) });
                }
                Step::Record => {
                    let row = self.row(&record);
                    if !self.put(row, &record, scanner.quoting(&record)) {
                        return true;
                    }
                    self.next = row.saturating_add(1);
                    if row >= report {
                        reports += 1;
                        // By then the rows tell what the rest will take.
                        if reports == 2 {
                            self.grid.await_rest(scanner.at, bytes.len());
                        }
                        report = row.saturating_add(limit::ROWS_PER_REPORT);
                        if !watch.go_on(progress(row, scanner.at, bytes.len())) {
                            return false;
                        }
                    }
                }
            }
        }
    }

    fn row(&self, record: &Record) -> u32 {
        u32::try_from(record.lines).unwrap_or(u32::MAX).max(self.next)
    }

    /// Takes a record in; `false` when the table is full.
    fn put(&mut self, row: u32, record: &Record, quoting: bool) -> bool {
        let mut cells = (0..).zip(record.texts(self.text.bytes));
        cells.all(|(column, text)| {
            // Without quoting, a cell shows its quotes: one of a pair, or two.
            let text = if quoting { text } else { unquoted(text) };
            self.grid.put_bytes(row, column, text, self.text.foreign.is_some())
        })
    }

    /// The problem of a stray quote at a byte of a record that is not read yet.
    fn unclosed(&self, place: &Place, record: &Record, quote: usize, watch: &dyn Watch) -> Problem {
        let before = self.text.bytes.get(record.start..quote).unwrap_or_default();
        let line = before.rsplit(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let column = line.iter().filter(|byte| **byte == self.delimiter).count();
        let breaks = before.iter().filter(|byte| **byte == b'\n').count();
        let row = self.row(record).saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        let rest = self.text.bytes.get(quote..).unwrap_or_default();
        // With its end, without which half a character is another.
        let line = rest.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let found = match self.text.foreign {
            Some(encoding) => watch.decode(encoding, line),
            None => String::from_utf8_lossy(line).into_owned(),
        };
        let found = found.trim_end_matches(['\r', '\n']);
        Problem::new(ProblemKind::UnclosedQuote, place.at(row, u32::try_from(column).unwrap_or(u32::MAX)), found, "")
    }
}

fn unquoted(mut text: &[u8]) -> &[u8] {
    while let [b'"', rest @ ..] | [rest @ .., b'"'] = text {
        text = rest;
    }
    text
}

#[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
fn progress(row: u32, done: usize, all: usize) -> Progress {
    let fraction = Some((done as f64 / (all.max(1)) as f64).min(1.0));
    Progress { stage: Stage::Read, rows: u64::from(row), fraction }
}

/// The separator that the first lines hold most of, outside quotes.
fn delimiter(text: &[u8]) -> u8 {
    let mut counts = [(b',', 0_u32), (b'\t', 0), (b';', 0)];
    for line in text.split(|byte| *byte == b'\n').take(50) {
        let mut quoted = false;
        for byte in line {
            quoted ^= *byte == b'"';
            for (separator, count) in &mut counts {
                *count += u32::from(!quoted && byte == separator);
            }
        }
    }
    // The first of equals wins: `max_by_key` would take the last.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| separator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Unwatched, open};

    /// The texts that stray quotes were met with, and the rows that were read.
    fn strays(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let opened = open("表.csv", text.as_bytes(), &mut Unwatched);
        let found = opened.problems.iter().filter(|problem| problem.kind == ProblemKind::UnclosedQuote);
        let row = |row: crate::word::table::Row<'_>| row.iter().map(|cell| cell.text().into_owned()).collect();
        let found = found.map(|problem| format!("{} {}", problem.place.a1(), problem.found));
        (found.collect(), opened.tables[0].rows().map(row).collect())
    }

    #[test]
    fn only_the_lines_of_stray_quotes_are_read_without_quoting() {
        let (none, rows) = strays("a,\"b\nc\",d\n\"e\"\"f\",g\"h\n\"i\"j,k\n");
        assert_eq!(none, [""; 0]);
        assert_eq!(rows, [vec!["a", "b\nc", "d"], vec!["e\"f", "g\"h"], vec!["ij", "k"]]);
        let (found, rows) = strays("a,b\r\nc,\"d\r\ne,f\r\n");
        assert_eq!(found, ["B2 \"d"]);
        assert_eq!(rows, [["a", "b"], ["c", "d"], ["e", "f"]]);
        assert_eq!(strays("\"a,1\nb,2\n\"c,3\nd,4\n").0, ["A1 \"a,1", "A3 \"c,3"]);
        assert_eq!(strays("a,\"b").0, ["B1 \"b"]);
        let long = format!("\"a\n{}\",b\nc\n", "长,".repeat(20_000));
        assert_eq!(strays(&long).0[0], "A1 \"a");
        assert_eq!(strays(&"\"a\nb\"c\n".repeat(200)).0.len(), 101);
    }
}
