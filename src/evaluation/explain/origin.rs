//! Where raw values and targets come from: cells of this and earlier years.

use super::formula::{amount, figure, mean_amount};
use super::{Case, score_text};
use crate::basis::format;
use crate::basis::why::Why;
use crate::evaluation::reading::{self, Found};
use crate::evaluation::{Goal, GoalBasis, Mark};
use crate::measure::change::{Share, improvement};
use crate::measure::rank::compare;
use crate::word::field::Quantity;
use crate::word::scheme::evaluation::{Indicator, MeanOfYears, Source, Target};

impl Case<'_> {
    /// The raw value, with its year where its table has years.
    pub fn raw(&self, indicator: &Indicator) -> Option<Why> {
        let found = reading::find(self.dataset, self.standing.school, &indicator.source, self.evaluation.year)?;
        let name = indicator.source.field().label(self.lang);
        let name = found.year.map_or_else(|| name.to_string(), |year| self.lang.why_in_year(year, &name));
        Some(self.found(indicator, &name, &found))
    }

    /// The target, and how far from it the school is.
    pub fn goal(&self, indicator: &Indicator, mark: &Mark) -> Option<Why> {
        let (target, goal) = (indicator.normalisation.target()?, mark.goal?);
        let mut why = match target {
            Target::Fixed(_) => Why { formula: self.lang.goal_fixed().to_owned(), ..Why::default() },
            Target::OwnTwoYears(how) => self.own_years(indicator, goal, *how),
        };
        why.title = self.lang.why_value(self.lang.goal(), &mean_amount(indicator, goal.value));
        why.notes.splice(..0, mark.raw.map(|raw| self.distance(indicator, raw, goal.value)));
        Some(why)
    }

    fn own_years(&self, indicator: &Indicator, goal: Goal, how: MeanOfYears) -> Why {
        let parts = self.goal_parts(indicator);
        let name = indicator.source.field().label(self.lang);
        let parts_why =
            parts.iter().map(|(year, found)| self.found(indicator, &self.lang.why_in_year(*year, &name), found));
        let shares: Option<Vec<Share>> = parts.iter().map(|(_, found)| found.share()).collect();
        let sum = |numbers: Vec<String>| numbers.join(" + ");
        let (formula, left) = match (how, shares) {
            (MeanOfYears::Pooled, Some(shares)) => {
                let part = sum(shares.iter().map(|share| format::plain(share.part)).collect());
                let whole = sum(shares.iter().map(|share| format::plain(share.whole)).collect());
                (self.lang.goal_pooled(), format!("({part}) ÷ ({whole}) × 100"))
            }
            _ => {
                let rates = sum(parts.iter().map(|(_, found)| figure(indicator, found.number)).collect());
                (self.lang.goal_simple(), format!("({rates}) ÷ {}", parts.len()))
            }
        };
        let numbers = format!("{left} = {}", score_text(Some(goal.value)));
        let notes = self.own_notes(indicator, goal);
        Why { formula: formula.to_owned(), numbers, notes, parts: parts_why.collect(), ..Why::default() }
    }

    /// That the target rests on one year, and whether the change is chance.
    fn own_notes(&self, indicator: &Indicator, goal: Goal) -> Vec<String> {
        let one_year = match goal.basis {
            GoalBasis::OneYear(year) => Some(self.lang.goal_one_year(year)),
            GoalBasis::Fixed | GoalBasis::TwoYears => None,
        };
        let school = self.standing.school;
        let now = reading::find(self.dataset, school, &indicator.source, self.evaluation.year);
        let before: Option<Vec<Share>> = self.goal_parts(indicator).iter().map(|(_, found)| found.share()).collect();
        let z = now.and_then(|found| found.share()).zip(before).and_then(|(now, before)| improvement(now, &before));
        let change = z.map(|z| {
            let shown = format::fixed(z.abs(), 2);
            if z.abs() < 1.96 { self.lang.change_small(&shown) } else { self.lang.change_real(&shown) }
        });
        one_year.into_iter().chain(change).collect()
    }

    fn goal_parts(&self, indicator: &Indicator) -> Vec<(i32, Found<'_>)> {
        reading::goal_parts(self.dataset, self.standing.school, &indicator.source, self.evaluation.year)
    }

    fn distance(&self, indicator: &Indicator, raw: f64, goal: f64) -> String {
        let gap = format::fixed((raw - goal).abs(), 2);
        let rate = indicator.source.field().quantity() == Quantity::Rate;
        let gap = if rate { self.lang.percent_points(&gap) } else { gap };
        match compare(raw, goal) {
            std::cmp::Ordering::Equal => self.lang.goal_same().to_owned(),
            std::cmp::Ordering::Greater => self.lang.goal_above(&gap),
            std::cmp::Ordering::Less => self.lang.goal_below(&gap),
        }
    }

    /// A value and its cells.
    fn found(&self, indicator: &Indicator, name: &str, found: &Found<'_>) -> Why {
        let title = self.lang.why_value(name, &amount(indicator, found.number));
        let cells = found.values().into_iter().flat_map(|value| value.cells().to_vec()).collect();
        let (formula, numbers) = match (&indicator.source, found.counts) {
            (Source::Rate { part, whole, .. }, Some((count, of))) => {
                let (count, of) = (format::plain(count.number), format::plain(of.number));
                let formula = self.lang.rate_formula(&part.label(self.lang), &whole.label(self.lang));
                (formula, format!("{count} ÷ {of} × 100 = {}", format::fixed(found.number, 2)))
            }
            _ => Default::default(),
        };
        Why { title, formula, numbers, cells, ..Why::default() }
    }
}
