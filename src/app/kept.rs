//! The project that is kept on this computer: from the wish to keep it to going
//! on with it, or forgetting it.

use super::document::Document;
use super::effect::Effect;
use super::history::History;
use super::layout::Layouts;
use super::model::{Model, Notice, Page};
use super::project;
use super::update::{change, replace};

/// Nothing open is nothing to keep: between the wish and the pause the files may
/// have been closed, and what was kept before is worth more. So is what is kept from
/// last time while the person has not decided on it.
pub fn keep(model: &Model) -> Vec<Effect> {
    if model.document.sources.is_empty() || model.offered.is_some() {
        return vec![];
    }
    vec![Effect::Keep(project::to_json(&model.document, &model.now).into_bytes())]
}

/// The project of last time, if it can be read.
pub fn offered(project: &[u8]) -> Option<Box<Document>> {
    project::from_json(std::str::from_utf8(project).ok()?).ok().map(Box::new)
}

/// Goes on with the project of last time, or does not want it.
pub fn resume(model: &mut Model, wanted: bool) -> Vec<Effect> {
    match model.offered.take() {
        Some(document) if wanted => {
            let alone = model.document.sources.is_empty();
            let effects = replace(model, *document);
            if alone {
                // One step back there was nothing.
                model.history = History::default();
            }
            model.page = model.result_page();
            effects
        }
        // What is open may take its place now.
        Some(_) if !model.document.sources.is_empty() => vec![Effect::KeepSoon],
        _ => vec![],
    }
}

/// Has what is kept on this computer forgotten and closes what is open. Until the
/// page is closed, undo brings it back. It is said once storage has answered.
pub fn forget(model: &mut Model) -> Vec<Effect> {
    model.busy = None;
    model.offered = None;
    model.kept_at = None;
    model.forgetting = true;
    model.asked.clear();
    model.layouts = Layouts::default();
    change(model, None, |document| *document = Document::default());
    model.page = Page::Data;
    model.notice = Some(Notice::Forgetting);
    vec![Effect::Stop, Effect::Forget]
}

/// Says that everything is forgotten, or that it is not.
pub fn forgotten(model: &mut Model, answer: Result<(), String>) -> Vec<Effect> {
    model.forgetting = false;
    match answer {
        Err(reason) => model.notice = Some(Notice::NotForgotten(reason)),
        Ok(()) if model.notice == Some(Notice::Forgetting) => model.notice = Some(Notice::Forgotten),
        // The person went on meanwhile: it would be about something else.
        Ok(()) => {}
    }
    vec![]
}
