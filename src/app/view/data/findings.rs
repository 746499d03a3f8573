//! Everything found in the files, grouped by kind, with what the person can
//! make of it.

use serde::{Deserialize, Serialize};

use super::whose;
use crate::app::act::{Act, Deed};
use crate::app::model::{Model, Shown};
use crate::app::sight::{Fold, Sight};
use crate::app::view::pager::{List, Pager};
use crate::app::view::{Press, Tone};
use crate::basis::format;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind, Severity};
use crate::basis::text::Lang;
use crate::intake::{Alike, Evidence, readable};
use crate::word::correction::{Ruling, SameSchool};

/// Rows that are shown above a cell that a person goes to.
const ABOVE: u32 = 4;

/// All problems of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemGroup {
    /// Unfolds it, or folds it.
    pub unfold: Deed,
    /// How much it matters, in a word; or that all of it is decided.
    pub severity: String,
    /// The same as a tone.
    pub tone: Tone,
    /// What it is.
    pub title: String,
    /// How many, and how many of them are decided.
    pub count: String,
    /// What was expected there.
    pub expected: String,
    /// What to do.
    pub remedy: String,
    /// What can be done with all of them.
    pub actions: Vec<Press>,
    /// Each of them, when unfolded; the part that is shown.
    pub items: Option<Vec<ProblemItem>>,
    /// What leads to the others.
    pub pager: Option<Pager>,
    /// What to know about those that are counted only.
    pub counted: Option<String>,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemItem {
    /// Where, and whose row it is.
    pub place: String,
    /// What stood there.
    pub found: String,
    /// What was made of it, or what it is about.
    pub subject: String,
    /// Shows it in its sheet.
    pub show: Option<Deed>,
    /// It is settled as the person wishes, or by itself.
    pub settled: bool,
    /// The person leaves it as it is.
    pub left: bool,
    /// What can be done with it.
    pub actions: Vec<Press>,
}

/// The groups, the gravest first.
pub(super) fn groups(model: &Model, lang: Lang) -> Vec<ProblemGroup> {
    let mut kinds: Vec<ProblemKind> = ProblemKind::ALL.to_vec();
    order::sort_by_key(&mut kinds, |kind| kind.severity());
    kinds.into_iter().filter_map(|kind| group(model, kind, lang)).collect()
}

fn group(model: &Model, kind: ProblemKind, lang: Lang) -> Option<ProblemGroup> {
    let count = model.derived.problems.count(kind);
    if count == 0 {
        return None;
    }
    let unfolded = model.look.unfolded.contains(&Fold::Problems(kind));
    let kept = || model.derived.problems.iter().filter(|problem| problem.kind == kind);
    let listed = if unfolded { kept().count() } else { 0 };
    let window = model.look.windows.of(List::Problems(kind), listed);
    let grouped = |count: usize| format::grouped(&count.to_string());
    // What the program mended waits for nobody: only of what does is it said.
    let waits = matches!(kind.severity(), Severity::Fault | Severity::Doubt);
    let decided = if waits { model.derived.decided.count(kind) } else { 0 };
    let undone = model.derived.decided.undone(kind);
    Some(ProblemGroup {
        unfold: Sight::Fold(Fold::Problems(kind)).into(),
        severity: match count {
            _ if undone == count => lang.taken_back(),
            _ if decided == count => lang.all_decided(),
            _ => kind.severity().label(lang),
        }
        .to_owned(),
        tone: if decided == count || undone == count { Tone::Quiet } else { severity_tone(kind.severity()) },
        title: lang.problem_title(kind).to_owned(),
        count: match (decided, undone) {
            (0, 0) => lang.times(count),
            (0, undone) => lang.times_taken_back(count, undone),
            (decided, _) => lang.times_decided(count, decided),
        },
        expected: lang.problem_expected(kind).to_owned(),
        remedy: lang.problem_remedy(kind).to_owned(),
        actions: if unfolded { on_all(model, kind, lang) } else { vec![] },
        items: unfolded.then(|| window.cut(kept()).map(|problem| item(model, problem, lang)).collect()),
        pager: window.pager(None, lang),
        counted: (unfolded && listed < count).then(|| lang.counted_only(&grouped(listed), &grouped(count - listed))),
    })
}

