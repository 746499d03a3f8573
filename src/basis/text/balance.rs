//! Texts: the balance page and its explanations.

use super::{Lang, texts};

// The standard: indicators, units, verdicts.
impl Lang {
    texts! {
        balance_higher_degree => "每百名学生拥有高于规定学历教师数", "Teachers above the required degree per 100 pupils";
        balance_backbone => "每百名学生拥有县级以上骨干教师数", "Backbone teachers (county level or above) per 100 pupils";
        balance_arts => "每百名学生拥有体育、艺术专任教师数", "Full-time PE and arts teachers per 100 pupils";
        balance_teaching_area => "生均教学及辅助用房面积", "Teaching and auxiliary area per pupil";
        balance_sports_area => "生均体育运动场馆面积", "Sports grounds and halls per pupil";
        balance_equipment => "生均教学仪器设备值", "Value of teaching equipment per pupil";
        balance_multimedia => "每百名学生拥有网络多媒体教室数", "Networked multimedia classrooms per 100 pupils";
        balance_higher_degree_short => "高学历教师", "Higher degree";
        balance_backbone_short => "骨干教师", "Backbone teachers";
        balance_arts_short => "体艺教师", "PE and arts";
        balance_teaching_area_short => "教辅用房", "Teaching area";
        balance_sports_area_short => "运动场馆", "Sports area";
        balance_equipment_short => "仪器设备", "Equipment";
        balance_multimedia_short => "多媒体教室", "Multimedia rooms";
        balance_persons => "名", "teachers";
        balance_person => "名", "teacher";
        balance_square_metres => "㎡", "㎡";
        balance_yuan => "元", "yuan";
        balance_ten_thousand_yuan => "万元", "×10,000 yuan";
        balance_rooms => "间", "rooms";
        balance_room => "间", "room";
        balance_met => "达标", "Met";
        balance_not_met => "未达标", "Not met";
        balance_pending => "待评估", "Pending";
        balance_not_applicable => "不适用", "Not applicable";
    }
}

// The page.
impl Lang {
    texts! {
        balance_part_choice => "看什么", "What to look at";
        balance_part_verdict => "达标判定", "Verdict";
        balance_title(standard: &str, stage: &str) => "{standard} · {stage}", "{standard} · {stage}";
        balance_table => "各校达标情况", "Schools against the standard";
        balance_stage_choice => "学段", "Stage";
        balance_part(school: &str, stage: &str) => "{school}({stage}部)", "{school} ({stage})";
        balance_verdict => "结论", "Verdict";
        balance_at_least(limit: &str) => "≥ {limit}", "≥ {limit}";
        balance_at_most(limit: &str) => "≤ {limit}", "≤ {limit}";
        balance_variation_row => "差异系数(按学生数加权)", "CV (weighted by pupils)";
        balance_county_resources => "本县资源配置", "The county's resources";
        balance_drivers => "差异主要来自哪些学校", "Which schools drive the differences";
        balance_driver_share(school: &str, share: &str) => "{school} {share}", "{school} {share}";
        balance_above => "高于县均值", "above the county mean";
        balance_below => "低于县均值", "below the county mean";
        balance_drivers_note => "按对差异的贡献(占 S² 的比例)从大到小;▲ 高于县均值,▼ 低于县均值。", "By their parts of S², the largest first; ▲ above the county's mean, ▼ below it.";
        balance_driver_place(place: usize) => "第 {place} 位", "No. {place}";
        balance_variation => "差异系数", "CV";
        balance_indicator => "指标", "Indicator";
        history_title => "历年达标情况", "The county over the years";
        history_note => "每一年都按现在的标准和口径重算,只用该年的数据;结论是资源配置的。", "Each year is assessed anew by the current standard and settings, from that year's data only; the verdict is on resources.";
        history_met(stage: &str) => "{stage}达标学校", "{stage} schools meeting the standard";
        history_of(met: usize, all: usize) => "{met} / {all}", "{met} / {all}";
        history_beyond => "超限的差异系数", "CVs beyond their limits";
        history_chart => "达标学校比例(%)", "Schools that meet the standard, %";
        history_said(stage: &str, from: i32, first: &str, to: i32, last: &str) => "{stage}:{from} 年 {first}%,{to} 年 {last}%。", "{stage}: {first} % in {from}, {last} % in {to}. ";
        history_file => "历年达标情况", "over-the-years";
        balance_excluded_why => "原因", "Why";
        balance_excluded => "不纳入计算的学校", "Schools left out";
        balance_key_met => "达标", "met";
        balance_key_plain => "无标记 达标", "no mark: met";
        balance_key_within(floor: &str) => "不低于 {floor}%", "at least {floor} %";
        balance_key_below(floor: &str) => "低于 {floor}%", "below {floor} %";
        balance_key_missing => "缺数", "missing";
        balance_key_short => "未达到", "short";
        balance_rounds_to_limit => "四舍五入到两位才不超过限值,按原值比较不达标", "within the limit only after rounding to two decimals; compared unrounded, it is not";
        balance_gap(gap: &str) => "还差 {gap}", "short by {gap}";
        balance_amount(number: &str, unit: &str) => "{number} {unit}", "{number} {unit}";
        balance_single => "只有一所学校,无法比较", "one school: nothing to compare";
        balance_zero_mean => "全县为零,差异系数无意义", "the county has none: undefined";
        balance_too_large => "数值过大,无法计算", "numbers too large to compute";
        balance_no_unit => "没有学校", "no school";
        balance_provisional(schools: usize) => "{schools} 所学校缺数,系数按现有学校暂算", "{schools} schools lack the value; provisional over the others";
        balance_beyond_limit => "超过限值", "beyond the limit";
        balance_within_limit => "未超过限值", "within the limit";
    }
}

