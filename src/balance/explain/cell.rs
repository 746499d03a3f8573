//! Why a school has this value of an indicator.

use super::Origin;
use crate::balance::amount::Amount;
use crate::balance::cell::{Cell, State};
use crate::balance::rule::Rule;
use crate::balance::scope::{ALL_STAGES, Entry};
use crate::balance::standard::Item;
use crate::balance::wording::{self, trimmed};
use crate::basis::why::{CellNote, Why};
use crate::measure::split::WEIGHTS;
use crate::word::dataset::Value;
use crate::word::field::{Field, Stage};

impl Origin<'_> {
    /// One indicator of one school.
    pub(super) fn cell(&self, stage: Stage, school: usize, item: Item) -> Option<Why> {
        let within = self.balance.stage(stage)?;
        let (unit, rule) = (within.unit(school)?, &within.rule);
        let cell = unit.cell(item)?;
        let entry = Entry::of(&self.conditions, school, stage)?;
        let amount = Amount::read(&self.conditions, &entry, item).ok();
        let name = wording::unit_name(self.conditions.data, unit, stage, self.lang);
        let what = format!("{} {}", self.standard().code(item), item.name(self.lang));
        let split = item.split() && entry.enrolment.combined();
        Some(Why {
            title: self.lang.balance_why_title(&name, &what, &wording::value(cell, rule, self.lang)),
            formula: self.cell_formula(&entry, item, split),
            numbers: amount.as_ref().map(|amount| self.cell_numbers(rule, cell, amount)).unwrap_or_default(),
            notes: self.cell_notes(rule, cell, split),
            parts: self.cell_parts(&entry, item, amount.as_ref()),
            cells: Vec::new(),
        })
    }

    /// The cells of the file that an indicator of a school was read from.
    pub(super) fn cell_sources(&self, stage: Stage, school: usize, item: Item) -> Vec<CellNote> {
        let Some(entry) = Entry::of(&self.conditions, school, stage) else { return Vec::new() };
        let terms = self.conditions.terms(&entry, item).map(|(term, _)| term.field.clone());
        terms.chain([Field::Pupils(stage)]).flat_map(|field| self.sources(school, &field)).collect()
    }

    fn cell_formula(&self, entry: &Entry, item: Item, split: bool) -> String {
        let mut total = String::new();
        let mut count = 0;
        for (term, _) in self.conditions.terms(entry, item) {
            count += 1;
            if !total.is_empty() {
                total.push_str(if term.minus { " − " } else { " + " });
            }
            total.push_str(&term.field.label(self.lang));
        }
        if split {
            total = self.lang.balance_why_split(&total, entry.stage.label(self.lang));
        } else if count > 1 {
            total = format!("({total})");
        }
        match item.factor() {
            1 => self.lang.balance_why_per_pupil(item.name(self.lang), &total),
            _ => self.lang.balance_why_per_hundred(item.name(self.lang), &total),
        }
    }

    fn cell_numbers(&self, rule: &Rule, cell: &Cell, amount: &Amount) -> String {
        let mut numbers = String::new();
        for term in &amount.terms {
            if !numbers.is_empty() {
                numbers.push_str(if term.is_sign_negative() { " − " } else { " + " });
            }
            numbers.push_str(&trimmed(term.abs(), 4));
        }
        if amount.terms.len() > 1 {
            numbers = format!("({numbers})");
        }
        if amount.split.is_some() {
            numbers = format!("{numbers} × {}%", trimmed(amount.share() * 100.0, 4));
        }
        let factor = if cell.item.factor() == 1 { "" } else { self.lang.balance_why_times_hundred() };
        let value = wording::value(cell, rule, self.lang);
        let (threshold, floor) = (wording::threshold(cell.item, rule), wording::floor(cell.item, rule));
        let relation = match cell.state {
            State::Within if floor.is_empty() => format!(" < {threshold}"),
            State::Within => format!(" < {threshold}, ≥ {floor}"),
            State::Below => format!(" < {floor}"),
            State::Met | State::Missing(_) => format!(" ≥ {threshold}"),
            State::Open => String::new(),
        };
        format!("{numbers} ÷ {}{factor} = {value}{relation}", trimmed(amount.pupils, 4))
    }

    fn cell_notes(&self, rule: &Rule, cell: &Cell, split: bool) -> Vec<String> {
        let lang = self.lang;
        let mut notes = Vec::new();
        if let State::Missing(lack) = &cell.state {
            notes.push(wording::lack(lack, lang));
        }
        let (threshold, floor) = (wording::threshold(cell.item, rule), wording::floor(cell.item, rule));
        notes.push(match wording::floor_percent(rule) {
            _ if threshold.is_empty() => lang.balance_rule_none().to_owned(),
            None => lang.balance_why_threshold(&threshold),
            Some(percent) => lang.balance_why_threshold_floor(&threshold, &percent, &floor),
        });
        if let Some(gap) = wording::gap(cell, lang) {
            notes.push(lang.balance_why_gap(&gap));
            if split {
                notes.push(lang.balance_why_gap_whole_school().to_owned());
            }
        }
        notes.extend(self.basis());
        notes
    }

    fn cell_parts(&self, entry: &Entry, item: Item, amount: Option<&Amount>) -> Vec<Why> {
        let fields = self.conditions.terms(entry, item).map(|(term, _)| term.field.clone());
        let mut parts: Vec<Why> =
            fields.chain([Field::Pupils(entry.stage)]).map(|field| self.leaf(entry.school, &field)).collect();
        if let Some((amount, pupils)) = amount.and_then(|amount| Some((amount, amount.split?))) {
            parts.push(self.share(entry, amount.share(), pupils));
        }
        parts
    }

    /// A value as it stands in the file.
    fn leaf(&self, school: usize, field: &Field) -> Why {
        let name = field.label(self.lang);
        let value = self.conditions.value(school, field);
        let text = value.map_or_else(|| self.lang.missing().to_owned(), |value| trimmed(value.number, 4));
        Why {
            title: self.lang.balance_why_value(&name, &text),
            numbers: value.and_then(Value::sum).map(|sum| format!("{sum} = {text}")).unwrap_or_default(),
            cells: self.sources(school, field),
            ..Why::default()
        }
    }

    /// The stage's part of a combined school: 小学 ÷ (小学 + 1.1 × 初中).
    fn share(&self, entry: &Entry, share: f64, pupils: [f64; 3]) -> Why {
        let present = || ALL_STAGES.into_iter().zip(WEIGHTS).zip(pupils).filter(|(_, pupils)| *pupils > 0.0);
        let base = present().next().map_or(1.0, |((_, weight), _)| f64::from(weight));
        let weighted = |weight: u8, text: String| {
            let weight = f64::from(weight) / base;
            if weight > 1.0 { format!("{} × {text}", trimmed(weight, 2)) } else { text }
        };
        let fraction = |word: fn(Stage, f64, crate::basis::text::Lang) -> String| {
            let terms: Vec<(Stage, String)> = present()
                .map(|((stage, weight), pupils)| (stage, weighted(weight, word(stage, pupils, self.lang))))
                .collect();
            let own = terms.iter().find(|(stage, _)| *stage == entry.stage).map_or("", |(_, text)| text);
            let all: Vec<&str> = terms.iter().map(|(_, text)| text.as_str()).collect();
            format!("{own} ÷ ({})", all.join(" + "))
        };
        let percent = format!("{}%", trimmed(share * 100.0, 4));
        let name = self.lang.balance_why_share(entry.stage.label(self.lang));
        Why {
            title: self.lang.balance_why_value(&name, &percent),
            formula: fraction(|stage, _, lang| stage.label(lang).to_owned()),
            numbers: format!("{} = {percent}", fraction(|_, pupils, _| trimmed(pupils, 4))),
            notes: vec![self.lang.balance_why_share_note().to_owned()],
            parts: present().map(|((stage, _), _)| self.leaf(entry.school, &Field::Pupils(stage))).collect(),
            cells: Vec::new(),
        }
    }
}
