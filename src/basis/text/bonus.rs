//! Texts: bonus.

use super::{Lang, texts};

impl Lang {
    texts! {
        tail_largest_remainder => "最大余额法", "largest remainder";
        tail_equal_groups => "同权同额,余下留作尾差", "equal weights, equal pay; the rest stays over";
        tail_floor => "只发整数,余下留作尾差", "whole units only; the rest stays over";
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
        about(number: &str) => "约 {number}", "about {number}";
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
            => "余数的分母相同:约成整数后权数 {weight},合计 {total},余数 {remainder};余数大者先加,余数相同则权数大者先,再相同则按学校代码。",
               "Remainders share one denominator: as whole numbers the weight is {weight} of {total}, the remainder {remainder}. Larger remainders come first, then larger weights, then the school's code.";
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
    }
}