/// What can be done with all findings of a kind.
fn on_all(model: &Model, kind: ProblemKind, lang: Lang) -> Vec<Press> {
    if !kind.is_ruled() {
        return vec![];
    }
    let rule = |applied: bool| Act::Rule(Ruling { kind, place: None, applied });
    let of_kind = || model.derived.problems.iter().filter(|problem| problem.kind == kind);
    let applied = |problem: &Problem| model.document.corrections.applies(kind, &problem.place);
    let ruled = |problem: &Problem| model.document.corrections.ruling(kind, Some(&problem.place)).is_some();
    let mut actions = Vec::new();
    match kind {
        ProblemKind::SchoolAlike => {
            actions.push(Press::of(lang.apply_all(), rule(true)));
            actions.push(Press::of(lang.none_same(), rule(false)));
        }
        kind if kind.is_proposal() => {
            if !of_kind().all(ruled) {
                actions.push(Press::of(lang.apply_all(), rule(true)));
                actions.push(Press::of(lang.leave_all(), rule(false)));
            }
            if of_kind().any(ruled) {
                actions.push(Press::of(lang.take_all_back(), Act::Withdraw { kind, place: None }));
            }
        }
        _ => {
            if !of_kind().all(applied) {
                actions.push(Press::of(lang.apply_all(), rule(true)));
            }
            if of_kind().any(applied) {
                actions.push(Press::of(lang.take_all_back(), rule(false)));
            }
        }
    }
    actions
}

fn item(model: &Model, problem: &Problem, lang: Lang) -> ProblemItem {
    let alike = || model.derived.alike.iter().find(|pair| names(model, pair) == (&*problem.found, &*problem.subject));
    let pair = (problem.kind == ProblemKind::SchoolAlike).then(alike).flatten();
    let subject = match pair {
        Some(pair) => lang.alike(&problem.subject, evidence(pair.evidence, lang)),
        None => subject(model, problem, lang),
    };
    let place = problem.place.to_string();
    ProblemItem {
        place: match whose::whose(model, &problem.place) {
            Some(name) => lang.place_of(&place, &name),
            None => place,
        },
        found: found(model, problem),
        subject,
        show: show(model, problem),
        settled: problem.kind.is_ruled() && model.document.corrections.applies(problem.kind, &problem.place),
        left: problem.kind.is_proposal()
            && model.document.corrections.ruling(problem.kind, Some(&problem.place)) == Some(false),
        actions: match pair {
            Some(pair) => on_pair(model, pair, lang),
            None => on_one(model, problem, lang),
        },
    }
}

/// What was made of a problem, or what it is about; of two names, what was
/// decided on them.
fn subject(model: &Model, problem: &Problem, lang: Lang) -> String {
    match problem.kind {
        ProblemKind::SchoolUnlisted if problem.subject.is_empty() => {
            let pairs = model.document.corrections.schools().iter();
            let apart = pairs.filter(|pair| !pair.same && *pair.other == *problem.found);
            apart.map(|pair| lang.told_apart(&pair.other, &pair.name)).collect::<Vec<_>>().join(lang.comma())
        }
        _ => problem.subject.clone(),
    }
}

/// What stood at a problem's cell; of a date that was typed over, the date.
fn found(model: &Model, problem: &Problem) -> String {
    let table = model.document.tables.iter().find(|table| table.holds(&problem.place));
    match (problem.kind, table.zip(problem.place.cell)) {
        (ProblemKind::CellEdited, Some((table, (row, column)))) => readable(table.cell(row, column)).into_owned(),
        _ => problem.found.clone(),
    }
}

