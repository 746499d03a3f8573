//! Texts: the standards of balance, what departs from them, other ways to
//! compute.

use super::{Lang, texts};

// Standards and their indicators.
impl Lang {
    texts! {
        balance_quality_2017 => "优质均衡(2017)", "Quality (2017)";
        balance_basic_2012 => "基本均衡(2012)", "Basic (2012)";
        balance_quality_name => "优质均衡", "Quality balance";
        balance_basic_name => "基本均衡", "Basic balance";
        balance_seven => "七", "7";
        balance_eight => "八", "8";
        balance_source => "依据:教督〔2017〕6号《县域义务教育优质均衡发展督导评估办法》。", "Source: 教督〔2017〕6号, the national standard for quality and balanced compulsory education in counties.";
        balance_source_2012 => "依据:教督〔2012〕3号《县域义务教育均衡发展督导评估暂行办法》。", "Source: 教督〔2012〕3号, the national standard for basically balanced compulsory education in counties.";
        balance_computers => "每百名学生拥有计算机台数", "Computers per 100 pupils";
        balance_books => "生均图书册数", "Books per pupil";
        balance_teacher_ratio => "师生比", "Teachers per pupil";
        balance_higher_degree_each => "生均高于规定学历教师数", "Teachers above the required degree per pupil";
        balance_mid_title => "生均中级及以上专业技术职务教师数", "Teachers with a middle or higher title per pupil";
        balance_computers_short => "计算机", "Computers";
        balance_books_short => "图书", "Books";
        balance_teacher_ratio_short => "师生比", "Teacher ratio";
        balance_mid_title_short => "中级职称", "Mid titles";
        balance_machines => "台", "computers";
        balance_machine => "台", "computer";
        balance_volumes => "册", "books";
        balance_volume => "册", "book";
    }
}

// The rule and the coefficients, as they are applied.
impl Lang {
    texts! {
        balance_rule_none => "各校标准值由省定,没有填,不逐校判定", "The thresholds of schools are provincial and not entered; schools are not judged one by one";
        balance_rule_all(count: usize) => "{count} 项都达到标准", "All {count} reach the standard";
        balance_rule_least(count: usize, least: usize) => "{count} 项至少 {least} 项达到标准", "At least {least} of {count} reach the standard";
        balance_rule(count: usize, least: usize, floor: &str) => "{count} 项至少 {least} 项达到标准,其余不低于标准的 {floor}%", "At least {least} of {count} reach the standard, the others at least {floor} % of it";
        balance_key_open => "未设标准", "no threshold";
        balance_composite => "综合差异系数", "Composite CV";
        balance_composite_l8 => "L8 综合差异系数", "L8 Composite CV";
        balance_composite_row(name: &str, count: &str) => "{name}({count}项平均)", "{name} (mean of {count})";
        balance_informative => "供参考,不作判定", "for information, not judged";
        balance_composite_open => "有差异系数不能确定,综合差异系数待定", "some CV is open, and so is their mean";
        balance_above_composite => "高于综合", "above the composite";
        balance_below_composite => "低于综合", "below the composite";
        balance_why_composite_formula(count: usize) => "综合差异系数 = (CV₁ + … + CV_{count}) ÷ {count}", "Composite CV = (CV₁ + … + CV_{count}) ÷ {count}";
        balance_why_composite_limit(limit: &str) => "限值 ≤ {limit},只约束各项的平均,单项不作判定;按原值精确比较。", "Limit ≤ {limit} for the mean only, no CV is judged alone; compared exactly, before any rounding.";
        balance_why_composite_informs => "2017 年标准逐项判定,综合差异系数只供参考。", "The standard of 2017 judges each CV; their mean is for information.";
        balance_why_cv_informs => "2012 年标准只判定各项的平均(综合差异系数),这一项不单独判定。", "The standard of 2012 judges only the mean of the CVs, not this one alone.";
        balance_why_stage_rule_mean => "纳入判定的学校都达标,且综合差异系数不超过限值", "Every school that is judged meets the standard and the composite CV is within the limit";
        balance_why_stage_composite(value: &str, outcome: &str) => "综合差异系数 {value}:{outcome}", "Composite CV {value}: {outcome}";
        balance_lead_unjudged(count: usize, stage: &str) => "{count} 所{stage}(各校标准值由省定,没有填,不逐校判定)", "{stage}: {count} schools (their thresholds are provincial and not entered; they are not judged one by one)";
        balance_lead_composite(value: &str, limit: &str) => "综合差异系数 {value} ≤ {limit}", "composite CV {value} ≤ {limit}";
        balance_lead_composite_beyond(value: &str, limit: &str) => "综合差异系数 {value} > {limit}", "composite CV {value} > {limit}";
        balance_lead_composite_open => "综合差异系数待评估", "composite CV pending";
        balance_lead_semicolon => ";", "; ";
        balance_lead_largest(items: &str) => ",最大的是{items}", ", the largest: {items}";
    }
}

