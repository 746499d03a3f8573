//! Texts: problem.

use super::{Lang, texts};

impl Lang {
    texts! {}
}
