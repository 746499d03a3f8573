//! The steps of a plan, in words.

use super::{Listing, ListingRow, listing};
use crate::app::event::Event;
use crate::app::view::{Press, Tone};
use crate::balance::edit::PlanEdit;
use crate::balance::plan::{Planned, Snag};
use crate::balance::wording::trimmed;
use crate::basis::format::grouped;
use crate::basis::text::Lang;
use crate::word::scheme::plan::{Plan, Step};

/// The steps, with why one could not be carried out.
pub(super) fn steps(plan: &Plan, then: &Planned, lang: Lang) -> Listing {
    let row = |(index, (step, snag)): (usize, (&Step, &Option<Snag>))| {
        let text = step_words(step, lang);
        let snag = match snag {
            None => (lang.plan_done().to_owned(), Tone::Good),
            Some(snag) => (snag_words(snag, lang), Tone::Bad),
        };
        let remove = lang.plan_remove();
        let (label, deed) = (format!("{remove}: {text}"), Event::Plan(PlanEdit::Remove(index)).into());
        let press = Press { text: remove.to_owned(), label, deed };
        ListingRow { cells: vec![(text, Tone::Plain), snag], press: Some(press) }
    };
    let rows = plan.steps.iter().zip(&then.snags).enumerate().map(row).collect();
    listing(lang.plan_steps(), "", &[lang.plan_step(), lang.plan_result()], rows)
}

fn step_words(step: &Step, lang: Lang) -> String {
    let number = |value: f64| grouped(&trimmed(value, 2));
    match step {
        Step::Figure { school, field, value } => lang.plan_figure_step(school, &field.label(lang), &number(*value)),
        Step::Move { from, to, field, amount } => lang.plan_move_step(from, to, &field.label(lang), &number(*amount)),
        Step::Merge { school, into } => lang.plan_merge_step(school, into),
        Step::Open { school, kind } => lang.plan_open_step(school, kind.label(lang)),
    }
}

fn snag_words(snag: &Snag, lang: Lang) -> String {
    match snag {
        Snag::NoSchool(name) => lang.plan_no_school(name),
        Snag::NameTaken => lang.plan_name_taken().to_owned(),
        Snag::SameSchool => lang.plan_same_school().to_owned(),
        Snag::TooLittle => lang.plan_too_little().to_owned(),
        Snag::OutOfRange => lang.plan_out_of_range().to_owned(),
    }
}
