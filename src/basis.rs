//! Layer 0: what every other layer speaks of. Places in files, problems,
//! exact numbers, money, and the typed catalogue of texts.

pub mod bulk;
pub mod exact;
pub mod findings;
pub mod format;
pub mod fraction;
pub mod json;
pub mod money;
pub mod order;
pub mod place;
pub mod problem;
pub mod text;
pub mod typed;
pub mod why;
pub mod width;
pub mod zip;
