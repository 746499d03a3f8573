//! Plans in words.

use super::Snag;
use crate::balance::wording::trimmed;
use crate::basis::text::Lang;
use crate::word::field::{Field, Quantity};
use crate::word::scheme::plan::Step;
use crate::word::unit::Unit;

/// What a step does.
pub fn step(step: &Step, lang: Lang) -> String {
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
pub fn named(field: &Field, lang: Lang) -> String {
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

/// Why a step could not be carried out.
pub fn snag(snag: &Snag, lang: Lang) -> String {
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
