//! Texts: report.

use super::{Lang, texts};

impl Lang {
    texts! {
        report_fault(detail: &str) => "报表无法生成({detail})。请减少数据行数后重试,或先保存项目文件。",
            "The report cannot be written ({detail}). Try again with fewer rows, or save the project first.";
    }
}
