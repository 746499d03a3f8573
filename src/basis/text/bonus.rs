//! Texts: bonus.

use super::{Lang, texts};

impl Lang {
    texts! {
        tail_largest_remainder => "最大余额法", "largest remainder";
        tail_equal_groups => "同权同额法", "equal weight, equal pay";
        tail_floor => "去尾法", "rounding down";
        headcount_person_months => "人月 ÷ 12", "person-months ÷ 12";
        headcount_staff => "教职工人数", "staff";
        person_months => "人月", "person-months";
        staff => "教职工人数", "staff";
        score_unrounded => "评价得分(不取整)", "evaluation score (unrounded)";
        score_two_decimals => "公布得分(两位小数)", "published score (two decimals)";
        unit_fen => "分", "fen";
        unit_jiao => "角", "jiao";
        unit_yuan => "元", "yuan";
        unit_fens(count: &str) => "{count} 分", "{count} fen";
        amount_yuan(amount: &str) => "{amount} 元", "{amount} yuan";
        balanced => "平", "balanced";
        unbalanced => "不平", "does not balance";
        bonus_points(score: &str) => "得分 {score}", "score {score}";
        bonus_points_less(score: &str, baseline: &str)
            => "(得分 {score} − 基准 {baseline})", "(score {score} − baseline {baseline})";
        bonus_points_less_numbers(score: &str, baseline: &str) => "({score} − {baseline})", "({score} − {baseline})";
        bonus_line_nothing(score: &str, baseline: &str, paid: &str)
            => "得分 {score} 不高于基准 {baseline},权数为 0,实得 {paid} 元。",
               "The score {score} is not above the baseline {baseline}, so the weight is 0: {paid} yuan paid.";
        bonus_line_weight(points: &str, column: &str, counted: &str, weight: &str, sum: &str)
            => "按{points} × {column} {counted} 折算权数 {weight},占全部权数 {sum};",
               "Weight {weight} from {points} × {column} {counted}, out of {sum} in all; ";
        bonus_line_even(due: &str, paid: &str)
            => "应得 {due} 元,没有余数,实得 {paid} 元。", "exactly {due} yuan due, nothing left over; {paid} yuan paid.";
        bonus_line_due(floor: &str, rest: &str, unit: &str)
            => "应得 {floor} 元又 {rest} {unit},", "{floor} yuan and {rest} {unit} due; ";
        bonus_line_due_about(floor: &str, rest: &str, unit: &str)
            => "应得 {floor} 元又约 {rest} {unit},", "{floor} yuan and about {rest} {unit} due; ";
        bonus_line_rank(rank: usize, extras: usize, unit: &str)
            => "余数排第 {rank}(前 {extras} 名各加 1 {unit}),", "remainder ranked {rank} (the first {extras} get 1 {unit} more); ";
        bonus_line_rank_none(rank: usize)
            => "余数排第 {rank}(余下不足以同权同加,留作尾差),",
               "remainder ranked {rank} (too little is left to raise a whole group, so it stays over); ";
        bonus_line_floor(unit: &str)
            => "不足 1 {unit}的部分留作尾差,", "what is below 1 {unit} stays over; ";
        bonus_line_paid(paid: &str) => "实得 {paid} 元。", "{paid} yuan paid.";
        bonus_amount_formula(unit: &str, tail: &str)
            => "应得 = 总额 × 权数 ÷ 权数合计;先各发到整{unit},余下按「{tail}」处理",
               "Due = pool × weight ÷ sum of weights; whole {unit} first, then: {tail}";
        bonus_amount_numbers(pool: &str, weight: &str, sum: &str, due: &str, paid: &str)
            => "{pool} × {weight} ÷ {sum} = {due} 元,实得 {paid} 元", "{pool} × {weight} ÷ {sum} = {due} yuan, {paid} yuan paid";
        bonus_amount_whole_units(unit: &str)
            => "(总额中不足 1 {unit}的零头不参加分配)", " (the odd amount below 1 {unit} in the pool is not shared)";
        bonus_remainder_note(weight: &str, total: &str, remainder: &str)
            => "各校余数的分母相同:约成整数后权数 {weight},合计 {total},余数 {remainder}。",
               "All remainders share one denominator: as whole numbers the weight is {weight} of {total}, the remainder {remainder}.";
        bonus_order_note
            => "余数大者先加;余数相同的,权数大者先;再相同的,按学校代码(没有代码的按名称)。",
               "Larger remainders come first, then larger weights, then the school's code, or its name where it has none.";
        bonus_tie_note(unit: &str)
            => "有权数相同的学校相差 1 {unit}:余下的不够每校都加,按学校代码先后。",
               "A school of the same weight differs by 1 {unit}: not enough was left for both, and the school's code decided.";
        bonus_weight_title(weight: &str) => "权数 {weight}", "weight {weight}";
        bonus_weight_formula(column: &str) => "权数 = 得分 × {column}", "Weight = score × {column}";
        bonus_weight_formula_less(column: &str)
            => "权数 = (得分 − 基准) × {column}", "Weight = (score − baseline) × {column}";
        bonus_points_never_negative
            => "得分不高于基准的,权数为 0,不会为负。", "A score at or below the baseline weighs 0, never less.";
        bonus_persons(persons: &str) => "{persons} 人", "{persons} persons";
        bonus_per_head(amount: &str) => "人均 {amount} 元", "{amount} yuan per head";
        bonus_per_capita_formula => "人均 = 实得 ÷ 人数", "Per head = amount paid ÷ persons";
        bonus_share_formula => "占比 = 实得 ÷ 总额", "Share = amount paid ÷ pool";
        bonus_identity_title(pool: &str) => "总额 {pool} 元", "Pool {pool} yuan";
        bonus_identity_formula => "总额 = 实发 + 留存 + 尾差", "Pool = paid + held back + left over";
        bonus_residue_note
            => "留存是按规定扣下的,本规则没有;尾差是不够一个发放单位、没有发出的。",
               "Held back is what a rule retains; this rule retains nothing. Left over is what is too small for the unit paid.";
        bonus_mean_title(mean: &str) => "人均 {mean} 元", "{mean} yuan per head on average";
        bonus_mean_formula => "人均 = 实发合计 ÷ 人数合计", "Mean per head = all paid ÷ all persons";
        bonus_gap_title(gap: &str) => "人均相差 {gap} 元", "{gap} yuan between highest and lowest per head";
        bonus_gap_formula => "差距 = 最高人均 − 最低人均", "Gap = highest per head − lowest per head";
        bonus_ratio_note(ratio: &str) => "最高是最低的 {ratio} 倍。", "The highest is {ratio} times the lowest.";
        bonus_title => "奖金分配 · 县到校", "Bonus · county to schools";
        bonus_lead(count: usize, mean: &str) => "{count} 所学校人均 {mean} 元,", "{count} schools, {mean} yuan per head: ";
        bonus_lead_equal => "各校人均相同。", "the same in every school.";
        bonus_lead_highest(amount: &str, school: &str) => "最高 {amount} 元({school}),", "highest {amount} ({school}), ";
        bonus_lead_lowest(amount: &str, school: &str) => "最低 {amount} 元({school}),", "lowest {amount} ({school}), ";
        bonus_lead_gap(gap: &str) => "相差 {gap} 元。", "{gap} apart.";
        bonus_lead_unpaid(count: usize) => "另有 {count} 所未参加分配,原因见表下。", " Schools taking no part: {count}; see below the table.";
        bonus_and_others(first: &str, count: usize) => "{first}等 {count} 所", "{first} and others, {count} in all";
        bonus_pool => "总额", "Pool";
        bonus_paid => "实发", "Paid";
        bonus_retained => "留存", "Held back";
        bonus_residue => "尾差", "Left over";
        bonus_identity_remark(unit: &str, tail: &str)
            => "单位:元 · 全程整数计算,发到{unit},{tail}", "In yuan · whole numbers throughout, paid to the {unit}, {tail}";
        bonus_school => "学校", "School";
        bonus_score => "得分", "Score";
        bonus_weight => "权数", "Weight";
        bonus_amount => "核定总额(元)", "Amount (yuan)";
        bonus_per_capita => "人均(元)", "Per head (yuan)";
        bonus_share => "占比", "Share";
        bonus_dots => "人均分布", "Low to high";
        bonus_gap(gap: &str) => "人均差距 {gap} 元", "Gap per head: {gap} yuan";
        bonus_gap_times(gap: &str, ratio: &str)
            => "人均差距 {gap} 元 · 最高是最低的 {ratio} 倍", "Gap per head: {gap} yuan · highest {ratio} times the lowest";
        bonus_header_person_months => "人月(÷12)", "Person-months (÷12)";
        bonus_header_staff => "教职工人数", "Staff";
        bonus_nothing_paid => "实得为 0", "paid nothing";
        bonus_unpaid_title(count: usize) => "未参加分配的学校({count} 所)", "Schools taking no part ({count})";
        bonus_no_score => "没有评价得分,原因见评价页。", "No evaluation score; the evaluation page says why.";
        bonus_no_headcount(column: &str) => "缺「{column}」。补上后自动参加分配。", "No {column}. It takes part as soon as the number is there.";
        bonus_no_headcount_in(column: &str, year: i32)
            => "缺 {year} 年的「{column}」。补上后自动参加分配。", "No {column} for {year}. It takes part as soon as the number is there.";
        bonus_empty_headcount(column: &str) => "「{column}」为 0 或更小,请核对。", "The number of {column} is 0 or less; please check.";
        bonus_policy => "政策提示", "Policy note";
        bonus_please_check => "请核对", "Please check";
        bonus_good_to_know => "说明", "Good to know";
        bonus_list_comma => "、", ", ";
        bonus_note_exam(names: &str)
            => "2020 年《深化新时代教育评价改革总体方案》规定,不得以中高考成绩为标准奖励学校和教师。本方案的得分用到“{names}”,奖金随之变动。",
               "National policy (2020) forbids rewarding schools or teachers by entrance exam results. These scores use “{names}”, so the bonus depends on it.";
        bonus_note_pool_small
            => "总额人均不到 1,000 元。是不是以万元为单位?可以直接填“960万”。",
               "The pool is below 1,000 yuan per head. Was it meant in 万元 (10,000 yuan)? “960万” can be typed as it is.";
        bonus_note_no_spread
            => "各校得分相同,奖金只按人数分,没有差距。", "All schools have the same score, so the bonus follows headcount alone.";
        bonus_note_below(count: usize)
            => "{count} 所学校得分不高于基准,实得 0 元。", "Schools not above the baseline, paid nothing: {count}.";
        bonus_note_tie(unit: &str)
            => "有权数相同的学校实得相差 1 {unit},按学校代码(没有代码的按名称)先后决定。要完全相同,可改选「同权同额法」。",
               "Schools of equal weight differ by 1 {unit}; the school's code, or its name, decided. Choose “equal weight, equal pay” to avoid it.";
        bonus_needs_scores => "还没有评价得分", "No evaluation scores yet";
        bonus_needs_scores_remedy
            => "奖金按评价得分分配。请放入学校年度指标表,或打开示例。",
               "The bonus follows the evaluation. Drop a table of the schools' yearly indicators, or open an example.";
        bonus_needs_headcount => "还没有人数", "No headcounts yet";
        bonus_needs_headcount_remedy
            => "指标表里没有评价年度的这一列。请补上「人月」列,或改用「教职工人数」。",
               "The indicator table lacks this column for the year evaluated. Add person-months, or count staff instead.";
        bonus_needs_pool => "还没有奖金总额", "No pool yet";
        bonus_needs_pool_remedy => "填入总额,各校金额立即算出,分毫不差。", "Enter the pool; every school's amount follows at once, exact to the fen.";
        bonus_pool_negative => "总额小于 0", "The pool is below 0";
        bonus_pool_invalid
            => "请填不小于 0 的金额,最多两位小数,不超过 1,000 亿元,如 9,600,000.00 或 960万。",
               "Enter an amount of 0 or more with at most two decimals, up to 100,000,000,000 yuan, such as 9,600,000.00.";
        bonus_bad_unit => "发放单位不对", "The unit paid is not valid";
        bonus_bad_unit_remedy => "请选择分、角或元。", "Choose fen, jiao or yuan.";
        bonus_no_weight => "所有学校的权数都是 0", "All schools have a weight of 0";
        bonus_no_weight_remedy => "没有学校的得分高于基准。请降低基准。", "No school's score is above the baseline. Lower the baseline.";
        bonus_broken_data => "学校数据有误,不能分配", "The schools' data are damaged";
        bonus_broken_data_remedy => "请重新放入文件。", "Please open the files again.";
        bonus_rule => "规则", "Rule";
        bonus_rule_sentence
            => "把[pool]按[headcount]与[score]的乘积分给各校,[baseline];发到[unit],余数按[tail]处理。",
               "Share [pool] among the schools by [headcount] times [score], [baseline]; pay to the [unit], and treat the rest by [tail].";
        bonus_rule_pool(pool: &str) => "总额 {pool} 元", "{pool} yuan";
        bonus_rule_pool_open => "总额(待填)", "a pool (to be entered)";
        bonus_rule_baseline(baseline: &str) => "得分先减基准 {baseline} 分", "less a baseline of {baseline}";
        bonus_rule_no_baseline => "不设基准分", "without a baseline";
        bonus_pool_label => "总额(元)", "Pool (yuan)";
        bonus_pool_example => "如 9,600,000.00 或 960万", "such as 9,600,000.00";
        bonus_baseline_label => "基准分", "Baseline (points)";
        bonus_baseline_example => "如 60", "such as 60";
        bonus_baseline_invalid => "请填 0 到 1,000 之间的分数,最多两位小数。", "Enter points from 0 to 1,000 with at most two decimals.";
        bonus_headcount_label => "人数", "Headcount";
        bonus_score_label => "得分", "Score";
        bonus_unit_label => "发到", "Paid to the";
        bonus_tail_label => "余数", "The rest";
        bonus_reset => "恢复默认规则", "Back to the default rule";
    }
}
