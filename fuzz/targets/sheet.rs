//! A worksheet part: the reader of plain rows and the general one agree.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    suanpan_fuzz::compare::sheet(data);
});
