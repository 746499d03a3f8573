//! Why a school, a stage or the county meets the standard or not.

use super::Origin;
use crate::balance::cell::{Cell, State};
use crate::balance::rule::Rule;
use crate::balance::standard::Coefficients;
use crate::balance::verdict::Verdict;
use crate::balance::wording;
use crate::balance::{StageBalance, Unit};
use crate::basis::why::Why;
use crate::word::field::Stage;

/// Schools listed under a stage before the rest is counted: a county has
/// thousands, and the whole tree is sent to the page with every answer.
const LISTED: usize = 50;

impl Origin<'_> {
    /// The verdict on a school, with its indicators.
    pub(super) fn school(&self, stage: Stage, school: usize) -> Option<Why> {
        let within = self.balance.stage(stage)?;
        let unit = within.unit(school)?;
        let items = self.standard().preset().items.iter();
        let parts = items.filter_map(|item| self.cell(stage, school, *item)).collect();
        Some(Why { parts, ..self.school_summary(within, unit) })
    }

    fn school_summary(&self, within: &StageBalance, unit: &Unit) -> Why {
        let lang = self.lang;
        let mut notes: Vec<String> = self.decisive(unit, &within.rule).into_iter().collect();
        let decided = matches!(unit.verdict, Verdict::Met | Verdict::NotMet);
        if decided && unit.cells.iter().any(|cell| cell.state.is_missing()) {
            notes.push(lang.balance_why_definite().to_owned());
        }
        notes.extend(self.basis());
        Why {
            title: self.verdict_title(&self.unit_name(within, unit), unit.verdict),
            formula: wording::school_rule(&within.rule, lang),
            numbers: self.school_numbers(unit, &within.rule),
            notes,
            ..Why::default()
        }
    }

    /// The indicators that decide against a school.
    fn decisive(&self, unit: &Unit, rule: &Rule) -> Option<String> {
        let lang = self.lang;
        let named = |cell: &Cell| {
            lang.balance_why_decides_item(
                &rule.standard.named(cell.item, lang),
                &wording::state(&cell.state, rule, lang),
            )
        };
        let names: Vec<String> = unit.deciding(rule).map(named).collect();
        (!names.is_empty()).then(|| lang.balance_why_decides(&names.join(lang.list_comma())))
    }

    /// How many of a school's indicators came out which way.
    fn school_numbers(&self, unit: &Unit, rule: &Rule) -> String {
        let judged = || unit.cells.iter().filter(|cell| rule.judged() == 0 || rule.threshold(cell.item).is_some());
        let count = |wanted: fn(&State) -> bool| judged().filter(|cell| wanted(&cell.state)).count();
        let near = count(|state| matches!(state, State::Within));
        let below = count(|state| matches!(state, State::Below));
        let missing = count(State::is_missing);
        match wording::floor_percent(rule) {
            Some(floor) => self.lang.balance_why_school_numbers(unit.met, near, below, missing, &floor),
            None => self.lang.balance_why_school_numbers_plain(unit.met, near, missing),
        }
    }

    /// A school in one line; its own explanation goes down to the cells.
    fn school_line(&self, within: &StageBalance, unit: &Unit) -> Why {
        let (name, verdict) = (self.unit_name(within, unit), unit.verdict.label(self.lang));
        Why {
            title: self.lang.balance_why_school_line(&name, verdict, &self.school_numbers(unit, &within.rule)),
            ..Why::default()
        }
    }

    /// The first lines, and how many more there are.
    fn listed(&self, mut lines: impl Iterator<Item = Why>) -> Vec<Why> {
        let mut listed: Vec<Why> = lines.by_ref().take(LISTED).collect();
        let more = lines.count();
        if more > 0 {
            listed.push(Why { title: self.lang.balance_why_more(more), ..Why::default() });
        }
        listed
    }

    /// The verdict on a stage, with the schools and coefficients that stand in
    /// its way.
    pub(super) fn stage(&self, stage: Stage) -> Option<Why> {
        let within = self.balance.stage(stage)?;
        let lang = self.lang;
        let of = |verdict| within.schools_with(verdict);
        let schools = lang.balance_why_stage_numbers(
            within.units.len(),
            of(Verdict::Met),
            of(Verdict::NotMet),
            of(Verdict::Pending),
        );
        let open = |verdict| !matches!(verdict, Verdict::Met | Verdict::NotApplicable);
        let failing = within.variations.iter().filter(|entry| open(entry.verdict()));
        let mut parts: Vec<Why> = failing.map(|entry| self.variation_summary(within, entry)).collect();
        parts.extend(self.composite(stage).filter(|_| open(within.composite.outcome.verdict())));
        let failing = within.units.iter().filter(|unit| open(unit.verdict));
        parts.extend(self.listed(failing.map(|unit| self.school_line(within, unit))));
        parts.extend(self.left_out(stage));
        let year = self.balance.year.map(|year| lang.balance_why_year(year));
        let notes = [lang.balance_why_listed().to_owned()].into_iter().chain(year);
        Some(Why {
            title: self.verdict_title(stage.label(lang), within.verdict),
            formula: match within.rule.coefficients() {
                Coefficients::Each => lang.balance_why_stage_rule(self.standard().count(lang)),
                Coefficients::Mean => lang.balance_why_stage_rule_mean().to_owned(),
            },
            numbers: schools,
            notes: [self.stage_coefficients(within)].into_iter().chain(notes).chain(self.basis()).collect(),
            parts,
            cells: Vec::new(),
        })
    }

    /// How a stage's coefficients came out.
    fn stage_coefficients(&self, within: &StageBalance) -> String {
        let lang = self.lang;
        let of = |verdict| within.variations_with(verdict);
        match within.rule.coefficients() {
            Coefficients::Each => lang.balance_why_stage_variations(
                self.standard().count(lang),
                of(Verdict::Met),
                of(Verdict::NotMet),
                of(Verdict::Pending),
            ),
            Coefficients::Mean => {
                let outcome = wording::composite_outcome(within.composite.outcome, lang);
                lang.balance_why_stage_composite(&wording::composite(within, lang), outcome)
            }
        }
    }

    /// The verdict on the county, with its stages.
    pub(super) fn county(&self) -> Why {
        let lang = self.lang;
        let stages = self.balance.stages.iter();
        let verdicts: Vec<String> =
            stages.map(|entry| lang.balance_why_value(entry.stage.label(lang), entry.verdict.label(lang))).collect();
        Why {
            title: self.verdict_title(lang.balance_county_resources(), self.balance.verdict),
            formula: lang.balance_why_county_rule().to_owned(),
            numbers: verdicts.join(lang.balance_lead_comma()),
            notes: self.basis().collect(),
            parts: self.balance.stages.iter().filter_map(|entry| self.stage(entry.stage)).collect(),
            cells: Vec::new(),
        }
    }

    fn verdict_title(&self, subject: &str, verdict: Verdict) -> String {
        self.lang.balance_why_title(subject, self.lang.balance_verdict(), verdict.label(self.lang))
    }

    /// The schools left out of a stage, if any.
    fn left_out(&self, stage: Stage) -> Option<Why> {
        let data = self.conditions.data;
        let excluded = self.balance.excluded.iter().filter(|entry| entry.stage.is_none_or(|of| of == stage));
        let parts = self.listed(excluded.map(|entry| Why {
            title: self.lang.balance_why_value(
                data.name(entry.school),
                &wording::exclusion(entry, &self.balance.scheme, self.lang),
            ),
            ..Why::default()
        }));
        let title = self.lang.balance_why_left_out().to_owned();
        (!parts.is_empty()).then(|| Why { title, parts, ..Why::default() })
    }
}
