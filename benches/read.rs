//! How long it takes from a file's bytes to its tables, beside others, in
//! interleaved runs; and the most memory, each in a process of its own.
//!
//! `cargo bench --no-default-features --bench read`
//!
//! `-- write FOLDER` writes the files instead, for the bench in the browser.
// The figures of a run that failed are worth nothing: it may stop at once.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod generate;

use std::env;
use std::fs;
use std::hint::black_box;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use calamine::{DataRef, Reader, Xlsx};
use suanpan::app::engine::{Call, Parcel, serve};
use suanpan::app::model::Model;
use suanpan::app::task::NamedBytes;
use suanpan::intake::{Unwatched, assemble, open, recognise};
use suanpan::word::correction::Corrections;
use zip::ZipArchive;

use generate::Form;

const RUNS: usize = 7;
const FILES: [(Form, usize); 13] = [
    (Form::Shared, 3_000),
    (Form::Inline, 3_000),
    (Form::Utf8, 3_000),
    (Form::Gb18030, 3_000),
    (Form::Shared, 30_000),
    (Form::Inline, 30_000),
    (Form::Utf8, 30_000),
    (Form::Gb18030, 30_000),
    (Form::Shared, 100_000),
    (Form::Inline, 100_000),
    (Form::Utf8, 100_000),
    (Form::Utf8, 500_000),
    (Form::Gb18030, 500_000),
];

/// What reads a file, by its name in the table; the number keeps the work from
/// being left out.
type Reading = (&'static str, fn(&[u8]) -> usize);

const WORKBOOK: [Reading; 6] = [
    ("Suanpan, tables", tables),
    ("Suanpan, handed over", outcome),
    ("Suanpan, to the dataset", dataset),
    ("calamine, Range", range),
    ("calamine, cells", cells),
    ("inflate alone", inflate),
];
const TEXT: [Reading; 5] = [
    ("Suanpan, tables", tables),
    ("Suanpan, handed over", outcome),
    ("Suanpan, to the dataset", dataset),
    ("csv crate, UTF-8 checked", records),
    ("count of commas", commas),
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder] => FILES.iter().for_each(|(form, rows)| {
            fs::write(Path::new(folder).join(form.name(*rows)), form.bytes(*rows)).expect("a folder to write in");
        }),
        ["once", reader, file] => once(reader, file),
        _ => compare(&arguments),
    }
}

/// All readers on the files whose names hold one of the words, if there are any.
fn compare(words: &[String]) {
    let folder = env::temp_dir().join(format!("suanpan-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("room for the files");
    for (form, rows) in FILES {
        let name = form.name(rows);
        if !words.is_empty() && !words.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        let (path, bytes) = (folder.join(&name), form.bytes(rows));
        fs::write(&path, &bytes).expect("room for the file");
        println!("\n{name}, {:.1} MB; medians of {RUNS}", bytes.len() as f64 / 1e6);
        println!("{:28} {:>9} {:>7} {:>7}", "", "ms", "ratio", "MB");
        let readers = readers(&name);
        let mut times = vec![Vec::new(); readers.len()];
        for _ in 0..RUNS {
            for ((_, read), times) in readers.iter().zip(&mut times) {
                let start = Instant::now();
                black_box(read(black_box(&bytes)));
                times.push(start.elapsed().as_secs_f64() * 1e3);
            }
        }
        let medians: Vec<f64> = times.iter_mut().map(|times| median(times)).collect();
        for ((name, _), time) in readers.iter().zip(&medians) {
            let memory = memory(name, &path);
            println!("{name:28} {time:>9.1} {:>7.2} {memory:>7}", time / medians[0]);
        }
    }
    fs::remove_dir_all(&folder).expect("our own folder");
}

fn readers(name: &str) -> &'static [Reading] {
    if name.ends_with("xlsx") { &WORKBOOK } else { &TEXT }
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The most memory of a process that reads the file once, in MB beyond its
/// bytes.
fn memory(reader: &str, path: &Path) -> String {
    let itself = env::current_exe().expect("this program");
    let output = Command::new(itself).args(["once", reader]).arg(path).output().expect("it starts again");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn once(reader: &str, file: &str) {
    let bytes = fs::read(file).expect("the file");
    let before = peak();
    let (_, read) = readers(file).iter().find(|(name, _)| *name == reader).expect("one of the readers");
    black_box(read(&bytes));
    println!("{}", (peak() - before) / 1024);
}

/// The most memory that this process has had, in KB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

fn tables(bytes: &[u8]) -> usize {
    open("成绩", bytes, &mut Unwatched).tables.len()
}

/// As the helper gives it to the application: with the file's fingerprint, in
/// one run of bytes.
fn outcome(bytes: &[u8]) -> usize {
    let file = NamedBytes::new("成绩", Vec::new());
    let message = postcard::to_stdvec(&Call::open(vec![file])).expect("a call is plain data");
    let call = Parcel { message, contents: vec![bytes.to_vec()] };
    serve(&mut Model::default(), call, &mut Unwatched).expect("the call is ours").contents[0].len()
}

fn dataset(bytes: &[u8]) -> usize {
    let opened = open("成绩", bytes, &mut Unwatched);
    assemble(&opened.tables, &recognise(&opened.tables, &[]), &Corrections::default()).problems.len()
}

fn range(bytes: &[u8]) -> usize {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    book.worksheet_range_at(0).expect("a sheet").expect("its cells").used_cells().count()
}

fn cells(bytes: &[u8]) -> usize {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let mut reader = book.worksheet_cells_reader(&name).expect("a sheet");
    let mut count = 0;
    while let Some(cell) = reader.next_cell().expect("a cell") {
        count += usize::from(!matches!(cell.get_value(), DataRef::Empty));
    }
    count
}

fn inflate(bytes: &[u8]) -> usize {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut buffer = vec![0; 64 * 1024];
    let mut total = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        loop {
            match part.read(&mut buffer).expect("its bytes") {
                0 => break,
                read => total += read,
            }
        }
    }
    total
}

fn records(bytes: &[u8]) -> usize {
    let text = encoding_rs::UTF_8.decode_without_bom_handling_and_without_replacement(bytes);
    let text = text.unwrap_or_else(|| encoding_rs::GB18030.decode(bytes).0);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut count = 0;
    while reader.read_record(&mut record).expect("a record") {
        count += record.len();
    }
    count
}

fn commas(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b',').count()
}