// The lead: pieces of sentences, so that parts can be emphasised.
impl Lang {
    texts! {
        balance_lead_schools(count: usize, stage: &str) => "{count} 所{stage}中 ", "{stage}: of {count} schools, ";
        balance_lead_met(count: usize) => "{count} 所达标", "{count} meet the standard";
        balance_lead_pending(count: usize) => ",{count} 所待评估", ", {count} are pending";
        balance_lead_variations(all: &str, count: usize) => ";{all}项差异系数 {count} 项达标", "; {count} of the {all} CVs within the limit";
        balance_lead_variations_all(all: &str) => ";{all}项差异系数均达标", "; all {all} CVs within the limit";
        balance_lead_weakest(count: usize, item: &str) => ";未达标最常见的原因是{item}({count} 所)", "; what most often decides against a school is {item} ({count})";
        balance_lead_variations_pending(count: usize) => ",{count} 项待评估", ", {count} pending";
        balance_lead_comma => ",", ", ";
        balance_lead_stop => "。", ". ";
        balance_lead_beyond(item: &str, value: &str, limit: &str) => "{item} {value} > {limit}", "{item} {value} > {limit}";
        balance_lead_item(number: usize, name: &str, code: &str) => "第 {number} 项{name}", "{code} {name}";
        balance_lead_driven(schools: &str) => ",主要由{schools}造成", ", mainly because of {schools}";
        balance_lead_subject(subject: &str) => "{subject}", "{subject}: ";
        balance_lead_no_school(stage: &str) => "没有纳入评估的{stage}", "{stage}: no school to assess";
        balance_needs => "还没有办学条件数据。请放入一张办学条件表:每校一行,有学校名称、办学类型和下列各列。", "No conditions of schools yet. Drop a table with a row a school: its name, kind of school, and these columns.";
    }
}

// Why a school is left out, and why a value is missing.
impl Lang {
    texts! {
        balance_out_special => "特殊教育学校不纳入", "schools for special education are left out";
        balance_out_vocational => "职业学校不纳入", "vocational schools are left out";
        balance_out_teaching_point(small: &str, pupils: &str) => "教学点不足 {small} 人({pupils} 人)", "teaching point with fewer than {small} pupils ({pupils})";
        balance_out_small(small: &str, pupils: &str) => "学校不足 {small} 人({pupils} 人),按设定不纳入", "school with fewer than {small} pupils ({pupils}), left out by choice";
        balance_out_private => "民办学校不纳入", "private schools are left out";
        balance_out_no_pupils(stage: &str) => "{stage}在校生为 0", "no {stage} pupils";
        balance_out_no_stage => "没有义务教育阶段学生", "no pupils of compulsory age";
        balance_out_no_conditions => "只出现在其他表中,没有办学条件", "occurs in other tables only, no conditions";
        balance_lack(what: &str) => "缺{what}", "{what} missing";
        balance_lack_negative(what: &str) => "{what}为负数", "{what} negative";
        balance_lack_difference => "室内体育用房大于教学及辅助用房,请核对", "indoor sports rooms exceed the teaching area; please check";
    }
}

