//! Why a number of the evaluation is what it is, down to the cells.

use serde::{Deserialize, Serialize};

use super::wording::{self, signed};
use super::{Evaluation, Mark, Standing, adjust};
use crate::basis::format;
use crate::basis::text::Lang;
use crate::basis::why::Why;
use crate::measure::mean::weighted;
use crate::word::dataset::Dataset;
use crate::word::scheme::evaluation::{EvaluationScheme, MissingRule, Node, Path, node_label};

mod formula;
mod indicator;
mod origin;
mod rank;

/// What can be asked about. Schools are indices into the dataset's schools.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// A school's total.
    Total {
        /// The school.
        school: usize,
    },
    /// A school's score at a node.
    Node {
        /// The school.
        school: usize,
        /// The node.
        path: Path,
    },
    /// The points of one of the scheme's adjustments.
    Adjustment {
        /// The school.
        school: usize,
        /// Which one.
        index: usize,
    },
    /// A school's rank among all.
    Rank {
        /// The school.
        school: usize,
    },
    /// A school's rank within its group.
    GroupRank {
        /// The school.
        school: usize,
    },
}

impl Subject {
    /// The school that it is about.
    pub const fn school(&self) -> usize {
        match self {
            Self::Total { school }
            | Self::Node { school, .. }
            | Self::Adjustment { school, .. }
            | Self::Rank { school }
            | Self::GroupRank { school } => *school,
        }
    }
}

/// Explains a number of the evaluation that this dataset and scheme gave;
/// `None` when there is no such school, node or group.
pub fn explain(
    dataset: &Dataset,
    scheme: &EvaluationScheme,
    evaluation: &Evaluation,
    subject: &Subject,
    lang: Lang,
) -> Option<Why> {
    let school = subject.school();
    let case = Case { dataset, scheme, evaluation, standing: evaluation.standing(school)?, lang };
    let why = match subject {
        Subject::Total { .. } => case.total(),
        Subject::Node { path, .. } => case.node(path)?,
        Subject::Adjustment { index, .. } => case.adjustment(*index)?,
        Subject::Rank { .. } => case.rank(),
        Subject::GroupRank { .. } => case.group_rank()?,
    };
    Some(Why { title: format!("{} · {}", case.name(school), why.title), ..why })
}

/// One school's case.
struct Case<'a> {
    dataset: &'a Dataset,
    scheme: &'a EvaluationScheme,
    evaluation: &'a Evaluation,
    standing: &'a Standing,
    lang: Lang,
}

