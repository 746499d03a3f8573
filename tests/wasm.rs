//! What must hold in wasm as well as natively.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic)]

use wasm_bindgen_test::wasm_bindgen_test;

#[path = "digest.rs"]
mod digest;

#[wasm_bindgen_test]
fn results_are_the_same_to_the_bit() {
    assert_eq!(digest::digest(), digest::EXPECTED.trim());
    assert_eq!(digest::inequality(), digest::INEQUALITY.trim());
}
