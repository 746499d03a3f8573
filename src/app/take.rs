//! What a person takes away: the results, the project, blank tables, and the own
//! file back with what was found marked in it.

use super::effect::Effect;
use super::model::{Model, Notice, Work};
use super::project;
use super::task::{Marking, Task, Unmarkable};
use super::update::{begin_work, is_opening};
use crate::report::mark::{Findings, fresh};
use crate::report::{self, template};
use crate::word::reading::TableKind;

/// The media type of project files.
const PROJECT_MIME: &str = "application/json";
/// The media type of workbooks.
const XLSX_MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Makes a blank table; it takes no time.
pub fn template(model: &mut Model, kind: TableKind) -> Vec<Effect> {
    match template::template(kind, model.preferences.lang, &model.now) {
        Ok(made) => {
            model.notice = Some(Notice::Template(made.name.clone()));
            vec![Effect::Download { name: made.name, mime: XLSX_MIME.to_owned(), bytes: made.bytes }]
        }
        Err(fault) => {
            model.notice = Some(Notice::NotWritten(fault));
            vec![]
        }
    }
}

/// Has the findings marked in an opened file.
pub fn mark(model: &mut Model, file: &str) -> Vec<Effect> {
    let Some(source) = model.document.sources.iter().find(|source| &*source.name == file).cloned() else {
        return vec![];
    };
    if is_opening(model) {
        return vec![];
    }
    let findings = findings(model, file);
    let (stop, request) = begin_work(model, Work::Marking { file: file.to_owned(), anew: None });
    let task = Task::Mark(Marking { source, bytes: Vec::new(), findings }).into();
    stop.into_iter().chain([Effect::Mark { request, name: file.to_owned(), task }]).collect()
}

/// Has a file written anew, into which nothing could be written.
pub fn anew(model: &mut Model, work: Work, why: Unmarkable) -> Vec<Effect> {
    let Work::Marking { file, .. } = work else { return vec![] };
    let tables: Vec<_> = model.derived.tables.iter().filter(|table| *table.file == *file).collect();
    let report = fresh(&file, &tables, &findings(model, &file), &model.now);
    let (_, request) = begin_work(model, Work::Marking { file, anew: Some(why) });
    vec![Effect::Run { request, task: Task::Write(report).into() }]
}

/// Gives the person the marked file.
pub fn marked(model: &mut Model, work: &Work, bytes: Vec<u8>) -> Vec<Effect> {
    let Work::Marking { file, anew } = work else { return vec![] };
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    // What holds macros opens under its own ending only.
    let ending = if anew.is_none() && ending.eq_ignore_ascii_case("xlsm") { "xlsm" } else { "xlsx" };
    let name = format!("{}.{ending}", model.preferences.lang.marked_name(stem));
    model.notice = Some(Notice::Marked { name: name.clone(), anew: *anew });
    vec![Effect::Download { name, mime: XLSX_MIME.to_owned(), bytes }]
}

/// What was found in a file.
fn findings(model: &Model, file: &str) -> Findings {
    let lang = model.preferences.lang;
    let all = &model.derived.problems;
    let problems: Vec<_> = all.iter().filter(|problem| *problem.place.file == *file).cloned().collect();
    // Those beyond the kept ones are counted by kind, not by file.
    let total = if problems.len() == all.len() { all.total() } else { problems.len() };
    let edits = model.document.corrections.cells().iter();
    let edits = edits.filter(|edit| *edit.place.file == *file).cloned().collect();
    Findings { problems, edits, total, lang, program: crate::report::program(lang) }
}

/// Gives the person the project.
pub fn save(model: &mut Model) -> Vec<Effect> {
    let name = format!("{}.{}", model.document.name().unwrap_or_default(), project::EXTENSION);
    model.notice = Some(Notice::Saved(name.clone()));
    let bytes = project::to_json(&model.document, &model.now).into_bytes();
    vec![Effect::Download { name, mime: PROJECT_MIME.to_owned(), bytes }]
}

/// Has the report written.
pub fn export(model: &mut Model) -> Vec<Effect> {
    if is_opening(model) {
        return vec![];
    }
    let report = report::compose(&model.derived.material(&model.document, &model.now), model.preferences.lang);
    let (stop, request) = begin_work(model, Work::Writing);
    stop.into_iter().chain([Effect::Run { request, task: Task::Write(report).into() }]).collect()
}

/// Gives the person the written report.
pub fn written(model: &mut Model, bytes: Vec<u8>) -> Vec<Effect> {
    let name = format!("{}.xlsx", model.preferences.lang.report_file(model.document.name().unwrap_or_default()));
    model.notice = Some(Notice::Exported(name.clone()));
    vec![Effect::Download { name, mime: XLSX_MIME.to_owned(), bytes }]
}