fn on_one(model: &Model, problem: &Problem, lang: Lang) -> Vec<Press> {
    let (kind, place) = (problem.kind, problem.place.clone());
    match kind {
        ProblemKind::CellEdited => {
            let event = Act::Restore { place, text: problem.found.clone() };
            vec![Press::of(lang.take_back(), event)]
        }
        ProblemKind::SchoolUnlisted if !problem.subject.is_empty() => on_names(&problem.found, &problem.subject, lang),
        ProblemKind::SchoolUnlisted => {
            let pairs = model.document.corrections.schools().iter();
            let apart = pairs.filter(|pair| !pair.same && *pair.other == *problem.found);
            apart.map(|pair| Press::of(lang.take_back(), Act::Reconsider(pair.clone()))).collect()
        }
        ProblemKind::SchoolUnited | ProblemKind::SchoolsApart => {
            let (other, name) = (problem.found.as_str().into(), problem.subject.as_str().into());
            let pair = SameSchool { other, name, same: kind == ProblemKind::SchoolUnited };
            vec![Press::of(lang.take_back(), Act::Reconsider(pair))]
        }
        ProblemKind::SchoolAlike => vec![],
        kind if kind.is_proposal() => on_proposal(model, kind, place, lang),
        kind if kind.is_ruled() => {
            let applied = model.document.corrections.applies(kind, &place);
            let label = if applied { lang.take_back() } else { lang.apply() };
            vec![Press::of(label, Act::Rule(Ruling { kind, place: Some(place), applied: !applied }))]
        }
        _ => vec![],
    }
}

/// Both answers to a proposal; its own answer is taken back, from the one to all
/// it can be excepted.
fn on_proposal(model: &Model, kind: ProblemKind, place: Place, lang: Lang) -> Vec<Press> {
    let corrections = &model.document.corrections;
    let rule = |applied: bool| {
        let label = if applied { lang.apply() } else { lang.leave() };
        Press::of(label, Act::Rule(Ruling { kind, place: Some(place.clone()), applied }))
    };
    match (corrections.ruling(kind, Some(&place)), corrections.ruling(kind, None)) {
        (None, _) => vec![rule(true), rule(false)],
        (Some(applied), Some(all)) if applied == all => vec![rule(!applied)],
        (Some(_), _) => {
            vec![Press::of(lang.take_back(), Act::Withdraw { kind, place: Some(place) })]
        }
    }
}

fn on_pair(model: &Model, pair: &Alike, lang: Lang) -> Vec<Press> {
    let (other, name) = names(model, pair);
    on_names(other, name, lang)
}

fn on_names(other: &str, name: &str, lang: Lang) -> Vec<Press> {
    let decide = |same| Act::Unite(SameSchool { other: other.into(), name: name.into(), same });
    vec![Press::of(lang.same_school(), decide(true)), Press::of(lang.not_same(), decide(false))]
}

fn names<'a>(model: &'a Model, pair: &Alike) -> (&'a str, &'a str) {
    (model.derived.dataset.name(pair.other), model.derived.dataset.name(pair.name))
}

const fn evidence(evidence: Evidence, lang: Lang) -> &'static str {
    match evidence {
        Evidence::Code => lang.alike_code(),
        Evidence::Spacing => lang.alike_spacing(),
        Evidence::Local => lang.alike_local(),
        Evidence::Form => lang.alike_form(),
        Evidence::Slip => lang.alike_slip(),
    }
}

/// Goes to a problem's cell.
fn show(model: &Model, problem: &Problem) -> Option<Deed> {
    let (row, _) = problem.place.cell?;
    let sheet = model.derived.tables.iter().position(|table| table.holds(&problem.place))?;
    Some(Sight::Sheet(Shown { sheet, top: row.saturating_sub(ABOVE), cell: problem.place.cell, jumps: 0 }).into())
}

/// The tone of a severity.
pub(super) const fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Fault => Tone::Bad,
        Severity::Doubt => Tone::Near,
        Severity::Repair => Tone::Good,
        Severity::Note => Tone::Quiet,
    }
}
