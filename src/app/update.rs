//! The one place where the state changes: a pure function from a state and an
//! event to a state and effects.

use crate::basis::place::Place;
use crate::basis::problem::ProblemKind;
use crate::evaluation::EvaluationEdit;
use crate::intake;
use crate::word::correction::{Ruling, SameSchool, SheetChoice};
use crate::word::reading::Choice;
use crate::word::table::Table;

use super::derive::Understanding;
use super::document::Document;
use super::effect::{Effect, Request};
use super::event::{Event, Fold};
use super::kept;
use super::layout::{self, Layouts};
use super::model::{Busy, Model, Notice, Shown, Work};
use super::opening;
use super::project;
use super::take;
use super::task::Outcome;
use super::view::pager::{List, Windows};

/// Takes an event in; gives back what is to be done outside.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Do(deed) => deed.open().map_or_else(|_| vec![], |event| update(model, event)),
        Event::Go(page) => {
            model.page = page;
            model.look.explained = None;
            model.notice = None;
            vec![]
        }
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
        Event::Settle => {
            model.history.settle();
            vec![]
        }
        Event::Dismiss => {
            model.notice = None;
            vec![]
        }
        Event::Chosen(files) => opening::load(model, &files),
        Event::SampleChosen(name) => opening::load_sample(model, name),
        Event::Cancel => cancel(model),
        Event::Choose(choice) => choose(model, choice),
        Event::Answer { token, answered } => {
            let files = vec![(answered.name.clone(), 0)];
            opening::begin(model, files, vec![(token, Some(answered))])
        }
        Event::LeaveOut(name) => {
            model.asked.retain(|asked| asked.name != name);
            vec![]
        }
        Event::EditCell { place, text } => edit_cell(model, place, text),
        Event::Rule(ruling) => rule(model, ruling),
        Event::ReadAs(choice) => read_as(model, choice),
        Event::Unite(decision) => change(model, None, |document| document.corrections.unite(decision)),
        Event::Withdraw { kind, place } => {
            change(model, None, |document| document.corrections.withdraw(kind, place.as_ref()))
        }
        Event::Reconsider(decision) => change(model, None, |document| document.corrections.reconsider(&decision)),
        Event::Close(file) => change(model, None, |document| document.close(&file)),
        Event::Clear => clear(model),
        Event::ForgetAll => kept::forget(model),
        Event::Resume(wanted) => kept::resume(model, wanted),
        Event::Evaluation(edit) => {
            change(model, edit.gesture(), |document| edit.apply(&mut document.scheme.evaluation))
        }
        Event::Balance(edit) => change(model, None, |document| edit.apply(&mut document.scheme.balance)),
        Event::Plan(edit) => change(model, None, |document| edit.apply(&mut document.scheme.plan)),
        Event::Target(edit) => change(model, None, |document| edit.apply(&mut document.scheme.targets)),
        Event::Bonus(edit) => change(model, None, |document| edit.apply(&mut document.scheme.bonus)),
        Event::Typed(typed) => match typed.edit(&model.document.scheme) {
            Some(edit) => {
                model.look.refused = None;
                let effects = update(model, edit.clone());
                tell_bounded(model, &edit);
                effects
            }
            None => {
                model.look.refused = Some(typed);
                vec![]
            }
        },
        Event::Explain(subject) => {
            model.look.explained = subject;
            vec![]
        }
        Event::ShowPart(part) => {
            model.look.balance_part = part;
            model.look.explained = None;
            vec![]
        }
        Event::ShowIndices(choice) => {
            model.look.indices = choice;
            model.look.explained = None;
            model.look.windows.turn(List::IndexGroups, 0);
            model.look.windows.turn(List::IndexSchools, 0);
            vec![]
        }
        Event::ShowStage(stage) => {
            model.look.stage = stage;
            model.look.explained = None;
            model.look.windows.turn(List::Balance, 0);
            model.look.windows.turn(List::Excluded, 0);
            model.look.windows.turn(List::IndexGroups, 0);
            model.look.windows.turn(List::IndexSchools, 0);
            vec![]
        }
        Event::ShowGroup(group) => {
            model.look.group = group;
            model.look.windows.turn(List::Evaluation, 0);
            vec![]
        }
        Event::SortEvaluation(sort) => {
            model.look.evaluation_sort = sort;
            model.look.windows.turn(List::Evaluation, 0);
            vec![]
        }
        Event::SortBalance(sort) => {
            model.look.balance_sort = sort;
            model.look.windows.turn(List::Balance, 0);
            vec![]
        }
        Event::SortBonus(sort) => {
            model.look.bonus_sort = sort;
            model.look.windows.turn(List::Bonus, 0);
            vec![]
        }
        Event::Turn { list, from } => {
            model.look.windows.turn(list, from);
            vec![]
        }
        Event::Look(shown) => {
            model.look.unfolded.insert(Fold::Columns(shown.sheet));
            let jumps = model.look.shown.jumps + u32::from(shown.cell.is_some());
            model.look.shown = Shown { jumps, ..shown };
            vec![]
        }
        Event::Unfold(fold) => {
            if !model.look.unfolded.remove(&fold) {
                model.look.unfolded.insert(fold);
            }
            vec![]
        }
        Event::Save => take::save(model),
        Event::Export => take::export(model),
        Event::Mark(file) => take::mark(model, &file),
        Event::Template(kind) => take::template(model, kind),
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
        Event::Done { request, outcome } => match outcome.open() {
            Ok(outcome) => done(model, request, outcome),
            Err(error) => update(model, Event::Failed { request, reason: error.to_string() }),
        },
        Event::Failed { request, reason } => {
            if request == 0 || finish(model, request).is_some() {
                model.notice = Some(Notice::Failed(reason));
            }
            vec![]
        }
    }
}

