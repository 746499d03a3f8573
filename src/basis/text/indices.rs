//! Texts: the indices of inequality on the balance page.

use super::{Lang, texts};

// What is chosen, and the heads of tables.
impl Lang {
    texts! {
        balance_part_indices => "差异指数", "Indices";
        indices_resource => "资源", "Resource";
        indices_of_standard => "标准的指标", "Indicators of the standard";
        indices_of_columns => "每校一个数的列", "Columns with a value a school";
        indices_weighting => "权重", "Weights";
        indices_outer => "分组", "Groups";
        indices_inner => "组内再分", "Groups within them";
        indices_inner_none => "不再分", "none";
        indices_apart => "按哪个指数分解", "Index taken apart";
        indices_not_stated => "未填", "Not stated";
        indices_official => "(法定)", " (official)";
        indices_head_index => "指数", "Index";
        indices_head_value => "数值", "Value";
        indices_head_range => "范围与方向", "Range and direction";
        indices_head_tells => "说明什么", "What it tells";
        indices_head_mark => "参照", "Benchmark";
        indices_head_here => "本县", "Here";
        indices_head_school => "学校", "School";
        indices_head_pupils => "学生数", "Pupils";
        indices_head_amount => "资源总量", "Total";
        indices_head_each => "生均(每百名)", "Per pupil or 100";
        indices_head_amount_each => "数值", "Value";
        indices_head_population => "累计学生占比", "Pupils, cumulated";
        indices_head_schools_so_far => "累计学校占比", "Schools, cumulated";
        indices_head_resource => "累计资源占比", "Resource, cumulated";
        indices_head_total => "合计", "Total";
        indices_head_between => "组间", "Between";
        indices_head_inner => "内层组间", "Between inner groups";
        indices_head_within => "组内", "Within";
        indices_head_overlap => "重叠", "Overlap";
        indices_head_group => "组", "Group";
        indices_head_count => "学校数", "Schools";
        indices_head_share_pupils => "占学生", "Of pupils";
        indices_head_share_schools => "占学校", "Of schools";
        indices_head_share_resource => "占资源", "Of resource";
        indices_head_mean => "均值", "Mean";
        indices_head_own => "组内指数", "Own index";
        indices_head_year => "年度", "Year";
        indices_head_variation => "差异系数", "CV";
        indices_head_change => "较上年", "Change";
        indices_head_relative => "增减比例", "Relative";
    }
}

