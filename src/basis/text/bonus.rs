//! Texts: bonus.

use super::{Lang, texts};

impl Lang {
    texts! {}
}
