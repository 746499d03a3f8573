//! A text: opened as CSV, with a separator of each kind.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| suanpan_fuzz::delimited(data));
