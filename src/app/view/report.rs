//! The report page: what can be taken away, and what it will say of itself.

use serde::{Deserialize, Serialize};

use super::{Sentence, Tone, span};
use crate::app::model::Model;
use crate::balance::target::Line;
use crate::basis::format;
use crate::basis::text::Lang;
use crate::word::cohort::Cohort;
use crate::word::dataset::Dataset;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    /// The heading.
    pub title: String,
    /// What there is to take.
    pub lead: Sentence,
    /// Whether anything can be exported.
    pub ready: bool,
    /// The sheets of the workbook, and what each holds.
    pub sheets: Vec<(String, String)>,
    /// What makes the results reproducible: program, files with their hashes.
    pub marks: Vec<(String, String)>,
}

/// What there is without schools to report on, and what is needed.
fn lacking(data: &Dataset, lang: Lang) -> String {
    let pupils: usize = data.cohorts.iter().map(Cohort::len).sum();
    if pupils + data.staff.len() == 0 {
        return lang.report_empty().to_owned();
    }
    let grouped = |count: usize| format::grouped(&count.to_string());
    lang.report_persons_only(&grouped(pupils), &grouped(data.staff.len()))
}

/// The page's view.
pub fn view(model: &Model) -> ReportView {
    let lang = model.preferences.lang;
    let ready = !model.derived.dataset.schools.is_empty();
    let lead = if ready { lang.report_lead().to_owned() } else { lacking(&model.derived.dataset, lang) };
    let program = (lang.program().to_owned(), format!("{} {}", lang.product(), env!("CARGO_PKG_VERSION")));
    let sources = model.document.sources.iter();
    let hashes = sources.map(|source| (source.name.to_string(), format!("SHA-256 {}", source.sha256)));
    ReportView {
        title: lang.report_title().to_owned(),
        lead: vec![span(lead, Tone::Plain)],
        ready,
        sheets: sheets(model, lang),
        marks: [program].into_iter().chain(hashes).collect(),
    }
}

/// The workbook's sheets, and what is in each.
fn sheets(model: &Model, lang: Lang) -> Vec<(String, String)> {
    let lines = &model.derived.targets.lines;
    let classes = lines.iter().any(Line::is_by_class);
    let planned = !model.document.scheme.plan.steps.is_empty();
    let sheets = [
        (true, lang.page_evaluation(), lang.report_about_evaluation()),
        (true, lang.page_balance(), lang.report_about_balance()),
        (!lines.is_empty(), lang.target_report(), lang.report_about_targets()),
        (classes, lang.table_classes(), lang.report_about_classes()),
        (planned, lang.balance_part_plan(), lang.report_about_plan()),
        (true, lang.page_bonus(), lang.report_about_bonus()),
        (true, lang.report_method(), lang.report_about_method()),
        (true, lang.report_problems(), lang.report_about_problems()),
    ];
    let there = sheets.into_iter().filter(|(there, ..)| *there);
    there.map(|(_, sheet, about)| (sheet.to_owned(), about.to_owned())).collect()
}
