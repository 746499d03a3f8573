//! The ways to the limits, each to be tried out.

use std::sync::Arc;

use super::trying;
use crate::app::view::Tone;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::standard::Coefficients;
use crate::balance::variation::Outcome;
use crate::balance::verdict::Verdict;
use crate::balance::way::{self, Moves, Raising, Way};
use crate::balance::wording::{self, trimmed};
use crate::balance::{StageBalance, Unit};
use crate::basis::format::{fixed, grouped};
use crate::basis::text::Lang;
use crate::measure::transfer::Move;
use crate::word::dataset::Dataset;
use crate::word::scheme::balance::BalanceScheme;
use crate::word::scheme::plan::Step;

/// How many schools or moves are named.
const NAMED: usize = 8;

/// Two ways a coefficient: who can be moved, and what can be added.
pub(super) fn ways(data: &Dataset, scheme: &BalanceScheme, within: Option<&StageBalance>, lang: Lang) -> Section {
    let mut rows = Vec::new();
    if let Some(within) = within {
        let found = way::ways(within);
        let raising = Raising::of(data, scheme);
        let told = Told { data, within, raising: &raising, lang };
        rows.extend(found.iter().flat_map(|way| [told.moved(way), told.lifted(way)]).flatten());
    }
    let note = note(within, rows.is_empty(), lang);
    let heads = [lang.balance_indicator(), lang.plan_way(), lang.plan_what(), lang.plan_result()];
    Section::of(lang.plan_ways(), vec![note.to_owned()]).with(heads.map(|head| (head, true)), rows)
}

/// What is said above the ways, or in their place.
fn note(within: Option<&StageBalance>, none: bool, lang: Lang) -> &'static str {
    let mean = within.is_some_and(|within| within.composite.outcome == Outcome::Beyond);
    let open = within.into_iter().flat_map(|within| &within.variations);
    let open = open.clone().any(|variation| variation.verdict() == Verdict::Pending);
    match (none, mean) {
        (true, true) => lang.plan_ways_mean_none(),
        (true, false) if open => lang.plan_ways_open(),
        (true, false) => lang.plan_ways_none(),
        (false, true) => lang.plan_ways_mean(),
        (false, false) => lang.plan_ways_note(),
    }
}

/// What ways are told with.
struct Told<'a> {
    data: &'a Dataset,
    within: &'a StageBalance,
    raising: &'a Raising<'a>,
    lang: Lang,
}

impl Told<'_> {
    fn unit(&self, way: &Way, at: usize) -> Option<&Unit> {
        self.within.units.get(*way.units.get(at)?)
    }

    fn name(&self, way: &Way, at: usize) -> String {
        let name = |unit| wording::unit_name(self.data, unit, self.within.stage, self.lang);
        self.unit(way, at).map_or_else(String::new, name)
    }

    fn school(&self, way: &Way, at: usize) -> Arc<str> {
        self.unit(way, at).map_or("", |unit| self.data.name(unit.school)).into()
    }

    /// The moves that bring a coefficient down.
    fn moved(&self, way: &Way) -> Option<Row> {
        let lang = self.lang;
        let Moves { transfer, keeps_thresholds } = way.transfer.as_ref()?;
        let all: u32 = transfer.moves.iter().map(|step| step.count).sum();
        let words = transfer.moves.iter().take(NAMED);
        let words =
            words.map(|step| lang.plan_move_words(&self.name(way, step.from), &self.name(way, step.to), step.count));
        let words = joined(words.collect(), transfer.moves.len(), lang);
        let mut text = lang.plan_moves(&grouped(&all.to_string()), &words);
        if !keeps_thresholds {
            text.push_str(lang.plan_below_threshold());
        }
        let field = way.item.terms(self.within.stage, true).into_iter().next()?.field;
        let step = |step: &Move| Step::Move {
            from: self.school(way, step.from),
            to: self.school(way, step.to),
            field: field.clone(),
            amount: f64::from(step.count),
        };
        let steps = transfer.moves.iter().map(step).collect();
        let result = (transfer.before, transfer.after, transfer.reached);
        Some(self.row(way, lang.plan_way_move(), text, result, steps))
    }

    /// What is to be added where there is least.
    fn lifted(&self, way: &Way) -> Option<Row> {
        let (lang, lift) = (self.lang, &way.lift);
        let chosen: Vec<(usize, f64)> =
            lift.added.iter().copied().enumerate().filter(|(_, added)| *added > 0.0).collect();
        let amount = |added: f64| lang.balance_amount(&trimmed(added, 0), way.item.unit_of(added, lang));
        let step = |(at, added): &(usize, f64)| {
            let step = self.raising.part(self.unit(way, *at)?.school, self.within.stage, way.item, *added)?;
            Some((*at, step))
        };
        // Of combined schools what the whole school gets, as it is tried out.
        let steps: Vec<(usize, Step)> = chosen.iter().filter_map(step).collect();
        let more = |step: &Step| if let Step::Add { amount, .. } = step { *amount } else { 0.0 };
        let words = steps.iter().take(NAMED);
        let words = words.map(|(at, step)| format!("{} +{}", self.school(way, *at), amount(more(step))));
        let words = joined(words.collect(), steps.len(), lang);
        let count = grouped(&steps.len().to_string());
        let text = lang.plan_lifts(&count, &amount(steps.iter().map(|(_, step)| more(step)).sum()), &words);
        let steps = steps.into_iter().map(|(_, step)| step).collect();
        Some(self.row(way, lang.plan_way_lift(), text, (lift.before, lift.after, lift.reached), steps))
    }

    /// A row; where the mean is judged, the result is the mean's.
    fn row(
        &self,
        way: &Way,
        name: &str,
        text: String,
        (before, after, reached): (f64, f64, bool),
        steps: Vec<Step>,
    ) -> Row {
        let lang = self.lang;
        let item = way.item.short_name(lang);
        let (mean, count) = (self.within.composite.value, self.within.variations.len() as f64);
        let judged = mean.filter(|_| self.within.rule.coefficients() == Coefficients::Mean);
        let after = judged.map_or(after, |mean| mean + (after - before) / count);
        let result = format!("{} → {}", fixed(judged.unwrap_or(before), 3), fixed(after, 3));
        let result = if reached {
            Figure::plain(result).toned(Tone::Good)
        } else {
            Figure::plain(result + lang.plan_not_reached()).toned(Tone::Bad)
        };
        let press = trying(lang.plan_try(), &format!("{item}, {name}"), steps);
        Row { cells: vec![Figure::plain(item), Figure::plain(name), Figure::plain(text), result], press: Some(press) }
    }
}

/// The first of several, and that there are more.
fn joined(words: Vec<String>, all: usize, lang: Lang) -> String {
    let more = if all > words.len() { lang.plan_and_more(all - words.len()) } else { String::new() };
    words.join(lang.list_comma()) + &more
}
