//! Texts of the list of findings, and of what can be made of them.

use super::{Lang, texts};

impl Lang {
    texts! {
        findings => "问题与修正", "Findings and repairs";
        place => "位置", "Place";
        place_of(place: &str, name: &str) => "{place} · {name}", "{place} · {name}";
        found => "原内容", "Found";
        made_of_it => "说明", "Note";
        expected => "应为", "Expected";
        remedy => "怎么办", "What to do";
        times(count: usize) => "{count} 处", "{count}";
        all_decided => "已处理", "Decided";
        times_decided(count: usize, decided: usize) => "{count} 处,已处理 {decided}", "{count}, {decided} decided";
        counted_only(kept: &str, more: &str) => "只逐处列出前 {kept} 处,“带批注的原表”也只标这些;其余 {more} 处只计数,前面的改正后会依次列出。", "The first {kept} are listed one by one, and marked in your own workbook; the other {more} are only counted: correct the first ones, and later ones are listed.";
        cell_found(cell: &str, found: &str) => "{cell}:{found}", "{cell}: {found}";
        taken_back => "已撤回", "Taken back";
        times_taken_back(count: usize, undone: usize) => "{count} 处,已撤回 {undone}", "{count}, {undone} taken back";
        told_apart(other: &str, name: &str) => "您说“{other}”与“{name}”不是同一所", "You said that “{other}” and “{name}” are different";
        apply => "采纳", "Accept";
        take_back => "撤回", "Take back";
        apply_all => "全部采纳", "Accept all";
        take_all_back => "全部撤回", "Take all back";
        leave => "保持原样", "Leave as it is";
        leave_all => "全部保持原样", "Leave all as they are";
        settled => "已采用", "Applied";
        left => "已保持原样", "Left as it is";
        show_cell(place: &str) => "到 {place}", "Go to {place}";
        same_school => "是同一所", "The same";
        not_same => "不是", "Different";
        none_same => "都不是", "All different";
        alike(name: &str, evidence: &str) => "像是“{name}”:{evidence}", "Perhaps “{name}”: {evidence}";
        alike_code => "学校代码相同", "the same code";
        alike_spacing => "只差空格、全角或标点", "only spaces, width or signs differ";
        alike_local => "去掉县、乡镇名后相同", "the same after the name of the county or town";
        alike_form => "同一名称的全称与简称", "a long and a short form of one name";
        alike_slip => "只差一个字", "one character differs";
    }
}