// Sections.
impl Lang {
    texts! {
        indices_title => "各项指数", "All indices";
        indices_title_marks => "别处的参照", "Benchmarks of others";
        indices_title_schools => "各校由高到低", "Schools from the highest";
        indices_title_curve => "洛伦兹曲线", "Lorenz curve";
        indices_title_split => "差异从哪里来", "Where it comes from";
        indices_title_groups(index: &str) => "各组:{index}", "Group by group: {index}";
        indices_title_overview(by: &str) => "分组一览({by} × 指标)", "Groups at a glance ({by} × indicators)";
        indices_overview_note => "每格是该组按学生数加权的均值;◐ 表示均值低于标准,小字是低于标准的学校数。", "Each cell is the group's mean weighted by pupils; ◐: below the threshold. In small letters, the schools below it.";
        indices_below_count(count: usize) => "{count} 所低于标准", "{count} below threshold";
        indices_below_threshold => "均值低于标准", "the mean is below the threshold";
        indices_head_met => "达标学校", "Meeting the standard";
        indices_title_trend => "历年变化", "Over the years";
        indices_marks_note => "不属于国家标准:前三项是美国学校财政研究(Odden & Picus)的参照,基尼系数分档原是评价收入的,国内教育研究借用。", "Not part of the standard: the first three come from school finance in the United States (Odden & Picus); the bands of the Gini coefficient were made for incomes and are borrowed by Chinese studies of education.";
        indices_curve_note => "由低到高,每所学校一点,从 (0, 0) 到 (1, 1);对角线为完全均等。", "From the least, a point a school, from (0, 0) to (1, 1); the diagonal is equality.";
        indices_split_note => "贡献率 = 该部分 ÷ 合计,各部分相加等于合计。", "Percentages are of the total; the parts add up to it.";
        indices_overlap_note => "基尼系数还有一部分:各组互相重叠。", "The Gini coefficient has one part more: the groups overlap.";
        indices_groups_note => "低于(泰尔指数 L 为高于)均值的组,组间一项可以为负,合计不为负。", "A group below the mean (above it for Theil's L) may contribute a negative amount between; the sum is not negative.";
        indices_not_stated_note(count: usize) => "{count} 所学校没有填分组,合为“未填”一组。", "{count} schools state no group and are one group, “not stated”.";
        indices_no_groups => "数据里没有城乡、举办者、学区(集团、乡镇)、办学类型,无法分组。", "The data have neither location nor sponsor nor district nor kind of school: there are no groups.";
        indices_no_years => "数据里没有两个以上年度的数,看不出变化。", "The data do not have the item for two years or more.";
        indices_trend_note(count: usize) => "只比较每年都有数的 {count} 所学校,用有年度的表里当年的数。", "Only the {count} schools with a value in every year are compared, by what tables with years say of each.";
        indices_trend_pupils => "各年都按本次评估的在校生数加权。", "Every year is weighted by the pupils of this assessment.";
        indices_dropped(count: usize, schools: &str) => "{count} 所学校有的年度缺数,未计入:{schools}。", "Not compared, for lack of a value in some year: {count} schools ({schools}).";
        indices_missing(count: usize, schools: &str) => "{count} 所学校缺数,未计入:{schools}。", "Not counted, for lack of a value: {count} schools ({schools}).";
        indices_and_more(schools: &str) => "{schools}等", "{schools}, …";
        indices_undefined(reason: &str) => "算不出:{reason}", "undefined: {reason}";
        indices_slope(slope: &str) => "斜率每年 {slope}", "slope {slope} a year";
        indices_met => "达到", "kept to";
        indices_not_met => "未达到", "not kept to";
    }
}

// Ranges, bands, benchmarks and conventions.
impl Lang {
    texts! {
        indices_less => "越小越均等", "less is more equal";
        indices_more => "越大越均等", "more is more equal";
        indices_range(low: &str, high: &str, equal: &str, way: &str) => "{low}–{high};{equal} 为均等,{way}", "{low}–{high}; {equal} = equal, {way}";
        indices_range_only(low: &str, high: &str, way: &str) => "{low}–{high};{way}", "{low}–{high}; {way}";
        indices_band_very_even => "高度平均", "very even";
        indices_band_even => "比较平均", "rather even";
        indices_band_fair => "相对合理", "fair";
        indices_band_wide => "差距较大", "wide gap";
        indices_band_very_wide => "差距悬殊", "extreme gap";
        indices_bands => "基尼系数分档:< 0.2 高度平均,0.2–0.3 比较平均,0.3–0.4 相对合理,0.4–0.5 差距较大,≥ 0.5 差距悬殊", "Bands of the Gini coefficient: < 0.2 very even, 0.2–0.3 rather even, 0.3–0.4 fair, 0.4–0.5 wide gap, ≥ 0.5 extreme gap";
        indices_mark_variation => "差异系数 ≤ 0.10", "CV ≤ 0.10";
        indices_mark_gini => "基尼系数 ≤ 0.05", "Gini coefficient ≤ 0.05";
        indices_mark_mcloone => "麦克卢恩指数 ≥ 0.95", "McLoone index ≥ 0.95";
        indices_zero_counts => "0 照常计入。", "A 0 counts as any value.";
        indices_zero_least => "最小值为 0 时为无穷大,不列数。", "Infinite where the least value is 0, and not given then.";
        indices_zero_quantile => "低分位数为 0 时为无穷大,不列数。", "Infinite where the low quantile is 0, and not given then.";
        indices_zero_limit => "值为 0 的学校,该项取极限 0。", "A school with 0 adds 0, the limit.";
        indices_zero_infinite => "有值为 0 的学校即为无穷大,不列数。", "Infinite where a school has 0, and not given then.";
        indices_zero_one => "有值为 0 的学校即为 1。", "1 where a school has 0.";
        indices_zero_median => "中位数为 0 时无意义,不列数。", "Undefined where the median is 0.";
    }
}

