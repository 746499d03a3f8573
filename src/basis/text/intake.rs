//! Texts: intake.

use super::{Lang, texts};

impl Lang {
    texts! {}
}
