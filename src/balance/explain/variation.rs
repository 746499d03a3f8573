//! Why a coefficient of variation is what it is, and who makes it so.

use super::Origin;
use crate::balance::rule::Rule;
use crate::balance::standard::{Coefficients, Item};
use crate::balance::variation::{Contribution, Figures, ItemVariation, Outcome};
use crate::balance::wording::{self, percent, trimmed};
use crate::balance::{StageBalance, Unit};
use crate::basis::format::fixed;
use crate::basis::why::Why;
use crate::word::field::Stage;

/// How many of the largest contributors a sentence names.
const NAMED: usize = 3;

impl Origin<'_> {
    /// The coefficient of an indicator, with every school's part in it.
    pub(super) fn variation(&self, stage: Stage, item: Item) -> Option<Why> {
        let within = self.balance.stage(stage)?;
        let variation = within.variation(item)?;
        let mut why = self.variation_summary(within, variation);
        if let Some(figures) = &variation.figures {
            let parts = figures.ranked();
            why.parts.extend(parts.iter().filter_map(|part| self.contribution(within, item, figures, part)));
        }
        let missing = variation.missing.iter().filter_map(|index| within.units.get(*index));
        why.parts.extend(missing.filter_map(|unit| self.cell(stage, unit.school, item)));
        Some(why)
    }

    /// The same without the schools.
    pub(super) fn variation_summary(&self, within: &StageBalance, variation: &ItemVariation) -> Why {
        let (lang, stage) = (self.lang, within.stage);
        let name = lang.balance_why_variation(&self.standard().named(variation.item, lang));
        let value = wording::coefficient(variation, &within.rule, lang);
        Why {
            title: lang.balance_why_title(stage.label(lang), &name, &value),
            formula: lang.balance_why_cv_formula().to_owned(),
            numbers: variation.figures.as_ref().map(|f| cv_numbers(variation, f, &within.rule)).unwrap_or_default(),
            notes: self.variation_notes(within, variation),
            parts: Vec::new(),
            cells: Vec::new(),
        }
    }

    fn variation_notes(&self, within: &StageBalance, variation: &ItemVariation) -> Vec<String> {
        let lang = self.lang;
        let mut notes = Vec::new();
        if variation.passes_only_after_rounding {
            notes.push(lang.balance_rounds_to_limit().to_owned());
        }
        if !matches!(variation.outcome, Outcome::Within | Outcome::Beyond | Outcome::Informative) {
            notes.push(wording::outcome(variation, lang));
        }
        if let Some(figures) = &variation.figures {
            let factor = if variation.item.factor() == 1 { "" } else { lang.balance_why_times_hundred() };
            let (total, pupils) = (trimmed(figures.total, 2), trimmed(figures.pupils, 2));
            let mean = fixed(figures.mean, 6);
            notes.push(lang.balance_why_mean(&total, variation.item.unit(lang), &pupils, factor, &mean));
            let named: Vec<String> = figures
                .largest(NAMED)
                .into_iter()
                .filter(|part| part.share > 0.0)
                .filter_map(|part| Some((within.units.get(part.unit)?, part.share)))
                .map(|(unit, share)| lang.balance_driver_share(&self.unit_name(within, unit), &percent(share)))
                .collect();
            if !named.is_empty() {
                notes.push(lang.balance_why_biggest(&named.join(lang.balance_lead_comma())));
            }
        }
        notes.push(match within.rule.coefficients() {
            Coefficients::Each => lang.balance_why_cv_limit(&wording::limit(&within.rule), self.standard().count(lang)),
            Coefficients::Mean => lang.balance_why_cv_informs().to_owned(),
        });
        notes.push(lang.balance_why_cv_population().to_owned());
        notes.extend(self.basis());
        notes
    }

    /// The mean of a stage's coefficients, with each of them.
    pub(super) fn composite(&self, stage: Stage) -> Option<Why> {
        let within = self.balance.stage(stage)?;
        let (lang, composite, count) = (self.lang, &within.composite, within.variations.len());
        let (name, value) = (wording::composite_name(self.standard(), lang), wording::composite(within, lang));
        let mut notes = Vec::new();
        if composite.passes_only_after_rounding {
            notes.push(lang.balance_rounds_to_limit().to_owned());
        }
        if !matches!(composite.outcome, Outcome::Within | Outcome::Beyond | Outcome::Informative) {
            notes.push(wording::composite_outcome(composite.outcome, lang).to_owned());
        }
        notes.push(match within.rule.coefficients() {
            Coefficients::Each => lang.balance_why_composite_informs().to_owned(),
            Coefficients::Mean => lang.balance_why_composite_limit(&wording::limit(&within.rule)),
        });
        notes.extend(self.basis());
        Some(Why {
            title: lang.balance_why_title(stage.label(lang), name, &value),
            formula: lang.balance_why_composite_formula(count),
            numbers: composite_numbers(within).unwrap_or_default(),
            notes,
            parts: within.variations.iter().map(|variation| self.variation_summary(within, variation)).collect(),
            cells: Vec::new(),
        })
    }

    fn contribution(&self, within: &StageBalance, item: Item, figures: &Figures, part: &Contribution) -> Option<Why> {
        let unit = within.units.get(part.unit)?;
        let (value, pupils) = unit.cell(item)?.value.zip(unit.pupils)?;
        let (pupils, all) = (trimmed(pupils, 2), trimmed(figures.pupils, 2));
        let (value, mean) = (fixed(value, 6), fixed(figures.mean, 6));
        let name = self.unit_name(within, unit);
        Some(Why {
            title: self.lang.balance_why_contribution(&name, &percent(part.share)),
            numbers: format!("{pupils} ÷ {all} × ({value} − {mean})² = {}", fixed(part.amount, 6)),
            cells: self.cell_sources(within.stage, unit.school, item),
            ..Why::default()
        })
    }

    pub(super) fn unit_name(&self, within: &StageBalance, unit: &Unit) -> String {
        wording::unit_name(self.conditions.data, unit, within.stage, self.lang)
    }
}

/// 0.445392 ÷ 0.887611 = 0.501787 > 0.50.
fn cv_numbers(variation: &ItemVariation, figures: &Figures, rule: &Rule) -> String {
    let steps =
        format!("{} ÷ {} = {}", fixed(figures.deviation, 6), fixed(figures.mean, 6), fixed(figures.coefficient, 6));
    relation(steps, variation.outcome, rule)
}

/// (0.501787 + 0.3) ÷ 2 = 0.400894 ≤ 0.65.
fn composite_numbers(within: &StageBalance) -> Option<String> {
    let value = within.composite.value?;
    let terms: Option<Vec<String>> =
        within.variations.iter().map(|variation| Some(fixed(variation.coefficient()?, 6))).collect();
    let steps = format!("({}) ÷ {} = {}", terms?.join(" + "), within.variations.len(), fixed(value, 6));
    Some(relation(steps, within.composite.outcome, &within.rule))
}

/// Steps with how their result stands to the limit.
fn relation(steps: String, outcome: Outcome, rule: &Rule) -> String {
    match outcome {
        Outcome::Within => format!("{steps} ≤ {}", wording::limit(rule)),
        Outcome::Beyond => format!("{steps} > {}", wording::limit(rule)),
        _ => steps,
    }
}
