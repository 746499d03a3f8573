//! Texts: what tables are and how sure their columns are.

use super::{Lang, texts};

impl Lang {
    texts! {
        lacks_header => "没有找到表头。若表里没有列名,请在原文件的数据上方补上一行列名;若有,请点“查看或更改列”,选“表头首行”和“表头末行”。", "No header was found. If there are no column names, add a row of them above the data in the original file; if there are, press “See or change columns” and choose the header's rows.";
        lacks_schools => "缺少校名列。请点“查看或更改列”,把写有校名的一列的含义设为“学校名称”;如是学生或教师的表,把“此表是”设为那一种。", "No column of schools. Press “See or change columns” and set the column with the names to “School name”; for pupils or teachers, choose the kind under “This sheet is”.";
        lacks_values => "有校名,缺少认得的数据列。请点“查看或更改列”,为数据所在的列选含义。", "There are schools, but no column that is known. Press “See or change columns” and say what the others mean.";
        table_conditions => "办学条件", "School conditions";
        table_indicators => "学校年度指标", "Yearly indicators";
        table_classes => "班级", "Classes";
        table_marks => "成绩", "Marks";
        table_teachers => "教师", "Teachers";
        table_bonus => "奖金", "Bonus inputs";
        table_unknown => "未识别", "Not recognised";
        status_present => "有分数", "Present";
        status_absent => "缺考", "Absent";
        status_truant => "旷考", "Truant";
        status_exempt => "免考", "Exempt";
        status_deferred => "缓考", "Deferred";
        status_cheated => "作弊或违纪", "Cheated";
        status_leave => "请假", "On leave";
        status_transferred => "转学", "Transferred";
        status_suspended => "休学", "Suspended";
        status_missing => "空白", "Blank";
        status_not_examined => "未考", "Not examined";
        status_unreadable => "无法识别", "Unreadable";
        certainty_unknown => "未收录", "Not in the dictionary";
        certainty_likely => "可能", "Likely";
        certainty_sure => "确定", "Sure";
        certainty_chosen => "人工指定", "Chosen";
    }
}
