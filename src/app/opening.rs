//! Opening files: from the event to the document that holds them.

use super::document::{Document, Source, is_of};
use super::effect::{Effect, Request};
use super::event::ChosenFile;
use super::ground::Ground;
use super::model::{Busy, Model, Notice, Page, Work};
use super::sealed::Sealed;
use super::task::{Answered, Opening, is_project};
use super::update::{begin_work, changed};
use crate::basis::money::Fen;
use crate::intake::limit;

/// The pool that examples are shown with: 8,000,000.00 元.
const SAMPLE_POOL: Fen = Fen(800_000_000);

/// Files over the limits of reading are refused before a byte of them is
/// loaded: the page holds them in memory, several times over.
pub fn load(model: &mut Model, files: &[ChosenFile]) -> Vec<Effect> {
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
    let effects = begin(model, named, files.iter().map(|file| (file.token, None)).collect());
    let names: Vec<&str> = files.iter().map(|file| &*file.name).collect();
    let again = names.iter().enumerate().filter(|(at, _)| stands_later(&names, *at));
    let again: Vec<String> = again.map(|(_, name)| (*name).to_owned()).collect();
    let again = (!again.is_empty()).then_some(Notice::SameNames(again));
    model.notice = refused.or(again).or(model.notice.take());
    effects
}

/// Begins to open files, by their names with their sizes and by their tokens
/// with what was answered about them. Those that are being opened already are
/// opened with them: nobody said that they are not wanted.
pub fn begin(
    model: &mut Model,
    mut named: Vec<(String, u64)>,
    mut wanted: Vec<(u32, Option<Answered>)>,
) -> Vec<Effect> {
    if let Some(Busy { work: Work::Opening { files, tokens, .. }, .. }) = model.busy.as_mut() {
        named.splice(0..0, files.drain(..files.len().min(tokens.len())));
        wanted.splice(0..0, tokens.drain(..));
    }
    once(&mut named, &mut wanted);
    let tokens = wanted.clone();
    start(model, named, tokens, false, |request, ground| Effect::Open { request, files: wanted, ground })
}

/// Of files of one name the last is opened: one that is chosen again while it
/// is read, or answered twice by a double click.
fn once(named: &mut Vec<(String, u64)>, wanted: &mut Vec<(u32, Option<Answered>)>) {
    let names: Vec<&str> = named.iter().map(|(name, _)| &**name).collect();
    let last: Vec<bool> = (0..names.len()).map(|at| !stands_later(&names, at)).collect();
    let (mut of_named, mut of_wanted) = (last.iter(), last.iter());
    named.retain(|_| of_named.next().is_none_or(|last| *last));
    wanted.retain(|_| of_wanted.next().is_none_or(|last| *last));
}

/// Whether the name at a place stands once more after it.
fn stands_later(names: &[&str], at: usize) -> bool {
    names.iter().skip(at + 1).any(|later| Some(later) == names.get(at))
}

/// Begins the work, with what the files are opened into.
fn start(
    model: &mut Model,
    files: Vec<(String, u64)>,
    tokens: Vec<(u32, Option<Answered>)>,
    sample: bool,
    effect: impl FnOnce(Request, Sealed<Ground>) -> Effect,
) -> Vec<Effect> {
    let writing = model.busy.as_ref().is_some_and(|busy| !matches!(busy.work, Work::Opening { .. }));
    let ground = Ground::of(model);
    let sealed = ground.clone().into();
    let (stop, request) = begin_work(model, Work::Opening { files, tokens, sample, ground: ground.into() });
    model.notice = writing.then_some(Notice::Interrupted);
    stop.into_iter().chain([effect(request, sealed)]).collect()
}

/// A project holds the tables of several files, written out.
fn loaded_at_most(name: &str) -> u64 {
    let files = if is_project(name) { 8 } else { 1 };
    files * limit::FILE_BYTES as u64
}

/// Begins to open an example.
pub fn load_sample(model: &mut Model, name: String) -> Vec<Effect> {
    let files = vec![(name.clone(), 0)];
    start(model, files, vec![], true, |request, ground| Effect::OpenSample { request, name, ground })
}

/// Takes in what was opened, and asks what must be answered. What all tables
/// mean then is known, unless the document changed meanwhile.
pub fn opened(model: &mut Model, mut opening: Opening, work: Work) -> Vec<Effect> {
    let Work::Opening { sample, ground, .. } = work else { return vec![] };
    ask(model, &mut opening);
    if opening.sources.is_empty() {
        return vec![];
    }
    let replaced = replaced(&model.document, &opening);
    if !replaced.is_empty() {
        model.notice = Some(Notice::Replaced(replaced));
    }
    let known = opening.understanding.take().filter(|_| ground.is_still(model));
    let ground = Ground::of(model);
    if known.is_none() {
        opening.readings = ground.recognised(&opening.tables);
    }
    let before = model.document.clone();
    ground.open_into(&mut model.document, opening);
    if sample {
        model.document.scheme.bonus.pool.get_or_insert(SAMPLE_POOL);
    }
    changed(model, before, None, known)
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