/// Says so when locked weights left less room than was typed.
fn tell_bounded(model: &mut Model, typed: &Event) {
    let Event::Evaluation(EvaluationEdit::SetWeight { path, weight }) = typed else { return };
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

/// Decides what a column means, on all sheets of its layout.
fn choose(model: &mut Model, choice: Choice) -> Vec<Effect> {
    let others = layout::spread_choice(&choice, &model.document, &model.derived.readings);
    spread(model, others, choice, Document::choose)
}

/// Decides how a sheet is read; what its items mean, on all sheets of its
/// layout.
fn read_as(model: &mut Model, choice: SheetChoice) -> Vec<Effect> {
    let others = layout::spread_items(&choice, &model.document, &model.derived.readings);
    spread(model, others, choice, |document, choice| document.corrections.read_as(choice))
}

/// Decides the same on other sheets, and says on how many.
fn spread<C>(model: &mut Model, others: Vec<C>, own: C, decide: fn(&mut Document, C)) -> Vec<Effect> {
    let count = others.len();
    let all = others.into_iter().chain([own]);
    let effects = change(model, None, |document| all.for_each(|choice| decide(document, choice)));
    if count > 0 {
        model.notice = Some(Notice::Spread(count));
    }
    effects
}

/// Carries proposals out or takes repairs back; schools that are all one are
/// united, one decision a pair.
fn rule(model: &mut Model, ruling: Ruling) -> Vec<Effect> {
    if ruling.kind != ProblemKind::SchoolAlike {
        return change(model, None, |document| document.corrections.rule(ruling));
    }
    let name = |index: usize| model.derived.dataset.name(index).into();
    let pairs = model.derived.alike.iter();
    let decisions: Vec<SameSchool> =
        pairs.map(|pair| SameSchool { other: name(pair.other), name: name(pair.name), same: ruling.applied }).collect();
    change(model, None, |document| decisions.into_iter().for_each(|decision| document.corrections.unite(decision)))
}

fn travel(model: &mut Model, back: bool) -> Vec<Effect> {
    let moved = if back { model.history.undo(&mut model.document) } else { model.history.redo(&mut model.document) };
    if moved { settle_document(model, None) } else { vec![] }
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
