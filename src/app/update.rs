//! The one place where the state changes: a pure function from a state and an
//! event to a state and effects.

use crate::balance::edit::PlanEdit;
use crate::balance::{Unit, wording};
use crate::basis::place::Place;
use crate::basis::text::Lang;
use crate::evaluation::EvaluationEdit;
use crate::intake;
use crate::word::table::Table;

use super::act::Act;
use super::derive::Understanding;
use super::document::Document;
use super::draft::{self, Draft};
use super::effect::{Effect, Request};
use super::event::Event;
use super::kept;
use super::layout::Layouts;
use super::model::{Busy, Model, Notice, Page, Shown, Work};
use super::opening;
use super::project;
use super::sight::Fold;
use super::take;
use super::task::Outcome;
use super::typed::{Entry, Typed};
use super::view::pager::Windows;

mod act;

/// Takes an event in; gives back what is to be done outside.
pub fn update(model: &mut Model, event: impl Into<Event>) -> Vec<Effect> {
    take_in(model, event.into())
}

fn take_in(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Do(deed) => deed.open().map_or_else(|_| vec![], |act| act::carry_out(model, act)),
        Event::Go(page) => go(model, page),
        Event::SetLang(lang) => {
            model.preferences.lang = lang;
            vec![Effect::KeepPreferences]
        }
        Event::SetTheme(theme) => {
            model.preferences.theme = theme;
            vec![Effect::KeepPreferences]
        }
        Event::Undo => travel(model, true),
        Event::Redo => travel(model, false),
        Event::Dismiss => {
            model.notice = None;
            vec![]
        }
        Event::Understood => {
            model.look.explained = None;
            vec![]
        }
        Event::Chosen(files) => opening::load(model, &files),
        Event::SampleChosen(name) => opening::load_sample(model, name),
        Event::Cancel => cancel(model),
        Event::Answer { token, answered } => {
            let files = vec![(answered.name.clone(), 0)];
            opening::begin(model, files, vec![(token, Some(answered))])
        }
        Event::LeaveOut(name) => {
            model.asked.retain(|asked| asked.name != name);
            vec![]
        }
        Event::EditCell { place, text } => edit_cell(model, place, text),
        Event::Close(file) => change(model, None, |document| document.close(&file)),
        Event::Clear => clear(model),
        Event::ForgetAll => kept::forget(model),
        Event::Resume(wanted) => kept::resume(model, wanted),
        Event::Typed(typed) => {
            let effects = typed_in(model, typed);
            model.history.settle();
            effects
        }
        Event::Slid(typed) => typed_in(model, typed),
        Event::Settle => {
            model.history.settle();
            vec![]
        }
        Event::Drafted(draft) => add_step(model, draft),
        Event::Save => take::save(model),
        Event::Export => take::export(model),
        Event::Mark(file) => take::mark(model, &file),
        Event::Started(preferences) => {
            model.preferences = preferences;
            vec![]
        }
        Event::LayoutsRecalled(json) => {
            model.layouts.recall(Layouts::from_json(&json));
            vec![]
        }
        Event::Keep => kept::keep(model),
        Event::Recalled(project) => {
            // Storage may answer after a file was opened: what was kept is
            // worth an offer then, too.
            model.offered = kept::offered(&project);
            vec![]
        }
        Event::Kept(time) => {
            // What was kept may have been forgotten since.
            model.unkept = time.is_none();
            model.kept_at = time.filter(|_| !model.document.sources.is_empty());
            vec![]
        }
        Event::Forgotten(answer) => kept::forgotten(model, answer),
        Event::Done { request, outcome } => match outcome.open() {
            Ok(outcome) => done(model, request, outcome),
            Err(error) => failed(model, request, error.to_string()),
        },
        Event::Failed { request, reason } => failed(model, request, reason),
    }
}

fn go(model: &mut Model, page: Page) -> Vec<Effect> {
    model.page = page;
    model.look.explained = None;
    model.notice = None;
    vec![]
}

