//! The steps of a plan, in words.

use super::press;
use crate::app::act::Act;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::app::view::{Press, Tone};
use crate::balance::edit::PlanEdit;
use crate::balance::plan::{Planned, Snag};
use crate::balance::wording::trimmed;
use crate::basis::text::Lang;
use crate::word::field::{Field, Quantity};
use crate::word::scheme::plan::{Plan, Step};
use crate::word::unit::Unit;

/// The steps that count, and those that could not be carried out, with the
/// reason and one button that takes them out. Each where there is any.
pub(super) fn steps(plan: &Plan, then: &Planned, lang: Lang) -> Vec<Section> {
    let mut counted = Vec::new();
    let (mut refused, mut indices) = (Vec::new(), Vec::new());
    for (index, (step, snag)) in plan.steps.iter().zip(&then.snags).enumerate() {
        let text = step_words(step, lang);
        let result = match snag {
            None => Figure::plain(lang.plan_done()).toned(Tone::Good),
            Some(snag) => Figure::plain(snag_words(snag, lang)).toned(Tone::Bad),
        };
        let press = press(lang.plan_remove(), &text, PlanEdit::Remove(index));
        let row = Row { cells: vec![Figure::plain(text), result], press: Some(press) };
        match snag {
            None => counted.push(row),
            Some(_) => {
                indices.push(index);
                refused.push(row);
            }
        }
    }
    let section = |title: &str, rows: Vec<Row>, text: &str, edit: PlanEdit| {
        let section = Section::of(title, vec![]).with([(lang.plan_step(), true), (lang.plan_result(), true)], rows);
        Section { press: Some(Press::of(text, Act::Plan(edit))), ..section }
    };
    let mut sections = Vec::new();
    if !counted.is_empty() {
        sections.push(section(lang.plan_steps(), counted, lang.plan_clear(), PlanEdit::Clear));
    }
    if !refused.is_empty() {
        let edit = PlanEdit::RemoveAll(indices);
        sections.push(section(lang.plan_refused(), refused, lang.plan_remove_refused(), edit));
    }
    sections
}

fn step_words(step: &Step, lang: Lang) -> String {
    match step {
        Step::Figure { school, field, value } => {
            lang.plan_figure_step(school, &field.label(lang), &amount(field, *value, lang))
        }
        Step::Add { school, field, amount: more } => {
            lang.plan_raise_step(school, &field.label(lang), &amount(field, *more, lang))
        }
        Step::Move { from, to, field, amount: moved } => {
            lang.plan_move_step(from, to, &field.label(lang), &amount(field, *moved, lang))
        }
        Step::Merge { school, into } => lang.plan_merge_step(school, into),
        Step::Open { school, kind } => lang.plan_open_step(school, kind.label(lang)),
    }
}

/// What is counted, with the unit that its number is in where that is no count.
pub(super) fn named(field: &Field, lang: Lang) -> String {
    let label = field.label(lang);
    match unit(field, lang) {
        Some(unit) => lang.plan_with_unit(&label, &unit),
        None => label.into_owned(),
    }
}

fn unit(field: &Field, lang: Lang) -> Option<String> {
    let quantity = field.quantity();
    matches!(quantity, Quantity::Money | Quantity::Area).then(|| Unit::BASE.label(quantity, lang))
}

fn amount(field: &Field, number: f64, lang: Lang) -> String {
    let number = trimmed(number, 2);
    unit(field, lang).map_or_else(|| number.clone(), |unit| lang.balance_amount(&number, &unit))
}

fn snag_words(snag: &Snag, lang: Lang) -> String {
    match snag {
        Snag::NoSchool(name) => lang.plan_no_school(name),
        Snag::Merged(name, into) => lang.plan_merged(name, into),
        Snag::Unknown(name) => lang.plan_unknown(name),
        Snag::NotWhole => lang.plan_not_whole().to_owned(),
        Snag::NameTaken => lang.plan_name_taken().to_owned(),
        Snag::SameSchool => lang.plan_same_school().to_owned(),
        Snag::TooLittle => lang.plan_too_little().to_owned(),
        Snag::OutOfRange => lang.plan_out_of_range().to_owned(),
    }
}
