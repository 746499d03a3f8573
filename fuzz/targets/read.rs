//! The first byte says which reader the rest is for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use suanpan_fuzz::check::check;
use suanpan_fuzz::wrap::Reader;

fuzz_target!(|bytes: &[u8]| {
    if let Some((first, rest)) = bytes.split_first() {
        let (reader, name) = Reader::ALL[usize::from(*first) % Reader::ALL.len()];
        check(name, &reader.file(rest));
    }
});
