//! Texts of the data page.

use super::{Lang, texts};

impl Lang {
    texts! {
        start_title => "把表格拖进来,结果就在这里", "Drop your tables, see the results";
        start_lead => "加权评价、优质均衡差异系数、奖金分配,一次算清,每个数都说得出来处。", "Weighted evaluation, balance indices and bonus shares in one go, every figure traced to its cells.";
        drop_here => "把 Excel、WPS 或 CSV 文件拖到这里", "Drop Excel, WPS or CSV files here";
        drop_more => "再加文件:拖到这里,或", "More files: drop them here, or";
        or => "或", "or";
        choose_files => "选择文件", "Choose files";
        many_files => "可一次选多个 · xlsx xls et ods csv zip suanpan", "several at once · xlsx xls et ods csv zip suanpan";
        stays_here => "文件只在这台电脑上读取,不上传。断网也能用。", "Files are read on this computer only and never sent. Works offline.";
        kept_here => "为便于下次继续,打开的内容会存于本机浏览器;公用电脑用完请点“清除本机数据”。", "What you open is kept in this computer's browser, so that you can go on next time; on a shared computer, press “Clear data on this computer” when you are done.";
        how_proved => "怎么证明?", "How can I tell?";
        open_sample(title: &str) => "打开示例:{title}", "Open the example: {title}";
        sample_county_title => "县域学校评价与均衡", "a county's schools";
        sample_county_about => "28 所学校的办学条件、12 所初中三年指标,含常见的表格毛病", "28 schools' conditions and 12 junior schools' indicators over three years, with the usual faults";
        data_title => "数据", "Data";
        data_nothing => "这些文件里没有能用的表。原因和办法见下面的“问题与修正”。", "There is no table to use in these files. The findings below say why and what to do.";
        data_schools(count: usize) => "{count} 所学校", "{count} schools";
        data_pupils(count: &str) => "{count} 名学生", "{count} pupils";
        data_teachers(count: &str) => "{count} 名教师", "{count} teachers";
        data_pupils_and_teachers(pupils: &str, teachers: &str) => "{pupils} 名学生、{teachers} 名教师", "{pupils} pupils, {teachers} teachers";
        data_joined(sheets: usize, exam: &str) => "{sheets} 张表合为“{exam}”", "{sheets} sheets joined as “{exam}”";
        data_sheets(all: usize, used: usize) => "。{all} 张表中认出 {used} 张。", ". {used} of {all} sheets recognised. ";
        data_no_problems(repairs: usize) => "没有要处理的问题;自动修正 {repairs} 处,均可查看。", "Nothing needs attention; {repairs} automatic repairs, all listed.";
        data_problems(count: usize) => "{count} 处请看一眼", "{count} places to check";
        data_repairs(repairs: usize) => ";另有自动修正 {repairs} 处,均可查看。", "; {repairs} automatic repairs besides, all listed.";
        files => "文件", "Files";
        close_file(name: &str) => "移除 {name}", "Remove {name}";
        remove => "移除", "Remove";
        other_encoding => "换一种编码", "Another encoding";
        other_encoding_of(name: &str) => "{name}:换一种编码", "Another encoding for {name}";
        asked => "要您回答", "Your answer, please";
        asked_password => "这个工作簿有打开密码。密码只用来在本机打开它,不会保存。", "This workbook needs its password, which only opens it here and is not kept.";
        asked_encoding => "这个文本的编码无法确定。请选出文字正常的一种。", "The encoding of this text is not certain. Please choose the one in which the words look right.";
        password => "密码", "Password";
        wrong_password => "密码不对,请再输一次。注意大小写。", "The password is wrong. Please type it again; capitals matter.";
        show_password => "显示密码", "Show password";
        open_it => "打开", "Open";
        leave_out => "不打开此文件", "Leave it out";
        encoding => "编码", "Encoding";
        encoding_chinese => "简体中文常用", "usual for simplified Chinese";
        encoding_taiwan => "繁体中文(港台)常用", "usual for traditional Chinese";
        encoding_unicode => "通用", "for all languages";
        encoding_japanese => "日文常用", "usual for Japanese";
        encoding_western => "西欧文字常用", "usual for western European languages";
        sheets => "识别结果", "What was recognised";
        sheet => "工作表", "Sheet";
        recognised_as => "识别为", "Recognised as";
        rows => "数据行", "Rows";
        columns => "列", "Columns";
        columns_matched(matched: usize, all: usize) => "{all} 列中认出 {matched} 列", "{matched} of {all} columns";
        show_columns => "查看或更改列", "See or change columns";
        hide_columns => "收起", "Fold up";
        column => "列", "Column";
        header => "表头", "Header";
        first_values => "前几个值", "First values";
        meaning => "含义", "Meaning";
        meaning_of(header: &str) => "“{header}”的含义", "Meaning of “{header}”";
        how_sure => "把握", "Certainty";
        not_read => "(不读取)", "(not read)";
        findings => "问题与修正", "Findings and repairs";
        place => "位置", "Place";
        place_of(place: &str, name: &str) => "{place} · {name}", "{place} · {name}";
        found => "原内容", "Found";
        made_of_it => "说明", "Note";
        expected => "应为", "Expected";
        remedy => "怎么办", "What to do";
        times(count: usize) => "{count} 处", "{count}";
        all_decided => "已处理", "Decided";
        times_decided(count: usize, decided: usize) => "{count} 处,已处理 {decided}", "{count}, {decided} decided";
        counted_only(kept: &str, more: &str) => "只逐处列出前 {kept} 处,“带批注的原表”也只标这些;其余 {more} 处只计数,前面的改正后会依次列出。", "The first {kept} are listed one by one, and marked in your own workbook; the other {more} are only counted: correct the first ones, and later ones are listed.";
        see_results => "按此继续,看结果", "Continue to the results";
        comma => "、", ", ";
        sheet_evidence(names: &str, count: usize, certainty: &str) => "依据 {count} 列:{names};把握:{certainty}", "By {count} columns: {names}; {certainty}";
        by_itself => "自动", "Automatic";
        sheet_kind => "此表是", "This sheet is";
        header_first => "表头首行", "Header from row";
        header_last => "表头末行", "to row";
        unit_of(header: &str) => "“{header}”的单位", "Unit of “{header}”";
        preview => "预览与修改", "Preview and edit";
        preview_about => "直接改单元格即可,改动有记录,可撤销。回车到下一行。", "Type over a cell to change it: changes are recorded and can be undone. Enter goes down.";
        rows_shown(first: &str, last: &str, all: &str) => "第 {first}–{last} 行,共 {all} 行", "Rows {first}–{last} of {all}";
        rows_before => "上一页", "Previous";
        rows_after => "下一页", "Next";
        row_asked => "跳到正在解释的那一行", "To the row being explained";
        rows_printed => "此处只打印这些行,全部行见导出的工作簿(xlsx)。", "Only these rows are printed; the exported workbook (xlsx) has all of them.";
        cell_found(cell: &str, found: &str) => "{cell}:{found}", "{cell}: {found}";
        apply => "采纳", "Accept";
        take_back => "撤回", "Take back";
        apply_all => "全部采纳", "Accept all";
        take_all_back => "全部撤回", "Take all back";
        settled => "已采用", "Applied";
        show_cell(place: &str) => "到 {place}", "Go to {place}";
        same_school => "是同一所", "The same";
        not_same => "不是", "Different";
        none_same => "都不是", "All different";
        alike(name: &str, evidence: &str) => "像是“{name}”:{evidence}", "Perhaps “{name}”: {evidence}";
        alike_code => "学校代码相同", "the same code";
        alike_spacing => "只差空格、全角或标点", "only spaces, width or signs differ";
        alike_form => "同一名称的全称与简称", "a long and a short form of one name";
        alike_slip => "只差一个字", "one character differs";
        start_anew => "清空,重新开始", "Clear and start anew";
        report_title => "报告", "Report";
        report_lead => "一个工作簿,含评价、均衡、奖金三项结果,方法说明和全部问题;公式是活的,可以在 Excel 或 WPS 里重算核对。", "One workbook with the three results, the method and all findings; its formulas are live, so Excel or WPS can recompute them.";
        report_empty => "还没有数据。先在“数据”页放入表格,或打开示例。", "No data yet. Drop tables on the Data page, or open the example.";
        report_export => "导出 xlsx 工作簿", "Export the workbook (xlsx)";
        report_save => "保存项目文件(.suanpan)", "Save the project file (.suanpan)";
        report_project_about => "项目文件含原始表格、列的对应和全部方案,下次打开可以接着做。", "The project file holds the tables, the mapping and every decision; open it to go on.";
        report_contents => "工作簿内容", "In the workbook";
        report_about_evaluation => "名次、总分、各项指标的原值与得分", "ranks, totals, each indicator's value and score";
        report_about_balance => "各校七项指标、达标情况、差异系数与贡献", "seven indicators a school, attainment, CVs and contributions";
        report_about_bonus => "人数、得分、权数、金额、人均与恒等式", "headcounts, scores, weights, amounts, per capita, the identity";
        report_method => "方法", "Method";
        report_about_method => "方案、公式、口径、程序版本与文件指纹", "scheme, formulas, policies, program version, file hashes";
        report_problems => "问题", "Findings";
        report_about_problems => "每处问题的位置、原内容、应为与怎么办", "each finding's place, content, expectation and remedy";
        report_marks => "可复核的凭据", "What makes it reproducible";
        program => "程序", "Program";
        go_to_data => "去“数据”页", "Go to Data";
    }
    /// A unit of money, by its power of ten over 元.
    pub const fn money_unit(self, power: i8) -> &'static str {
        match (self, power) {
            (Self::Zh, 4) => "万元",
            (Self::Zh, 3) => "千元",
            (Self::Zh, _) => "元",
            (Self::En, 4) => "10k yuan",
            (Self::En, 3) => "1k yuan",
            (Self::En, _) => "yuan",
        }
    }
}