// The lead: pieces of sentences, so that parts can be emphasised.
impl Lang {
    texts! {
        indices_lead_what(count: usize, stage: &str, name: &str) => "{count} 所{stage}之间,{name}的", "{name} among {count} schools ({stage}): ";
        indices_lead_variation(value: &str) => "差异系数 {value}", "CV {value}";
        indices_lead_gini(value: &str) => ",基尼系数 {value}", ", Gini coefficient {value}";
        indices_lead_band(band: &str) => ",按借用的收入分档(不属于国家标准)为“{band}”", ", “{band}” by bands borrowed from incomes (not part of the standard)";
        indices_lead_between(grouping: &str, rate: &str) => "{grouping}之间占 {rate}", "{rate} lies between groups ({grouping})";
        indices_lead_inner(grouping: &str, rate: &str) => ",其内{grouping}之间占 {rate}", ", {rate} between groups within them ({grouping})";
        indices_lead_rest(rate: &str) => ",其余 {rate} 在组内(泰尔指数 T)。", ", the other {rate} within groups (Theil's T). ";
        indices_lead_falls(from: i32, to: i32) => "{from}–{to} 年差异系数逐年下降", "From {from} to {to} the CV fell every year";
        indices_lead_tends(from: i32, to: i32) => "{from}–{to} 年差异系数总体下降,但不是每年都降", "From {from} to {to} the CV tended to fall, though not every year";
        indices_lead_rises(from: i32, to: i32) => "{from}–{to} 年差异系数没有下降", "From {from} to {to} the CV did not fall";
        indices_lead_from_to(from: &str, to: &str) => "({from} → {to})。", " ({from} → {to}). ";
        indices_lead_missing(count: usize) => "{count} 所缺数的学校未计入。", "{count} schools lack the value and are not counted. ";
        indices_lead_undefined(reason: &str) => "差异算不出:{reason}。", "the differences are undefined: {reason}. ";
    }
}

// Explanations.
impl Lang {
    texts! {
        indices_why_each(value: &str, total: &str, size: &str) => "y = x ÷ P = {total} ÷ {size} = {value}", "y = x ÷ P = {total} ÷ {size} = {value}";
        indices_why_shares(p: &str, r: &str, s: &str) => "p = {p},r = y ÷ μ = {r},s = p·r = {s}", "p = {p}, r = y ÷ μ = {r}, s = p·r = {s}";
        indices_why_mean(value: &str) => "均值 μ:{value}", "mean μ: {value}";
        indices_why_symbols => "x 为资源总量,P 为在校生数,y = x ÷ P,μ 为均值,r = y ÷ μ,p、s 为占权数、资源的比例。", "x is a school's total, P its pupils, y = x ÷ P, μ the mean, r = y ÷ μ; p and s are its shares of the weights and of the resource.";
        indices_why_column => "每校一个数:作为该校每名学生的数。", "A value a school: taken as that of each of its pupils.";
        indices_why_outside => "供参考,不影响达标判定。", "For information; no verdict depends on it.";
        indices_why_negative => "有负数时不列数。", "Not given where a value is negative.";
        indices_why_part(school: &str, part: &str) => "{school}:{part}", "{school}: {part}";
        indices_why_part_between(part: &str) => "组间:{part}", "between: {part}";
        indices_why_part_within(part: &str) => "组内:{part}", "within: {part}";
        indices_why_group(p: &str, r: &str, s: &str, mean: &str) => "p_g = {p},μ_g = {mean},r_g = μ_g ÷ μ = {r},s_g = p_g·r_g = {s}", "p_g = {p}, μ_g = {mean}, r_g = μ_g ÷ μ = {r}, s_g = p_g·r_g = {s}";
        indices_why_inside(group: &str, factor: &str) => "在“{group}”之内分解,乘以该组的权数 {factor}。", "Taken apart within “{group}”, times the factor of that group, {factor}.";
        indices_why_common => "只含每年都有数的学校,用当年的数。", "Of the schools that every year has, by what was said for the year.";
        indices_why_all_listed => "各校见“洛伦兹曲线”下的表。", "All schools are in the table of the Lorenz curve.";
    }
}

