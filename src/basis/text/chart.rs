//! Texts: charts.

use super::{Lang, texts};

impl Lang {
    texts! {
        chart_save_svg => "下载 SVG", "Download SVG";
        chart_save_png => "下载 PNG", "Download PNG";
        chart_as_table => "看表格", "Show as a table";
        chart_variations(stage: &str) => "差异系数与限值 · {stage}", "CVs against their limit · {stage}";
        chart_variations_file(stage: &str) => "差异系数-{stage}", "cv-{stage}";
        chart_variations_said(met: usize, beyond: usize, open: usize, limit: &str) => "七项差异系数的条形图:{met} 项未超过限值 {limit},{beyond} 项超过,{open} 项待评估。", "Bars of the seven coefficients of variation: {met} within the limit of {limit}, {beyond} beyond it, {open} pending.";
        chart_limit_head => "限值", "Limit";
        chart_limit(limit: &str) => "限值 {limit}", "limit {limit}";
    }
}