// The panel of the standard.
impl Lang {
    texts! {
        balance_standard => "标准", "Standard";
        balance_standard_scope => "标准与口径", "Standard and scope";
        balance_standard_from(name: &str, from: &str) => "{name}{from} 起施行。", "{name} In force since {from}.";
        balance_figure_limit => "差异系数限值 ≤", "Limit of each CV ≤";
        balance_figure_composite_limit => "综合差异系数限值 ≤", "Limit of the composite CV ≤";
        balance_figure_least => "至少达到项数", "Thresholds to reach";
        balance_figure_floor => "其余项下限(标准的 %)", "Floor of the others (% of the threshold)";
        balance_figure_small => "小规模人数线", "Small below pupils";
        balance_figure_at_stage(stage: &str, what: &str) => "{stage}{what}", "{stage}: {what}";
        balance_provincial => "省定", "provincial";
        balance_figure_invalid => "请填不小于 0、不超出范围的数;留空恢复标准。", "Enter a number from 0 up within bounds; empty restores the standard.";
        balance_scope => "哪些学校纳入", "Which schools count";
        balance_ways => "怎样计算", "How it is counted";
        balance_reset => "恢复为标准", "Back to the standard";
        balance_provincial_note => "学校办学基本标准由各省规定,请按本省文件填写;例如有省规定 10 项至少 8 项达到、其余不低于 60%。本工具只判其中属于这八项的。", "What each school must reach is set by the provinces: enter your province's figures; one asks for 8 of 10 and 60 % of the others. Only those among these eight are judged here.";
        balance_rooms_note_2017 => "2017 年标准把室内体育用房从教学及辅助用房中减去、计入体育运动场馆。", "The standard of 2017 takes indoor sports rooms from the teaching area and adds them to the sports area.";
        balance_rooms_note_2012 => "2012 年标准未见这样的移动,默认按报表各栏原数:室内体育用房留在教学及辅助用房,体育运动场馆取运动场地面积。", "No such move is known of the standard of 2012: by default each column counts as reported, indoor sports rooms within the teaching area, the sports ground as the sports area.";
        balance_scope_note_2012 => "民办学校、教学点按申报表填报说明不纳入;各地不同时请打开。", "Private schools and teaching points are left out, as the notes to its forms say; switch them on where practice differs.";
    }
}

// Departures.
impl Lang {
    texts! {
        balance_departs(list: &str) => "本结果偏离标准:{list}。", "This result departs from the standard: {list}. ";
        balance_departure(what: &str, to: &str, from: &str) => "{what} {to}(标准 {from})", "{what} {to} (standard: {from})";
        balance_private_in => "民办学校纳入", "Private schools count";
        balance_private_out => "民办学校不纳入", "private schools left out";
        balance_points_in => "教学点纳入", "Teaching points count";
        balance_points_out => "教学点不纳入", "teaching points left out";
        balance_small_points_in(small: &str) => "不足 {small} 人的教学点也纳入", "Teaching points below {small} pupils count, too";
        balance_small_points_out(small: &str) => "不足 {small} 人的教学点不纳入", "teaching points below {small} pupils left out";
        balance_small_schools_in(small: &str) => "不足 {small} 人的其他学校纳入", "Other schools below {small} pupils count";
        balance_small_schools_out(small: &str) => "不足 {small} 人的学校(不限教学点)不纳入", "all schools below {small} pupils left out, not only teaching points";
        balance_special_in => "特殊教育学校纳入", "Schools for special education count";
        balance_special_out => "特殊教育学校不纳入", "schools for special education left out";
        balance_vocational_in => "职业学校纳入", "Vocational schools count";
        balance_vocational_out => "职业学校不纳入", "vocational schools left out";
        balance_rooms_moved => "室内体育用房从教辅用房移入运动场馆", "Indoor sports rooms moved from teaching to sports area";
        balance_rooms_kept => "室内体育用房不移入运动场馆", "indoor sports rooms not moved to the sports area";
        balance_visiting_in => "50—99 人的乡村学校、教学点计入交流走教体艺教师", "Rural schools and teaching points of 50 to 99 pupils count visiting PE and arts teachers";
        balance_visiting_out => "不计入交流走教体艺教师", "visiting PE and arts teachers not counted";
        balance_out_points => "教学点不纳入", "teaching points are left out";
    }
}

// Other ways to compute, beside the rule's.
impl Lang {
    texts! {
        balance_checks => "差异系数的其他算法(对照)", "Other ways to compute the CV (cross-check)";
        balance_checks_note => "判定只用官方算法。下列算法流传较广,只作对照;「异」表示换用它结论会不同。", "Only the official way decides. Those beside it are in use elsewhere and serve as a check; ≠ marks where the verdict would differ.";
        balance_check_official => "官方:按学生数加权", "Official: weighted";
        balance_check_population => "不加权 n", "Unweighted, n";
        balance_check_sample => "不加权 n−1", "Unweighted, n−1";
        balance_check_rounded => "先取两位小数", "Rounded first";
        balance_check_why => "为什么不同", "Why they differ";
        balance_check_differs => "异", "≠";
        balance_check_differs_spoken => "结论会不同", "the verdict would differ";
        balance_check_larger => "学生多的学校离均值更远,加权后更大", "large schools lie farther from the mean: weighting widens it";
        balance_check_smaller => "学生少的学校离均值更远,加权后更小", "small schools lie farther from the mean: weighting narrows it";
        balance_check_alike => "学校大小与差异无关,几乎相同", "size and distance are unrelated: almost the same";
        balance_check_rounds => ";值小,先取两位小数偏差明显", "; values are small, so rounding first shifts them";
    }
}