// Explanations.
impl Lang {
    texts! {
        balance_why_title(subject: &str, what: &str, value: &str) => "{subject} · {what}:{value}", "{subject} · {what}: {value}";
        balance_why_value(what: &str, value: &str) => "{what}:{value}", "{what}: {value}";
        balance_why_per_pupil(name: &str, total: &str) => "{name} = {total} ÷ 在校生数", "{name} = {total} ÷ pupils";
        balance_why_per_hundred(name: &str, total: &str) => "{name} = {total} ÷ 在校生数 × 100", "{name} = {total} ÷ pupils × 100";
        balance_why_split(total: &str, stage: &str) => "({total}) × {stage}所占比例", "({total}) × share of {stage}";
        balance_why_share(stage: &str) => "{stage}所占比例", "share of {stage}";
        balance_why_share_note => "一贯制学校、完全中学的资源按学段拆分,折算学生数小学 : 初中 : 高中 = 1 : 1.1 : 1.32。", "Resources of combined schools are split among stages by weighted pupils, primary : junior : senior = 1 : 1.1 : 1.32.";
        balance_why_threshold(limit: &str) => "标准 ≥ {limit}。按未取整的原值精确比较。", "Standard ≥ {limit}. Compared exactly, before any rounding.";
        balance_why_threshold_floor(limit: &str, percent: &str, floor: &str) => "标准 ≥ {limit};{percent}% 线 {floor}。按未取整的原值精确比较。", "Standard ≥ {limit}; {percent} % of it is {floor}. Compared exactly, before any rounding.";
        balance_why_gap(gap: &str) => "还差 {gap}即达到标准。", "{gap} more would reach the standard.";
        balance_why_gap_whole_school => "按全校总量计,因为新增资源同样要拆分。", "Counted for the whole school, because what is added is split as well.";
        balance_why_cv_formula => "差异系数 CV = S ÷ X̄;县均值 X̄ = Σx ÷ ΣP;S = √Σ(P_i ÷ ΣP)(X_i − X̄)²。x 为资源总量,P 为在校生数,X = x ÷ P", "CV = S ÷ X̄; county mean X̄ = Σx ÷ ΣP; S = √Σ(P_i ÷ ΣP)(X_i − X̄)². x is a school's total, P its pupils, X = x ÷ P";
        balance_why_variation(name: &str) => "{name}差异系数", "CV of {name}";
        balance_why_mean(total: &str, unit: &str, pupils: &str, factor: &str, mean: &str) => "县均值 X̄ = {total} {unit} ÷ {pupils} 人{factor} = {mean}。", "County mean X̄ = {total} {unit} ÷ {pupils} pupils{factor} = {mean}.";
        balance_why_times_hundred => " × 100", " × 100";
        balance_why_biggest(schools: &str) => "对 S² 贡献最大:{schools}。", "Largest parts of S²: {schools}.";
        balance_why_cv_limit(limit: &str, all: &str) => "限值 ≤ {limit},{all}项各自都要达到;按原值精确比较。", "Limit ≤ {limit} for each of the {all}; compared exactly, before any rounding.";
        balance_why_cv_population => "按学生数加权、以总体计(不除以 n−1),与熵权法中的差异系数不是一回事。", "Weighted by pupils, of the population (no n−1).";
        balance_why_contribution(school: &str, share: &str) => "{school}:占 S² 的 {share}", "{school}: {share} of S²";
        balance_why_school_numbers(met: usize, within: usize, below: usize, missing: usize, floor: &str) => "{met} 项达到,{within} 项未达到但不低于 {floor}%,{below} 项低于 {floor}%,{missing} 项缺数", "{met} reached, {within} short but at least {floor} %, {below} below {floor} %, {missing} missing";
        balance_why_school_numbers_plain(met: usize, short: usize, missing: usize) => "{met} 项达到,{short} 项未达到,{missing} 项缺数", "{met} reached, {short} short, {missing} missing";
        balance_why_decides(items: &str) => "未达标是因为:{items}。", "It does not meet the standard because of: {items}.";
        balance_why_decides_item(item: &str, state: &str) => "{item}({state})", "{item} ({state})";
        balance_why_school_line(school: &str, verdict: &str, numbers: &str) => "{school}:{verdict}({numbers})", "{school}: {verdict} ({numbers})";
        balance_why_more(count: usize) => "另有 {count} 所", "{count} more";
        balance_why_definite => "缺的数无论是多少,结论都不变。", "Whatever the missing values are, the verdict stands.";
        balance_why_stage_rule(all: &str) => "每所学校都达标,且{all}项差异系数都不超过限值", "Every school meets the standard and each of the {all} CVs is within the limit";
        balance_why_stage_numbers(schools: usize, met: usize, not_met: usize, pending: usize) => "{schools} 所学校:{met} 所达标,{not_met} 所未达标,{pending} 所待评估", "{schools} schools: {met} meet it, {not_met} do not, {pending} are pending";
        balance_why_stage_variations(all: &str, met: usize, beyond: usize, pending: usize) => "{all}项差异系数:{met} 项达标,{beyond} 项超限,{pending} 项待评估", "{all} CVs: {met} within the limit, {beyond} beyond, {pending} pending";
        balance_why_county_rule => "小学和初中都达标,本县达标", "The county meets the standard when primary and junior schools do";
        balance_why_left_out => "不纳入计算的学校", "Schools left out";
        balance_why_listed => "下面列出未达标和待评估的学校和系数;每所学校都可在表中点开细看。", "Below are the schools and CVs that fail or are pending; open any school from the table.";
        balance_why_year(year: i32) => "有年度的表取 {year} 年的数。", "From tables with years, those of {year} are used.";
    }
}
