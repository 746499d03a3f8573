//! Texts: problems. Each kind has a title, what was expected and what to do;
//! a kind without them does not compile.

use super::{Lang, texts};
use crate::basis::problem::{ProblemKind, Severity};

macro_rules! problems {
    ($($kind:ident: $title:literal, $title_en:literal; $expected:literal, $expected_en:literal; $remedy:literal, $remedy_en:literal;)*) => {
        impl Lang {
            /// A finding in a few words.
            pub const fn problem_title(self, kind: ProblemKind) -> &'static str {
                match kind { $(ProblemKind::$kind => self.either($title, $title_en),)* }
            }

            /// What was expected instead.
            pub const fn problem_expected(self, kind: ProblemKind) -> &'static str {
                match kind { $(ProblemKind::$kind => self.either($expected, $expected_en),)* }
            }

            /// What the person can do, or that nothing need be done.
            pub const fn problem_remedy(self, kind: ProblemKind) -> &'static str {
                match kind { $(ProblemKind::$kind => self.either($remedy, $remedy_en),)* }
            }
        }
    };
}

problems! {
    EmptyFile: "文件是空的", "The file is empty";
        "一张有内容的表", "A table with something in it";
        "请检查文件是否保存完整,重新导出后再打开。", "Check that the file was saved completely, export it again and open it.";
    FileUnreadable: "文件读不出来", "The file could not be read";
        "一个能读取的文件", "A file that can be read";
        "这可能是文件夹,或者文件已被移走、改名。文件夹请先打开,再选其中的文件;其他文件已照常读取。", "It may be a folder, or the file was moved or renamed. Open the folder and choose the files in it; the other files were read.";
    UnknownFormat: "无法识别的文件格式", "Unknown file format";
        "xlsx 工作簿或 CSV 文本", "An xlsx workbook or a CSV text";
        "请用 Excel 或 WPS 打开,另存为“Excel 工作簿(*.xlsx)”后再打开。", "Open it in Excel or WPS, save it as an Excel workbook (*.xlsx) and open that.";
    NameMisleads: "扩展名与内容不符", "The name does not fit the content";
        "与内容一致的扩展名", "A file extension that fits the content";
        "已按实际内容读取,无需处理。", "It was read by its content; nothing need be done.";
    PasswordProtected: "工作簿有打开密码", "The workbook needs a password";
        "没有打开密码的工作簿", "A workbook without an opening password";
        "请在 Excel 或 WPS 中输入密码打开,取消密码(文件 › 信息 › 保护工作簿 › 用密码进行加密,清空)后另存为“Excel 工作簿(*.xlsx)”,再打开。", "Open it with its password in Excel or WPS, remove the password (File › Info › Protect Workbook › Encrypt with Password, clear it), save it as an Excel workbook (*.xlsx) and open that.";
    FileLost: "文件已损坏,读不出内容", "The file is damaged and holds nothing that can be read";
        "完整的文件", "A complete file";
        "没有读到内容。请重新下载,或向报送人再要一份;若 Excel 或 WPS 还能打开并修复,另存后再打开。", "Nothing was read. Download it again or ask for another copy; if Excel or WPS can still open and repair it, save it there and open that.";
    DamagedFile: "文件已损坏", "The file is damaged";
        "完整的工作簿", "A complete workbook";
        "损坏处之前的内容已保留。请用 Excel 或 WPS 打开并修复,另存后再打开,或重新下载。", "What stands before the damage is kept. Open and repair it in Excel or WPS and save it, or download it again.";
    TooLarge: "超出大小限制", "Over the size limit";
        "在限制以内的文件", "A file within the limit";
        "请删去不需要的工作表、空白行列和图片,或拆成几个文件分别打开。", "Remove sheets, blank rows and pictures that are not needed, or split it into several files.";
    TooManyRows: "行数超出限制", "Too many rows";
        "行数在限制以内的表", "A table with no more rows than the limit";
        "限制以内的行已读取。请拆成几个文件分别打开。", "The rows within the limit were read. Split it into several files.";
    TooManyCells: "单元格数超出限制", "Too many cells";
        "单元格数在限制以内的文件", "A file with no more cells than the limit";
        "限制以内的单元格已读取。请删去不需要的工作表和列,或拆成几个文件。", "The cells within the limit were read. Remove sheets and columns that are not needed, or split it into several files.";
    TooManyColumns: "列数超出限制", "Too many columns";
        "列数在限制以内的表", "A table with no more columns than the limit";
        "第 1,025 列起没有读取,原内容列出是哪些列(括号内为单元格数)。请删去不用的列,或拆成几张表。", "The columns from the 1,025th on were not read; it is listed which, with the number of their cells. Delete columns that are not needed, or split the table.";
    CellTooLong: "单元格文字过长", "A cell with too long a text";
        "每格不超过 32,767 个字符", "At most 32,767 characters a cell";
        "已截取开头部分。请检查这一格是否粘贴错了。", "Its beginning was kept. Please see whether something was pasted by mistake.";
    UnitDoubtful: "设备值过小,像是以万元为单位", "Equipment so small that it seems to be in ten thousands";
        "以元为单位的设备值,生均通常在数百元以上", "A value in yuan; usually some hundreds per pupil and more";
        "若单位是万元,点“采纳”按万元换算,或在识别结果中指定单位;若确是元,请核对数值。", "If it is in ten thousand yuan, accept, or set the unit of the column; if it is in yuan, check the value.";
    StrayCell: "远离表格的零散单元格", "Cells far away from the table";
        "表格之外没有内容", "Nothing outside the table";
        "已略去,其余照常读取。请在原表中定位该单元格并清除。", "They were left out and the rest was read. Go to the cell in the original file and clear it.";
    HeadingDiffers: "表中另有列序不同的表头,其下的行没有读取", "A second heading has other columns; the rows below it were not read";
        "一张表只有一个表头,或各段表头的列序相同", "One heading a table, or the same columns in the same order under each";
        "说明列是未读取的行数。请把这一段的各列调成与第一个表头相同的次序,或把这一段移到另一张工作表。", "The note says how many rows were not read. Put the columns of this part into the order of the first heading, or move it to a sheet of its own.";
    TableBeside: "右侧并排的另一张表没有读取", "Another table to the right was not read";
        "一张工作表里只有一张表", "One table a sheet";
        "说明列是没有读取的列。请把右侧的表移到左侧那张的下方(列序相同),或移到另一张工作表。", "The note says which columns were not read. Move that table below the one on the left, with the same columns, or to a sheet of its own.";
    NoHeader: "找不到表头", "No header found";
        "一行写有“学校名称”等列名的表头", "A row with column names such as “School name”";
        "此表未读取。若表里没有列名,请在原文件的数据上方补上一行列名;若有,请在“识别结果”中选“表头首行”和“表头末行”。", "This sheet was not read. If it has no column names, add a row of them above the data in the original file; if it has, choose the header's rows under “What was recognised”.";
    HeaderOfValues: "一行数据被当成了表头", "A row of values is used as header";
        "写有列名的行", "A row of column names";
        "这一行的数据不会读入。若表里没有列名,请把表头改回“自动”,并在原文件的数据上方补上一行列名。", "The values of this row are not read. If the sheet has no column names, set the header back to “Automatic” and add a row of them above the data in the original file.";
    SheetOfText: "只有文字的工作表", "A sheet of words";
        "表格", "A table";
        "没有表格可读,无需处理。", "It has no table to read; nothing need be done.";
    NoSchoolColumn: "找不到学校列", "No column for schools";
        "名为“学校名称”的列", "A column called “School name”";
        "请在“识别结果”中把写有校名的一列指定为“学校名称”。", "Under “What was recognised”, set the column that holds the schools' names to “School name”.";
    NoValueColumn: "只有学校,没有可用的数据列", "Schools without a column of data";
        "至少一列数字,如在校生数", "At least one column of numbers, such as the number of pupils";
        "此表未读取。若有需要的数据,请在“识别结果”中指定各列的含义。", "This sheet was not read. If it has data you need, say under “What was recognised” what its columns mean.";
    EncodingFound: "已自动判断文字编码", "The text encoding was found out";
        "UTF-8 编码", "UTF-8";
        "请看一眼校名是否正常;正常则无需处理。", "Check that the schools' names look right; if so, nothing need be done.";
    ZerosDropped: "文本里夹有空字节", "Zero bytes in the text";
        "只有文字的文本文件", "A text file of text only";
        "已略去空字节(原内容为个数),其余照常读取。这多半是保存时中断留下的,请核对内容是否完整,或重新导出。", "They were left out (the number is listed) and the rest was read. Saving was probably interrupted: check that nothing is missing, or export it again.";
    EncodingDoubtful: "部分文字无法解码", "Some of the text could not be decoded";
        "能完整解码的文本", "A text that can be decoded completely";
        "无法解码处显示为“�”,其余照常读取。请核对此处;若整个文件都是乱码,请在“文件”一栏换一种编码。", "What could not be decoded shows as “�”, the rest was read. Check it; if the whole file is garbled, choose another encoding in the list of files.";
    MemberLeftOut: "压缩包里有未读取的文件", "A file in the zip was not read";
        "表格文件", "Files with tables";
        "此文件不是表格,或是项目文件、多层压缩包。如有需要,请解压后单独打开。", "It is no table, or a project or a zip within zips. If you need it, unpack it and open it by itself.";
    MemberEncrypted: "压缩包里的文件有密码", "A file in the zip has a password";
        "没有解压密码的压缩包", "A zip without a password";
        "请先用解压软件输入密码解压,再打开其中的文件。", "Unpack it with its password first and open the files in it.";
    ArchiveTooLarge: "压缩包过大", "The zip is too large";
        "文件个数和解压后的大小在限制以内", "No more files and bytes than the limit";
        "限制以内的文件已读取。请解压后分几次打开其余文件。", "The files within the limit were read. Unpack it and open the others in several goes.";
    SameFile: "两个文件内容相同", "Two files are the same";
        "每个文件只放一次", "Each file once";
        "名称不同,内容完全相同,只计一次。若放错了文件,请再放入正确的文件。", "Their names differ, their contents do not; it is counted once. If one was dropped by mistake, drop the right one.";
    UnclosedQuote: "引号没有配对", "A quote that is not closed";
        "成对的引号,如 \"城关小学\"", "Quotes in pairs, such as \"Central School\"";
        "此行已不按引号读取,其余各行照常。请核对此行,并在原文件中删去多余的引号或补上缺少的引号。", "This line was read without regard to quotes, the others as usual. Check it, and delete or close the quote in the original file.";
    ColumnAmbiguous: "两列含义相同", "Two columns mean the same";
        "每个含义只有一列", "One column for each meaning";
        "采用了更确定或更靠前的一列,此列未读。若选错,请在“识别结果”中更改。", "The surer or first one is used and this one is not read. If that is wrong, change it under “What was recognised”.";
    ColumnUnknown: "未收录的数字列", "A column of numbers that is not known";
        "词典里已有的列名", "A column name that the dictionary has";
        "已按原列名读入,可作评价指标。若另有含义,请在“识别结果”中指定。", "It was read under its own name and can serve as an indicator. If it means something else, set it under “What was recognised”.";
    NumberAsText: "数字存成了文本", "A number stored as text";
        "数字", "A number";
        "已自动转为数字,无需处理。", "It was made a number; nothing need be done.";
    FullWidthDigits: "全角字符", "Full-width characters";
        "半角数字", "Plain digits";
        "已自动转为半角,无需处理。", "They were made plain; nothing need be done.";
    PercentRepaired: "百分比写法不一", "A percentage in another form";
        "以 % 为单位的数,如 23.7", "A number in percent, such as 23.7";
        "已统一换算为百分数。请抽查换算结果。", "It was brought to percent. Please check one or two.";
    RateUnclear: "可能是小数形式的比率", "Perhaps a rate as a fraction";
        "全列单位一致:都以 % 为单位(98),或都用小数(0.98)", "One unit in the whole column: percent (98) or fractions (0.98)";
        "已按 % 采用(0.98 即 0.98%)。请核对;若是小数,请改成百分数,如 98%。", "It was used as percent (0.98 is 0.98%). Check it; if it is a fraction, write it as a percentage, such as 98%.";
    SeparatorRemoved: "数字带有千分位或单位", "A number with separators or a unit";
        "纯数字", "A plain number";
        "已自动去除,无需处理。", "They were removed; nothing need be done.";
    DecimalComma: "逗号可能是小数点", "The comma may be a decimal point";
        "用“.”作小数点的数", "A number with a point before its decimals";
        "此值未采用。若逗号是小数点,请点“采纳”,按“说明”里的数读取;否则请在原表中改正。", "The value was not used. If the comma is a decimal point, accept, and the number in the note is read; else correct it in the original file.";
    UnitConverted: "已换算单位", "Converted from another unit";
        "以平方米、人为单位的数", "Numbers in square metres or persons";
        "已换算,结果见“说明”:公顷和万平方米 ×10,000;亩 ×2000/3,四舍五入到 0.01 平方米。若单位有误,请在“识别结果”中指定单位;撤回则照原数采用,不换算。", "Converted as the note says: hectares ×10,000; mu ×2000/3, rounded to 0.01 ㎡. If the unit is wrong, set it under “What was recognised”; taken back, the number is used as it stands.";
    UnitUnknown: "看不懂的单位", "A unit that is not understood";
        "元、万元;平方米、万平方米、公顷、亩;人、百人、万人", "Yuan or 10k yuan; ㎡, hectares or mu; persons";
        "单位见“说明”,没有换算,数值照原样采用。请改用可识别的单位,或在“识别结果”中指定。", "The note has the unit; nothing was converted, the numbers are used as they are. Write a known unit, or set it under “What was recognised”.";
    UnitFromTitle: "单位取自表头上方", "The unit is told above the header";
        "列名里写明单位,如“教学仪器设备值(万元)”", "Units in the headers, such as “Equipment (10k yuan)”";
        "“说明”中的列没有写单位,已按表头上方的单位读取。请看一眼是否正确,不对则在“识别结果”中指定。", "The columns in the note name no unit and are read in the one above the header. Please see whether it is right, or set it under “What was recognised”.";
    SpacesTrimmed: "名称前后有空格", "Spaces around a name";
        "没有多余空格的名称", "A name without extra spaces";
        "已自动去除,无需处理。", "They were removed; nothing need be done.";
    NotANumber: "应为数字", "Not a number";
        "数字", "A number";
        "此值未采用,按缺失处理。请改为数字,没有数据则留空。", "The value was not used and counts as missing. Make it a number, or leave it blank.";
    NegativeValue: "不应为负数", "A negative number";
        "不小于 0 的数", "A number of at least 0";
        "此值未采用,按缺失处理。请核对后改正。", "The value was not used and counts as missing. Check and correct it.";
    OutOfRange: "数值超出合理范围", "A number out of range";
        "百分比在 0 到 100 之间,人数、间数为整数", "Percentages from 0 to 100, whole numbers of persons and rooms";
        "已照原值采用。请核对。", "It was used as it is. Please check it.";
    MissingValue: "缺少数据", "A value is missing";
        "此处应有数据", "A value in this cell";
        "相关结果按“缺失”处理,不当作 0。请补全;确为 0 的请填 0。", "Results that need it count it as missing, not as 0. Fill it in; if it is 0, write 0.";
    MissingEnrolment: "缺少在校生数", "Enrolment is missing";
        "在校生数", "The number of pupils";
        "没有在校生数就无法计算生均值,该校该学段列为“待评估”。请补全。", "Without it nothing can be divided by pupils; the school waits to be judged in this stage. Fill it in.";
    ErrorCell: "公式出错", "A formula with an error";
        "计算结果", "A result";
        "此值未采用,按缺失处理。请在原表中改正公式。", "The value was not used and counts as missing. Correct the formula in the original file.";
    FormulaWithoutValue: "公式没有计算结果", "A formula without a result";
        "公式的计算结果", "The formula's result";
        "请用 Excel 或 WPS 打开此文件,保存一次(会自动计算),再打开。", "Open the file in Excel or WPS, save it once (it is computed then) and open it again.";
    DuplicateSchool: "学校重复", "A school stands twice";
        "每所学校(每年)只有一行", "One row for each school (and year)";
        "只采用第一行。若是两所学校,请改成不同的名称;否则请在原文件中删去一行。", "Only the first row is used. If they are two schools, give them different names; else delete one row in the original file.";
    ValueDiffers: "两张表的数据不一致", "Two tables differ";
        "同一学校同一项目只有一个值", "One value for one thing of one school";
        "采用了先读到的一处(见“说明”)。核对后,应以这一处为准则点“采纳”,不改则点“保持原样”。", "The one read first is used: see the note. Check both; accept this one if it is right, or leave it as it is.";
    BadYear: "年度无法识别", "The year cannot be read";
        "四位年份,如 2025", "A year of four digits, such as 2025";
        "此行未采用。请改为四位年份。", "This row was not used. Write the year with four digits.";
    RateDisagrees: "比率与人数不符", "A rate and its counts disagree";
        "由人数算出的比率", "The rate that follows from the counts";
        "已照原值采用。请核对人数与比率。", "It was used as it is. Check the counts and the rate.";
    TotalRowSkipped: "已跳过合计行", "A total row was left out";
        "只有学校的行参加计算", "Only rows of schools are counted";
        "无需处理。", "Nothing need be done.";
    NoteRowSkipped: "已跳过说明行", "A note was left out";
        "只有学校的行参加计算", "Only rows of schools are counted";
        "无需处理。", "Nothing need be done.";
    HiddenRead: "读取了隐藏的内容", "Something hidden was read";
        "可见的工作表、行和列", "Visible sheets, rows and columns";
        "隐藏的工作表、行、列与其他一样参加计算。若不应计入,请在原文件中删除。", "It counts like the rest. If it should not, delete it in the original file.";
    SheetUnused: "此表暂未用于计算", "This sheet is not used yet";
        "学校一级的数据", "Data of schools";
        "此表已读取并核对;此版本尚不统计考试成绩和教师个人数据。", "It was read and checked; this version does not yet compute statistics of exams or of single teachers.";
    UnknownSchoolKind: "办学类型无法识别", "The kind of school is not known";
        "小学、教学点、初级中学、九年一贯制学校、十二年一贯制学校、完全中学等", "Primary school, teaching point, junior school, nine-year school, twelve-year school, complete secondary school …";
        "请改为规范的办学类型。", "Write one of these kinds.";
    KindDisagrees: "办学类型与学段不符", "The kind of school does not fit the stage";
        "办学类型所含学段的数据", "Numbers of the stages that the kind of school has";
        "请核对办学类型和该学段的数据;一贯制学校和完全中学须分学段填写。", "Check the kind of school and this number; schools of several stages need one number for each.";
    HeaderMisspelt: "列名像是写错了", "A header that seems misspelt";
        "“说明”中的列名", "The header under “note”";
        "是不是“说明”中的那一列?是则点“采纳”;否则保留原列名。", "Is it the column under “note”? If so, accept; else it keeps its own name.";
    SchoolFromName: "校名取自表外", "The school is told by a name";
        "表内有“学校名称”列", "A column “School name”";
        "表内没有学校列,已按标题、工作表名或文件名归到这所学校。请看一眼是否正确。", "No column tells the school; the title, the sheet's or the file's name does. Please see whether it is right.";
    YearFromName: "年度取自表外", "The year is told by a name";
        "表内有“年度”列", "A column “Year”";
        "表内没有年度列,已按标题、工作表名或文件名归到这一年。请看一眼是否正确。", "No column tells the year; the title, the sheet's or the file's name does. Please see whether it is right.";
    SchoolAlike: "两个校名像是同一所学校", "Two names that may be one school";
        "一所学校一个名称", "One name for each school";
        "现按两所学校计算。是同一所则点“是同一所”,否则点“不是”,以后不再询问。", "They count as two schools. Say whether they are one; you will not be asked again.";
    SchoolUnited: "按同一所学校计入", "Counted as the same school";
        "与“说明”中的校名一致", "The name under “note”";
        "这是您的决定,可撤回。", "You decided so; it can be taken back.";
    SchoolsApart: "按两所学校计算", "Counted as two schools";
        "与“说明”中的不是同一所", "Another school than the one under “note”";
        "这是您的决定,可撤回。", "You decided so; it can be taken back.";
    UnitSlip: "与同列其他值相差约一万倍", "About ten thousand times off its column";
        "同一列用同一单位(元或万元)", "One unit in a column (yuan or 10k yuan)";
        "已照原值采用。若是单位写错,点“采纳”按万倍换算。", "It was used as it is. If the unit slipped, accept, and it is converted by ten thousand.";
    HeadcountDiffers: "人数合计对不上", "A headcount that does not add up";
        "合计等于各分项之和", "A total that is the sum of its parts";
        "已照原值采用。请核对合计与各分项。", "It was used as it is. Check the total and its parts.";
    CodeDamaged: "学校代码已损坏", "A damaged school code";
        "完整的代码", "All digits of the code";
        "代码被表格软件变成科学记数或截去末位,不用来辨认学校。请以文本格式重新导出。", "A spreadsheet shortened it; it is not used to tell schools apart. Export it anew, as text.";
    CodeLength: "学校代码位数与其他不同", "A school code of another length";
        "同一列代码位数一致", "Codes of one length in a column";
        "已照原样采用。若丢了前面的 0,点“采纳”补足。", "It was used as it is. If zeros at its front are lost, accept to fill them up.";
    CampusUncounted: "不计校数的校区", "A campus that does not count as a school";
        "与本部合并为一行", "One row with its main school";
        "现按单独一所学校计入。在校名处改为本部校名,人数、面积、金额即并入本部。", "It counts as a school of its own. Type its main school's name in place of its own, and its headcounts, areas and amounts are added there.";
    CampusOfSchool: "不计校数的校区,可并入本部", "A campus that may be counted with its main school";
        "与本部合并计算", "Figures counted with its main school";
        "现按单独一所学校计入。“说明”中若是其本部,点“采纳”:人数、面积、金额加到本部,比率以本部为准。", "It counts as a school of its own. If the note names its main school, accept: headcounts, areas and amounts are added there, rates stay the main school's.";
    CampusJoined: "校区已并入本部", "A campus counted with its main school";
        "与本部合并计算", "Figures counted with its main school";
        "此行不计校数,校名与本部相同:人数、面积、金额已加到本部,比率以本部为准。若是另一所学校,请改校名。", "This row does not count as a school and bears the main school's name: headcounts, areas and amounts were added, rates stay the main school's. If it is another school, change the name.";
    DegreesSummed: "高于规定学历教师数由各学历相加", "Teachers above the required degree, added up";
        "“高于规定学历教师数”一列", "A column of teachers above the required degree";
        "小学 = 研究生 + 本科 + 专科,初中 = 研究生 + 本科。请抽查;不应相加则撤回。", "Primary: postgraduates, bachelors and college diplomas; junior: postgraduates and bachelors. Check one or two; take it back if it is wrong.";
    ArtsSummed: "体育艺术教师数由各课程相加", "Teachers of sports and arts, added up";
        "“体育艺术专任教师数”一列", "A column of teachers of sports and arts";
        "体育艺术 = 体育 + 艺术(没有艺术一列时 = 音乐 + 美术)。请抽查;不应相加则撤回。", "Sports and arts are added; without a column of arts, music and fine arts are. Check one or two; take it back if it is wrong.";
    PartsMissing: "分项不全,没有相加", "Parts of a sum are missing";
        "小学:研究生、本科、专科;初中:研究生、本科;体育艺术:体育、艺术(或音乐、美术)", "Primary: postgraduates, bachelors, college diplomas; junior: postgraduates, bachelors; sports and arts: sports, and arts or music and fine arts";
        "缺少其中一列,高于规定学历或体育艺术教师数按缺失处理。请补上这一列,或填合计一列。", "One of these columns is not there, so the teachers above the required degree, or of sports and arts, count as missing. Add the column, or one with the sum.";
    SchoolNotNamed: "校名处是日期或数字", "A date or a number for a school's name";
        "学校名称,如“城关小学”“第1小学”", "A school's name";
        "学校表中此行未采用,考生、教师表中按没有学校计入。表格软件会把“1-2”一类的名称变成日期:请在此处改为校名,原表中先把该列设为文本格式。", "In a table of schools the row was not used; a pupil or teacher counts without a school. Spreadsheets make dates of names such as 1-2: type the school's name here; in the original file format the column as text first.";
    CodesForNames: "学校名称列里是代码", "Codes in the column of schools' names";
        "学校名称", "Schools' names";
        "学校表中这些行未采用,考生、教师表中以代码代替校名。请在识别结果中把此列指定为“学校标识码”,把写有校名的一列(见“说明”)指定为“学校名称”。", "In a table of schools the rows were not used; pupils and teachers have the codes for names. Under “What was recognised” set this column to “School code”, and the one with the names (see the note) to “School name”.";
    LayoutRemembered: "沿用上次的识别选择", "Read as last time";
        "与上次版式相同的表", "A table laid out as before";
        "列的含义、单位按您上次为同样版式的表所选。如不合适,可撤销或更改。", "Columns and units are as you chose for this layout before. Undo or change them if that is wrong.";
    CellEdited: "已在页面上改过", "Changed on this page";
        "原文件中的内容见“原内容”一列", "What the file has stands in the column “Found”";
        "结果按改后的内容计算。如需恢复,可撤销,或改回原值。", "Results use the new content. Undo it, or type the old one, to go back.";
    AreaNegative: "室内体育用房大于教学及辅助用房", "Indoor sports rooms exceed the teaching area";
        "不大于教学及辅助用房面积的数", "No more than the teaching and auxiliary area";
        "室内体育用房是教学及辅助用房的一部分,相减会得负数。请核对两项面积。", "Indoor sports rooms are part of the teaching area; the difference would be negative. Check both areas.";
    TooManySubjects: "学科过多", "Too many subjects";
        "科目列里只有学科名称", "A column of subjects with nothing else in it";
        "限制以内的学科已读取。请看“科目”列是否认错,可在识别结果里更改。", "The subjects within the limit were read. See whether the column really holds subjects; it can be changed under “What was recognised”.";
    ColumnUnread: "未收录的列", "A column that is not known";
        "学科名称,或词典里已有的列名", "A subject, or a column name that the dictionary has";
        "此列未读取。若是一门学科或其他数据,请在识别结果里指定含义。", "It was not read. If it is a subject or something else, set it under “What was recognised”.";
    NoMarkColumn: "没有成绩列", "No column of marks";
        "写有学科名称(如“语文”)或“分数”的列", "A column named after a subject, or “Mark”";
        "在识别结果里把成绩所在的列指定为学科;若不是成绩表,无需处理。", "Under “What was recognised”, say which columns are marks; if the sheet is no table of marks, nothing need be done.";
    IdeographicDigits: "汉字数字", "A number in Chinese characters";
        "阿拉伯数字", "Digits";
        "已自动转为数字,无需处理。", "They were made digits; nothing need be done.";
    MarkBesideStatus: "0 与缺考等写在同一格", "A zero beside a status";
        "分数或状态只写一个", "Either a mark or a status";
        "已按状态采用,0 不计入。", "The status was used; the zero does not count.";
    MarkAgainstStatus: "既有分数,又标缺考等", "A mark and a status that contradicts it";
        "分数或状态只有一个", "Either a mark or a status";
        "写在同一格的按状态采用,另有缺考列的按分数采用。请核对。", "In one cell the status was used; beside a column for absence the mark was. Please check.";
    SignForAbsence: "符号按缺考读取", "A sign was read as absent";
        "分数,或缺考、免考等文字", "A mark, or a word such as “absent”";
        "“—”“-”“/”按缺考处理,不计入平均。若另有含义,请改成文字。", "“—”, “-” and “/” count as absent, not as 0. If they mean something else, write it in words.";
    NoMarks: "整行没有成绩", "A pupil without marks";
        "至少一科有分数或状态", "A mark or a status in one subject at least";
        "各科按空白处理,不计入平均。请补分数,或写明缺考、转学等。", "The marks count as missing. Enter them, or write why there are none.";
    AllZero: "各科全为 0", "All marks are 0";
        "至少一科不为 0,或写明缺考", "A mark above 0, or a status";
        "0 分是真实成绩,已照计。若是缺考,可按缺考处理。", "Zero is a mark and was counted. If the pupil was absent, take it as absent.";
    SubjectNotExamined: "整科为空", "A subject without any entry";
        "有成绩的学科", "A subject with marks";
        "视为没有考这一科,不参加计算。", "It was taken as not examined and counts nowhere.";
    SubjectElective: "部分考生没有此科成绩", "Many pupils have no mark in a subject";
        "各科都有分数或状态", "A mark or a status in each subject";
        "空白按没有成绩处理,不当作 0,也不当作缺考(如选考科目)。", "Blanks count as no mark, neither as 0 nor as absent (such as electives).";
    MarkAboveFull: "分数超过满分", "A mark above the full mark";
        "不超过满分的分数", "At most the full mark";
        "已照原值采用。请核对分数或满分。", "It was used as it is. Check the mark and the full mark.";
    FullMarkDoubtful: "满分可能有误", "The full mark may be wrong";
        "最高分在满分的 60% 到 100% 之间", "A highest mark between 60% and 100% of the full mark";
        "已照原满分采用。请核对满分。", "It was used as it is. Please check the full mark.";
    TotalDiffers: "总分与各科之和不符", "The total is not the sum of the subjects";
        "各科分数(与加分)之和", "The sum of the marks (and added points)";
        "总分与各科各自照原值保留。请核对,或说明加分、折算。", "Both were kept as they are. Check them, or say which points are added.";
    TotalOther: "总分列与各科之和普遍不符", "Most totals are not the sums of the subjects";
        "总分等于各科之和", "Totals that are the sums of the subjects";
        "总分照原值保留。可能含加分或折算,或有学科列没有认出。", "The totals were kept. Perhaps points are added or scaled, or a column was not recognised.";
    NumberCleaned: "编号已整理", "A person's number was cleaned";
        "没有空格和多余符号的编号", "A number without spaces or odd signs";
        "已自动去除空格、全角、撇号和“.0”,无需处理。", "Spaces, full-width digits, quotes and “.0” were removed; nothing need be done.";
    NumberDamaged: "编号已损坏", "A damaged number";
        "完整的编号", "All digits of the number";
        "编号被表格软件变成科学记数或截去了第 15 位以后,不再用来辨认。请从原系统以文本格式重新导出。", "A spreadsheet turned it into powers of ten or cut it after 15 digits; it is not used to tell persons apart. Export it anew, as text.";
    NumberLength: "编号长度与其他人不同", "A number of another length";
        "同一列编号长度一致", "Numbers of one length in a column";
        "已照原样采用。可能丢了前面的 0;可补足长度,或核对。", "It was used as it is. Zeros at its front may be lost: fill them up, or check.";
    DateForClass: "班级变成了日期", "A class that became a date";
        "班级,如 3-2", "A class such as 3-2";
        "已按“月-日”还原为班级(3月2日即 3-2)。请核对。", "Month and day were read as the class (2 March is 3-2). Please check.";
    PersonUnnamed: "没有编号和姓名", "Neither number nor name";
        "编号或姓名", "A number or a name";
        "此行照常计入,但无法与其他表对应。请补全。", "The row counts, but cannot be matched with other tables. Fill it in.";
    PersonTwice: "同一编号出现两次,内容不同", "One number twice, with different contents";
        "一个编号只有一行", "One row for each number";
        "只采用第一行。请核对,删去错误的一行。", "Only the first row is used. Check them and delete the wrong one.";
    NumberShared: "一个编号对应两个姓名", "Two names with one number";
        "编号与姓名一一对应", "One name for each number";
        "两人都计入。请核对编号。", "Both count. Check the numbers.";
    RowTwice: "整行重复", "A row stands twice";
        "每人一行", "One row for each person";
        "只计一次,无需处理。", "It counts once; nothing need be done.";
    TableTwice: "同一张表出现两次", "The same table twice";
        "每张表只有一份", "Each table once";
        "只计一次,采用“说明”所指的那一份;有出入的值另列。若应是两次考试或两个年度,请核对是否放错了文件。", "It counts once, as the note has it; values that differ are listed. If they should be two exams or two years, see whether the wrong file was opened.";
    Namesakes: "同校同班重名,没有编号可以区分", "Namesakes without numbers";
        "能区分的编号", "Numbers that tell them apart";
        "按不同的人计入,无法与其他表对应。请补编号。", "They count as different persons and cannot be matched with other tables. Add numbers.";
    UnknownWord: "此列不认识的写法", "A word that is not known here";
        "是或否,男或女", "Yes or no, male or female";
        "此值未采用。请改成规定的写法。", "It was not used. Write it as expected.";
    SchoolUnlisted: "学校不在学校表中", "A school that is not in the tables of schools";
        "学校表中的校名", "A school's name as in the tables of schools";
        "已按单独的学校计入。若是同一所学校的另一种写法,请统一校名。", "It counts as a school of its own. If it is another name of a known school, use one name.";
    ClassTwice: "班级重复", "A class stands twice";
        "每个班(每年)只有一行", "One row for each class (and year)";
        "只采用第一行(见“说明”)。若是两个班,请写清年级和班级;否则请在原文件中删去一行。", "Only the first row is used: see the note. If they are two classes, name both in full; else delete one row in the original file.";
    ClassEmpty: "班级没有学生", "A class without pupils";
        "大于 0 的整数", "A whole number above 0";
        "这个班的人数按“缺失”处理。请改成实有人数;没有这个班的,请在原文件中删去这一行。", "Its size counts as missing. Write how many pupils it has; if there is no such class, delete its row in the original file.";
    ClassStage: "看不出班级的学段", "The stage of a class is not known";
        "学段,如“七年级”“初一”的年级,或只有一个学段的学校", "A stage, a grade such as “Grade 7”, or a school of one stage";
        "这个班的班额待评估。请写明学段或年级,或补上学校的办学类型。", "Its size is not judged yet. Write its stage or grade, or the kind of its school.";
    ClassPreschool: "幼儿园的班级", "A class of a kindergarten";
        "小学、初中或高中的班级", "A class of a primary, junior or senior school";
        "幼儿园和学前班不属于义务教育,这一行没有采用,不必处理。", "Kindergartens are not part of compulsory schooling: the row was left out, and nothing is to be done.";
    ClassLarge: "一个班超过 100 人", "A class of more than 100 pupils";
        "一个班的学生数", "The pupils of one class";
        "已照原值按一个班计。若是全年级的人数,请改为一行一个班。", "It counts as one class as it is. If these are the pupils of a whole grade, write one row for each class.";
    ClassesCounted: "每行像是一个年级,不是一个班", "Rows seem to be grades, not classes";
        "一行一个班:年级、班级(如 1班)、学生数", "One row a class: grade, class (such as Class 1) and pupils";
        "“班级”列像是班级个数,整张表未读取。请改为一行一个班;若确是班级编号,请把此表的类型选为“班级”。", "The column of classes seems to count them, so the sheet was not read. Write one row for each class; if they are the classes' numbers, choose “Classes” as the kind of the sheet.";
    ClassesDiffer: "各班人数合计与在校生数不符", "The classes do not add up to the school's pupils";
        "在校生数等于该学段各班学生数之和", "Pupils of a stage that are the sum of its classes";
        "两处都照原值采用,各班合计见“说明”。请核对班级表是否齐全、两张表是否同一时点。", "Both were used as they are; the note has the sum of the classes. Check that no class is missing and that both tables are of the same time.";
}

impl Severity {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Fault => lang.severity_fault(),
            Self::Doubt => lang.severity_doubt(),
            Self::Repair => lang.severity_repair(),
            Self::Note => lang.severity_note(),
        }
    }
}

impl Lang {
    const fn either(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    texts! {
        severity_fault => "错误", "Fault";
        severity_doubt => "存疑", "Doubt";
        severity_repair => "已修复", "Repaired";
        severity_note => "提示", "Note";
    }
}
