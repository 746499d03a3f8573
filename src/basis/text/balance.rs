//! Texts: balance.

use super::{Lang, texts};

impl Lang {
    texts! {}
}
