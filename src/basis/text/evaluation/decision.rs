//! Texts: the names of an evaluation's decisions.

use super::super::{Lang, texts};

impl Lang {
    texts! {
        method_min_max => "极差法 0–100", "Min–max 0–100";
        method_target => "目标完成率", "Target attainment";
        method_penalty => "每差 1 扣分(按比例)", "Points off per unit, in proportion";
        method_penalty_begun => "每差 1 扣分(不足 1 按 1 计)", "Points off per unit begun";
        method_goalposts => "固定上下限", "Fixed goalposts";
        method_interval => "适度区间", "Best within a range";
        method_to_best => "与最好学校之比", "Ratio to the best school";
        method_to_mean => "与平均值之比", "Ratio to the mean";
        method_percentile => "百分等级", "Percentile rank";
        method_rank_points => "名次赋分", "Points by rank";
        method_population_t => "T 分(总体标准差)", "T score, population deviation";
        method_sample_t => "T 分(样本标准差)", "T score, sample deviation";
        aim_fixed => "固定目标", "Fixed target";
        aim_own_mean => "本校前两年均值", "Own two-year mean";
        aim_own_pooled => "本校前两年合并计算", "Own two years pooled";
        parameter_target => "目标值", "Target";
        parameter_cap => "得分上限", "Most points";
        parameter_points => "每 1 扣", "Points per unit";
        parameter_floor => "零分下限", "No points below";
        parameter_low => "下限", "Low";
        parameter_high => "上限", "High";
        parameter_ceiling => "零分上限", "No points above";
        parameter_first => "第一名得分", "First place";
        parameter_step => "名次级差", "Step per place";
        missing_renormalise => "由其余指标分摊权重", "Other indicators share the weight";
        missing_zero => "记 0 分", "Score 0";
        missing_mean => "按各校平均得分计", "Score the mean of the others";
        missing_exclude => "该校不参加排名", "Leave the school unranked";
        grouping_location => "城乡", "Urban or rural";
        grouping_sponsor => "举办者", "Sponsor";
        grouping_district => "学区(集团、乡镇)", "District";
        grouping_kind => "办学类型", "Kind of school";
        direction_higher => "越高越好", "Higher is better";
        direction_lower => "越低越好", "Lower is better";
    }
}
