//! Plain functions for a page without bindings: `room` gives where the file's
//! bytes are to be put, each other one reads them and gives a count.

use std::cell::RefCell;
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

thread_local! {
    static FILE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *const u8 {
    FILE.with_borrow_mut(|file| {
        *file = vec![0; length];
        file.as_ptr()
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn range() -> usize {
    FILE.with_borrow(|file| {
        let mut book = Xlsx::new(Cursor::new(file.as_slice())).unwrap();
        book.worksheet_range_at(0).unwrap().unwrap().used_cells().count()
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn cells() -> usize {
    FILE.with_borrow(|file| {
        let mut book = Xlsx::new(Cursor::new(file.as_slice())).unwrap();
        let name = book.sheet_names()[0].clone();
        let mut reader = book.worksheet_cells_reader(&name).unwrap();
        let mut count = 0;
        while let Some(cell) = reader.next_cell().unwrap() {
            count += usize::from(!matches!(cell.get_value(), DataRef::Empty));
        }
        count
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn inflate() -> usize {
    FILE.with_borrow(|file| {
        let mut archive = ZipArchive::new(Cursor::new(file.as_slice())).unwrap();
        let mut buffer = vec![0; 64 * 1024];
        let mut total = 0;
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            loop {
                match part.read(&mut buffer).unwrap() {
                    0 => break,
                    read => total += read,
                }
            }
        }
        total
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn commas() -> usize {
    FILE.with_borrow(|file| file.iter().filter(|byte| **byte == b',').count())
}
