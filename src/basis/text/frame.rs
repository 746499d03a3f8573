//! Texts of the frame: bar, rail, notices.

use super::{Lang, texts};

impl Lang {
    texts! {
        page_data => "数据", "Data";
        page_evaluation => "评价", "Evaluation";
        page_balance => "均衡", "Balance";
        page_bonus => "奖金", "Bonus";
        page_report => "报告", "Report";
        pages => "页面", "Pages";
        undo => "撤销", "Undo";
        redo => "重做", "Redo";
        save_project => "保存项目", "Save project";
        export => "导出", "Export";
        local_only => "本机计算 · 不上传", "Computed here · nothing sent";
        local_proof => "打开文件之后,本页不再发出任何网络请求,可以拔掉网线使用,也可以按 F12 在“网络”里核对;发往其他网站的请求,由本页的安全策略一律禁止。", "Once a file is open this page makes no request at all: unplug the network and it still works, or watch F12, “Network”. Requests to any other site are forbidden by the page's own policy.";
        theme => "外观", "Appearance";
        theme_system => "随系统", "As the system";
        theme_light => "浅色", "Light";
        theme_dark => "深色", "Dark";
        theme_contrast => "高对比", "High contrast";
        not_kept => "未能存于本机,请用“保存项目”", "could not be kept here: please save the project";
        kept_at(time: &str) => "已存于本机 {time}", "kept here {time}";
        offer(name: &str) => "上次在这台电脑上的项目:{name}", "Your last project on this computer: {name}";
        offer_beside(offer: &str) => "{offer}。它还没有被覆盖:点“继续”换下现在打开的文件(可撤销),点“不用”则改存现在打开的。", "{offer}. It is not overwritten yet: “Resume” puts it in place of what is open now (undo brings that back), “No, thanks” keeps what is open now instead.";
        keeping_waits => "尚未存于本机:请先选“继续”或“不用”", "not kept here yet: please choose “Resume” or “No, thanks” first";
        resume => "继续", "Resume";
        decline => "不用", "No, thanks";
        to_look_at(count: usize) => "{count} 处待看", "{count} to check";
        schools_short(count: usize) => "{count} 校", "{count}";
        understanding => "正在识别各表各列的含义", "Working out what the columns mean";
        opening(names: &str) => "正在读取 {names}", "Reading {names}";
        opening_several(count: usize) => "正在读取 {count} 个文件", "Reading {count} files";
        file_of(file: usize, all: usize, name: &str) => "第 {file} 个,共 {all} 个:{name}", "file {file} of {all}: {name}";
        seconds_left(seconds: &str) => "约剩 {seconds} 秒", "about {seconds} s left";
        minutes_left(minutes: &str) => "约剩 {minutes} 分钟", "about {minutes} min left";
        replaced(names: &str) => "{names} 已换成新放入的文件,原来的数据不再计入;撤销可恢复。", "Replaced by the new files: {names}. The earlier data no longer count; undo brings them back.";
        writing => "正在写出工作簿", "Writing the workbook";
        spread(count: usize) => "已同样用于版式相同的其他 {count} 张表;自己另有指定的表不变。", "Decided likewise on {count} more sheets of the same layout; those with a decision of their own stay as they are.";
        weight_bounded(name: &str, weight: &str) => "“{name}”的权重只能到 {weight}:其余已锁定或合计须为 100.00。", "The weight of “{name}” became {weight}: the others are locked, or the sum must stay 100.00.";
        cancel => "取消", "Cancel";
        dismiss => "知道了", "OK";
        rows_read(rows: &str) => "{rows} 行", "{rows} rows";
        saved(name: &str) => "已保存 {name},在下载文件夹里。", "Saved {name} to your downloads.";
        exported(name: &str) => "已导出 {name},在下载文件夹里。", "Exported {name} to your downloads.";
        left_aside(names: &str) => "项目文件要单独打开,同时放入的 {names} 没有读取;需要的话请再放一次。", "A project file opens by itself. Not read: {names}; drop again what you need.";
        sentences(one: &str, other: &str) => "{one}{other}", "{one} {other}";
        too_large_to_open(name: &str, most: &str) => "{name} 超过 {most},没有打开,原有数据没有改动。请删去不需要的工作表、空行和图片,或拆成几个文件。", "{name} is over {most} and was not opened; nothing was changed. Remove sheets, blank rows and pictures that are not needed, or split it.";
        same_names(names: &str) => "一次放入了几个同名的文件({names}),只读取了最后一个。请改名后把其余的再放进来。", "Several files of one name were dropped at once ({names}); only the last was read. Rename the others and drop them again.";
        not_yet => "文件还在读取,读完后再导出,结果才完整。", "Files are still being read; export when they are there, so that nothing is missing.";
        interrupted => "新放入的文件打断了导出,请在读完后重新导出。", "The files you dropped interrupted the export; export again when they have been read.";
        cancelled => "已取消,原有数据没有改动。", "Cancelled; nothing was changed.";
        forgotten => "本机数据已清除。关闭本页之前还可以撤销。", "Everything kept on this computer is gone. Until you close this page, undo brings it back.";
        forgetting => "正在清除本机数据…", "Clearing the data on this computer…";
        not_forgotten(reason: &str) => "浏览器没有清除本机数据({reason})。请在浏览器的设置中清除本网站的数据。关闭本页之前,页面上的内容可以撤销找回。", "The browser did not clear the data on this computer ({reason}). Please clear this site's data in the browser's settings. Until you close this page, undo brings back what was on it.";
        failed(reason: &str) => "没有完成:{reason}。原有数据没有改动,请再试一次。", "That did not work: {reason}. Nothing was changed; please try again.";
        engine_lost(reason: &str) => "程序出错,已经停下({reason})。请刷新本页,会请您接着用最近一次自动保存的项目。", "The program stopped ({reason}). Please reload the page; it will offer the project that was kept last.";
        clear_local => "清除本机数据", "Clear data on this computer";
        clear_local_asked => "项目、识别选择和界面设置都会从本机删除。", "The project, what was chosen for layouts, and your settings are deleted from this computer.";
        clear_local_do => "确定清除", "Clear it";
        skip_to_content => "跳到正文", "Skip to content";
    }
}
