//! How much is read. The bounds keep a 32-bit address space from overflowing;
//! each is named in the problem that it causes.

/// The largest file, in bytes (40 MB); a larger one is refused.
pub const FILE_BYTES: usize = 40 * 1024 * 1024;

/// The largest part of a workbook when unpacked, in bytes (256 MB).
pub const PART_BYTES: u64 = 256 * 1024 * 1024;

/// All parts of a workbook together when unpacked, in bytes (512 MB).
pub const UNPACKED_BYTES: u64 = 512 * 1024 * 1024;

/// The most files of a zip of files.
pub const ARCHIVE_FILES: usize = 500;

/// All files of a zip of files together, in bytes (256 MB).
pub const ARCHIVE_BYTES: u64 = 256 * 1024 * 1024;

/// The most that deflate can pack: no stream unpacks to more than 1032 times
/// its size.
pub const DEFLATE_RATIO: u64 = 1032;

/// The most sheets of an old workbook; what lists more is damaged.
pub const SHEETS: usize = 10_000;

/// The most rows of one table; further ones are left out.
pub const ROWS: u32 = 600_000;

/// The most columns; those further right are left out.
pub const COLUMNS: u32 = 1024;

/// The most cells of a file, blank ones between others included.
pub const CELLS: usize = 12_000_000;

/// A cell this many rows below all others is stray.
pub const GAP: u32 = 10_000;

/// The most times that a password is hashed, as in MS-OFFCRYPTO: half a
/// minute.
pub const ROUNDS: u32 = 10_000_000;

/// Rows between two reports of progress.
pub const ROWS_PER_REPORT: u32 = 5000;

/// The most characters of a cell, as in spreadsheets; a quote in a CSV file
/// that is open for longer was not meant.
pub const CHARACTERS: usize = 32_767;

/// The most characters of a cell's text, as in spreadsheets; the rest is cut.
pub const TEXT: usize = 32_767;

/// The most subjects of an exam; marks in further ones are left out. Each has
/// a column as long as there are pupils.
pub const SUBJECTS: usize = 40;

/// A size in bytes for the person, in whole megabytes.
pub fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1024 * 1024))
}