impl<'a> Case<'a> {
    /// A school's name.
    fn name(&self, school: usize) -> &'a str {
        self.dataset.name(school)
    }

    /// The names of some schools.
    fn names(&self, schools: &[usize]) -> String {
        wording::names(self.dataset, schools, self.lang)
    }

    /// The school's mark at a node.
    fn mark(&self, path: &[usize]) -> Option<&'a Mark> {
        self.standing.marks.get(self.evaluation.node(path)?)
    }

    fn total(&self) -> Why {
        let lang = self.lang;
        let sum = self.standing.weighted.map(|score| score + self.standing.adjustments.iter().sum::<f64>());
        let (mut numbers, mut notes) = self.weighing(&self.scheme.nodes, &[]);
        if let Some(sum) = sum {
            let terms = self.standing.adjustments.iter().filter(|points| points.abs() > 0.0);
            let sign = |points: f64| if points < 0.0 { "−" } else { "+" };
            let term = |points: &f64| format!(" {} {}", sign(*points), score_text(Some(points.abs())));
            let terms: String = terms.map(term).collect();
            numbers = format!("{numbers}{terms} = {}", score_text(Some(sum)));
        }
        match (sum, self.standing.total) {
            (Some(sum), Some(_)) if sum < 0.0 => notes.push(lang.why_floored(&score_text(Some(sum)))),
            (Some(_), None) => notes.push(lang.why_excluded().to_owned()),
            (None, _) => notes.push(lang.why_no_score().to_owned()),
            _ => {}
        }
        notes.push(lang.why_unrounded().to_owned());
        let adjustments = (0..self.standing.adjustments.len()).filter_map(|index| self.adjustment(index));
        Why {
            title: lang.why_value(lang.total_score(), &score_text(self.standing.total)),
            formula: lang.why_total().to_owned(),
            numbers,
            notes,
            parts: self.children(&self.scheme.nodes, &[]).chain(adjustments).collect(),
            cells: Vec::new(),
        }
    }

    fn node(&self, path: &[usize]) -> Option<Why> {
        let node = self.scheme.node(path)?;
        let mark = self.mark(path)?;
        if let Some(indicator) = node.indicator() {
            return Some(self.indicator(node, indicator, mark, self.evaluation.node(path)?));
        }
        let (numbers, mut notes) = self.weighing(node.children(), path);
        let numbers = match mark.score {
            Some(score) => format!("{numbers} = {}", score_text(Some(score))),
            None => String::new(),
        };
        if mark.score.is_none() {
            notes.push(self.lang.why_no_score().to_owned());
        }
        Some(Why {
            title: self.lang.why_value(node_label(&node.name, self.lang), &score_text(mark.score)),
            formula: self.lang.why_group().to_owned(),
            numbers,
            notes,
            parts: self.children(node.children(), path).collect(),
            cells: Vec::new(),
        })
    }

    fn adjustment(&self, index: usize) -> Option<Why> {
        let lang = self.lang;
        let adjustment = self.scheme.adjustments.get(index)?;
        let points = *self.standing.adjustments.get(index)?;
        let counted = adjust::counted(self.dataset, self.standing.school, adjustment, self.evaluation.year);
        let per_unit = format::plain(adjustment.per_unit);
        let numbers = counted.map(|value| format!("{per_unit} × {} → {}", format::plain(value.number), signed(points)));
        Some(Why {
            title: lang.why_value(&adjustment.field.label(lang), &signed(points)),
            formula: lang.adjustment_formula(&per_unit, &format::plain(adjustment.cap)),
            notes: if counted.is_none() { vec![lang.adjustment_none().to_owned()] } else { Vec::new() },
            numbers: numbers.unwrap_or_default(),
            parts: Vec::new(),
            cells: counted.map(|value| value.cells().to_vec()).unwrap_or_default(),
        })
    }

    fn children(&self, nodes: &'a [Node], above: &'a [usize]) -> impl Iterator<Item = Why> {
        (0..nodes.len()).filter_map(move |index| self.node(&below(above, index)))
    }

    /// "40.00% × 82.10 + …" over siblings, and what happened to missing ones.
    fn weighing(&self, siblings: &[Node], above: &[usize]) -> (String, Vec<String>) {
        let score = |index| self.mark(&below(above, index)).and_then(|mark| mark.score);
        let scored = siblings.iter().enumerate().map(|(index, node)| (node, score(index)));
        let (present, absent): (Vec<_>, Vec<_>) = scored.partition(|(_, score)| score.is_some());
        let whole: f64 = present.iter().map(|(node, _)| f64::from(node.weight)).sum();
        let term = |(node, score): &(&Node, Option<f64>)| {
            let share = 100.0 * f64::from(node.weight) / whole;
            format!("{}% × {}", format::fixed(share, 2), score_text(*score))
        };
        let terms: Vec<String> = present.iter().map(term).collect();
        let pairs: Vec<(f64, f64)> =
            present.iter().filter_map(|(node, score)| Some((f64::from(node.weight), (*score)?))).collect();
        let usable = weighted(&pairs).is_some();
        let absent: Vec<&str> = absent.iter().map(|(node, _)| node_label(&node.name, self.lang)).collect();
        let shares = usable && !absent.is_empty() && self.scheme.missing != MissingRule::Exclude;
        let notes = shares.then(|| self.lang.why_shared(&absent.join(self.lang.names_joint())));
        (if usable { terms.join(" + ") } else { String::new() }, notes.into_iter().collect())
    }
}

fn below(above: &[usize], index: usize) -> Path {
    above.iter().copied().chain([index]).collect()
}

/// A score as shown.
fn score_text(score: Option<f64>) -> String {
    format::optional(score, 2)
}
