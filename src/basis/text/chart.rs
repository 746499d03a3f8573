//! Texts: charts.

use super::{Lang, texts};

impl Lang {
    texts! {
        chart_save_svg => "下载 SVG", "Download SVG";
        chart_save_png => "下载 PNG", "Download PNG";
        chart_as_table => "看表格", "Show as a table";
        chart_variations(stage: &str) => "差异系数与限值 · {stage}", "CVs against their limit · {stage}";
        chart_variations_note => "条内的分隔线分出贡献最大的几所学校,指着可看校名与占比。", "Lines within a bar set off the schools that make most of it; point at a part for its name.";
        chart_variations_file(stage: &str) => "差异系数-{stage}", "cv-{stage}";
        chart_variations_said(met: usize, beyond: usize, open: usize, limit: &str) => "差异系数的条形图:{met} 项未超过限值 {limit},{beyond} 项超过,{open} 项待评估。", "Bars of the coefficients of variation: {met} within the limit of {limit}, {beyond} beyond it, {open} pending.";
        chart_lorenz(resource: &str, stage: &str) => "{resource}的洛伦兹曲线 · {stage}", "Lorenz curve of {resource} · {stage}";
        chart_lorenz_file(resource: &str, stage: &str) => "洛伦兹曲线-{resource}-{stage}", "lorenz-{resource}-{stage}";
        chart_lorenz_said(pupils: &str, resource: &str, gini: &str) => "从资源最少的学校算起,{pupils} 的学生只有 {resource} 的资源;{gini}。", "Counted from the schools with the least, {pupils} of the pupils have {resource} of the resource; {gini}.";
        chart_lorenz_said_schools(schools: &str, resource: &str, gini: &str) => "从资源最少的学校算起,{schools} 的学校只有 {resource} 的资源;{gini}。", "Counted from those with the least, {schools} of the schools have {resource} of the resource; {gini}.";
        chart_lorenz_gini(gini: &str) => "基尼系数 {gini}", "Gini coefficient {gini}";
        chart_lorenz_pupils => "学生累计占比(从最少的学校起)", "Share of pupils, from the schools with the least";
        chart_lorenz_schools => "学校累计占比(从最少的学校起)", "Share of schools, from those with the least";
        chart_lorenz_resource(resource: &str) => "{resource}:累计占比", "{resource}: share";
        chart_lorenz_diagonal => "完全均等", "perfect equality";
        chart_split(resource: &str, stage: &str) => "{resource}:差异来自哪里 · {stage}", "{resource}: what the differences come from · {stage}";
        chart_split_file(resource: &str, stage: &str) => "差异分解-{resource}-{stage}", "decomposition-{resource}-{stage}";
        chart_trend(resource: &str, stage: &str) => "{resource}:差异系数历年变化 · {stage}", "{resource}: CV over the years · {stage}";
        chart_trend_file(resource: &str, stage: &str) => "历年变化-{resource}-{stage}", "trend-{resource}-{stage}";
        chart_trend_said(from: i32, first: &str, to: i32, last: &str) => "差异系数由 {from} 年的 {first} 变为 {to} 年的 {last}。", "From {first} in {from} to {last} in {to}.";
        chart_ranked(resource: &str, stage: &str) => "{resource}:各校由高到低 · {stage}", "{resource}: schools from the highest · {stage}";
        chart_ranked_file(resource: &str, stage: &str) => "各校-{resource}-{stage}", "schools-{resource}-{stage}";
        chart_ranked_said(schools: usize, below: usize) => "{schools} 所学校由高到低排列,{below} 所低于标准;圆点面积为学生数。", "{schools} schools from the highest, {below} below the threshold; a dot's area is its pupils.";
        chart_ranked_plain(schools: usize) => "{schools} 所学校由高到低排列;圆点面积为学生数。", "{schools} schools from the highest; a dot's area is its pupils.";
        chart_ranked_rest(shown: usize, schools: usize) => "共 {schools} 所,图上是最低的 {shown} 所。", "The lowest {shown} of {schools} schools.";
        chart_mean(mean: &str) => "县均值 {mean}", "county's mean {mean}";
        chart_threshold(threshold: &str) => "标准 {threshold}", "threshold {threshold}";
        chart_floor(floor: &str) => "{floor}(下限)", "{floor} (floor)";
        chart_variations_mean(name: &str, value: &str, limit: &str) => "各项差异系数的条形图;单项不作判定,{name} {value},限值 {limit}。", "Bars of the coefficients of variation, which are not judged singly; {name} {value}, limit {limit}.";
        chart_matrix => "一览图:学校 × 指标(可存为 A3)", "At a glance: schools × indicators (A3 to save)";
        chart_matrix_title(stage: &str) => "学校 × 指标一览 · {stage}", "Schools × indicators · {stage}";
        chart_matrix_file(stage: &str) => "一览图-A3-{stage}", "matrix-a3-{stage}";
        chart_matrix_said(schools: usize, short: usize, missing: usize) => "{schools} 所学校:{short} 处未达到,{missing} 处缺数。", "Schools: {schools}; values below their thresholds: {short}; missing: {missing}.";
        chart_matrix_note => "存为 SVG 或 PNG 时按横向 A3 的版面排好,黑白打印也能分清。", "Saved as SVG or PNG it is laid out for a sheet of A3, landscape, and reads in black and white.";
        chart_matrix_rest(shown: usize, schools: usize) => "一张图最多 200 所,图上是上表正在显示的及邻近的共 {shown} 所(全部 {schools} 所),翻页后图随之更新。", "A sheet holds up to 200 schools: these are {shown} of {schools}, those that the table shows now among them.";
        chart_limit_head => "限值", "Limit";
        chart_limit(limit: &str) => "限值 {limit}", "limit {limit}";
    }
}
