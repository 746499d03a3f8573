//! Texts: compliance targets.

use super::{Lang, texts};

// What targets are made of.
impl Lang {
    texts! {
        target_set_2017 => "2017 优质均衡:政府保障、教育质量、社会认可度、一票否决", "2017 quality balance: government, quality, recognition, vetoes";
        target_set_2012 => "2012 基本均衡:办学基本标准、政府推动工作、公众满意度", "2012 basic balance: basic standard, work of government, satisfaction";
        target_set_papers => "各地文件中的目标(模板)", "Targets of local papers (a template)";
        target_remark_2017 => "政府保障 15 项、教育质量 9 项、社会认可度和一票否决,与资源配置一起全部达到才算达标。", "15 items of government, 9 of quality, recognition and vetoes: together with resources all must be met.";
        target_remark_2012 => "政府推动工作 17 项(四组)满分 100,85 分以上;各项分值由省级细则规定,请逐项填。公众满意度 85% 为参考。", "The 17 items of government work (four groups, 100 points, at least 85): their points are the province's, to be given item by item. Satisfaction, 85%, is for reference.";
        target_remark_papers => "取自五份地方文件,是模板,不是国家标准,不计入全县结论;数值未写明的请填上。", "From five local papers: a template, no national standard, and not part of the county's verdict. Set what they leave open.";
        target_government => "政府保障程度", "Government";
        target_quality => "教育质量", "Quality";
        target_recognition => "社会认可度", "Recognition";
        target_vetoes => "一票否决", "Vetoes";
        target_basic => "办学基本标准", "Basic standard of schools";
        target_work => "政府推动工作", "Work of government";
        target_access => "入学机会", "Access";
        target_safeguard => "保障机制", "Safeguards";
        target_staffing => "教师队伍", "Teachers";
        target_conduct => "质量与管理", "Quality and management";
        target_satisfaction => "公众满意度(参考)", "Satisfaction (for reference)";
        target_local => "地方和自定目标", "Local and own targets";
        target_combined => "一贯制学校", "combined schools";
        target_at_least => "不低于 ≥", "at least ≥";
        target_above => "高于 >", "above >";
        target_at_most => "不超过 ≤", "at most ≤";
        target_below => "低于 <", "below <";
        target_equal => "等于 =", "equal to =";
        target_about => "左右 ±", "about ±";
        target_band => "两线之间", "between two limits";
        target_true => "是", "is so";
        target_scope_county => "全县", "the county";
        target_scope_school => "每所学校", "each school";
        target_scope_class => "每个班级", "each class";
        target_scope_subset(percent: &str) => "后 {percent}% 的学校", "the last {percent}% of schools";
        target_scope_of(conditions: &str) => "每所这样的学校({conditions})", "each school of this kind ({conditions})";
        target_and => ",且", ", and ";
        target_when_rural => "乡村学校", "rural";
        target_when_remote => "乡村学校或教学点", "rural or a teaching point";
        target_column_pupils => "在校生数", "pupils";
        target_measure_truth => "是或否", "yes or no";
        target_measure_levels => "等级", "a level";
        target_measure_number => "一个数", "a number";
        target_measure_ratio => "分子 ÷ 分母,百分数", "a share in percent";
        target_measure_times => "分子 ÷ 分母,倍数", "a ratio";
        target_by_value => "看这一个值", "by the one value";
        target_by_all => "每一所都达到", "all reach it";
        target_by_share(least: &str) => "至少 {least}% 的学校达到", "at least {least}% of schools reach it";
        target_by_count(k: u32, floor: &str) => "至少 {k} 所达到,其余不差于限值的 {floor}", "at least {k} reach it, the others {floor} of the limit";
        target_by_count_alone(k: u32) => "至少 {k} 所达到", "at least {k} reach it";
        target_by_rise(years: u8) => "{years} 年逐年上升", "rising in each of {years} years";
        target_by_no_fall(years: u8) => "{years} 年逐年不降", "never falling in {years} years";
        target_by_fall(years: u8) => "{years} 年逐年下降", "falling in each of {years} years";
        target_by_no_rise(years: u8) => "{years} 年逐年不升", "never rising in {years} years";
        target_deduct(step: &str, per: &str) => "每差 {step} 扣 {per} 分,按比例,扣完为止", "{per} points taken for each {step} short, in proportion, down to 0";
        target_deduct_most(step: &str, per: &str, most: &str) => "每差 {step} 扣 {per} 分,按比例,最多扣 {most} 分", "{per} points taken for each {step} short, in proportion, at most {most}";
        target_points_band(limit: &str, points: &str) => "到 {limit} 得 {points} 分", "{points} points at {limit}";
        target_missing_pending => "缺数待评估", "missing values leave it pending";
        target_missing_not_met => "缺数按未达到算", "missing values count as not met";
        target_missing_passed => "缺数的不算", "missing values are passed over";
        target_yes => "是", "yes";
        target_no => "否", "no";
        target_not_occurred => "未发生", "did not occur";
        target_occurred => "发生", "occurred";
    }
}

