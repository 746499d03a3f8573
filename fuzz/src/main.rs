//! The targets on a stable compiler: seeded mutations of files in the tree for
//! so many seconds. A failure names its seed, with which it repeats.
//!
//! `mutate SECONDS FOLDER… [--seed NUMBER]`

use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use std::{env, fs, process};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A worksheet with the forms that programs write, and some others.
const SHEET: &str = "<?xml version=\"1.0\"?><worksheet xmlns=\"a\"><dimension ref=\"A1:D9\"/><sheetData>\
<row r=\"1\" spans=\"1:4\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>3</v></c></row>\
<row r=\"2\" ht=\"15\" customHeight=\"1\"><c r=\"A2\" s=\"1\"><v>45000</v></c><c r=\"B2\"><v>-1.50E+1</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row>\n\
<row><c><v>95.5</v></c><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 内 </t></is></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>x_x000D_</v></c></row>\
<row r=\"5\" hidden=\"1\"><c r=\"A5\" t=\"e\"><v>#N/A</v></c><c r=\"B5\"><f>1+1</f></c><c r=\"C5\"><f>1+1</f><v>2</v></c><c r=\"D5\" s=\"1\"/></row>\
<row r=\"6\"/></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";

struct Random(u64);

impl Random {
    /// splitmix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// Changes, drops, doubles and moves a few bytes.
    fn mutate(&mut self, bytes: &[u8]) -> Vec<u8> {
        const WORDS: [&[u8]; 12] = [
            b"\"",
            b"<",
            b">",
            b"/>",
            b"&amp;",
            b"9999999999",
            b"\r\n",
            b",",
            b"-1",
            b"\xFF\xFF\xFF\xFF",
            b"\0\0",
            b"_x0041_",
        ];
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(6) {
            if bytes.is_empty() {
                break;
            }
            let at = self.below(bytes.len());
            let end = (at + 1 + self.below(60)).min(bytes.len());
            match self.below(6) {
                0 => bytes[at] = self.next() as u8,
                1 => bytes[at] ^= 1 << self.below(8),
                2 => drop(bytes.splice(at..at, WORDS[self.below(WORDS.len())].iter().copied())),
                3 => drop(bytes.splice(at..end, [])),
                4 => {
                    let piece = bytes[at..end].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
                _ if self.below(8) == 0 => bytes.truncate(at.max(8)),
                _ => {}
            }
        }
        bytes
    }
}

/// The parts of a zip container, if it is one.
fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        parts.push((part.name().ok()?.to_string(), content));
    }
    Some(parts)
}

/// The container with one part changed: what is inside is reached behind the
/// checksums.
fn with_a_part_changed(parts: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let chosen = random.below(parts.len());
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (index, (name, content)) in parts.iter().enumerate() {
        writer.start_file(name.as_str(), options).expect("a part");
        let changed = if index == chosen { random.mutate(content) } else { content.clone() };
        writer.write_all(&changed).expect("memory");
    }
    writer.finish().expect("a directory").into_inner()
}

fn main() {
    let mut arguments = env::args().skip(1);
    let seconds = arguments.next().and_then(|seconds| seconds.parse().ok()).expect("SECONDS");
    let mut arguments: Vec<String> = arguments.collect();
    let repeated = arguments
        .iter()
        .position(|argument| argument == "--seed")
        .map(|at| arguments.drain(at..).last().expect("a seed"));
    let repeated: Option<u64> = repeated.map(|seed| seed.parse().expect("a number"));
    let mut files: Vec<_> = arguments
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let corpus: Vec<(String, Vec<u8>, Option<Vec<(String, Vec<u8>)>>)> = files
        .iter()
        .filter(|path| path.is_file() && !path.extension().is_some_and(|end| end == "py" || end == "md"))
        .map(|path| {
            let bytes = fs::read(path).expect("a file");
            (path.display().to_string(), parts(&bytes).unwrap_or_default(), bytes)
        })
        .map(|(name, parts, bytes)| (name, bytes, Some(parts).filter(|parts| !parts.is_empty())))
        .collect();
    let start = Instant::now();
    let (mut seed, mut runs, mut slowest) = (repeated.unwrap_or(1), 0_u64, (Duration::ZERO, 0));
    while start.elapsed() < Duration::from_secs(seconds) {
        let mut random = Random(seed.wrapping_mul(0xD134_2543_DE82_EF95));
        let began = Instant::now();
        let name = if seed.is_multiple_of(3) {
            let sheet = random.mutate(SHEET.as_bytes());
            run(seed, "sheet", || suanpan_fuzz::sheet(&sheet));
            "sheet".to_owned()
        } else {
            let (name, bytes, parts) = &corpus[random.below(corpus.len())];
            let changed = match parts {
                Some(parts) if random.below(4) > 0 => with_a_part_changed(parts, &mut random),
                _ => random.mutate(bytes),
            };
            run(seed, name, || suanpan_fuzz::open(&changed));
            name.clone()
        };
        if began.elapsed() > slowest.0 {
            slowest = (began.elapsed(), seed);
        }
        if repeated.is_some() {
            println!("{name}: {:?}", began.elapsed());
            return;
        }
        (seed, runs) = (seed + 1, runs + 1);
    }
    println!("{runs} files in {seconds} s, no failure; the slowest took {:?} (seed {})", slowest.0, slowest.1);
}

fn run(seed: u64, name: &str, target: impl FnOnce()) {
    if catch_unwind(AssertUnwindSafe(target)).is_err() {
        eprintln!("failed: {name}; repeat it with --seed {seed}");
        process::exit(1);
    }
}