fn failed(model: &mut Model, request: Request, reason: String) -> Vec<Effect> {
    if request == 0 || finish(model, request).is_some() {
        model.notice = Some(Notice::Failed(reason));
    }
    vec![]
}

/// Does what a text asks for; one that cannot be read stays in its field.
fn typed_in(model: &mut Model, typed: Typed) -> Vec<Effect> {
    let Some(act) = typed.act(&model.document.scheme) else {
        model.look.refused = Some(typed);
        return vec![];
    };
    model.look.refused = None;
    let effects = act::carry_out(model, act.clone());
    tell_bounded(model, &act);
    effects
}

/// Adds a step to the plan, once its number can be read.
fn add_step(model: &mut Model, draft: Draft) -> Vec<Effect> {
    let (stage, balance) = (model.look.stage, &model.derived.balance);
    let within = balance.stage(stage);
    let fields = draft::fields(within, stage, balance.scheme.rooms_moved);
    // Combined schools are shown with a stage, "青山学校(小学部)": any is understood, in any language.
    let data = &model.derived.dataset;
    let named = |name: &str| {
        balance.stages.iter().find_map(|within| {
            let is = |unit: &Unit, lang| wording::unit_name(data, unit, within.stage, lang) == name;
            let unit = within.units.iter().find(|unit| Lang::ALL.iter().any(|lang| is(unit, *lang)))?;
            Some(data.name(unit.school).into())
        })
    };
    match draft.step(&fields, &named) {
        Some(step) => act::carry_out(model, Act::Plan(PlanEdit::Add(vec![step]))),
        None => {
            model.look.refused = Some(Typed::new(Entry::Draft, draft.number));
            vec![]
        }
    }
}

/// Says so when locked weights left less room than was typed.
fn tell_bounded(model: &mut Model, act: &Act) {
    let Act::Evaluation(EvaluationEdit::SetWeight { path, weight }) = act else { return };
    let evaluation = &model.document.scheme.evaluation;
    let Some(node) = evaluation.node(path).filter(|node| node.weight != *weight) else { return };
    model.notice = Some(Notice::Bounded { name: node.name.clone(), weight: node.weight });
}

/// Changes the document, remembers how it was, and derives anew.
pub(super) fn change(model: &mut Model, gesture: Option<String>, edit: impl FnOnce(&mut Document)) -> Vec<Effect> {
    let before = model.document.clone();
    edit(&mut model.document);
    changed(model, before, gesture, None)
}

/// What follows a change of the document, as it was before; what its tables
/// mean may be known.
pub(super) fn changed(
    model: &mut Model,
    before: Document,
    gesture: Option<String>,
    known: Option<Understanding>,
) -> Vec<Effect> {
    if model.document == before {
        // What is shared stays the same piece, by which results know their source.
        model.document = before;
        return vec![];
    }
    model.history.record(before, gesture);
    settle_document(model, known)
}

/// Closes all that is open, and what is being opened.
fn clear(model: &mut Model) -> Vec<Effect> {
    model.asked.clear();
    let opening = model.busy.take_if(|busy| matches!(busy.work, Work::Opening { .. }));
    let mut effects = change(model, None, |document| *document = Document::default());
    effects.extend(opening.map(|_| Effect::Stop));
    effects
}

/// Types a cell anew. Where no sheet has it there is nothing to type over.
fn edit_cell(model: &mut Model, place: Place, text: String) -> Vec<Effect> {
    let table = model.document.tables.iter().find(|table| table.holds(&place));
    let Some((table, (row, column))) = table.zip(place.cell) else { return vec![] };
    let cell = table.cell(row, column);
    let before = cell.text().into_owned();
    // Typing what a date is shown as takes the edit back.
    let text = if text == intake::readable(cell) { before.clone() } else { text };
    change(model, None, |document| document.corrections.edit(place, &before, text))
}

fn travel(model: &mut Model, back: bool) -> Vec<Effect> {
    let moved = if back { model.history.undo(&mut model.document) } else { model.history.redo(&mut model.document) };
    if !moved {
        return vec![];
    }
    // What was told was about the state before.
    model.notice = None;
    settle_document(model, None)
}