// Verdicts, reasons and gaps.
impl Lang {
    texts! {
        target_more(amount: &str) => "还差 {amount}", "short by {amount}";
        target_less(amount: &str) => "超出 {amount}", "too high by {amount}";
        target_counted(amount: &str, unit: &str) => "{amount} {unit}", "{amount} ({unit})";
        target_touches => "恰好等于限值,要求严于它", "equal to the limit, which must be passed";
        target_schools(count: &str) => "{count} 所学校", "{count} (schools)";
        target_classes(count: &str) => "{count} 个班", "{count} (classes)";
        target_unit_schools => "所", "schools";
        target_unit_classes => "个班", "classes";
        target_tally(met: usize, all: usize, unit: &str) => "{met} / {all} {unit}", "{met} of {all}";
        target_idle => "本县不适用", "not applicable here";
        target_no_school => "没有适用的学校", "no school is concerned";
        target_no_limit => "限值还没有定", "no limit is set";
        target_lack => "还没有填", "no value yet";
        target_lack_column(name: &str) => "缺{name}", "no value for {name}";
        target_unreadable(text: &str) => "“{text}”不能用", "“{text}” cannot be used";
        target_zero_denominator => "分母为 0", "the denominator is 0";
        target_year_missing(year: usize) => "第 {year} 年没有填", "no value for year {year}";
        target_breaks(before: usize, after: usize) => "第 {before} 年到第 {after} 年不合要求", "broken from year {before} to year {after}";
        target_schools_fail(count: usize, unit: &str) => "{count} {unit}未达到", "{unit} that do not reach it: {count}";
        target_schools_missing(count: usize, unit: &str) => "{count} {unit}缺数", "{unit} without a value: {count}";
        target_classless(count: usize) => "{count} 所学校没有逐班的数据,各按最不利的一个班算一个", "schools without single classes, each counted as the one class that speaks for it: {count}";
        target_more_classes(count: usize) => "另有 {count} 个班", "and more classes: {count}";
        target_definite => "缺的数无论是多少,结论都不变", "whatever is missing, the verdict stands";
        target_counts_as_not_met => "缺数按未达到算", "what is missing counts as not met";
        target_unranked(count: usize) => "{count} 所没有排名依据,不在其内", "schools that cannot be ranked and are left out: {count}";
        target_unsituated(count: usize) => "{count} 所看不出是否在内(缺在校生数或城乡、办学类型)", "schools of which the data do not tell whether they are concerned (pupils, location or kind is missing): {count}";
        target_relaxed(count: usize, unit: &str) => "其中 {count} {unit}按放宽的限值达到", "of them by a relaxed limit: {count}";
        target_fewer(wanted: usize, all: usize, unit: &str) => "要求 {wanted} {unit},只有 {all} {unit},按 {all} {unit}算", "{wanted} are asked for and there are only {all}: all must reach it";
        target_beyond_whole => "超过 100%,请核对(分子、分母可能填反)", "above 100%: please check, the two numbers may be swapped";
        target_below_zero => "小于 0,请核对(只有增长、差值会小于 0)", "below 0: please check (only growths and differences can be)";
        target_other_count(said: usize, known: usize, unit: &str) => "填的是共 {said} {unit},数据中是 {known} {unit},请核对", "{said} {unit} are given and the data have {known}: please check";
        target_last_counts(text: &str, kept: &str) => "“{text}”没有采用,结论仍按原来的 {kept}", "“{text}” was not taken: the verdict still rests on {kept}";
        target_last_empty(text: &str) => "“{text}”没有采用,结论仍按未填处理", "“{text}” was not taken: the verdict still takes this field as empty";
        target_only_rounded => "取整后才达到,按原值未达到", "passes only after rounding";
        target_no_points(count: usize) => "{count} 项的分值还没有填", "items whose points are not given: {count}";
        target_points_sum(sum: &str) => "各项分值合计 {sum} 分,应为 100,请核对(不适用的项不计)", "the items' points add up to {sum} and not to 100: please check (items that do not apply are left out)";
        target_points_between(low: &str, high: &str) => "已得 {low} 分,连同待评估的项最多 {high} 分", "{low} points so far, {high} at most with the items that are pending";
        target_points_other(sum: &str) => "17 项得分合计 {sum} 分,与所填总分不同,请核对(结论按所填)", "the items add up to {sum} points and not to the total given, which counts: please check";
        target_points_beyond(low: &str, high: &str) => "17 项得分合计在 {low} 到 {high} 分之间,与所填总分不符(结论按所填),请核对", "the items add up to between {low} and {high} points, and not to the total given, which counts: please check";
        target_points_even => "有分值按 100 ÷ 17 平均,只是起点,请按本省细则改", "some points are 100 ÷ 17, a starting point only: set those of the province";
        target_points_awarded(points: &str, full: &str) => "所填得分 {points} / {full} 分", "{points} of {full} points, as given";
        target_percentage_points(amount: &str) => "{amount} 个百分点", "{amount} (percentage points)";
        balance_part_of(name: &str, part: &str) => "{name}({part})", "{name} ({part})";
    }
}

