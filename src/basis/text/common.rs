//! Texts that every page shares.

use super::{Lang, texts};

impl Lang {
    texts! {
        product => "教评算盘", "Suanpan";
        sum => "合计", "Total";
        sum_of(schools: &str) => "合计(全部 {schools} 所)", "Total of all {schools} schools";
        missing => "缺", "missing";
        why => "为什么?", "Why?";
        ask_hint => "点任何数字,看它怎么来的", "Click any figure to see how it came about";
        close => "关闭", "Close";
        all => "全部", "All";
        school => "学校", "School";
        pupils => "在校生", "Pupils";
        rank => "名次", "Rank";
        list_comma => "、", ", ";
    }
}
