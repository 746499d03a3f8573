//! Texts: evaluation.

use super::{Lang, texts};

impl Lang {
    texts! {}
}
