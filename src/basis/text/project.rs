//! Texts: project files.

use super::{Lang, texts};

impl Lang {
    texts! {
        project_not_ours => "这不是教评算盘的项目文件(.suanpan)。若是表格,请用“打开文件”导入。",
            "This is not a Suanpan project (.suanpan). If it is a table, open it as a data file.";
        project_newer(version: u64, own: u32) =>
            "项目由更新版本的教评算盘保存(文件第 {version} 版,本程序支持到第 {own} 版)。请更新程序后再打开。",
            "A newer Suanpan saved this project (file version {version}; this program reads up to {own}). Update the program, then open it again.";
        project_damaged => "项目文件已损坏,内容不完整或被改动。请打开此前的备份,或重新导入原始表格。",
            "The project file is damaged: it is incomplete or was altered. Open an earlier copy, or open the original tables again.";
        project_damaged_at(line: usize, column: usize) =>
            "项目文件已损坏,读到第 {line} 行第 {column} 个字符为止。请打开此前的备份,或重新导入原始表格。",
            "The project file is damaged; reading stopped at line {line}, character {column}. Open an earlier copy, or open the original tables again.";
        project_impossible(what: &str) => "项目文件被改动过:{what}。请打开此前的备份,或重新导入原始表格。",
            "The project file was altered: {what}. Open an earlier copy, or open the original tables again.";
        wrong_pool => "奖金总额为负或过大", "the pool is negative or too large";
        wrong_unit => "最小发放单位不足 1 分", "the smallest unit paid is below 1 fen";
        wrong_baseline => "基准分过大", "the baseline is too high";
        wrong_weights => "同级指标的权重合计不是 100%", "weights on one level do not add up to 100%";
        wrong_number => "指标参数或加减分不是有效的数", "a parameter or an adjustment is no valid number";
        wrong_tree => "指标超过 500 项或 8 级", "there are more than 500 indicators or 8 levels";
        wrong_figure => "均衡标准的某个数超出范围", "a figure of the balance standard is out of bounds";
        wrong_name => "指标名称超过 200 个字", "a name has more than 200 characters";
        wrong_targets => "自定目标超过 200 个,或其中填写的内容过长", "there are more than 200 targets of one's own, or something typed about one is too long";
    }
}
