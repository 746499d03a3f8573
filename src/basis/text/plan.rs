//! Texts: plans on the balance page.

use super::{Lang, texts};

impl Lang {
    texts! {
        balance_part_plan => "补短与模拟", "Gaps and plans";
        plan_lead_empty => "还没有试算步骤。可以在下面加步骤,也可以采用系统算出的办法;原数据不会改变。", "Nothing is tried out yet. Add steps below, or take up a way that was found; the data stay as they are. ";
        plan_lead_steps(count: usize) => "已试算 {count} 步:", "Steps tried out: {count}. ";
        plan_lead_met(stage: &str, before: usize, after: usize) => "{stage}达标 {before} 所 → {after} 所;", "{stage} schools that meet the standard: {before} → {after}; ";
        plan_lead_county => "本县", "county ";
        plan_lead_stop => "。", ". ";
        plan_clear => "清空步骤", "Remove all steps";
        plan_steps => "试算步骤", "Steps tried out";
        plan_step => "步骤", "Step";
        plan_result => "结果", "Result";
        plan_done => "已计入", "counted";
        plan_remove => "移除", "Remove";
        plan_figure_step(school: &str, what: &str, value: &str) => "{school}:{what}改为 {value}", "{school}: {what} becomes {value}";
        plan_raise_step(school: &str, what: &str, amount: &str) => "{school}:{what}增加 {amount}", "{school}: {what} + {amount}";
        plan_move_step(from: &str, to: &str, what: &str, amount: &str) => "{from} → {to}:{what} {amount}", "{from} → {to}: {amount} of {what}";
        plan_merge_step(school: &str, into: &str) => "{school}并入{into}", "{school} joins {into}";
        plan_open_step(school: &str, kind: &str) => "新设{school}({kind})", "{school} opens ({kind})";
        plan_no_school(name: &str) => "没有名为「{name}」的学校,未计入", "no school of the name “{name}”: not counted";
        plan_name_taken => "没有填校名,或已有同名学校,未计入", "no name given, or the name is taken: not counted";
        plan_unknown(name: &str) => "数据里没有{name}的这个数,未计入", "the data do not say how much {name} has: not counted";
        plan_not_whole => "人数、间数须为整数,未计入", "persons and rooms are whole numbers: not counted";
        plan_same_school => "两边是同一所学校,未计入", "both are one school: not counted";
        plan_too_little => "调出方没有这么多,未计入", "there is not so much to give: not counted";
        plan_out_of_range => "数值不能为负或过大,未计入", "a number below 0 or too large: not counted";
        plan_add_step => "加一步", "Add a step";
        plan_step_kind => "做什么", "What to do";
        plan_kind_figure => "改成新数", "Set a figure";
        plan_kind_add => "增加", "Add to a figure";
        plan_kind_move => "两校之间调动", "Move between schools";
        plan_kind_merge => "并校", "Merge schools";
        plan_kind_open => "新设学校", "Open a school";
        plan_school => "学校", "School";
        plan_other => "到/并入哪所学校", "To which school";
        plan_field => "哪个数", "Which figure";
        plan_number_figure => "新的总数", "New total";
        plan_number_add => "增加多少", "How much more";
        plan_number_move => "调多少", "How much";
        plan_number_invalid => "请填学校名称和数字(如 120 或 1,200)。", "Please give a school, and a number such as 120 or 1,200.";
        plan_with_unit(what: &str, unit: &str) => "{what}({unit})", "{what} ({unit})";
        plan_full(most: usize) => "试算步骤最多 {most} 步,这些步骤没有加入。", "A plan has at most {most} steps: these were not added.";
        plan_school_kind => "办学类型", "Kind of school";
        plan_add => "加入", "Add";
        plan_compared => "差异系数:现在与试算后", "CVs: now and as tried out";
        plan_before => "现在", "Now";
        plan_after => "试算后", "As tried out";
        plan_limit => "限值", "Limit";
        plan_ways => "使差异系数不超限的办法", "Ways to bring CVs within the limit";
        plan_ways_none => "没有超限的差异系数。", "No CV is beyond its limit.";
        plan_ways_mean => "综合差异系数超限。下面每一种办法只动一项指标,单独就能使综合差异系数不超限。", "The mean of the coefficients is beyond its limit. Each way below changes one indicator and brings the mean within the limit on its own.";
        plan_ways_mean_none => "综合差异系数超限,但只改一项指标降不到限值以内:请先补差异系数最大的几项,逐步试算。", "The mean of the coefficients is beyond its limit, and no single indicator can bring it down alone: begin with the largest, step by step.";
        plan_ways_open => "还有差异系数算不出(缺数),补齐数据后才能知道是否超限。", "Some coefficients cannot be computed as values are missing: whether they are beyond their limits is open.";
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
        plan_short_note => "补到标准所需的人、间、㎡、元(含已试算的步骤)。一贯制学校的用房、场地、设备、教室按全校该补的总量列出:在一个学段补了,另一个学段同样受益,两个学段的合计不要相加。", "Persons, rooms, ㎡ and yuan up to the thresholds, after the steps tried out. Rooms, grounds and equipment of combined schools are those of the whole school: they serve both stages, so do not add the two stages' sums.";
        plan_short_unset => "没有设定办学标准(由省定,可在“标准与口径”里填写),算不出还差多少。", "No thresholds are set (each province has its own; enter them under “Standard and scope”), so that nothing can be said to be lacking.";
        plan_short_none => "没有低于标准的指标。", "Nothing is below its threshold.";
        plan_short_all(count: usize) => "合计({count} 所)", "Total (schools: {count})";
        plan_short_met(count: usize) => "另 {count} 所各项都达到", "others that reach every threshold: {count}";
        plan_fill => "补齐试算", "Try closing the gap";
        plan_school_head => "学校", "School";
    }
}
