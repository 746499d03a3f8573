//! Any file: it is answered within the limits.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| suanpan_fuzz::open(data));
