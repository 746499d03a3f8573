//! Texts: a person's own workbook with its faulty cells marked.

use super::{Lang, texts};

impl Lang {
    texts! {
        mark_button => "带批注的原表", "Marked-up workbook";
        marking(name: &str) => "正在写出带批注的 {name}", "Writing the marked copy of {name}";
        marked_name(stem: &str) => "{stem}(标注)", "{stem} (marked)";
        mark_list => "问题清单", "Findings";
        mark_note(severity: &str, title: &str) => "{severity}:{title}", "{severity}: {title}";
        mark_expected(expected: &str) => "应为:{expected}", "Expected: {expected}";
        mark_remedy(remedy: &str) => "怎么办:{remedy}", "What to do: {remedy}";
        mark_edited(after: &str, before: &str) => "网页上改为 {after}(原 {before})", "Changed on the page to {after} (was {before})";
        mark_filled(after: &str) => "网页上改为 {after}(原为空)", "Changed on the page to {after} (was empty)";
        mark_emptied(before: &str) => "网页上清空(原 {before})", "Emptied on the page (was {before})";
        mark_unwritten => "此格含公式,或所在工作表有“表格”对象,所以文件里仍是原内容,请自行改写。", "The cell has a formula, or its sheet a table object, so the file still has the old content: please change it yourself.";
        marked(name: &str) => "已写出 {name}:格式照旧,错误标红,存疑标黄,网页上改过的已写入并标蓝,各有批注,末尾有问题清单。", "Wrote {name}: its formats kept, faults red, doubts yellow, what you changed here written in and blue, each with a note, and a last sheet lists all findings.";
        marked_changed(name: &str) => "原文件打开之后被改动过,所以按读入时的内容新写了 {name},没有保留格式。想保留格式,请重新放入原文件再下载。", "The file was changed after it was opened, so {name} was written anew from what had been read, without its formats. To keep them, drop the file again first.";
        marked_gone(name: &str) => "手头没有原文件(例如是从项目恢复的),所以按读入时的内容新写了 {name},没有保留格式。想保留格式,请放入原文件再下载。", "The original file is not at hand (the project was restored, for example), so {name} was written anew from what had been read, without its formats. To keep them, drop the file first.";
        marked_encrypted(name: &str) => "原文件是加密的,批注写不进去,所以按读入时的内容新写了 {name},没有保留格式。新文件没有密码,请妥善保管。", "The original is encrypted and cannot be marked, so {name} was written anew from what had been read, without its formats. The new file has no password: please keep it safe.";
        marked_other(name: &str) => "原文件不是标准的 xlsx 工作簿,所以按读入时的内容新写了 {name}。", "The original is no plain xlsx workbook, so {name} was written anew from what had been read.";
        mark_too_large => "原表太大,这里只列问题,没有抄写原表。", "The tables are too large to be copied; only their findings are listed.";
    }
}
