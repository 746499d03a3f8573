//! Why an indicator's score is what it is.

use super::{Case, formula, score_text};
use crate::basis::order;
use crate::basis::why::Why;
use crate::evaluation::{Column, Lack, Mark};
use crate::measure::extent::Extent;
use crate::measure::rank::compare;
use crate::word::scheme::evaluation::{Indicator, MissingRule, Node, Normalisation, node_label};

impl<'a> Case<'a> {
    /// The score of a leaf: formula, numbers, what the column has in common,
    /// then the raw value and the target.
    pub fn indicator(&self, node: &Node, indicator: &Indicator, mark: &Mark, index: usize) -> Why {
        let column = self.evaluation.nodes.get(index).and_then(|node| node.column).unwrap_or_default();
        let worked = match (mark.raw, mark.lack) {
            (Some(raw), None) => self.worked(indicator, mark, raw, index, &column),
            _ => formula::Worked::default(),
        };
        let mut notes = self.lacking(mark);
        notes.extend(worked.notes);
        let raw = self.raw(indicator);
        let goal = self.goal(indicator, mark);
        Why {
            title: self.lang.why_value(node_label(&node.name, self.lang), &score_text(mark.score)),
            formula: formula::words(indicator, self.lang),
            numbers: worked.numbers,
            notes,
            parts: raw.into_iter().chain(goal).collect(),
            cells: Vec::new(),
        }
    }

    fn worked(&self, indicator: &Indicator, mark: &Mark, raw: f64, index: usize, column: &Column) -> formula::Worked {
        let sorted = match indicator.normalisation {
            Normalisation::Percentile | Normalisation::RankPoints { .. } => self.sorted(index),
            _ => Vec::new(),
        };
        let figures = formula::Figures { raw, goal: mark.goal.map(|goal| goal.value), column, sorted: &sorted };
        let mut worked = formula::worked(indicator, &figures, mark.score.unwrap_or_default(), self.lang);
        match indicator.normalisation {
            Normalisation::MinMax | Normalisation::ToBest => {
                worked.notes.extend(self.extremes(indicator, index, column))
            }
            Normalisation::ToMean | Normalisation::TScore(_) => {
                let mean = formula::amount(indicator, column.mean.unwrap_or_default());
                worked.notes.push(self.lang.note_mean(&mean, column.count));
            }
            _ => {}
        }
        worked
    }

    fn lacking(&self, mark: &Mark) -> Vec<String> {
        let lang = self.lang;
        let what = match mark.lack {
            None => return Vec::new(),
            Some(Lack::Value) => lang.why_no_value(),
            Some(Lack::Target) => lang.why_no_target(),
        };
        let rule = match (self.scheme.missing, mark.score) {
            (MissingRule::Exclude, _) => lang.why_excluded(),
            (MissingRule::Zero, _) => lang.why_zero(),
            (MissingRule::Mean, Some(_)) => lang.why_mean(),
            (MissingRule::Mean | MissingRule::Renormalise, _) => lang.why_left_out(),
        };
        vec![what.to_owned(), rule.to_owned()]
    }

    /// The raw values of all schools at a node, ascending.
    fn sorted(&self, index: usize) -> Vec<f64> {
        let schools = self.evaluation.schools.iter();
        let mut values: Vec<f64> = schools.filter_map(|school| school.marks.get(index)?.raw).collect();
        order::sort_by(&mut values, |a, b| compare(*a, *b));
        values
    }

    /// Who has the least and the greatest value.
    fn extremes(&self, indicator: &Indicator, index: usize, column: &Column) -> Option<String> {
        let Extent { least, most } = column.extent?;
        let holders = |value: f64| {
            let has = |raw: f64| compare(raw, value).is_eq();
            let schools = self.evaluation.schools.iter();
            let holding = schools.filter(|school| school.marks.get(index).and_then(|mark| mark.raw).is_some_and(has));
            self.names(&holding.map(|school| school.school).collect::<Vec<_>>())
        };
        let amount = |value| formula::amount(indicator, value);
        Some(self.lang.note_extremes(&amount(least), &holders(least), &amount(most), &holders(most)))
    }
}
