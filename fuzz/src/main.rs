//! Reads files of the tree changed at random for some seconds, with a stable
//! compiler.
//!
//! `mutate SECONDS [SEED] [WORD]` — with a word, only files whose names hold it
//! `mutate read FILE` — reads one again
//!
//! What panics, takes too long or too much memory is kept in `fuzz/target/found`.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use suanpan_fuzz::check::{check, check_cancelled};
use suanpan_fuzz::compare::{SHEET, compare, sheet};
use suanpan_fuzz::mutate::{Random, parts};
use suanpan_fuzz::wrap::Reader;

/// Longer than this, with every check compiled in, is a fault for files of
/// some hundred kilobytes.
const SLOW: Duration = Duration::from_secs(3);
/// Then it is given up.
const HUNG: Duration = Duration::from_secs(60);
/// As much memory as the limits of a whole file may take, in kilobytes.
const ROOM: u64 = 400 * 1024;
/// Larger files are not doubled.
const LARGE: usize = 300_000;

/// What was read last, for whoever watches.
type Last = Arc<Mutex<(Instant, String, Vec<u8>)>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [read, file] = &arguments[..]
        && read == "read"
    {
        let bytes = fs::read(file).expect("a file");
        let start = Instant::now();
        let tables = check(file, &bytes);
        println!("{tables} tables in {:?}, {} MB", start.elapsed(), peak() / 1024);
        return ExitCode::SUCCESS;
    }
    let number = |at: usize| arguments.get(at).and_then(|number| number.parse().ok());
    let seconds = Duration::from_secs(number(0).unwrap_or(60));
    let seed = number(1).unwrap_or(1);
    let word = arguments.get(2).map_or("", String::as_str);
    run(seconds, seed, word)
}

fn run(seconds: Duration, seed: u64, word: &str) -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tree");
    let mut corpus = Vec::new();
    collect(&root.join("tests/fixture"), &mut corpus);
    collect(&root.join("tests/vector"), &mut corpus);
    collect(&root.join("examples"), &mut corpus);
    corpus.sort();
    corpus.retain(|(name, _)| name.contains(word));
    assert!(!corpus.is_empty(), "no file of that name");
    panic::set_hook(Box::new(|_| {}));
    let last: Last = Arc::new(Mutex::new((Instant::now(), String::new(), Vec::new())));
    let found = root.join("fuzz/target/found");
    watch(&last, &found);
    let mut tally: BTreeMap<String, (usize, usize, Duration, Duration)> = BTreeMap::new();
    let (mut faults, mut number, start) = (BTreeMap::new(), seed << 32, Instant::now());
    while start.elapsed() < seconds {
        number += 1;
        let mut random = Random(number);
        let (name, group, bytes) = input(&mut random, &corpus);
        *last.lock().unwrap_or_else(PoisonError::into_inner) = (Instant::now(), name.clone(), bytes.clone());
        forget_peak();
        let before = peak();
        let begin = Instant::now();
        let result = panic::catch_unwind(AssertUnwindSafe(|| match group.as_str() {
            "sheet" => {
                sheet(&bytes);
                1
            }
            "compare" => {
                compare(&bytes);
                1
            }
            _ if random.below(20) == 0 => {
                check_cancelled(&name, &bytes, random.below(4));
                0
            }
            _ => check(&name, &bytes),
        }));
        let (took, room) = (begin.elapsed(), peak().saturating_sub(before));
        let fault = match &result {
            Err(panic) => Some(message(panic.as_ref())),
            Ok(_) if took > SLOW => Some(format!("slow: {group}")),
            Ok(_) if room > ROOM => Some(format!("memory: {group}")),
            Ok(_) => None,
        };
        let entry = tally.entry(group).or_default();
        *entry = (
            entry.0 + 1,
            entry.1 + usize::from(result.is_ok_and(|tables| tables > 0)),
            entry.2 + took,
            entry.3.max(took),
        );
        if let Some(fault) = fault {
            let key: String = fault.chars().take(24).collect();
            let count = faults.entry(key).or_insert(0_usize);
            *count += 1;
            if *count == 1 {
                let file = keep(&found, &format!("{number}-{name}"), &bytes);
                println!(
                    "{}\n  {took:?}, {} MB, {} bytes: {}",
                    fault.chars().take(400).collect::<String>(),
                    room / 1024,
                    bytes.len(),
                    file.display()
                );
            }
        }
    }
    for (group, (read, opened, took, slowest)) in &tally {
        println!(
            "{group:<28}{read:>9} read, {opened:>8} with tables, {:>7.1} s, slowest {:>5} ms",
            took.as_secs_f64(),
            slowest.as_millis()
        );
    }
    let read: usize = tally.values().map(|(read, ..)| read).sum();
    println!("{read} files in {:.0} s, seed {seed}; {} kinds of faults", start.elapsed().as_secs_f64(), faults.len());
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A file to read: its name, what it is counted with, and its bytes.
fn input(random: &mut Random, corpus: &[(String, Vec<u8>)]) -> (String, String, Vec<u8>) {
    let (name, bytes) = &corpus[random.below(corpus.len())];
    let (_, other) = &corpus[random.below(corpus.len())];
    match random.below(12) {
        0 => {
            let bytes = (0..random.below(400)).map(|_| random.next() as u8).collect();
            ("a.xlsx".to_owned(), "compare".to_owned(), bytes)
        }
        3 => {
            let bytes = random.bytes(SHEET.as_bytes(), other);
            ("a.xlsx".to_owned(), "sheet".to_owned(), bytes)
        }
        1 | 2 => {
            // A part of one file, changed, where a reader expects its own.
            let (reader, group) = Reader::ALL[random.below(Reader::ALL.len())];
            let mut parts = parts(bytes);
            let part = if parts.is_empty() { bytes.clone() } else { parts.swap_remove(random.below(parts.len())).1 };
            let part = part.get(..LARGE).unwrap_or(&part);
            (name.clone(), format!("as {group}"), reader.file(&random.bytes(part, other)))
        }
        _ => (name.clone(), name.clone(), random.file(bytes, other)),
    }
}

/// Ends everything when one file takes for ever, and keeps that file.
fn watch(last: &Last, found: &Path) {
    let (last, found) = (last.clone(), found.to_owned());
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_secs(1));
            let last = last.lock().unwrap_or_else(PoisonError::into_inner);
            if last.0.elapsed() > HUNG {
                let file = keep(&found, &format!("hung-{}", last.1), &last.2);
                println!("given up after {HUNG:?}: {}", file.display());
                std::process::exit(2);
            }
        }
    });
}

fn keep(found: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    fs::create_dir_all(found).expect("room for what was found");
    let file = found.join(name.replace('/', "-"));
    fs::write(&file, bytes).expect("room for what was found");
    file
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

/// All files in a folder and those below it, but for scripts.
fn collect(folder: &Path, corpus: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, corpus);
        } else if path.extension().is_none_or(|end| end != "py" && end != "md" && end != "json") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            corpus.push((name, fs::read(&path).expect("a file")));
        }
    }
}

/// The most memory of this process so far, in kilobytes; 0 where it is not said.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Starts counting anew.
fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
