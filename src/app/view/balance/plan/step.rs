//! The steps of a plan, in words.

use super::press;
use crate::app::act::Act;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::app::view::{Press, Tone};
use crate::balance::edit::PlanEdit;
use crate::balance::plan::{Planned, wording};
use crate::basis::text::Lang;
use crate::word::scheme::plan::Plan;

/// The steps that count, and those that could not be carried out, with the
/// reason and one button that takes them out. Each where there is any.
pub(super) fn steps(plan: &Plan, then: &Planned, lang: Lang) -> Vec<Section> {
    let mut counted = Vec::new();
    let (mut refused, mut indices) = (Vec::new(), Vec::new());
    for (index, (step, snag)) in plan.steps.iter().zip(&then.snags).enumerate() {
        let text = wording::step(step, lang);
        let result = match snag {
            None => Figure::plain(lang.plan_done()).toned(Tone::Good),
            Some(snag) => Figure::plain(wording::snag(snag, lang)).toned(Tone::Bad),
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
