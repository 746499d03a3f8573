//! The sheet of what was tried out: its steps, and what they change.

use super::Material;
use super::grid::{Cell, Sheet, Style};
use crate::balance::StageBalance;
use crate::balance::plan::{Planned, planned, wording as steps};
use crate::balance::standard::Coefficients;
use crate::balance::variation::ItemVariation;
use crate::balance::wording;
use crate::basis::text::Lang;

/// The sheet; `None` when nothing was tried out.
pub fn sheet(material: &Material<'_>, lang: Lang) -> Option<Sheet> {
    let plan = &material.scheme.plan;
    if plan.steps.is_empty() {
        return None;
    }
    let before = material.balance;
    let then = planned(material.dataset, before, plan);
    let mut sheet = Sheet::new(lang.balance_part_plan(), lang.plan_steps());
    let verdicts = [before.verdict, then.balance.verdict].map(|verdict| verdict.label(lang)).join(" → ");
    sheet.line(lang.target_why_title(lang.balance_county_resources(), &verdicts));
    sheet.headers([lang.plan_step(), lang.plan_result()]);
    for (step, snag) in plan.steps.iter().zip(&then.snags) {
        let result = snag.as_ref().map_or_else(|| lang.plan_done().to_owned(), |snag| steps::snag(snag, lang));
        sheet.push([steps::step(step, lang), result].map(|text| Cell::text(text).styled(Style::Prose)).into());
    }
    sheet.heading(lang.plan_compared());
    sheet.headers([
        lang.balance_indicator(),
        lang.field_class_stage(),
        lang.plan_before(),
        lang.plan_after(),
        lang.plan_limit(),
    ]);
    for within in &before.stages {
        compare(&mut sheet, within, &then, lang);
    }
    Some(sheet)
}

/// How many schools of a stage meet the standard, and its coefficients, before and
/// after.
fn compare(sheet: &mut Sheet, within: &StageBalance, then: &Planned, lang: Lang) {
    let Some(after) = then.balance.stage(within.stage) else { return };
    let rule = &within.rule;
    let mut row = |name: &str, [before, after]: [String; 2], limit: &str| {
        let cells = [name, within.stage.label(lang), &*before, &*after, limit];
        sheet.push(cells.map(Cell::text).into());
    };
    let met = |of: &StageBalance| Some(format!("{} / {}", of.schools_met()?, of.units.len()));
    if let Some(both) = met(within).zip(met(after)) {
        row(lang.balance_met(), both.into(), "");
    }
    let text = |of: &ItemVariation| wording::coefficient(of, rule, lang);
    let each = rule.coefficients() == Coefficients::Each;
    let limit = if each { lang.balance_at_most(&wording::limit(rule)) } else { String::new() };
    for variation in &within.variations {
        if let Some(then) = after.variation(variation.item) {
            let name = rule.standard.named(variation.item, lang);
            row(&name, [text(variation), text(then)], &limit);
        }
    }
}
