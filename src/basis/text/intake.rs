//! Texts: what tables are and how sure their columns are.

use super::{Lang, texts};

impl Lang {
    texts! {
        table_conditions => "办学条件", "School conditions";
        table_indicators => "学校年度指标", "Yearly indicators";
        table_marks => "成绩", "Marks";
        table_teachers => "教师", "Teachers";
        table_bonus => "奖金", "Bonus inputs";
        table_unknown => "未识别", "Not recognised";
        certainty_unknown => "未收录", "Not in the dictionary";
        certainty_likely => "可能", "Likely";
        certainty_sure => "确定", "Sure";
        certainty_chosen => "人工指定", "Chosen";
    }
}
