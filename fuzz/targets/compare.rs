//! Three readings of one worksheet.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| suanpan_fuzz::compare::compare(bytes));
