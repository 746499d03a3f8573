//! Texts: the evaluation page.

use super::super::{Lang, texts};

impl Lang {
    texts! {
        evaluation_title => "学校评价", "School evaluation";
        evaluation_empty => "还没有可评价的学校。请放入学校年度指标表:每行一所学校的一个年度,有下列任一指标列即可。", "There is no school to evaluate yet. Drop a table of yearly indicators: one row a school and year, with any of these columns.";
        lead_first(score: &str) => "以 {score} 分居首", " leads with {score} points";
        lead_joint_first(score: &str) => "以 {score} 分并列第一", " share the first place with {score} points";
        lead_gap(last: &str, score: &str, gap: &str) => ",与末位{last}({score} 分)相差 {gap} 分", ", {gap} points ahead of {last}, the last ({score})";
        lead_stop => "。", ".";
        lead_above_own(what: &str, value: &str, gap: &str) => "{what} {value},高于本校前两年均值 {gap}", ": {what} {value}, above its own two-year mean by {gap}";
        lead_below_own(what: &str, value: &str, gap: &str) => "{what} {value},低于本校前两年均值 {gap}", ": {what} {value}, below its own two-year mean by {gap}";
        lead_others_worse(count: usize) => ";另有 {count} 所也不及前两年", "; {count} more did worse than before";
        lead_none_worse(what: &str) => "各校{what}均不差于本校前两年均值。", "{what}: no school did worse than its own two-year mean.";
        lead_unranked(count: usize) => "{count} 所学校因缺少指标未参加排名。", "{count} schools are not ranked, because indicators are missing.";

        scheme => "方案", "Scheme";
        back_to_default => "恢复默认方案", "Back to the default scheme";
        weight_of(name: &str) => "{name} 的权重", "Weight of {name}";
        lock_weight(name: &str) => "锁定 {name} 的权重", "Lock the weight of {name}";
        effective_weight(percent: &str) => "占总分 {percent}%", "{percent}% of the total";
        missing_rule => "缺指标时", "When an indicator is missing";
        grouping => "分组", "Groups";
        evaluation_year => "评价年度", "Year";
        year_latest(year: &str) => "最新({year})", "Latest ({year})";
        method => "计分方法", "Scoring";
        direction => "方向", "Direction";
        aim => "目标来源", "Target";
        settings_of(name: &str) => "{name}:计分方法", "{name}: scoring";
        per_unit_of(name: &str) => "{name}:每单位分值", "{name}: points per unit";
        cap_of(name: &str) => "{name}:上限", "{name}: most points";
        per_unit => "每单位", "per unit";
        at_most => "上限", "at most";

        head_change => "变化", "Change";
        head_group_rank => "组内名次", "Rank in group";
        head_composition => "构成", "Composition";
        group_tabs => "只看一组学校", "Show one group of schools";
        group_count(label: &str, count: usize) => "{label} {count}", "{label} {count}";
        moved_up(places: usize) => "升 {places} 位", "up {places}";
        moved_down(places: usize) => "降 {places} 位", "down {places}";
        moved_not => "名次不变", "rank unchanged";
        moved_new => "此前无名次", "not ranked before";
        change_new => "新", "new";
        evaluation_of(year: &str) => "{year} 年学校评价结果", "School evaluation, {year}";
        evaluation_undated => "学校评价结果", "School evaluation";
        contribution_of(name: &str, points: &str) => "{name} {points} 分", "{name}: {points} points";
        lacks(names: &str) => "缺:{names}", "Missing: {names}";
        ranks_unchanged => "名次没有变化。", "No rank has changed.";
        ranks_changed(count: usize, moves: &str) => "{count} 所学校名次变化:{moves}。", "{count} ranks have changed: {moves}.";
        rank_move(school: &str, before: usize, now: usize) => "{school}由第 {before} 变为第 {now}", "{school} from {before} to {now}";

        warn_nobody(node: &str) => "没有学校有「{node}」的数据,这项指标未计分。", "No school has “{node}”, so it does not count.";
        warn_constant(node: &str) => "「{node}」各校相同,不分高下。", "“{node}” is the same for all schools and tells none apart.";
        warn_no_value(node: &str, schools: &str) => "「{node}」缺数据:{schools}。", "“{node}” is missing for {schools}.";
        warn_no_target(node: &str, schools: &str) => "「{node}」没有前两年数据,无法定目标:{schools}。", "“{node}” has no earlier years and thus no target for {schools}.";
        warn_one_year(node: &str, schools: &str) => "「{node}」只有一年的往年数据,以该年为目标:{schools}。", "“{node}” has one earlier year, which is the target, for {schools}.";
        warn_weight_sum(parent: &str, sum: &str) => "{parent}的权重合计为 {sum},已按比例折算。", "The weights in {parent} add up to {sum}; they are scaled.";
        top_level => "一级指标", "the top level";
    }
}
