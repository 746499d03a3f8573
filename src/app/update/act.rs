//! What views offer, carried out.

use super::{change, edit_cell, go};
use crate::app::act::Act;
use crate::app::document::Document;
use crate::app::effect::Effect;
use crate::app::layout;
use crate::app::model::{Model, Notice};
use crate::app::take;
use crate::basis::problem::ProblemKind;
use crate::word::correction::{Ruling, SameSchool, SheetChoice};
use crate::word::reading::Choice;

/// Carries an act out; gives back what is to be done outside.
pub(super) fn carry_out(model: &mut Model, act: Act) -> Vec<Effect> {
    match act {
        Act::Go(page) => go(model, page),
        Act::Choose(choice) => choose(model, choice),
        Act::ReadAs(choice) => read_as(model, choice),
        Act::Restore { place, text } => edit_cell(model, place, text),
        Act::Rule(ruling) => rule(model, ruling),
        Act::Withdraw { kind, place } => {
            change(model, None, |document| document.corrections.withdraw(kind, place.as_ref()))
        }
        Act::Unite(decision) => change(model, None, |document| document.corrections.unite(decision)),
        Act::Reconsider(decision) => change(model, None, |document| document.corrections.reconsider(&decision)),
        Act::Template(kind) => take::template(model, kind),
        Act::Evaluation(edit) => change(model, edit.gesture(), |document| edit.apply(&mut document.scheme.evaluation)),
        Act::Balance(edit) => change(model, None, |document| edit.apply(&mut document.scheme.balance)),
        Act::Plan(edit) if !edit.fits(&model.document.scheme.plan) => {
            model.notice = Some(Notice::PlanFull);
            vec![]
        }
        Act::Plan(edit) => change(model, None, |document| edit.apply(&mut document.scheme.plan)),
        Act::Target(edit) => change(model, None, |document| edit.apply(&mut document.scheme.targets)),
        Act::Bonus(edit) => change(model, None, |document| edit.apply(&mut document.scheme.bonus)),
        Act::See(sight) => {
            model.look.see(sight);
            vec![]
        }
    }
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