// The page.
impl Lang {
    texts! {
        balance_part_targets => "各项指标", "Targets";
        target_title(standard: &str) => "{standard} · 各项指标", "{standard} · targets";
        target_whole_resources(verdict: &str) => "资源配置{verdict}", "Resources: {verdict}";
        target_whole_group(group: &str) => "{group}", "{group}: ";
        target_whole_joint => ";", "; ";
        target_not_met_count(count: usize) => " {count} 项未达标", "{count} not met";
        target_pending_count(count: usize) => " {count} 项待评估", "{count} pending";
        target_met_all => "达标", "met";
        target_not_applicable => "不适用", "not applicable";
        target_joint => "、", ", ";
        target_veto_decides => ";有一票否决情形", "; a veto decides";
        target_whole_verdict => "。按国家标准全部要求,全县", ". By the whole national standard the county is: ";
        target_stop => "。", ".";
        target_group_lead(group: &str, items: usize) => "{group} {items} 项:", "{group} (items: {items}): ";
        target_met_count(count: usize) => "{count} 项达标", "{count} met";
        target_departs_lead(count: usize) => "有 {count} 处限值不同于标准,结论按改后的限值。", " Limits that depart from the standard: {count}; the verdict is by the changed ones.";
        target_points_lead(group: &str, points: &str, full: &str) => "{group}已评得 {points} / {full} 分。", " {group}: {points} of {full} points judged so far.";
        target_none => "还没有选任何指标。", "No targets are chosen.";
        target_sets => "用哪些指标", "Which targets";
        target_relaxations => "放宽(默认不用)", "Relaxations (off by default)";
        target_relaxation_hint => "只用于数据里有相应列(建成年份、随迁子女比例、最大班额或班级表、在校生数、城乡)并且满足条件的学校;数据没有的,一律按原标准。放宽不会使要求变严:学校达到自己的限值或任一项放宽的限值即可。", "Only for schools whose columns in the data say so (建成年份, 随迁子女比例, 最大班额 or a table of classes, pupils, location); all others keep the standard. A relaxation never makes a limit stricter: meeting its own limit or any relaxed limit that applies is enough.";
        target_after(year: &str) => "{year} 年之后才有,确切日期未核实", "later than {year}, the exact date is not known";
        target_head_name => "指标", "Target";
        target_head_limit => "限值", "Limit";
        target_head_value => "填报值", "Value";
        target_head_state => "结论", "Verdict";
        target_head_more => "更多", "More";
        target_limit_label(name: &str) => "{name}:限值", "{name}: limit";
        target_value_label(name: &str) => "{name}:填报值", "{name}: value";
        target_year_label(name: &str, year: usize) => "{name}:第 {year} 年", "{name}: year {year}";
        target_school_label(name: &str, school: &str) => "{name}:{school}", "{name}: {school}";
        target_departs(limit: &str) => "已偏离标准(原为 {limit})", "departs from the standard ({limit})";
        target_restore => "恢复", "Restore";
        target_unsure => "可改,非官方定值", "to be set locally, not official";
        target_hint_number => "填数", "number";
        target_hint_ratio => "如 312/330 或 95.3", "312/330 or 95.3";
        target_hint_tally => "如 38/40 或 是", "38/40, or yes";
        target_hint_worst(example: &str) => "如 38/40 或 {example}", "38/40, or {example}";
        target_ways_truth => "填“达到的校数/总校数”,或 是、否", "schools that reach it / all schools, or yes or no";
        target_ways_low => "填“达到的校数/总校数”,或各校中最低的一个数", "schools that reach it / all schools, or the lowest number of any school";
        target_ways_high => "填“达到的校数/总校数”,或各校中最高的一个数", "schools that reach it / all schools, or the highest number of any school";
        target_ways_both => "填“达到的校数/总校数”,或离限值最远的一校的数", "schools that reach it / all schools, or the number of the school farthest from the limit";
        target_ways_trend => "填“达到的校数/总校数”,或展开后逐校逐年填", "schools that reach it / all schools, or each school's years below";
        target_whole_2012 => "所选标准是 2012 年基本均衡,它在资源配置之外的指标没有启用,所以不给全县按全部要求的结论。", "The standard chosen is that of 2012. Its targets besides resources are switched off: there is no verdict on the county by all requirements.";
        target_hint_unset => "待定", "not set";
        target_choose => "待填", "choose";
        target_full => "分值", "Points";
        target_awarded => "得分", "Awarded";
        target_full_label(item: &str) => "{item} 分值", "{item}: points";
        target_awarded_label(item: &str) => "{item} 得分", "{item}: points awarded";
        target_full_hint => "如 6 或 6-1/0.5", "6, or 6-1/0.5";
        target_awarded_hint => "不填按结论", "empty: by the verdict";
        target_even => "分值先按 100 ÷ 17 平均填上(只是起点)", "Start from even points, 100 ÷ 17 each";
        target_refused_above_full => "得分不能高于分值。", "The points awarded cannot be above the points of the item.";
        target_from_data => "取自数据", "from the data";
        target_by_schools => "逐校", "by school";
        target_unfold => "展开", "Open";
        target_fold => "收起", "Close";
        target_unfold_of(name: &str) => "{name}:展开", "Open {name}";
        target_fold_of(name: &str) => "{name}:收起", "Close {name}";
        target_idle_switch => "本县没有这一项(不适用)", "Not applicable in this county";
        target_duplicate => "复制为自定目标", "Copy as one's own";
        target_remove => "删除", "Remove";
        target_add => "添加自定目标", "Add a target";
        target_new => "新目标", "New target";
        target_form_name => "名称", "Name";
        target_form_scope => "范围", "Scope";
        target_form_stage => "学段", "Stage";
        target_form_stage_whole => "不分学段", "both together";
        target_form_stage_each => "小学、初中分别", "each by itself";
        target_form_measure => "填什么", "What is given";
        target_form_numerator => "分子(列名)", "Numerator (a column)";
        target_form_denominator => "分母(列名)", "Denominator (a column)";
        target_form_column => "数据中的列名", "Column of the data";
        target_form_subset => "排名靠后的学校", "the last of a ranking";
        target_form_ranked_by => "按哪一列排名", "Column that ranks";
        target_form_highest => "哪一端排在后面", "Which end comes last";
        target_form_high => "数值高的在后", "the highest";
        target_form_low => "数值低的在后", "the lowest";
        target_form_percent => "后百分之几", "Percent of schools";
        target_form_comparator => "怎么比", "Comparison";
        target_form_unit => "单位", "Unit";
        target_form_aggregation => "怎么合", "Combination";
        target_form_share => "一定比例的学校达到", "a share of schools";
        target_form_count => "N 所达到,其余不太差", "k schools, the others near";
        target_form_numbers => "其中的数", "Its numbers";
        target_form_points => "分值(可不填)", "Points (may be empty)";
        target_form_missing => "缺数", "Missing values";
        target_form_source => "出处", "Source";
        target_form_points_hint => "10;10-2/0.1;95:10; 90:6", "10; 10-2/0.1; 95:10; 90:6";
        target_form_schools => "各校填报值", "Values of schools";
        target_form_numbers_hint => "80;6:0.85;3", "80; 6:0.85; 3";
        target_refused => "无法识别,请按提示填写。", "This cannot be read: please write it as the hint shows.";
        target_refused_comma => "逗号只能分隔千位(如 1,000);小数请用小数点(如 10.5)。", "A comma can only separate thousands (1,000); write decimals with a point (10.5).";
        target_refused_percent => "几个数要么都带百分号,要么都不带。", "Write the percent sign behind all numbers or behind none.";
        target_refused_large(most: &str) => "数太大,最多 {most},请核对。", "Too large: {most} at most, please check.";
        target_refused_negative => "这里不能小于 0,请核对(增长、差值的目标,名称中写明“增长”“差值”的可以)。", "This cannot be below 0: please check (a target can whose name says that it is a growth or a difference).";
        target_refused_negative_points => "分值和得分不能小于 0;得分填一个数(如 5.5),分值如 6、6-1/0.5(每差 0.5 扣 1 分)。", "Points cannot be below 0: give a number such as 5.5; full points as 6, or 6-1/0.5 (1 taken for each 0.5 short).";
        target_refused_rising => "各档的分要由高到低写(第一个到达的档得分),如 95:10; 90:6。", "Bands go from the most points to the least, as the first that is reached counts: 95:10; 90:6.";
        target_refused_long(most: usize) => "太长,最多 {most} 个字。", "Too long: {most} characters at most.";
    }
}

