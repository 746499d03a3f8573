//! Zip containers against the crate `zip`.

use std::io::{Cursor, Read, Write};

use suanpan::basis::zip::{Fault, Writer, members};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Contents short and long, that pack well and badly.
fn contents() -> Vec<(String, Vec<u8>)> {
    let mut random = 1_u32;
    let mut byte = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 24) as u8
    };
    let noise: Vec<u8> = (0..200_000).map(|_| byte()).collect();
    let rows: String =
        (0..20_000).map(|row| format!("<row r=\"{row}\"><c><v>{}</v></c></row>", row * 7 % 101)).collect();
    vec![
        ("empty.txt".into(), Vec::new()),
        ("one".into(), b"1".to_vec()),
        ("xl/worksheets/sheet1.xml".into(), rows.into_bytes()),
        ("成绩/noise.bin".into(), noise),
        ("same.bin".into(), vec![7; 300_000]),
    ]
}

/// What `zip` writes of these.
fn theirs(options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in contents() {
        writer.start_file(name, options).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let unpack = |member: &suanpan::basis::zip::Member<'_>| {
        let mut content = Vec::new();
        member.open().unwrap().read_to_end(&mut content).unwrap();
        assert_eq!(member.size, content.len() as u64);
        (member.path().into_owned(), content)
    };
    members(bytes).unwrap().iter().map(unpack).collect()
}

#[test]
fn what_another_program_wrote_is_read() {
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let plain = SimpleFileOptions::default().compression_method(method);
        for options in [plain, plain.large_file(true)] {
            let bytes = theirs(options);
            assert_eq!(read(&bytes), contents());
            // Something before it, and after.
            assert_eq!(read(&[b"#!/bin/sh\n", &*bytes].concat()), contents());
            assert_eq!(read(&[&*bytes, &[0; 100]].concat()), contents());
        }
    }
}

#[test]
fn another_program_reads_what_is_written_and_copied() {
    let mut writer = Writer::default();
    for (name, content) in contents() {
        writer.add(&name, &content).unwrap();
    }
    let added = writer.finish().unwrap();
    let mut writer = Writer::default();
    for member in members(&theirs(SimpleFileOptions::default())).unwrap() {
        writer.copy(&member).unwrap();
    }
    for bytes in [added, writer.finish().unwrap()] {
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut read = Vec::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            read.push((part.name().unwrap().into_owned(), content));
        }
        assert_eq!(read, contents());
    }
}

#[test]
fn more_members_than_the_plain_format_counts_are_read() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in 0..70_000 {
        writer.start_file(name.to_string(), SimpleFileOptions::default()).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    let members = members(&bytes).unwrap();
    assert_eq!((members.len(), members[69_999].name), (70_000, &b"69999"[..]));
}

#[test]
fn damage_is_an_error_whatever_byte_is_wrong() {
    assert_eq!(members(b"PK\x03\x04").unwrap_err(), Fault::Directory);
    let mut writer = Writer::default();
    for (name, content) in [("a", &b"abcabcabcabcabc"[..]), ("b", b"some words, some words")] {
        writer.add(name, content).unwrap();
    }
    let bytes = writer.finish().unwrap();
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x55;
        for member in members(&bytes).unwrap_or_default() {
            let mut content = Vec::new();
            if let Ok(mut part) = member.open()
                && part.read_to_end(&mut content).is_ok()
            {
                assert!([15, 22].contains(&content.len()), "{at}");
            }
        }
    }
    // The last two bytes say that there is no comment.
    for end in 0..bytes.len() - 2 {
        assert!(members(&bytes[..end]).is_err());
    }
}

#[test]
fn of_two_members_of_one_name_the_last_stands() {
    let mut writer = Writer::default();
    for (name, content) in [("a", "old"), ("b", "other"), ("a", "new")] {
        writer.add(name, content.as_bytes()).unwrap();
    }
    let read = read(&writer.finish().unwrap());
    assert_eq!(read, [("b".to_owned(), b"other".to_vec()), ("a".to_owned(), b"new".to_vec())]);
}
