//! Texts: why a score, a total or a rank is what it is.

use super::super::{Lang, texts};

impl Lang {
    texts! {
        total_score => "总分", "Total";
        group_rank_of(group: &str) => "{group}名次", "Rank within {group}";
        why_value(what: &str, value: &str) => "{what} {value}", "{what} {value}";
        why_in_year(year: i32, what: &str) => "{year} 年{what}", "{what} of {year}";
        why_total => "总分 = Σ(权重 × 得分)+ 加减分,不低于 0 分", "Total = Σ(weight × score) + adjustments, at least 0";
        why_group => "得分 = Σ(同级权重 × 得分)", "Score = Σ(weight among siblings × score)";
        why_unrounded => "显示两位小数;计算和排名均用未舍入的值。", "Shown with two decimals; computed and ranked unrounded.";
        why_floored(sum: &str) => "合计为 {sum},按 0 分计。", "The sum is {sum}; 0 is given.";
        why_shared(names: &str) => "缺{names},其权重由其余指标分摊。", "{names} missing: the others share the weight.";
        why_zero => "缺值,按方案记 0 分。", "Missing: scored 0 by the scheme.";
        why_mean => "缺值,按有值学校的平均得分计。", "Missing: scored the mean of the schools that have it.";
        why_excluded => "缺指标,按方案该校不参加排名。", "An indicator is missing: by the scheme, the school is not ranked.";
        why_no_value => "本年度没有这项数据。", "There is no value for this year.";
        why_no_score => "没有可用的指标,无法计分。", "No indicator can be used, so there is no score.";
        why_no_target => "没有前两年数据,无法确定目标。", "Neither of the two previous years is there, so there is no target.";
        why_left_out => "其权重由其余指标分摊。", "The others share its weight.";

        formula_min_max_up => "得分 = 100 ×(本校值 − 最小值)÷(最大值 − 最小值)", "Score = 100 × (value − least) ÷ (most − least)";
        formula_min_max_down => "得分 = 100 ×(最大值 − 本校值)÷(最大值 − 最小值)", "Score = 100 × (most − value) ÷ (most − least)";
        formula_target_up(cap: &str) => "得分 = 100 × 本校值 ÷ 目标,最高 {cap} 分", "Score = 100 × value ÷ target, at most {cap}";
        formula_target_down(cap: &str) => "得分 = 100 ×(100 − 本校值)÷(100 − 目标),最高 {cap} 分", "Score = 100 × (100 − value) ÷ (100 − target), at most {cap}";
        formula_penalty(points: &str) => "得分 = 100 − {points} × 与目标的差距,扣完为止;好于目标得满分", "Score = 100 − {points} × shortfall from the target, at least 0; full marks for better";
        formula_penalty_begun(points: &str) => "得分 = 100 − {points} × 与目标的差距(不足 1 按 1 计),扣完为止;好于目标得满分", "Score = 100 − {points} × shortfall from the target, each unit begun, at least 0; full marks for better";
        formula_goalposts_up => "得分 = 100 ×(本校值 − 下限)÷(上限 − 下限),限于 0–100", "Score = 100 × (value − low) ÷ (high − low), within 0–100";
        formula_goalposts_down => "得分 = 100 ×(上限 − 本校值)÷(上限 − 下限),限于 0–100", "Score = 100 × (high − value) ÷ (high − low), within 0–100";
        formula_interval(low: &str, high: &str, floor: &str, ceiling: &str) => "{low} 至 {high} 得 100 分,到 {floor} 和 {ceiling} 时直线降为 0 分", "100 from {low} to {high}, falling in a line to 0 at {floor} and {ceiling}";
        formula_best_up => "得分 = 100 × 本校值 ÷ 最大值", "Score = 100 × value ÷ most";
        formula_best_down => "得分 = 100 × 最小值 ÷ 本校值", "Score = 100 × least ÷ value";
        formula_mean_up => "得分 = 100 × 本校值 ÷ 平均值", "Score = 100 × value ÷ mean";
        formula_mean_down => "得分 = 200 − 100 × 本校值 ÷ 平均值", "Score = 200 − 100 × value ÷ mean";
        formula_percentile => "得分 = 100 × 不如本校的学校数 ÷ 其余学校数", "Score = 100 × schools behind ÷ other schools";
        formula_rank_points(first: &str, step: &str) => "得分 = {first} − {step} × 好于本校的学校数,不低于 0 分", "Score = {first} − {step} × schools ahead, at least 0";
        formula_t_up => "得分 = 50 + 10 ×(本校值 − 平均值)÷ 标准差", "Score = 50 + 10 × (value − mean) ÷ deviation";
        formula_t_down => "得分 = 50 + 10 ×(平均值 − 本校值)÷ 标准差", "Score = 50 + 10 × (mean − value) ÷ deviation";
        note_capped(cap: &str) => "超过上限,按 {cap} 分计。", "Above the cap: {cap} is given.";
        note_target_void => "目标为空目标,达到即得 100 分,否则 0 分。", "The target asks for nothing: 100 when met, else 0.";
        note_constant => "各校数值相同,不分高下,均得同样的分。", "All schools have the same value, so all have the same score.";
        note_extremes(least: &str, least_of: &str, most: &str, most_of: &str) => "最小值 {least}({least_of}),最大值 {most}({most_of})。", "Least {least} ({least_of}), most {most} ({most_of}).";
        note_mean(mean: &str, count: usize) => "{count} 所学校平均 {mean}。", "Mean of {count} schools: {mean}.";

        goal => "目标", "Target";
        goal_fixed => "方案规定,各校相同", "Set by the scheme, the same for all";
        goal_simple => "目标 =(前一年 + 前两年)÷ 2", "Target = (last year + year before last) ÷ 2";
        goal_pooled => "目标 = 前两年人数合计 ÷ 前两年总数合计 × 100", "Target = both years' counts together ÷ both years' totals × 100";
        goal_one_year(year: i32) => "只有 {year} 年一年的数据,以该年为目标。", "Only {year} is there; it is the target by itself.";
        goal_same => "与目标相同。", "The same as the target.";
        goal_above(gap: &str) => "比目标高 {gap}。", "Above the target by {gap}.";
        goal_below(gap: &str) => "比目标低 {gap}。", "Below the target by {gap}.";
        change_small(z: &str) => "与往年之差在随机波动范围内(z = {z},界限 ±1.96)。", "The change on earlier years may be chance (z = {z}, limit ±1.96).";
        change_real(z: &str) => "与往年之差超出随机波动(z = {z},界限 ±1.96)。", "The change on earlier years is more than chance (z = {z}, limit ±1.96).";
        percent_points(gap: &str) => "{gap} 个百分点", "{gap} percentage points";
        rate_formula(part: &str, whole: &str) => "{part} ÷ {whole} × 100", "{part} ÷ {whole} × 100";

        adjustment_formula(per_unit: &str, cap: &str) => "每单位 {per_unit} 分,合计不超过 ±{cap} 分", "{per_unit} points per unit, within ±{cap}";
        adjustment_none => "没有这项数据,不加不减。", "There is no value: nothing is added or taken.";

        rank_formula => "名次 = 1 + 总分更高的学校数;总分(未舍入)完全相同的并列", "Rank = 1 + schools with a higher total; exactly equal unrounded totals tie";
        rank_numbers(above: usize, rank: usize) => "1 + {above} = {rank}", "1 + {above} = {rank}";
        rank_tied(names: &str) => "与{names}并列。", "Tied with {names}.";
        rank_none => "没有总分,不参加排名。", "There is no total, so it is not ranked.";
        rank_above(school: &str, total: &str, gap: &str) => "{school} {total},高 {gap} 分", "{school} {total}, higher by {gap}";
        rank_below(school: &str, total: &str, gap: &str) => "{school} {total},低 {gap} 分", "{school} {total}, lower by {gap}";
        rank_difference => "本校与该校在各项上的得分贡献之差", "This school less that one, in points of the total";
        adjustments => "加减分", "Adjustments";
        and_others(names: &str, count: usize) => "{names}等 {count} 所", "{names} and others, {count} in all";
        names_joint => "、", ", ";
        clause_joint => ";", "; ";
        ungrouped => "未填", "not given";
    }
}
