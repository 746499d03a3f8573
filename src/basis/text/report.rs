//! Texts: the workbook that leaves the program.

use super::{Lang, texts};

impl Lang {
    texts! {
        report_file(name: &str) => "{name}-计算结果", "{name}-results";
        report_fault(detail: &str) => "工作簿没有写成({detail})。请减少数据行数后再试,或先保存项目文件。", "The workbook could not be written ({detail}). Try again with fewer rows, or save the project first.";
        report_workbook_title => "学校评价、优质均衡与奖金分配计算结果", "School evaluation, quality balance and bonus distribution: results";
        report_year(year: i32) => "({year}年)", " ({year})";
    }
}

// The sheet 评价.
impl Lang {
    texts! {
        report_evaluation_title(year: &str) => "学校评价{year}", "School evaluation{year}";
        report_evaluation_none => "没有可评价的数据。", "There is nothing to evaluate.";
        report_evaluation_line => "名次按未取整的总分,同分同名次、其后空位。权重行是指标在上一级中的权重;总分 = 加权得分 + 加减分。", "Ranks from unrounded totals; equal totals share a rank and the next is skipped. The weights are those within the level above; total = weighted score + points.";
        report_weight => "权重", "Weight";
        report_group => "组别", "Group";
        report_group_rank => "组内名次", "Rank in group";
        report_total => "总分", "Total";
        report_weighted => "加权得分", "Weighted score";
        report_points(field: &str) => "{field}\n加减分", "{field}\npoints";
        report_raw(node: &str) => "{node}\n原值", "{node}\nvalue";
        report_goal(node: &str) => "{node}\n目标", "{node}\ntarget";
        report_score(node: &str) => "{node}\n得分", "{node}\nscore";
    }
}

// The sheets 均衡.
impl Lang {
    texts! {
        report_balance(stage: &str) => "均衡 {stage}", "Balance {stage}";
        report_balance_title(standard: &str, stage: &str) => "县域义务教育{standard} · {stage}", "{standard} of compulsory education: {stage}";
        report_balance_none => "没有纳入评估的学校。", "There is no school to assess.";
        report_balance_line(verdict: &str, schools: usize, met: usize, all: &str, variations: usize) => "{verdict}:{schools} 所学校中 {met} 所达标,{all}项差异系数中 {variations} 项不超过限值。", "{verdict}: {met} of {schools} schools meet the standard, {variations} of the {all} CVs are within the limit.";
        report_balance_line_mean(verdict: &str, schools: &str, composite: &str) => "{verdict}:{schools},{composite}。", "{verdict}: {schools}, {composite}.";
        report_balance_key(good: &str, near: &str, bad: &str, missing: &str, floor: &str) => "{good} 达标  {near} 未达标但不低于标准的 {floor}%  {bad} 低于 {floor}%  {missing} 缺数,待评估", "{good} met   {near} below, but at least {floor} %   {bad} below {floor} %   {missing} missing, pending";
        report_balance_key_plain(good: &str, near: &str, missing: &str) => "{good} 达标  {near} 未达到  {missing} 缺数,待评估", "{good} met   {near} short   {missing} missing, pending";
        report_threshold => "标准 ≥", "Standard ≥";
        report_floor(percent: &str) => "标准的 {percent}%", "{percent} % of it";
        report_per_hundred(unit: &str) => "{unit}/百名学生", "{unit} per 100 pupils";
        report_per_pupil(unit: &str) => "{unit}/生", "{unit} per pupil";
        report_state => "判", "Mark";
        report_met_count => "达标项数", "Met";
        report_variation => "校际差异系数(按学生数加权)", "Coefficients of variation (weighted by pupils)";
        report_mean => "县均值 X̄", "County mean X̄";
        report_deviation => "标准差 S", "Deviation S";
        report_coefficient => "差异系数 CV = S ÷ X̄", "CV = S ÷ X̄";
        report_limit => "限值 ≤", "Limit ≤";
        report_totals => "资源总量(一贯制学校、完全中学为分摊后)", "Totals of resources (combined schools: after the split)";
        report_contributions => "各校对差异的贡献(占 S² 的比例)", "Each school's part in S²";
    }
}