// Explanations and the report.
impl Lang {
    texts! {
        target_why_title(name: &str, verdict: &str) => "{name}:{verdict}", "{name}: {verdict}";
        target_why_formula(left: &str, limit: &str) => "{left} {limit}", "{left} {limit}";
        target_why_quotient(above: &str, below: &str, factor: &str) => "{above} ÷ {below}{factor}", "{above} ÷ {below}{factor}";
        target_why_exact => "按填报的十进制数精确比较,不取整。", "Compared exactly on the decimals as typed, before any rounding.";
        target_why_inclusive => "“左右”和两线之间都含两端。", "Both ends are within.";
        target_why_strict => "不含相等。", "Equality does not pass.";
        target_why_gap(gap: &str) => "{gap}。", "{gap}.";
        target_why_points(points: &str, full: &str, how: &str) => "得 {points} / {full} 分。{how}", "{points} of {full} points. {how}";
        target_why_source(source: &str, since: &str) => "依据:{source}{since}。", "Source: {source}{since}.";
        target_why_since(month: &str) => ",自 {month} 起", ", since {month}";
        target_why_own => "自定目标,没有写出处", "one's own target, without a source";
        target_why_departs(limit: &str) => "限值已偏离标准:标准为 {limit}。", "The limit departs from the standard, which is {limit}.";
        target_why_unsure => "限值没有官方原文佐证,可以更改。", "Its limit was seen in no official text and can be changed.";
        target_why_scope(scope: &str, how: &str, missing: &str) => "范围:{scope};{how};{missing}。", "Scope: {scope}; {how}; {missing}.";
        target_why_tally(met: usize, short: usize, missing: usize, unit: &str) => "{met} {unit}达到,{short} {unit}未达到,{missing} {unit}缺数", "reach it: {met}; do not: {short}; without a value: {missing}";
        target_why_counted(count: usize) => "数据没有这一列,取自班级表中的 {count} 个班", "the data have no such column: from the {count} classes of the table of classes";
        target_why_typed => "在网页上填写", "typed on the page";
        target_why_ties => "按依据从差到好排名,名次不超过所占比例 × 学校数(没有依据的学校也计入)的为后段学校;并列的取前名次,一起算入,所以可能多于这个比例。", "Schools are ranked from the worst; those whose rank is within the share of all schools, ranked or not, are in it. Ties take the better rank and are in together, so that there may be more.";
        target_why_worst => "按全部学校中最不利的一个值判断。", "Judged by the worst value of all schools.";
        target_why_relaxed(name: &str) => "按放宽的限值:{name}", "by the relaxed limit: {name}";
        target_why_veto => "一票否决:不达到即全县不达标。", "A veto: failing it decides the whole.";
        target_why_whole => "资源配置、政府保障程度、教育质量、社会认可度全部达标且没有一票否决情形,全县达标;一项未达标即不达标,有待评估的即待评估", "Resources, government, quality and recognition must all be met and no veto apply; one failure decides, what is pending leaves the whole pending";
        target_why_whole_2012 => "差异系数、办学基本标准、政府推动工作(总分 ≥ 85)全部达标,全县达标;一项未达标即不达标,有待评估的即待评估;公众满意度为参考,不决定结论", "Coefficients, the basic standard of schools and the work of government (a total of 85 or more) must all be met; one failure decides, what is pending leaves the whole pending; satisfaction is for reference and does not decide";
        target_why_item(code: &str, points: &str) => "{code}:{points}", "{code}: {points}";
        target_why_item_points(points: &str, full: &str) => "{points} / {full} 分", "{points} of {full} points";
        target_why_whole_name => "全县(国家标准全部要求)", "The county by the whole standard";
        target_why_counts(met: usize, not_met: usize, pending: usize) => "{met} 项达标,{not_met} 项未达标,{pending} 项待评估", "{met} met, {not_met} not met, {pending} pending";
        target_report => "各项指标", "Targets";
        target_report_title => "政府保障、教育质量、社会认可度和地方目标", "Government, quality, recognition and local targets";
        target_report_title_2012 => "2012 年标准的政府工作、公众满意度和地方目标", "Government work and satisfaction (2012), and local targets";
        target_report_gap => "差距", "Gap";
        target_report_standard => "标准限值", "Standard's limit";
        target_report_reasons => "理由", "Reasons";
        target_report_points => "得分", "Points";
        target_report_source => "依据", "Source";
        target_report_group => "类别", "Group";
        target_report_code => "编号", "Code";
    }
}
