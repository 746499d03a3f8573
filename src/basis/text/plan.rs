//! Texts: plans on the balance page.

use super::{Lang, texts};

impl Lang {
    texts! {
        balance_part_plan => "补短与模拟", "Gaps and plans";
        plan_lead_empty => "还没有试算步骤。可以在下面加步骤,也可以采用系统算出的办法;原数据不会改变。", "Nothing is tried out yet. Add steps below, or take up a way that was found; the data stay as they are. ";
        plan_lead_steps(count: usize) => "已试算 {count} 步:", "{count} steps tried out: ";
        plan_lead_met(stage: &str, before: usize, after: usize) => "{stage}达标 {before} 所 → {after} 所;", "{stage} schools that meet the standard {before} → {after}; ";
        plan_lead_county => "本县", "county ";
        plan_lead_stop => "。", ". ";
        plan_clear => "清空步骤", "Take all steps out";
        plan_steps => "试算步骤", "Steps tried out";
        plan_step => "步骤", "Step";
        plan_result => "结果", "Result";
        plan_done => "已计入", "counted";
        plan_remove => "移除", "Remove";
        plan_figure_step(school: &str, what: &str, value: &str) => "{school}:{what}改为 {value}", "{school}: {what} becomes {value}";
        plan_move_step(from: &str, to: &str, what: &str, amount: &str) => "{from} → {to}:{what} {amount}", "{from} → {to}: {amount} of {what}";
        plan_merge_step(school: &str, into: &str) => "{school}并入{into}", "{school} joins {into}";
        plan_open_step(school: &str, kind: &str) => "新设{school}({kind})", "{school} opens ({kind})";
        plan_no_school(name: &str) => "没有名为「{name}」的学校,未计入", "no school of the name “{name}”: not counted";
        plan_name_taken => "已有同名学校,未计入", "there is a school of this name: not counted";
        plan_same_school => "两边是同一所学校,未计入", "both are one school: not counted";
        plan_too_little => "调出方没有这么多,未计入", "there is not so much to give: not counted";
        plan_out_of_range => "数值不能为负或过大,未计入", "a number below 0 or too large: not counted";
        plan_add_step => "加一步", "Add a step";
        plan_step_kind => "做什么", "What to do";
        plan_kind_figure => "改一个数", "Change a figure";
        plan_kind_move => "两校之间调动", "Move between schools";
        plan_kind_merge => "并校", "Merge schools";
        plan_kind_open => "新设学校", "Open a school";
        plan_school => "学校", "School";
        plan_other => "到/并入哪所学校", "To which school";
        plan_field => "哪个数", "Which figure";
        plan_number => "数", "Number";
        plan_school_kind => "办学类型", "Kind of school";
        plan_add => "加入", "Add";
        plan_compared => "差异系数:现在与试算后", "CVs: now and as tried out";
        plan_before => "现在", "Now";
        plan_after => "试算后", "As tried out";
        plan_limit => "限值", "Limit";
        plan_ways => "使差异系数不超限的办法", "Ways to bring CVs within the limit";
        plan_ways_none => "没有超限的差异系数。", "No CV is beyond its limit.";
        plan_ways_mean => "综合差异系数超限,单项没有限值:从上面差异系数最大的指标补起,改后在「试算后」一列看结果。", "The mean of the coefficients is beyond its limit, which single ones do not have: begin with the largest above, and see in the column “As tried out”.";
        plan_ways_note => "调动:人数最少的调法,先试不让任何学校因此跌破标准。添置:总量最少的补法,从最低的学校补起。", "Moves: the fewest persons; first tried so that no school falls below its threshold by them. Additions: the least in all, from the poorest schools up.";
        plan_way => "办法", "Way";
        plan_way_move => "调动", "Moves";
        plan_way_lift => "添置", "Additions";
        plan_what => "怎么做", "What to do";
        plan_moves(count: &str, words: &str) => "调 {count} 人:{words}", "{count} persons: {words}";
        plan_move_words(from: &str, to: &str, count: u32) => "{from} → {to} {count} 人", "{from} → {to} {count}";
        plan_below_threshold => "。有学校会因此低于标准", "; some schools would fall below their thresholds";
        plan_lifts(count: &str, all: &str, words: &str) => "{count} 所共添 {all}:{words}", "{all} for {count} schools: {words}";
        plan_and_more(count: usize) => " 等,另 {count} 项", " and {count} more";
        plan_not_reached => "(仍超限)", " (still beyond)";
        plan_try => "试算", "Try";
        plan_short => "各校还差多少", "What schools lack";
        plan_short_note => "补到标准所需的人、间、㎡、元;一贯制学校按全校计,两个学段不重复相加。", "Persons, rooms, ㎡ and yuan up to the thresholds; combined schools are counted as a whole, not once a stage.";
        plan_short_none => "没有低于标准的指标。", "Nothing is below its threshold.";
        plan_short_all(count: usize) => "合计({count} 所)", "All ({count} schools)";
        plan_short_met(count: usize) => "另 {count} 所各项都达到", "others that reach every threshold: {count}";
        plan_fill => "补齐试算", "Fill";
        plan_school_head => "学校", "School";
    }
}