// The sheet 奖金.
impl Lang {
    texts! {
        report_bonus_title(year: &str) => "奖金分配{year}", "Bonus distribution{year}";
        report_bonus_line(tail: &str) => "权数 = 得分 × 人数口径;应得 = 总额 × 权数 ÷ 权数合计;实发到分,{tail}。实发一列是结果,不是公式。", "Weight = score × headcount; due = pool × weight ÷ sum of weights; paid to the fen, {tail}. The paid column holds results, not formulas.";
        report_bonus_impossible => "按现有总额与权数无法分配。", "The pool cannot be shared with these weights.";
        report_bonus_unpaid => "未参加分配的学校", "Schools that take no part";
        report_notes => "提醒", "To bear in mind";
        report_persons => "人数", "Persons";
        report_bonus_weight => "权数", "Weight";
        report_due => "应得(元)", "Due (yuan)";
        report_paid => "实发(元)", "Paid (yuan)";
        report_per_head => "人均(元)", "Per head (yuan)";
        report_share => "占总额", "Share";
        report_identity => "总额 = 实发 + 留存 + 尾差", "Pool = paid + held back + left over";
        report_pool => "总额", "Pool";
        report_all_paid => "实发", "Paid";
        report_retained => "留存", "Held back";
        report_residue => "尾差", "Left over";
        report_check => "核对", "Check";
        report_spread => "人均差距", "Per head, highest to lowest";
        report_highest => "最高人均", "Highest";
        report_lowest => "最低人均", "Lowest";
        report_gap => "相差", "Gap";
        report_ratio => "最高 ÷ 最低", "Highest ÷ lowest";
    }
}

// The sheet 方法.
impl Lang {
    texts! {
        report_method_title => "方法与口径", "Method and policies";
        report_created => "生成时间", "Made at";
        report_fingerprint(size: &str, sha256: &str) => "{size} 字节,SHA-256 {sha256}", "{size} bytes, SHA-256 {sha256}";
        report_live => "公式", "Formulas";
        report_live_text => "各表中的名次、总分、得分、指标值、差异系数、贡献、应得、人均与合计都是活公式,可在 Excel 或 WPS 中重算核对;缺数的单元格只有数值或横线。", "Ranks, totals, scores, values, CVs, contributions, dues, per-capita amounts and sums are live formulas that a spreadsheet can recompute; where data are missing there are plain numbers or dashes.";
        report_year_label => "评价年度", "Year evaluated";
        report_weights(own: &str, effective: &str) => "权重 {own}%(占总分 {effective}%)", "weight {own} % ({effective} % of the whole)";
        report_rate(part: &str, whole: &str) => "100 × {part} ÷ {whole}(缺人数时用所填比率)", "100 × {part} ÷ {whole} (the typed rate where a count is missing)";
        report_adjustment(points: &str, cap: &str) => "每 1 计 {points} 分,最多 ±{cap} 分,在加权之后计入", "{points} points each, at most ±{cap}, added after weighting";
        report_missing_rule => "缺指标的学校", "Where an indicator is missing";
        report_grouping => "分组排名", "Ranked within groups of";
        report_formulas => "计算公式", "Formulas";
        report_evaluation_formulas => "极差法:得分 = 100 ×(x − 最小)÷(最大 − 最小),越低越好的反过来。目标完成率:越高越好的 = 100 × x ÷ 目标,越低越好的比率 = 100 ×(100 − x)÷(100 − 目标),不超过上限。上级得分 = 下级得分按权重的加权平均。", "Min–max: 100 × (x − min) ÷ (max − min), mirrored when lower is better. Attainment: 100 × x ÷ target, or 100 × (100 − x) ÷ (100 − target) for rates where lower is better, up to the cap. A group's score is the weighted mean of what is below it.";
        report_ranking => "排名", "Ranking";
        report_ranking_text => "按未取整的总分从高到低;同分同名次,其后名次空出(1、2、2、4)。取整只在显示时进行。", "From unrounded totals, highest first; equal totals share a rank and the next is skipped (1, 2, 2, 4). Rounding happens only in what is shown.";
        report_semicolon => ";", "; ";
        report_basis => "标准", "Standard";
        report_departures => "与标准不同之处", "Departures from the standard";
        report_no_departure => "无", "None";
        report_school_rule => "学校达标", "A school meets it";
        report_stage_rule => "学段达标", "A stage meets it";
        report_split => "资源分摊", "Split of resources";
        report_comparison => "比较方法", "Comparison";
        report_comparison_text => "与标准、限值的比较用精确分数,不用取整后的数;等于标准即达标。工作簿里的判定公式先取九位小数,以免二进制误差。", "Values are compared with thresholds and limits as exact fractions, never rounded; equality passes. The workbook's formulas round to nine decimals first, against binary noise.";
        report_identity_label => "恒等式", "Identity";
        report_score_basis => "得分", "Score";
        report_headcount => "人数口径", "Headcount";
        report_baseline => "基准分", "Baseline";
        report_unit => "发放单位", "Unit paid";
        report_tail => "尾数处理", "What division leaves over";
    }
}

// The sheet 问题.
impl Lang {
    texts! {
        report_problems_title(count: usize) => "数据问题与修正({count} 处)", "Findings in the data ({count})";
        report_problems_none => "没有发现问题。", "Nothing was found.";
        report_problems_more(count: usize) => "同类问题另有 {count} 处,未逐条列出。", "{count} more of the same kinds are not listed one by one.";
        report_severity => "程度", "Severity";
        report_file_name => "文件", "File";
        report_cell => "单元格", "Cell";
        report_finding => "问题", "Finding";
    }
}
