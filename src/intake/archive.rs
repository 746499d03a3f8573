//! A zip of files: each is opened as if it had been dropped alone.

use std::io::Read;

use super::container::{Format, sniff};
use super::encoding::Encoding;
use super::limit;
use super::watch::Watch;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::zip::{self, Fault, Member};

/// Takes a file's name and bytes.
type Each<'a> = dyn FnMut(&str, &[u8], &mut dyn Watch) + 'a;

/// Hands every file in a zip to `each`, with a name that begins with the
/// zip's, and gives what was left out. Zips in the zip are unpacked too, once.
/// `None`: the bytes are no zip of files; nothing was handed on.
pub fn unpack<'a>(name: &str, bytes: &[u8], watch: &mut dyn Watch, each: &'a mut Each<'a>) -> Option<Vec<Problem>> {
    let zip = open(bytes)?;
    let mut unpacking = Unpacking { place: Place::file(name), files: 0, bytes: 0, problems: Vec::new(), each };
    unpacking.all(zip, name, true, watch);
    if unpacking.files == 0 && unpacking.problems.is_empty() {
        unpacking.note(ProblemKind::EmptyFile, "", "");
    }
    Some(unpacking.problems)
}

/// A zip container, unless it is a document of some program.
fn open(bytes: &[u8]) -> Option<Vec<Member<'_>>> {
    if sniff(bytes) != Format::Zip {
        return None;
    }
    let zip = zip::members(bytes).ok()?;
    let parts = ["[Content_Types].xml", "mimetype", "META-INF/manifest.xml"];
    let is_part = |name: &[u8]| parts.iter().any(|part| name.eq_ignore_ascii_case(part.as_bytes()));
    // Some programs write their workbooks with backslashes.
    let is_workbook = |name: &[u8]| name.to_ascii_lowercase().starts_with(b"xl\\") || name.starts_with(b"xl/workbook");
    let is_document = zip.iter().any(|member| is_part(member.name) || is_workbook(member.name));
    (!is_document).then_some(zip)
}

struct Unpacking<'a> {
    /// The outermost zip.
    place: Place,
    files: usize,
    bytes: u64,
    problems: Vec<Problem>,
    each: &'a mut Each<'a>,
}

impl Unpacking<'_> {
    /// Hands on the files of a zip; `inner`: zips in it are unpacked too.
    fn all(&mut self, zip: Vec<Member<'_>>, name: &str, inner: bool, watch: &mut dyn Watch) {
        let paths: Vec<String> = zip.iter().map(|member| path(member.name, watch)).collect();
        for (member, path) in zip.iter().zip(&paths).filter(|(_, path)| !is_litter(path)) {
            if self.files >= limit::ARCHIVE_FILES {
                return self.note(ProblemKind::ArchiveTooLarge, path, &limit::ARCHIVE_FILES.to_string());
            }
            // The folder only where it takes one to tell two files apart.
            let alone = paths.iter().filter(|other| last(other) == last(path)).count() == 1;
            let shown = format!("{name} › {}", if alone { last(path) } else { path });
            match self.member(member) {
                Ok(bytes) => self.one(&shown, &bytes, inner, watch),
                Err((kind, met, subject)) => self.note(kind, &format!("{path} {met}"), &subject),
            }
            if self.bytes > limit::ARCHIVE_BYTES {
                return;
            }
        }
    }

    fn one(&mut self, name: &str, bytes: &[u8], inner: bool, watch: &mut dyn Watch) {
        match open(bytes) {
            Some(zip) if inner => self.all(zip, name, false, watch),
            Some(_) => self.note(ProblemKind::MemberLeftOut, name, ""),
            None if sniff(bytes) == Format::Binary || is_project(name) => {
                self.note(ProblemKind::MemberLeftOut, name, "");
            }
            None => {
                self.files += 1;
                (self.each)(name, bytes, watch);
            }
        }
    }

    /// The bytes of a file, no more than there may be, whatever its header
    /// says; else the problem, what was met and the limit.
    fn member(&mut self, member: &Member<'_>) -> Result<Vec<u8>, (ProblemKind, String, String)> {
        let file = member.open().map_err(|fault| match fault {
            Fault::Encrypted => (ProblemKind::MemberEncrypted, String::new(), String::new()),
            Fault::Directory | Fault::Member | Fault::Method => (ProblemKind::FileLost, String::new(), String::new()),
        })?;
        let most = (limit::FILE_BYTES as u64).min(limit::ARCHIVE_BYTES.saturating_sub(self.bytes));
        let mut bytes = Vec::new();
        let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        self.bytes = self.bytes.saturating_add(size);
        if size > most {
            return Err((ProblemKind::ArchiveTooLarge, String::new(), limit::megabytes(most)));
        }
        read.map_err(|_| (ProblemKind::FileLost, String::new(), String::new()))?;
        Ok(bytes)
    }

    fn note(&mut self, kind: ProblemKind, met: &str, subject: &str) {
        self.problems.push(Problem::new(kind, self.place.clone(), met.trim_end(), subject));
    }
}

/// A path in a zip. Names without the mark of UTF-8 are in the code page of the
/// computer that wrote them, in China GBK.
fn path(raw: &[u8], watch: &dyn Watch) -> String {
    let path = match std::str::from_utf8(raw) {
        Ok(path) => path.to_owned(),
        Err(_) => watch.decode(Encoding::Gb18030, raw),
    };
    path.replace('\\', "/")
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Folders, and what systems and programs leave lying about.
fn is_litter(path: &str) -> bool {
    let name = last(path);
    let left_by_programs = name.starts_with("~$") || name.starts_with("._") || name.starts_with(".~");
    let left_by_systems = matches!(name, "" | ".DS_Store" | "Thumbs.db" | "desktop.ini");
    left_by_programs || left_by_systems || path.split('/').any(|folder| folder == "__MACOSX")
}

/// A project stands for itself and is opened alone.
fn is_project(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".suanpan")
}
