//! Texts: report.

use super::{Lang, texts};

impl Lang {
    texts! {}
}