// Differences of marks.
impl Lang {
    texts! {
        achievement_title => "成绩的校际差异率(本县考试)", "Differences of marks among schools (own exams)";
        achievement_note => "教育质量第 9 项(Q9,低于 0.15)用国家义务教育质量监测的校际差异率,估算方法未公开,由县里照填;这里是按本县考试成绩的几种常见算法,供参考,不作判定。", "Item Q9 of the standard (below 0.15) takes the rate of the national monitoring, whose estimator is not public. These are common ways to compute it from the county's own exams, for information; nothing is judged by them.";
        achievement_exam => "科目", "Subject";
        achievement_pupils => "有成绩的学生", "Pupils with marks";
        achievement_schools => "学校", "Schools";
        achievement_between => "校间方差占比 η²", "Share between schools, η²";
        achievement_intraclass => "组内相关 ICC(1)", "Intraclass correlation, ICC(1)";
        achievement_variation => "校均分差异系数", "CV of school means";
        achievement_deviation => "校均分标准差 ÷ 满分", "SD of school means ÷ full marks";
        achievement_no_full => "缺满分", "full marks missing";
        achievement_why_between => "η² = SSB ÷ (SSB + SSW);SSB = Σ n_j (m_j − m)²,SSW = Σ (x − m_j)²", "η² = SSB ÷ (SSB + SSW); SSB = Σ n_j (m_j − m)², SSW = Σ (x − m_j)²";
        achievement_why_intraclass => "ICC(1) = σ_b² ÷ (σ_b² + σ_w²);σ_w² = SSW ÷ (N − k),σ_b² = (SSB ÷ (k − 1) − σ_w²) ÷ n₀", "ICC(1) = σ_b² ÷ (σ_b² + σ_w²); σ_w² = SSW ÷ (N − k), σ_b² = (SSB ÷ (k − 1) − σ_w²) ÷ n₀";
        achievement_why_variation => "校均分差异系数 = S ÷ 全县均分;S = √Σ (n_j ÷ N) (m_j − m)²", "CV of school means = S ÷ mean of all; S = √Σ (n_j ÷ N) (m_j − m)²";
        achievement_why_deviation => "S ÷ 满分;S = √Σ (n_j ÷ N) (m_j − m)²", "S ÷ full marks; S = √Σ (n_j ÷ N) (m_j − m)²";
        achievement_why_members(pupils: &str, schools: &str) => "{pupils} 名有成绩的学生,{schools} 所学校;缺考等没有成绩的不计。", "Pupils with marks: {pupils}; schools: {schools}. Pupils without a mark are left out.";
        achievement_why_size(size: &str) => "n₀ = {size}:学校大小不一时折算的每校人数。", "n₀ = {size}: pupils per school, adjusted for unequal sizes.";
        achievement_why_school(school: &str, pupils: &str, mean: &str, share: &str) => "{school}:{pupils} 人,均分 {mean},占校间差异的 {share}", "{school}: pupils {pupils}, mean {mean}, {share} of the difference between schools";
    }
}
