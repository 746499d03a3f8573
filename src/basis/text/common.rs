//! Texts that every page shares.

use super::{Lang, texts};

impl Lang {
    texts! {
        product => "教评算盘", "Suanpan";
        sum => "合计", "Total";
        missing => "缺", "missing";
    }
}
