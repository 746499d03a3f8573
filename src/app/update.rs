//! The one place where the state changes: a pure function from a state and an
//! event to a state and effects.

use std::sync::Arc;

use crate::basis::money::Fen;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::evaluation::EvaluationEdit;
use crate::intake::{self, limit};
use crate::report;
use crate::word::correction::{Ruling, SameSchool};
use crate::word::reading::Reading;
use crate::word::source::Source;

use super::choice::{still_meant, still_there};
use super::document::{Document, is_of};
use super::effect::{Effect, Request};
use super::event::{ChosenFile, Event, Fold};
use super::layout::{Layouts, Remembered};
use super::model::{Busy, Model, Notice, Page, Shown, Work};
use super::project;
use super::take;
use super::task::{Answered, Opening, Outcome, Task, is_project};

/// The pool that examples are shown with: 8,000,000.00 元.
const SAMPLE_POOL: Fen = Fen(800_000_000);

/// The media type of project files.
const PROJECT_MIME: &str = "application/json";
/// The media type of workbooks.
pub(super) const XLSX_MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        Event::Chosen(files) => load(model, &files),
        Event::SampleChosen(name) => load_sample(model, name),
        Event::Cancel => cancel(model),
        Event::Choose(choice) => change(model, None, |document| document.choose(choice)),
        Event::Answer { token, answered } => {
            let files = vec![(answered.name.clone(), 0)];
            begin_opening(model, files, vec![(token, Some(answered))])
        }
        Event::LeaveOut(name) => {
            model.asked.retain(|asked| asked.name != name);
            vec![]
        }
        Event::EditCell { place, text } => edit_cell(model, place, text),
        Event::Rule(ruling) => rule(model, ruling),
        Event::ReadAs(choice) => change(model, None, |document| document.corrections.read_as(choice)),
        Event::Unite(decision) => change(model, None, |document| document.corrections.unite(decision)),
        Event::Close(file) => change(model, None, |document| document.close(&file)),
        Event::Clear => {
            model.asked.clear();
            change(model, None, |document| *document = Document::default())
        }
        Event::ForgetAll => forget(model),
        Event::Resume(wanted) => resume(model, wanted),
        Event::Evaluation(edit) => {
            change(model, edit.gesture(), |document| edit.apply(&mut document.scheme.evaluation))
        }
        Event::Balance(edit) => change(model, None, |document| edit.apply(&mut document.scheme.balance)),
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
        Event::ShowStage(stage) => {
            model.look.stage = stage;
            model.look.explained = None;
            vec![]
        }
        Event::ShowGroup(group) => {
            model.look.group = group;
            vec![]
        }
        Event::SortEvaluation(sort) => {
            model.look.evaluation_sort = sort;
            vec![]
        }
        Event::SortBonus(sort) => {
            model.look.bonus_sort = sort;
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
        Event::Save => save(model),
        Event::Export => export(model),
        Event::Mark(file) => take::mark(model, &file),
        Event::Template(kind) => take::template(model, kind),
        Event::Started(preferences) => {
            model.preferences = preferences;
            vec![]
        }
        Event::LayoutsRecalled(json) => {
            // What was decided meanwhile is newer.
            if model.layouts == Layouts::default() {
                model.layouts = Layouts::from_json(&json);
            }
            vec![]
        }
        Event::Keep => keep(model),
        Event::Recalled(project) => {
            // Storage may answer after a file was opened: then it is too late.
            if model.document.sources.is_empty() {
                model.offered = offered(&project);
            }
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
fn change(model: &mut Model, gesture: Option<String>, edit: impl FnOnce(&mut Document)) -> Vec<Effect> {
    let before = model.document.clone();
    edit(&mut model.document);
    if model.document == before {
        return vec![];
    }
    model.history.record(before, gesture);
    settle_document(model)
}

/// Types a cell anew. Where no sheet has it there is nothing to type over.
fn edit_cell(model: &mut Model, place: Place, text: String) -> Vec<Effect> {
    let table = model.document.tables.iter().find(|table| table.holds(&place));
    let Some((table, (row, column))) = table.zip(place.cell) else { return vec![] };
    let before = table.cell(row, column).text().into_owned();
    change(model, None, |document| document.corrections.edit(place, &before, text))
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
    if moved { settle_document(model) } else { vec![] }
}

/// What follows every change of the document.
fn settle_document(model: &mut Model) -> Vec<Effect> {
    model.look.refused = None;
    if !model.derived.is_from(&model.document.tables) {
        // Sheets are numbered anew.
        model.look.unfolded.retain(|fold| matches!(fold, Fold::Problems(_)));
        model.look.shown = Shown::default();
    }
    let anew = model.derived.follow(&model.document);
    if anew {
        // So are schools: the question would be about another one.
        model.look.explained = None;
    }
    if model.document.sources.is_empty() {
        return vec![];
    }
    // A dragged weight teaches nothing about layouts.
    let learnt = anew && model.layouts.learn(&model.document, &model.derived.readings);
    let layouts = learnt.then(|| Effect::KeepLayouts(model.layouts.to_json()));
    layouts.into_iter().chain([Effect::KeepSoon]).collect()
}

/// Begins something; what was under way is stopped.
pub(super) fn begin(model: &mut Model, work: Work) -> (Option<Effect>, Request) {
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

/// Files over the limits of reading are refused before a byte of them is
/// loaded: the page holds them in memory, several times over.
fn load(model: &mut Model, files: &[ChosenFile]) -> Vec<Effect> {
    let fits = |file: &&ChosenFile| file.size <= loaded_at_most(&file.name);
    let refused = files
        .iter()
        .find(|file| !fits(file))
        .map(|file| Notice::TooLarge { name: file.name.clone(), most: limit::megabytes(loaded_at_most(&file.name)) });
    let files: Vec<&ChosenFile> = files.iter().filter(fits).collect();
    if files.is_empty() {
        model.notice = refused.or(model.notice.take());
        return vec![];
    }
    let named = files.iter().map(|file| (file.name.clone(), file.size)).collect();
    let effects = begin_opening(model, named, files.iter().map(|file| (file.token, None)).collect());
    model.notice = refused;
    effects
}

/// Begins to open files, by their names with their sizes and by their tokens
/// with what was answered about them. Those that are being opened already are
/// opened with them: nobody said that they are not wanted.
fn begin_opening(
    model: &mut Model,
    mut named: Vec<(String, u64)>,
    mut wanted: Vec<(u32, Option<Answered>)>,
) -> Vec<Effect> {
    if let Some(Busy { work: Work::Opening { files, tokens, .. }, .. }) = model.busy.as_mut() {
        named.splice(0..0, files.drain(..files.len().min(tokens.len())));
        wanted.splice(0..0, tokens.drain(..));
    }
    let (stop, request) = begin(model, Work::Opening { files: named, tokens: wanted.clone(), sample: false });
    stop.into_iter().chain([Effect::Open { request, files: wanted }]).collect()
}

/// A project holds the tables of several files, written out.
fn loaded_at_most(name: &str) -> u64 {
    let files = if is_project(name) { 8 } else { 1 };
    files * limit::FILE_BYTES as u64
}

fn load_sample(model: &mut Model, name: String) -> Vec<Effect> {
    let (stop, request) = begin(model, Work::Opening { files: vec![(name.clone(), 0)], tokens: vec![], sample: true });
    stop.into_iter().chain([Effect::OpenSample { request, name }]).collect()
}

fn cancel(model: &mut Model) -> Vec<Effect> {
    if model.busy.take().is_none() {
        return vec![];
    }
    model.notice = Some(Notice::Cancelled);
    vec![Effect::Stop]
}

fn replace(model: &mut Model, document: Document) -> Vec<Effect> {
    model.offered = None;
    change(model, None, |present| *present = document)
}

fn done(model: &mut Model, request: Request, outcome: Outcome) -> Vec<Effect> {
    let Some(work) = finish(model, request) else { return vec![] };
    match outcome {
        Outcome::Opened(opening) => opened(model, opening, &work),
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
        Outcome::Written(bytes) => {
            let name =
                format!("{}.xlsx", model.preferences.lang.report_file(model.document.name().unwrap_or_default()));
            model.notice = Some(Notice::Exported(name.clone()));
            vec![Effect::Download { name, mime: XLSX_MIME.to_owned(), bytes }]
        }
        Outcome::Unwritten(fault) => {
            model.notice = Some(Notice::NotWritten(fault));
            vec![]
        }
    }
}

/// Takes in what was opened, and asks what must be answered.
fn opened(model: &mut Model, mut opening: Opening, work: &Work) -> Vec<Effect> {
    ask(model, &mut opening);
    if opening.sources.is_empty() {
        return vec![];
    }
    model.offered = None;
    let replaced = replaced(&model.document, &opening);
    if !replaced.is_empty() {
        model.notice = Some(Notice::Replaced(replaced));
    }
    let readings = recognised(model, &opening);
    let kept = still_meant(&model.document.choices, &model.derived.readings, &readings);
    let edits = still_there(model.document.corrections.cells(), &opening.tables);
    let remembered = model.layouts.of(&readings);
    change(model, None, |document| {
        document.open(opening);
        // A table that was open before keeps its own choices.
        let again = |place: &Place| kept.iter().any(|choice| choice.place == *place);
        for Remembered { choices, sheet } in remembered {
            if !again(&sheet.place) {
                let problem = Problem::new(ProblemKind::LayoutRemembered, sheet.place.clone(), "", "");
                Arc::make_mut(&mut document.problems).push(problem);
                document.choices.extend(choices);
            }
            document.corrections.read_as(sheet);
        }
        document.choices.extend(kept);
        for edit in edits {
            document.corrections.edit(edit.place, &edit.before, edit.after);
        }
        if matches!(work, Work::Opening { sample: true, .. }) {
            document.scheme.bonus.pool.get_or_insert(SAMPLE_POOL);
        }
    })
}

/// How the new tables are read by themselves; nothing where nobody decided
/// anything that could hold for them.
fn recognised(model: &Model, opening: &Opening) -> Vec<Reading> {
    let decided = !model.document.choices.is_empty() || model.layouts != Layouts::default();
    if decided { intake::recognise(&opening.tables, &[]) } else { Vec::new() }
}

/// Takes the questions of an opening in; a new one about a file takes the place
/// of the earlier one.
fn ask(model: &mut Model, opening: &mut Opening) {
    let is_open = |name: &str| opening.sources.iter().any(|source| is_of(name, &source.name));
    if !opening.asked.is_empty() {
        model.page = Page::Data;
    }
    model.texts.retain(|text| !is_open(&text.name));
    model.texts.append(&mut opening.texts);
    model.asked.retain(|asked| !is_open(&asked.name));
    for asked in opening.asked.drain(..) {
        match model.asked.iter_mut().find(|known| known.name == asked.name) {
            Some(known) => *known = asked,
            None => model.asked.push(asked),
        }
    }
}

/// The files whose places are taken by others of their names.
fn replaced(document: &Document, opening: &Opening) -> Vec<String> {
    let takes = |known: &&Source| {
        opening.sources.iter().any(|source| source.name == known.name && source.sha256 != known.sha256)
    };
    document.sources.iter().filter(takes).map(|known| known.name.to_string()).collect()
}

/// Nothing open is nothing to keep: between the wish and the pause the files may
/// have been closed, and what was kept before is worth more.
fn keep(model: &Model) -> Vec<Effect> {
    if model.document.sources.is_empty() {
        return vec![];
    }
    vec![Effect::Keep(project::to_json(&model.document, &model.now).into_bytes())]
}

/// The project of last time, if it can be read.
fn offered(project: &[u8]) -> Option<Box<Document>> {
    project::from_json(std::str::from_utf8(project).ok()?).ok().map(Box::new)
}

fn save(model: &mut Model) -> Vec<Effect> {
    let name = format!("{}.{}", model.document.name().unwrap_or_default(), project::EXTENSION);
    model.notice = Some(Notice::Saved(name.clone()));
    let bytes = project::to_json(&model.document, &model.now).into_bytes();
    vec![Effect::Download { name, mime: PROJECT_MIME.to_owned(), bytes }]
}

fn export(model: &mut Model) -> Vec<Effect> {
    let report = report::compose(&model.derived.material(&model.document, &model.now), model.preferences.lang);
    let (stop, request) = begin(model, Work::Writing);
    stop.into_iter().chain([Effect::Run { request, task: Task::Write(report).into() }]).collect()
}

fn resume(model: &mut Model, wanted: bool) -> Vec<Effect> {
    match model.offered.take() {
        Some(document) if wanted => {
            model.page = Page::Evaluation;
            replace(model, *document)
        }
        _ => vec![],
    }
}

/// Forgets what is kept on this computer and closes what is open. Until the
/// page is closed, undo brings it back.
fn forget(model: &mut Model) -> Vec<Effect> {
    model.busy = None;
    model.offered = None;
    model.kept_at = None;
    model.asked.clear();
    model.layouts = Layouts::default();
    change(model, None, |document| *document = Document::default());
    model.page = Page::Data;
    model.notice = Some(Notice::Forgotten);
    vec![Effect::Stop, Effect::Forget]
}