/// What follows every change of the document.
fn settle_document(model: &mut Model, known: Option<Understanding>) -> Vec<Effect> {
    model.look.refused = None;
    if !model.derived.is_from(&model.document.tables) {
        renumber(model);
        model.look.windows = Windows::default();
    }
    let anew = model.derived.follow(&model.document, known);
    if anew {
        // So are schools: the question would be about another one.
        model.look.explained = None;
    }
    if model.document.sources.is_empty() {
        return vec![];
    }
    // A dragged weight teaches nothing about layouts.
    let learnt = anew && model.layouts.learn(&model.document, &model.derived.tables, &model.derived.readings);
    let layouts = learnt.then(|| Effect::KeepLayouts(model.layouts.to_json()));
    layouts.into_iter().chain([Effect::KeepSoon]).collect()
}

/// Sheets are numbered anew: what is unfolded and shown of those that stay
/// remains, for somebody may be typing there.
fn renumber(model: &mut Model) {
    let place = |sheet: usize| model.derived.tables.get(sheet).map(Table::place);
    let again = |sheet: usize| {
        let place = place(sheet)?;
        model.document.tables.iter().position(|table| table.place() == place)
    };
    let unfolded = model.look.unfolded.iter().filter_map(|fold| match fold {
        Fold::Columns(sheet) => again(*sheet).map(Fold::Columns),
        other => Some(other.clone()),
    });
    let unfolded = unfolded.collect();
    let shown = again(model.look.shown.sheet).map(|sheet| Shown { sheet, ..model.look.shown.clone() });
    (model.look.unfolded, model.look.shown) = (unfolded, shown.unwrap_or_default());
}

/// Whether files are being read. Nothing that is taken away may end that: it
/// would lack them.
pub(super) fn is_opening(model: &mut Model) -> bool {
    let opening = matches!(model.busy, Some(Busy { work: Work::Opening { .. }, .. }));
    if opening {
        model.notice = Some(Notice::NotYet);
    }
    opening
}

/// Begins something; what was under way is stopped.
pub(super) fn begin_work(model: &mut Model, work: Work) -> (Option<Effect>, Request) {
    let stop = model.busy.is_some().then_some(Effect::Stop);
    model.requests += 1;
    model.notice = None;
    model.busy = Some(Busy { request: model.requests, work });
    (stop, model.requests)
}

/// The work that the request was about, if it is the one under way: it is
/// over now.
fn finish(model: &mut Model, request: Request) -> Option<Work> {
    Some(model.busy.take_if(|busy| busy.request == request)?.work)
}

fn cancel(model: &mut Model) -> Vec<Effect> {
    if model.busy.take().is_none() {
        return vec![];
    }
    model.notice = Some(Notice::Cancelled);
    vec![Effect::Stop]
}

pub(super) fn replace(model: &mut Model, document: Document) -> Vec<Effect> {
    change(model, None, |present| *present = document)
}

fn done(model: &mut Model, request: Request, outcome: Outcome) -> Vec<Effect> {
    let Some(work) = finish(model, request) else { return vec![] };
    match outcome {
        Outcome::Opened(opening) => opening::opened(model, *opening, work),
        // What is not UTF-8 is no project either, and is said to be none.
        Outcome::Project { bytes, left_aside } => match project::from_json(&String::from_utf8_lossy(&bytes)) {
            Ok(document) => {
                model.asked.clear();
                model.notice = (!left_aside.is_empty()).then_some(Notice::LeftAside(left_aside));
                replace(model, document)
            }
            Err(fault) => {
                model.notice = Some(Notice::NotAProject { fault, left_aside });
                vec![]
            }
        },
        Outcome::Marked(bytes) => take::marked(model, &work, bytes),
        Outcome::Unmarked(why) => take::anew(model, work, why),
        Outcome::Written(bytes) if matches!(work, Work::Marking { .. }) => take::marked(model, &work, bytes),
        Outcome::Written(bytes) => take::written(model, bytes),
        Outcome::Unwritten(fault) => {
            model.notice = Some(Notice::NotWritten(fault));
            vec![]
        }
    }
}
