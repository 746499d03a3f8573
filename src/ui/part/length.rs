//! Numbers in attributes.

use js_sys::Number;

/// A length with two decimals, written by the browser: so no writer of decimals
/// is in the page's module.
pub fn length(number: f64) -> String {
    Number::from(number).to_fixed(2).map_or_else(|_| String::new(), String::from)
}
