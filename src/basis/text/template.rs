//! Texts: blank templates.

use super::{Lang, texts};

impl Lang {
    texts! {
        template_file(kind: &str) => "空白模板-{kind}", "template-{kind}";
        template_none => "还没有数据?下载空表", "No data yet? Take a blank table";
        template_more => "空白模板", "Blank templates";
        template_saved(name: &str) => "已下载 {name}。填好后拖回本页即可。", "Downloaded {name}. Fill it in and drop it here.";
        template_unfilled => "表里还没有填数据,示例行不计。填好后再拖进来。", "The table has not been filled in yet; its example row does not count. Drop it again when it is.";
        template_guide => "填表说明", "How to fill in";
        template_guide_title(kind: &str) => "填表说明:{kind}", "How to fill in: {kind}";
        template_guide_rows => "每行一条,接在示例行下面填;示例行可以覆盖或删去,不改也不会计入。", "One row each, below the example. Type over the example or delete it; left as it is, it does not count.";
        template_guide_blank => "没有的数据留空,不要填 0 或“无”;确为 0 的填 0。不需要的列可以删去。", "Leave blank what you do not have: no 0, no “none”. Write 0 where it is 0. Columns you do not need may be deleted.";
        template_guide_notes => "表头右上角有红色三角的,鼠标移上去可看填写要求。", "Headers with a red corner say what belongs there when you point at them.";
        template_guide_classes => "一行一个班。五四制的六年级,学段写“初中”。", "One row a class. A sixth grade that is the first of a four-year junior school has the stage Junior.";
        template_guide_marks => "缺考、免考、转学等请直接写在分数格里,不要写 0。", "Write absent, exempt, transferred and so on in place of the mark, not 0.";
        template_guide_drop => "填好后保存,拖到教评算盘的“数据”页。文件只在本机读取。", "Save it and drop it on Suanpan's Data page. It is read on your computer only.";
        template_column => "列", "Column";
        template_belongs => "填写要求", "What belongs there";
        template_code => "编码按文本填写,前面的 0 会保留。", "A code, kept as text with its leading zeros.";
        template_label => "文字。", "A text.";
        template_count => "整数,不小于 0。", "A whole number of at least 0.";
        template_area => "数字,单位 ㎡,不小于 0。", "A number in m², at least 0.";
        template_money => "数字,单位万元,不小于 0。", "A number in 10,000 yuan, at least 0.";
        template_rate => "数字,单位 %,0 到 100,如 98.5。", "A number in percent, 0 to 100, such as 98.5.";
        template_number => "数字,不小于 0。", "A number of at least 0.";
        template_mark => "分数;没有分数的写缺考、免考、转学等。", "The mark; or absent, exempt, transferred where there is none.";
        template_year => "四位年份,如 2025。", "A year of four digits, such as 2025.";
        template_one_of(texts: &str) => "从下拉列表中选:{texts}。", "One of the list: {texts}.";
    }
}
