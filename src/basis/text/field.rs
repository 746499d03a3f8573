//! Texts: field.

use super::{Lang, texts};

impl Lang {
    texts! {}
}
